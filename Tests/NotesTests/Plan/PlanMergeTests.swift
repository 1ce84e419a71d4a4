import Agenda
import Dice
import Files
import Testing

@testable import Notes

/// Two windows, or two machines, that write the same plan.
struct PlanMergeTests {
  let scratch: Scratch
  let file: PlanFile
  var path: String { scratch.user.plan }
  let noon = Instant(seconds: 1_512_398_460)

  init() throws {
    scratch = try Scratch()
    file = PlanFile(in: scratch.user)
  }

  var onDisk: Plan { file.load().plan }

  func tea(_ id: String = "own-1", _ title: String = "Tea") -> Plan.Appointment {
    Plan.Appointment(id: id, title: title, place: "Bar", start: noon, end: noon.advanced(by: 1_800))
  }

  @Test func starsOfBeforeAreMustsAndGradesAreKept() throws {
    try scratch.write(path, #"{"format":"plenary-plan","formatVersion":1,"starred":[{"id":"a","title":"A"}]}"#)
    var plan = file.load().plan
    #expect(plan.grades == ["a": .must])
    plan.grade("b", .maybe, title: "B", at: noon)
    plan.grade("c", .later, title: "C", at: noon)
    plan.grade("a", .maybe, title: "A", at: noon)
    _ = try file.save(plan)
    #expect(onDisk.grades == ["a": .maybe, "b": .maybe, "c": .later])
    #expect(onDisk.stars.map(\.id) == ["a", "b", "c"])
  }

  @Test func entriesOfOnesOwnAndTheReminderAreKeptAndMerged() throws {
    var first = file.load().plan
    var second = file.load().plan
    first.put(tea())
    first.remind(minutes: 5)
    second.put(tea("own-2", "Lunch"))
    _ = try file.save(first)
    _ = try file.save(second)
    #expect(onDisk.appointments.map(\.title) == ["Tea", "Lunch"] && onDisk.reminder == 5)
    var third = file.load().plan
    third.removeAppointment("own-1")
    _ = try file.save(third)
    #expect(onDisk.appointments.map(\.title) == ["Lunch"])
  }

  @Test func theLaterChangeOfAnEntryHolds() throws {
    var first = file.load().plan
    first.star("a", title: "A", at: noon)
    first = try file.save(first)
    // What is done here cannot be saved before another window has gone on from it twice.
    var stale = first
    stale.grade("a", .later, title: "A", at: noon)
    var second = first
    second.grade("a", .maybe, title: "A", at: noon)
    second = try file.save(second)
    second.grade("a", .must, title: "A", at: noon)
    _ = try file.save(second)
    #expect(try file.save(stale).grades == ["a": .must])
    #expect(onDisk.grades == ["a": .must])
  }

  @Test func whatWasTakenAwayStaysAwayButNothingIsLostToWhatHappenedAtOnce() throws {
    var first = file.load().plan
    first.star("a", title: "A", at: noon)
    first = try file.save(first)
    var (taken, graded) = (first, first)
    taken.unstar("a")
    graded.grade("a", .maybe, title: "A", at: noon)
    _ = try file.save(graded)
    // Both at once: better too much.
    #expect(try file.save(taken).grades == ["a": .maybe])
    var later = onDisk
    later.unstar("a")
    _ = try file.save(later)
    #expect(try file.save(graded).grades.isEmpty, "an old change does not bring it back")
  }

  @Test func aWindowTakesInWhatAnotherHasDoneAndKeepsItsOwn() throws {
    var mine = file.load().plan
    mine.star("mine", title: "", at: noon)
    var other = file.load().plan
    other.star("other", title: "", at: noon)
    _ = try file.save(other)
    mine = file.renewed(mine)
    #expect(mine.starred == ["mine", "other"] && mine.hasChanges)
    #expect(try file.save(mine).starred == ["mine", "other"])
    try scratch.write(path, "broken")
    #expect(file.renewed(mine) == mine, "what cannot be read changes nothing")
  }

  @Test func aPlanOfANewerProgramIsKeptAsideAndSaid() throws {
    let text = #"{"format":"plenary-plan","formatVersion":3,"starred":{"all":"otherwise"}}"#
    try scratch.write(path, text)
    let (plan, problem) = file.load()
    guard case .newer(path, let keptAs?) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(plan.isEmpty && keptAs.hasPrefix(path + ".newer-"))
    #expect(try scratch.text(keptAs) == text)
    var fresh = plan
    fresh.star("a", title: "A", at: noon)
    #expect(try file.save(fresh).starred == ["a"])
    #expect(try scratch.text(keptAs) == text)
  }

  @Test func oddEntriesMeanLittleAndStay() throws {
    try scratch.write(
      path,
      """
      {"format":"plenary-plan","formatVersion":2,"starred":[{"id":"a","grade":"super","stamp":-4},{"id":"b","stamp":1e9}],
       "own":[{"id":"x","title":"Evil \\u001b[31m\\u202e","start":"2017-12-04T14:41:00Z","end":"2010-01-01T00:00:00Z"},
        {"id":"y"}, 7],"removed":[{"kind":"planet","id":"z","stamp":9},{"kind":"own","id":"w","stamp":3}],
       "reminder":{"minutes":-5,"stamp":2}}
      """)
    let plan = file.load().plan
    #expect(plan.grades == ["a": .must, "b": .must] && plan.reminder == 0)
    #expect(plan.appointments.map(\.id) == ["x"] && plan.appointments[0].end == plan.appointments[0].start)
    #expect(!plan.appointments[0].title.contains("\u{1B}") && !plan.appointments[0].title.contains("\u{202E}"))
    var changed = plan
    changed.put(tea())
    _ = try file.save(changed)
    let text = try #require(try scratch.text(path))
    #expect(text.contains("super") && text.contains("\"y\"") && text.contains("7"))
  }

  @Test func manyWindowsAtRandomEndWithOnePlan() throws {
    for seed in UInt64(1)...20 {
      var random = Dice(seed: seed)
      try? scratch.write(path, #"{"format":"plenary-plan"}"#)
      var windows = [Plan](repeating: file.load().plan, count: 3)
      for step in 0..<60 {
        let index = Int.random(in: 0..<3, using: &random)
        let id = "s\(Int.random(in: 0..<6, using: &random))"
        windows[index] = file.renewed(windows[index])
        switch Int.random(in: 0..<4, using: &random) {
        case 0: windows[index].unstar(id)
        case 1: windows[index].put(tea(id, "\(step)"))
        case 2: windows[index].removeAppointment(id)
        default: windows[index].grade(id, Plan.Grade.allCases.randomElement(using: &random), title: id, at: noon)
        }
        let wanted = windows[index]
        windows[index] = try file.save(wanted)
        #expect(windows[index].grades == wanted.grades && windows[index].appointments == wanted.appointments)
      }
      windows = windows.map(file.renewed)
      #expect(Set(windows.map { "\($0.grades.sorted { $0.key < $1.key })\($0.appointments)" }).count == 1)
    }
  }
}
