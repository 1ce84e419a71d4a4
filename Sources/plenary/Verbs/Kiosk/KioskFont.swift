import Agenda
import Catalogue
import Files
import Interface
import Messages

/// The font of large letters of scripts that Plenary draws none of.
enum KioskFont {
  /// Where Debian's package unifont lays it.
  private static let usual = "/usr/share/unifont/unifont.hex"
  /// Bytes that are read of one at the most.
  private static let limit = 32 << 20

  /// Letters with the font that was asked for, else with the usual one where it is installed.
  static func letters(_ path: String?) throws(FontProblem) -> Letters {
    guard let path else { return (try? read(usual)).map { Letters(font: $0) } ?? Letters() }
    return Letters(font: try read(path))
  }

  private static func read(_ path: String) throws(FontProblem) -> FontFile {
    let file: RegularFile?
    do throws(FileError) {
      file = try RegularFile.read(path, limit: limit)
    } catch {
      throw .notRead(path, error)
    }
    guard let file else { throw .missing(path) }
    if file.bytes.starts(with: [0x1F, 0x8B]) { throw .packed(path) }
    guard let font = FontFile(file.bytes) else { throw .noFont(path) }
    return font
  }

  /// What the log says of titles that stay in plain letters; nil where all can be drawn.
  static func remark(on agenda: Agenda, _ letters: Letters) -> Message? {
    // A letter is looked for once, however many titles it is in.
    var known: [Character: Bool] = [:]
    func draws(_ text: String) -> Bool {
      text.allSatisfy { letter in
        if let isDrawn = known[letter] { return isDrawn }
        let isDrawn = letters.draws(String(letter))
        known[letter] = isDrawn
        return isDrawn
      }
    }
    let titles = agenda.sessions.compactMap { session in
      session.title.variants.map(\.string).first { !draws($0) }
    }
    guard let first = titles.first else { return nil }
    return Message(
      "1 title is in plain letters, since no font has all of it: %2$s. Install unifont, or name a font by --font",
      "%1$d titles are in plain letters, since no font has all of them: %2$s. Install unifont, or name a font by --font",
      count: titles.count, first)
  }
}

/// Why there is no such font.
enum FontProblem: Error {
  case missing(String)
  case notRead(String, FileError)
  case noFont(String)
  /// By gzip (RFC 1952), as the fonts of Debian's consoles are.
  case packed(String)

  var message: Message {
    switch self {
    case .missing(let path): Message("--font: found no file %s", path)
    case .notRead(let path, let error): Message("--font: %1$s cannot be read: %2$s", path, error.reason)
    case .packed(let path):
      Message("--font: %s is packed; write it unpacked by gzip -dc into a file, and name that", path)
    case .noFont(let path): Message("--font: found %s, expected a font in BDF, PSF or Unifont's .hex, unpacked", path)
    }
  }
}
