public import Agenda
import CPosix
public import Files
import Glibc

/// The notes of one conference on disk: `notes/session-<id>.md`, and `meeting-`, `document-` likewise.
public struct NoteFiles: Sendable {
  /// Bytes of the largest note that is read.
  public static let limit = 16 << 20

  public let folder: UserFolder

  public init(in folder: UserFolder) { self.folder = folder }

  /// The file of a note, whether it exists or not.
  public func path(for target: Subject) -> String { "\(folder.notes)/\(NoteName.of(target))" }

  /// The note, nil where there is none.
  ///
  /// A link of the user's own is followed, but only a regular file is read.
  public func note(for target: Subject) throws(FileError) -> NoteText? {
    guard let file = try file(of: target) else { return nil }
    return NoteFiles.text(
      of: target, bytes: file.bytes, modified: Instant(seconds: Int64(file.identity.seconds)), path: path(for: target))
  }

  /// A note's text as it is shown.
  static func text(of target: Subject, bytes: [UInt8], modified: Instant, path: String) -> NoteText {
    let text = bytes.withUnsafeBufferPointer { TextCleaner(lines: .multiple).clean(utf8: $0).string }
    let breaks = text.utf8.reduce(into: 0) { if $1 == 0x0A { $0 += 1 } }
    let lines = breaks + (text.isEmpty || text.utf8.last == 0x0A ? 0 : 1)
    return NoteText(target: target, text: text, lineCount: lines, modified: modified, path: path)
  }

  /// Makes the folder of the notes, for a program that is to write one.
  public func makeFolder() throws(FileError) { try Folder.make(folder.notes) }

  /// Gives a note's file the name of another target, unless that has a note already; nothing is ever written over.
  ///
  /// A link of the user's own stays a link.
  func move(_ from: Subject, to target: Subject, calls: FileCalls = .system) throws(FileError) {
    try DurableFile(path(for: from), calls: calls).move(to: path(for: target))
  }

  /// The file of a note as it is, nil where there is none, or only one that was forgotten and has come back.
  func file(of target: Subject) throws(FileError) -> RegularFile? {
    guard let file = try RegularFile.read(path(for: target), limit: NoteFiles.limit) else { return nil }
    if let mark = ForgottenMarks(in: folder)[target], mark.hides(file.identity.seconds) { return nil }
    return file
  }

  /// Every note, by file name; one that cannot be read is a problem and hides no other.
  ///
  /// The name of a note on a very long identifier holds only its hash: it is found where `known` has the identifier. A
  /// file that another program has named after a note, such as a copy, is a note of its own. What was forgotten and has
  /// come back is none.
  public func all(known targets: [Subject] = []) -> (notes: [NoteText], problems: [FileError]) {
    let names: [String]
    do throws(FileError) {
      names = try Folder.list(folder.notes).sorted()
    } catch .system(_, _, ENOENT) {
      return ([], [])
    } catch {
      return ([], [error])
    }
    lazy var hashed = Dictionary(targets.map { (NoteName.of($0), $0) }, uniquingKeysWith: { a, _ in a })
    var notes: [NoteText] = []
    var problems: [FileError] = []
    let forgotten = ForgottenFiles(folder, known: targets)
    for name in names {
      guard let plain = NoteName.subject(ofFile: name) else { continue }
      let path = "\(folder.notes)/\(name)"
      do throws(FileError) {
        guard let file = try RegularFile.read(path, limit: NoteFiles.limit),
          forgotten.note(ofFile: name, modified: file.identity.seconds) == nil
        else { continue }
        notes.append(
          NoteFiles.text(
            of: NoteName.subject(ofOwnFile: name) ?? hashed[name] ?? plain, bytes: file.bytes,
            modified: Instant(seconds: Int64(file.identity.seconds)), path: path))
      } catch {
        problems.append(error)
      }
    }
    return (notes, problems)
  }

  /// Files of forgotten notes that have come back, by name; they are read by nobody.
  public func returned(known targets: [Subject] = []) -> [ReturnedNote] {
    let forgotten = ForgottenFiles(folder, known: targets)
    if forgotten.marks.isEmpty { return [] }
    return Folder.names(in: folder.notes).sorted().compactMap { name in
      var info = stat()
      let path = "\(folder.notes)/\(name)"
      guard !TemporaryName.isOne(name), lstat(path, &info) == 0,
        let target = forgotten.note(ofFile: name, modified: ForgottenFiles.modified(path))
      else { return nil }
      return ReturnedNote(target: target, path: path)
    }
  }

  /// What else lies in the folder, by name, and is never read: backups of other programs, folders, whatever nobody knows.
  ///
  /// Of hidden files only those that are named after a note; what was forgotten and has come back is told apart.
  public func others() -> [String] {
    let forgotten = ForgottenFiles(folder)
    return Folder.names(in: folder.notes).filter { name in
      if NoteName.subject(ofFile: name) != nil || TemporaryName.isOne(name) { return false }
      if forgotten.note(ofFile: name, modified: ForgottenFiles.modified(path(ofOther: name))) != nil { return false }
      return !name.hasPrefix(".") || Subject.Kind.allCases.contains { name.lowercased().has(part: "\($0.rawValue)-") }
    }.sorted()
  }

  /// The path of one of those.
  public func path(ofOther name: String) -> String { "\(folder.notes)/\(name)" }
}

/// A text that could not be brought together with a note, in a file beside it.
enum ConflictCopy {
  /// Writes `<note>.conflict-<host>-<time>.md` and gives its path; where one with the same text is there already, that.
  static func keep(_ bytes: [UInt8], of note: String, calls: FileCalls) throws(FileError) -> String {
    let stamp = Stamp.string(Instant(seconds: Int64(time(nil)))).filter { $0 != "-" && $0 != ":" }
    let stem = "\(note.hasSuffix(".md") ? String(note.dropLast(3)) : note).conflict-\(host)-\(stamp)"
    return try DurableFile.keep(bytes, as: stem, ending: ".md", limit: NoteFiles.limit, calls: calls)
  }

  /// Whether a file name is that of such a copy.
  static func isCopy(_ name: String) -> Bool {
    var parts = name.dropLast(3).split(separator: "-", omittingEmptySubsequences: false)
    if let last = parts.last, last.utf8.count < 4, Int(last) != nil { parts.removeLast() }
    guard let stamp = parts.popLast(), isStamp(stamp) else { return false }
    return parts.contains { $0.hasSuffix(".conflict") }
  }

  /// A time as in `20171204T144100Z`.
  private static func isStamp(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 16
      && bytes.indices.allSatisfy { place in
        switch place {
        case 8: bytes[place] == UInt8(ascii: "T")
        case 15: bytes[place] == UInt8(ascii: "Z")
        default: (0x30...0x39).contains(bytes[place])
        }
      }
  }

  /// The machine's name, as part of a file name.
  private static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let safe = SafeName.of(String(decoding: bytes, as: UTF8.self).split(separator: ".").first.map(String.init) ?? "")
    return String(safe.prefix(40))
  }
}
