import Agenda
import CPosix
import Files
import Glibc
import Testing

@testable import Notes

struct PlanFileTests {
  let scratch: Scratch
  let file: PlanFile
  var path: String { scratch.user.plan }
  let noon = Instant(seconds: 1_512_398_460)

  init() throws {
    scratch = try Scratch()
    file = PlanFile(in: scratch.user)
  }

  func plan(_ ids: String...) -> Plan {
    var plan = file.load().plan
    for id in ids { plan.star(id, title: "Title of \(id)", at: noon) }
    return plan
  }

  var onDisk: [String] { file.load().plan.stars.map(\.id) }

  @Test func withoutAFileThePlanIsEmptyAndNothingIsMade() throws {
    let (plan, problem) = file.load()
    #expect(plan.stars.isEmpty && problem == nil)
    #expect(try file.save(plan) == plan)
    #expect(scratch.names(in: scratch.path).isEmpty)
  }

  @Test func starsAreKeptAcrossRuns() throws {
    let saved = try file.save(plan("opening", "close"))
    #expect(!saved.hasChanges)
    #expect(saved.starred == ["opening", "close"])
    #expect(file.load().plan == saved)
    #expect(
      try scratch.text(path) == """
        {
          "format": "plenary-plan",
          "formatVersion": 2,
          "starred": [
            {
              "id": "opening",
              "title": "Title of opening",
              "starredAt": "2017-12-04T14:41:00Z",
              "stamp": 1
            },
            {
              "id": "close",
              "title": "Title of close",
              "starredAt": "2017-12-04T14:41:00Z",
              "stamp": 2
            }
          ]
        }

        """)
    var next = saved
    next.unstar("opening")
    #expect(!next.starred.contains("opening"))
    _ = try file.save(next)
    #expect(onDisk == ["close"])
  }

  @Test func starringTwiceOrUnstarringNothingChangesNothing() throws {
    var plan = try file.save(plan("a"))
    plan.star("a", title: "other", at: Instant(seconds: 0))
    plan.unstar("b")
    #expect(!plan.hasChanges)
    plan.unstar("a")
    plan.star("a", title: "again", at: noon)
    #expect(try file.save(plan).stars.map(\.id) == ["a"])
  }

  @Test func twoProgramsAddAndRemoveTheirOwn() throws {
    _ = try file.save(plan("both", "gone"))
    var first = file.load().plan
    var second = file.load().plan
    first.star("first", title: "", at: noon)
    first.unstar("gone")
    second.star("second", title: "", at: noon)
    #expect(try file.save(first).stars.map(\.id) == ["both", "first"])
    #expect(try file.save(second).stars.map(\.id) == ["both", "first", "second"])
    #expect(onDisk == ["both", "first", "second"])
  }

  @Test func manyProgramsAtOnceLoseNothing() async throws {
    let folder = scratch.user
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<4 {
        group.addTask {
          let file = PlanFile(in: folder)
          var plan = file.load().plan
          plan.star("s\(number)", title: "", at: Instant(seconds: 0))
          return (try? file.save(plan)) != nil
        }
      }
      for await isSaved in group { #expect(isSaved) }
    }
    #expect(Set(onDisk) == Set((0..<4).map { "s\($0)" }))
  }

  @Test("A plan that is known is read anew once another program has written it in the same place")
  func writtenInPlace() throws {
    _ = try file.save(plan("a"))
    let other = try #require(try RegularFile.read(path, limit: 1 << 20)).bytes
    try scratch.write(path, String(decoding: other, as: UTF8.self).replacing("\"a\"", with: "\"b\""))
    #expect(file.load().plan.starred == ["b"])
    #expect(file.renewed(Plan()).starred == ["b"])
  }

  @Test func whatThisVersionDoesNotKnowSurvives() throws {
    try scratch.write(
      path,
      """
      {"format":"plenary-plan","formatVersion":2,"color":{"deep":[1.50,-2e+3,null,true,"\\u00e9\\ud83d\\ude00"]},
       "starred":[{"id":"a","title":"A","note":"mine","starredAt":"soon"},"strange",{"id":"b"}]}
      """)
    var plan = file.load().plan
    #expect(plan.stars.map(\.id) == ["a", "b"])
    plan.unstar("b")
    plan.star("c\n\u{1}\"", title: "", at: noon)
    _ = try file.save(plan)
    let text = try #require(try scratch.text(path))
    #expect(text.contains("1.50") && text.contains("-2e+3") && text.contains("\"é😀\""))
    #expect(text.contains("\"note\": \"mine\"") && text.contains("\"starredAt\": \"soon\""))
    #expect(text.contains("\"strange\"") && text.contains("\"formatVersion\": 2"))
    #expect(text.contains("\"kind\": \"session\""), "what was taken away is remembered")
    #expect(onDisk == ["a", "c\n\u{1}\""])
  }

  @Test(arguments: [
    "", "{", "[]", "null", "{}", "{\"format\":\"other\"}", "{\"format\":\"plenary-plan\",\"starred\":3}",
    "{\"format\":\"plenary-plan\",\"starred\":[]} x", "{\"format\":\"plenary-plan\",}", "\0\0\0\0",
    "{\"format\":\"plenary-plan\",\"starred\":[{\"id\":\"a\"}",
  ])
  func aDamagedPlanIsKeptAside(text: String) throws {
    try scratch.write(path, text)
    let (plan, problem) = file.load()
    #expect(plan.stars.isEmpty)
    guard case .damaged(path, let keptAs?) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(keptAs.hasPrefix(path + ".damaged-"))
    #expect(try scratch.text(keptAs) == text)
    #expect(try scratch.text(path) == nil)
    // The same again within the second has a name of its own.
    try scratch.write(path, text + "]")
    _ = file.load()
    #expect(try scratch.text(keptAs) == text)
    #expect(scratch.names(in: scratch.user.path).count == 2)
  }

  @Test func aPlanThatGetsDamagedWhileItIsOpenIsWrittenWhole() throws {
    var plan = try file.save(plan("a", "b"))
    try scratch.write(path, "broken")
    plan.star("c", title: "", at: noon)
    #expect(try file.save(plan).stars.map(\.id) == ["a", "b", "c"])
    #expect(onDisk == ["a", "b", "c"])
    #expect(scratch.names(in: scratch.user.path).count == 2)
  }

  @Test func deeplyNestedTextIsDamageAndNoCrash() throws {
    try scratch.write(path, String(repeating: "[", count: 1_000_000))
    guard case .damaged = file.load().problem else {
      Issue.record("not told")
      return
    }
  }

  @Test func whatCannotBeReadIsNeverWrittenOver() throws {
    try Folder.make(path)
    #expect(file.load().problem == .file(.notARegularFile(path: path)))
    #expect(throws: PlanFile.Problem.file(.notARegularFile(path: path))) { try file.save(plan("a")) }
  }

  @Test func aLinkedPlanStaysALink() throws {
    let target = scratch.path + "/synced/plan.json"
    try scratch.write(target, "{\"format\":\"plenary-plan\"}")
    #expect(chmod(target, 0o644) == 0)
    try scratch.user.make()
    #expect(symlink(target, path) == 0)
    _ = try file.save(plan("a"))
    var info = stat()
    #expect(lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(target, &info) == 0 && info.st_mode & 0o777 == 0o644)
    #expect(try scratch.text(target)?.contains("\"a\"") == true)
    // Damage moves the file, not the link.
    try scratch.write(target, "broken")
    guard case .damaged(_, let keptAs?) = file.load().problem else {
      Issue.record("not told")
      return
    }
    #expect(keptAs.hasPrefix(target))
  }

  @Test func aFolderThatCannotBeMadeIsAnErrorAndTheChangesStay() throws {
    try scratch.write(scratch.path + "/plenary", "a file in the way")
    let plan = plan("a")
    #expect(throws: PlanFile.Problem.self) { try file.save(plan) }
    #expect(plan.hasChanges && plan.starred.contains("a"))
  }

  @Test func stampsAreStrict() {
    #expect(Stamp.instant("2017-12-04T14:41:00Z") == noon)
    for text in ["2017-02-30T00:00:00Z", "2017-12-04T24:00:00Z", "2017-12-04 14:41:00Z", "", "2017-12-04T14:41:00+0"] {
      #expect(Stamp.instant(text) == nil, "\(text)")
    }
    #expect(Stamp.string(Instant(seconds: -1)) == "1969-12-31T23:59:59Z")
  }
}
