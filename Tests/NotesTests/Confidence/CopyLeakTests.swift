import Agenda
import Files
import Glibc
import Messages
import Testing

@testable import Notes

/// Ways in which a note that was off the record is copied, renamed, orphaned and merged: none of them brings it into a
/// report, and the report says of each that it is not there.
struct CopyLeakTests {
  /// What a file is made of.
  enum Source: String, CaseIterable, CustomStringConvertible {
    /// A note that says what may be told of it.
    case lined
    /// One from before notes said so.
    case bare

    var description: String { rawValue }
  }

  static let secret = "the commissioner will resign on Friday"
  private static let board = Subject.session("breakfast")
  private static let open = Subject.session("opening")
  private static let gone = Subject.session("gone-dinner")

  private let scratch: Scratch
  private let files: NoteFiles
  private var folder: String { scratch.user.notes }

  init() throws {
    scratch = try Scratch(inMemory: true)
    files = NoteFiles(in: scratch.user)
  }

  private func text(_ source: Source) -> String {
    switch source {
    case .lined: "Attribution: off the record\n\n\(CopyLeakTests.secret)\nsecond line\n"
    case .bare: "\(CopyLeakTests.secret)\nsecond line\n"
    }
  }

  /// Names of copies, as programs and people give them; `#` stands for the note's own name without its ending.
  private static let names = [
    "#.sync-conflict-20171204-101112-ABCDEFG.md", "#.conflict-laptop-20171204T144100Z.md",
    "#.conflict-laptop-20171204T144100Z-2.md", "# (conflicted copy 2017-12-04 101112).md",
    "# (Ann's conflicted copy 2017-12-04).md", "# (copy).md", "# (another copy).md", "# (1).md", "#(1).md", "# copy.md",
    "# copy 2.md", "# - Copy.md", "# - Kopie.md", "# 2.md", "#-1.md", "#_2.md", "#.1.md", "#-old.md", "#_old.md",
    "#-LAPTOP.md", "#_LOCAL_123.md", "#_REMOTE_123.md", "#_BASE_123.md", "#_BACKUP_123.md", "#.LOCAL.123.md",
    "#.md.BASE.md",
    "#.md.orig.md", "#.orig.md", "#.bak.md", "#~.md", "#.~1~.md", "#~20171204-101112.md", "# [conflict].md",
    "#%20copy.md",
    "#.md~", "#.md.bak", "#.md.orig", "#.md.swp", ".#.md.swp", "#.bak", "#.txt", "#.md.old", "#.md#1", "#.rej.md",
    "Copy of #.md", "backup-#.md",
  ]

  @Test("A copy follows what it copies, whatever it is called", arguments: names, Source.allCases)
  func copies(name: String, source: Source) throws {
    try scratch.write(files.path(for: CopyLeakTests.board), text(source))
    let copy = name.replacing("#", with: "session-breakfast")
    try scratch.write("\(folder)/\(copy)", text(source))
    try expectNothing(of: [copy])
  }

  @Test("So it does where its session is gone and was remembered", arguments: names, Source.allCases)
  func copiesOfTheGone(name: String, source: Source) throws {
    var memory = SubjectMemory(in: scratch.user)
    var subject = NoteSubject(target: CopyLeakTests.gone, title: "Dinner with the board")
    subject.attribution = .offTheRecord
    try memory.remember([subject])
    try scratch.write(files.path(for: CopyLeakTests.gone), text(source))
    let copy = name.replacing("#", with: "session-gone-dinner")
    try scratch.write("\(folder)/\(copy)", text(source))
    try expectNothing(of: [copy])
  }

  @Test("And where nothing is known of it, alone or with what it copies", arguments: names, Source.allCases)
  func copiesOfTheUnknown(name: String, source: Source) throws {
    let copy = name.replacing("#", with: "session-gone-dinner")
    try scratch.write("\(folder)/\(copy)", text(source))
    try expectNothing(of: [copy])
    try scratch.write(files.path(for: CopyLeakTests.gone), text(source))
    try expectNothing(of: [copy, "gone-dinner"])
  }

  @Test(
    "A name that only begins like a note's is no copy of it",
    arguments: [
      "session-opening-dinner.md", "session-opening.2031.md", "session-opening_gala.md", "session-opening-1.md",
    ])
  func otherNames(name: String) throws {
    try scratch.write(files.path(for: CopyLeakTests.open), "Welcome to all\nFull house\n")
    try scratch.write("\(folder)/\(name)", text(.bare))
    try expectNothing(of: [String(name.dropFirst("session-".count).dropLast(3))])
  }

  @Test(
    "Its text in the file of a public note is off the record where it says so",
    arguments: ["renamed", "put before", "put behind", "merged", "in other capitals", "with another encoding's mark"])
  func mixtures(way: String) throws {
    let (secret, own) = (text(.lined), "Welcome to all\n")
    var name = "session-opening.md"
    let mixture =
      switch way {
      case "put before": secret + own
      case "put behind": own + secret
      case "merged": "<<<<<<< mine\n\(own)=======\n\(secret)>>>>>>> theirs\n"
      case "with another encoding's mark": "\u{FEFF}" + secret.replacing("\n", with: "\r\n")
      default: secret
      }
    if way == "in other capitals" { name = "Session-Opening.MD" }
    try scratch.write("\(folder)/\(name)", mixture)
    try expectNothing(of: [way == "in other capitals" ? "Session-Opening" : "Opening: why counts are doubted"])
  }

  @Test("A copy of a public note is in the report, and says that it is one")
  func publicCopies() throws {
    for name in ["session-opening.md", "session-opening (copy).md", "session-opening-1.md"] {
      try scratch.write("\(folder)/\(name)", "Welcome to all\nFull house\n")
    }
    let text = String(decoding: report().bytes(as: .markdown), as: UTF8.self)
    #expect(text.contains("copy of Opening: why counts are doubted: session-opening (copy).md"))
    #expect(
      text.contains("copy of Opening: why counts are doubted: session-opening-1.md") && !text.contains("Left out"))
  }

  private func report() -> Report {
    let agenda = ReportSample.agenda
    let subjects = NoteSubjects(of: agenda, languages: ["en"], messages: .english)
    let memory = SubjectMemory(in: scratch.user)
    let notes = files.all(known: subjects.all.map(\.target)).notes
    let confidence = Confidence(
      agenda: { subjects[$0]?.attribution }, known: subjects.all.map(\.target), memory: memory, notes: notes,
      folder: scratch.user, places: Writer.places(in: scratch))
    return Report(
      of: notes, in: agenda, subjects: subjects, gone: memory.remembered, confidence: confidence,
      others: files.others(),
      languages: ["en"], messages: .english, stamp: ReportSample.stamp, generatorVersion: "0")
  }

  private func expectNothing(of names: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let report = report()
    for format in ReportFormat.allCases {
      let text = String(decoding: report.bytes(as: format), as: UTF8.self).replacing("\r\n ", with: "")
      #expect(!text.contains("resign") && !text.contains("second line"), "\(format)", sourceLocation: sourceLocation)
    }
    let told = report.leftOut.map { Messages.english.text($0) }.joined(separator: "\n")
    for name in names {
      let isTold = told.contains(name) || name.hasSuffix(".md") && told.contains(id(of: name))
      #expect(isTold, "\(name) in \(told)", sourceLocation: sourceLocation)
    }
  }

  /// As a note is called whose session nobody knows.
  private func id(of name: String) -> String {
    String(name.dropLast(3).split(separator: "-", maxSplits: 1).last ?? "").replacing("%20", with: " ")
  }
}
