/// Which lines of a note are about which paragraphs of its document, and what the note keeps of these.
public struct NoteAnchors: Equatable, Sendable {
  /// A line that begins what is written about a paragraph.
  public struct Line: Equatable, Sendable {
    /// From 1.
    public var number: Int
    public var label: String
  }

  public private(set) var lines: [Line] = []
  /// By their labels; of two with one label the first holds, as in Markdown.
  public private(set) var selectors: [String: ParagraphSelector] = [:]
  /// The numbers of the lines that keep selectors, from 1.
  public private(set) var definitions: Set<Int> = []
  /// UTF-8 bytes before the definitions with which the note ends; all of them where it ends otherwise.
  public private(set) var bodyEnd = 0

  public init(in note: String) {
    var (number, offset) = (0, 0)
    var start: Int?
    for line in note.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      defer { offset += line.count + 1 }
      guard line.first == 0x5B, let (label, rest) = ParagraphLabel.read(Substring(line)) else {
        if line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) { start = nil }
        continue
      }
      guard rest.hasPrefix(":") else {
        lines.append(Line(number: number, label: label))
        start = nil
        continue
      }
      // What cannot be read is no text of the user's either: whoever changed it has left the label.
      definitions.insert(number)
      start = start ?? offset
      if selectors[label] == nil { selectors[label] = ParagraphSelector(definition: Substring(line)) }
    }
    bodyEnd = start ?? note.utf8.count
  }

  /// The label under which a paragraph is or will be in this note, and whether the note has to keep it still.
  ///
  /// A number that already stands for another paragraph, one of an earlier text, is told apart by a count.
  public func label(for selector: ParagraphSelector) -> (label: String, isNew: Bool) {
    var (label, count) = (selector.label, 1)
    while let known = selectors[label] {
      if known.isSame(as: selector) { return (label, false) }
      count += 1
      label = "\(selector.label) (\(count))"
    }
    return (label, true)
  }

  /// A note without the lines that only keep selectors.
  public static func text(of note: String) -> String {
    guard note.utf8.contains(0xC2) else { return note }
    let definitions = NoteAnchors(in: note).definitions
    guard !definitions.isEmpty else { return note }
    var (kept, number) = ("", 0)
    for line in note.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if definitions.contains(number) { continue }
      if number > 1 { kept += "\n" }
      kept += line
    }
    return kept
  }
}
