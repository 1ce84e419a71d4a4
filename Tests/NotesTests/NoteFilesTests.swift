import Agenda
import CPosix
import Files
import Glibc
import Testing

@testable import Notes

struct NoteFilesTests {
  let scratch: Scratch
  let files: NoteFiles

  init() throws {
    scratch = try Scratch()
    files = NoteFiles(in: scratch.user)
  }

  @Test func withoutAFolderThereAreNoNotes() throws {
    #expect(try files.note(for: .session("a")) == nil)
    let (notes, problems) = files.all()
    #expect(notes.isEmpty && problems.isEmpty)
  }

  @Test func aNoteIsReadWithItsLinesAndItsTime() throws {
    let path = files.path(for: .session("a/b"))
    #expect(path == scratch.path + "/plenary/c/notes/session-a%2Fb.md")
    try scratch.write(path, "# Title\nline\nlast")
    let then = timeval(tv_sec: 1_512_398_460, tv_usec: 0)
    #expect(utimes(path, [then, then]) == 0)
    let note = try #require(try files.note(for: .session("a/b")))
    #expect(
      note
        == NoteText(
          target: .session("a/b"), text: "# Title\nline\nlast", lineCount: 3,
          modified: Instant(seconds: 1_512_398_460), path: path))
    #expect(try files.note(for: .meeting("a/b")) == nil)
  }

  @Test(arguments: [("", 0), ("a", 1), ("a\n", 1), ("a\nb", 2), ("\n\n", 2)])
  func linesAreCounted(text: String, count: Int) throws {
    try scratch.write(files.path(for: .document("d")), text)
    #expect(try files.note(for: .document("d"))?.lineCount == count)
  }

  @Test func aNoteIsSafeToShow() throws {
    try scratch.write(files.path(for: .session("s")), [0x61, 0xFF, 0x1B, 0x5B, 0x0D, 0x0A, 0x62])
    #expect(try files.note(for: .session("s"))?.text == "a\u{FFFD}␛[\nb")
  }

  @Test func aLinkOfTheUsersOwnIsFollowed() throws {
    try scratch.write(scratch.path + "/elsewhere.md", "there")
    try Folder.make(scratch.user.notes)
    #expect(symlink(scratch.path + "/elsewhere.md", files.path(for: .session("s"))) == 0)
    #expect(try files.note(for: .session("s"))?.text == "there")
    #expect(symlink("nowhere", files.path(for: .session("t"))) == 0)
    #expect(try files.note(for: .session("t")) == nil)
  }

  @Test func onlyRegularFilesOfSomeSizeAreRead() throws {
    try Folder.make(files.path(for: .session("folder")))
    #expect(throws: FileError.notARegularFile(path: files.path(for: .session("folder")))) {
      try files.note(for: .session("folder"))
    }
    // Opening a pipe without a writer would wait for ever.
    #expect(mkfifo(files.path(for: .session("pipe")), 0o600) == 0)
    #expect(throws: FileError.notARegularFile(path: files.path(for: .session("pipe")))) {
      try files.note(for: .session("pipe"))
    }
    let large = files.path(for: .session("large"))
    try scratch.write(large, "")
    #expect(truncate(large, off_t(NoteFiles.limit) + 1) == 0)
    #expect(throws: FileError.tooLarge(path: large, bytes: NoteFiles.limit + 1, limit: NoteFiles.limit)) {
      try files.note(for: .session("large"))
    }
  }

  @Test func allNotesAreFoundAndABadOneHidesNoOther() throws {
    let long = String(repeating: "x", count: 400)
    for target in [Subject.session("a"), .meeting("é-1"), .document(".."), .session(long)] {
      try scratch.write(files.path(for: target), "text")
    }
    try scratch.write(scratch.user.notes + "/readme.md", "no note")
    try scratch.write(scratch.user.notes + "/session-a.md~", "a copy")
    try Folder.make(files.path(for: .session("bad")))
    let (notes, problems) = files.all()
    #expect(Set(notes.filter { !$0.isMisnamed }.map(\.target)) == [.session("a"), .meeting("é-1"), .document("..")])
    #expect(notes.count(where: \.isMisnamed) == 1, "of a long identifier there is only the name")
    #expect(files.others() == ["readme.md", "session-a.md~"])
    #expect(problems == [.notARegularFile(path: files.path(for: .session("bad")))])
    #expect(files.all(known: [.session(long), .session("b")]).notes.map(\.target).contains(.session(long)))
  }

  @Test func aFileInPlaceOfTheFolderIsAProblem() throws {
    try scratch.write(scratch.user.notes, "a file")
    #expect(files.all().problems == [.system(call: "opendir", path: scratch.user.notes, errno: ENOTDIR)])
  }

  @Test func theFolderFollowsTheEnvironment() {
    func path(_ id: String, _ environment: [String: String]) -> String? {
      UserFolder(conference: id, environment: { environment[$0] })?.path
    }
    #expect(path("hresc", ["XDG_DATA_HOME": "/d", "HOME": "/h"]) == "/d/plenary/hresc")
    #expect(path("..", ["XDG_DATA_HOME": "d", "HOME": "/h"]) == "/h/.local/share/plenary/%2E.")
    #expect(path("x", ["HOME": ""]) == nil)
    // None lies where the user's bundles are, or files beside the conferences.
    for (id, name) in [
      ("conferences", "%63onferences"), ("author.json", "%61uthor.json"), ("Conferences", "Conferences"),
    ] {
      #expect(path(id, ["HOME": "/h"]) == "/h/.local/share/plenary/\(name)")
    }
  }
}
