import Agenda
import Files
import Glibc
import Testing

@testable import Notes

struct SharedFolderTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var shared: String { scratch.path + "/shared" }

  private func folder(_ name: String, _ number: String) -> SharedFolder {
    SharedFolder(shared, conference: "meeting", author: Author(name: name, number: number))
  }

  private func write(_ text: String, _ path: String) throws {
    try Folder.make(Path.split(path).folder)
    try DurableFile(path).replace(with: Array(text.utf8))
  }

  @Test func eachAuthorHasAFolderAndReadsTheOthers() {
    let (ann, bo) = (folder("Ann Lee", "0000000a"), folder("Bo", "0000000b"))
    #expect(ann.lay([.session("opening"): Array("from Ann\n".utf8)]).isEmpty)
    #expect(bo.lay([.session("opening"): Array("from Bo\n".utf8), .document("draft"): [0x64]]).isEmpty)
    let read = ann.colleagues()
    #expect(read.problems.isEmpty)
    #expect(read.notes.map(\.author) == ["Bo", "Bo"])
    #expect(Set(read.notes.map(\.text)) == ["from Bo\n", "d"])
    #expect(bo.colleagues().notes.map(\.author) == ["Ann Lee"])
    let all = SharedFolder.notes(gatheredFrom: shared, conference: "meeting")
    #expect(all.notes.count == 3 && Set(all.notes.map(\.author)) == ["Ann Lee", "Bo"])
    #expect(SharedFolder.notes(gatheredFrom: ann.own, conference: "meeting").notes.map(\.author) == ["Ann Lee"])
  }

  @Test func whatIsSharedNoMoreIsTakenAwayAndNothingElse() throws {
    let ann = folder("Ann", "0000000a")
    _ = ann.lay([.session("a"): [0x61], .session("b"): [0x62]])
    try write("x", ann.own + "/README.md")
    #expect(ann.lay([.session("b"): [0x63]]).isEmpty)
    #expect(Set(Folder.names(in: ann.own)) == ["README.md", "author.json", "session-b.md"])
  }

  @Test func anotherNameKeepsTheFolder() {
    let before = folder("Ann", "0000000a")
    _ = before.lay([.session("a"): [0x61]])
    let after = folder("Ann Lee-Smith", "0000000a")
    #expect(after.own == before.own)
    _ = after.lay([.session("a"): [0x61]])
    #expect(folder("Bo", "0000000b").colleagues().notes.map(\.author) == ["Ann Lee-Smith"])
  }

  @Test func twoOfOneNameAreToldApart() {
    for number in ["aaaa0000", "bbbb0000"] { _ = folder("Ann", number).lay([.session("a"): [0x61]]) }
    #expect(folder("Bo", "0000000b").colleagues().notes.map(\.author) == ["Ann (aaaa)", "Ann (bbbb)"])
  }

  @Test func linksDevicesAndLargeFilesOfColleaguesAreNotFollowed() throws {
    let secret = scratch.path + "/secret"
    try write("a secret", secret)
    let bad = shared + "/meeting/Eve-0000000e"
    try Folder.make(bad)
    symlink(secret, bad + "/session-a.md")
    symlink("/dev/zero", bad + "/session-b.md")
    mkfifo(bad + "/session-c.md", 0o600)
    try write("", bad + "/session-d.md")
    truncate(bad + "/session-d.md", 1 << 30)
    try write("good\u{202E}\u{1B}[31m", bad + "/session-e.md")
    try write(
      "{\"format\": \"plenary-author\", \"name\": \"../../\u{202E}x\", \"number\": \"0000000e\"}", bad + "/author.json")
    symlink(scratch.path, shared + "/meeting/link-0000000f")
    try write("loose", scratch.path + "/session-loose.md")
    let read = folder("Ann", "0000000a").colleagues()
    #expect(read.notes.map(\.target) == [.session("e")])
    #expect(read.problems.count == 4)
    let note = try #require(read.notes.first)
    #expect(!note.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(!note.author.unicodeScalars.contains("\u{202E}"))
  }

  @Test func nothingIsWrittenThroughALinkThatSomebodyHasPutThere() throws {
    let victim = scratch.path + "/victim"
    try write("mine", victim)
    let ann = folder("Ann", "0000000a")
    _ = ann.lay([.session("b"): [0x62]])
    unlink(ann.own + "/session-b.md")
    symlink(victim, ann.own + "/session-b.md")
    #expect(ann.lay([.session("b"): [0x63]]) == [.notARegularFile(path: ann.own + "/session-b.md")])
    let bytes = try RegularFile.read(victim, limit: 100)?.bytes
    #expect(bytes == Array("mine".utf8))
    // The whole folder as a link to somewhere else.
    let bo = folder("Bo", "0000000b")
    symlink(scratch.path, shared + "/meeting/Bo-0000000b")
    #expect(bo.lay([.session("b"): [0x63]]) == [.notARegularFile(path: bo.own)])
    #expect(access(scratch.path + "/session-b.md", F_OK) != 0)
  }

  @Test func whoWritesIsDrawnOnceAndKept() throws {
    let folder = try #require(
      UserFolder(conference: "meeting") { $0 == "XDG_DATA_HOME" ? scratch.path : nil })
    let file = AuthorFile(beside: folder)
    #expect(file.load() == nil)
    let first = try file.make(name: nil, fallback: "Ann")
    #expect(first.name == "Ann" && Author.isNumber(first.number[...]))
    #expect(try file.make(name: nil, fallback: "Somebody") == first)
    let renamed = try file.make(name: "Ann\nLee", fallback: "")
    #expect(renamed.number == first.number && !renamed.name.contains("\n"))
    let sharing = SharingFile(in: folder)
    try sharing.save(Sharing(folder: "/srv/x", includesOffTheRecord: false))
    #expect(sharing.load() == Sharing(folder: "/srv/x", includesOffTheRecord: false))
    try sharing.save(nil)
    #expect(sharing.load() == nil)
  }
}
