import Agenda
public import Files
import Glibc
import JSON

/// Who writes notes on this machine, as colleagues see it.
public struct Author: Equatable, Sendable {
  /// Characters of the longest name that is shown.
  static let longestName = 80

  /// One line, safe to show.
  public var name: String
  /// Eight hexadecimal digits, drawn once for each user of a machine: two authors of one name stay apart by it.
  public let number: String

  /// - Parameter name: what is asked for; what cannot be shown in one line is taken out of it.
  init(name: String, number: String) { (self.name, self.number) = (Author.cleaned(name), number) }

  /// The name of a folder that is this author's alone.
  var folderName: String { "\(SafeName.of(String(name.prefix(40))))-\(number)" }

  static func cleaned(_ name: String) -> String {
    let text = TextCleaner(lines: .single).clean(name).string
    return String(text.prefix(longestName)).trimmed
  }

  static func isNumber(_ text: Substring) -> Bool {
    text.utf8.count == 8 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The full name of whoever runs the program, as the system knows it, else the name of the account; empty where it
  /// knows neither.
  ///
  /// `/etc/passwd` is read here, since what the C library looks users up with cannot be linked statically.
  public static func systemName(environment: (String) -> String?) -> String {
    let file = (try? RegularFile.read("/etc/passwd", limit: 1 << 20)).flatMap(\.self)
    for line in (file?.bytes ?? []).split(separator: 0x0A) {
      let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard fields.count >= 7, Int(String(decoding: fields[2], as: UTF8.self)) == Int(getuid()) else { continue }
      // The full name ends at a comma; `&` stands for the account's.
      let full = cleaned(String(decoding: fields[4].prefix { $0 != UInt8(ascii: ",") }, as: UTF8.self))
      if !full.isEmpty, !full.contains("&"), full != "root" { return full }
      break
    }
    return cleaned(environment("LOGNAME") ?? environment("USER") ?? "")
  }
}

/// The author's own name and number, kept for all conferences: `$XDG_DATA_HOME/plenary/author.json`.
public struct AuthorFile: Sendable {
  private static let limit = 1 << 16

  private let path: String
  private let calls: FileCalls

  /// - Parameter folder: of any conference of the user.
  public init(beside folder: UserFolder) { self.init(beside: folder, calls: .system) }

  init(beside folder: UserFolder, calls: FileCalls) {
    path = Path.split(folder.path).folder + "/author.json"
    self.calls = calls
  }

  /// Who writes here; nil where that was never said, or the file is none of ours.
  public func load() -> Author? {
    (try? RegularFile.read(path, limit: AuthorFile.limit)).flatMap(\.self).flatMap { AuthorFormat.author($0.bytes) }
  }

  /// The author, with a number of the machine that is drawn once; a name that is given replaces the one before.
  ///
  /// - Parameter fallback: the name where none was ever given.
  public func make(name: String?, fallback: String) throws(FileError) -> Author {
    let known = load()
    let number = known?.number ?? AuthorFile.randomNumber()
    let author = Author(name: name ?? known?.name ?? fallback, number: number)
    if author != known {
      try Folder.make(Path.split(path).folder, calls: calls)
      try DurableFile(path, calls: calls).replace(with: AuthorFormat.bytes(author))
    }
    return author
  }

  private static func randomNumber() -> String {
    let digits = String(UInt32.random(in: 0...UInt32.max), radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}

/// An author as JSON, format version 1: `{"format": "plenary-author", "formatVersion": 1, "name", "number"}`.
enum AuthorFormat {
  private static let name = "plenary-author"

  static func author(_ bytes: [UInt8]) -> Author? {
    guard let json = JSONTree(strict: bytes), json["format"]?.string == name, let author = json["name"]?.string,
      let number = json["number"]?.string, Author.isNumber(number[...])
    else { return nil }
    return Author(name: author, number: number)
  }

  static func bytes(_ author: Author) -> [UInt8] {
    JSONTree.object([
      "format": .string(name), "formatVersion": .number(1), "name": .string(author.name),
      "number": .string(author.number),
    ]).bytes()
  }
}
