/// Something in a note that a report gathers: an action, a decision, a question, or what somebody said.
public struct NoteMark: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case action, decision, question, quote
  }

  public var kind: Kind
  /// Who must act, asked or said it, as it is written; empty where nobody is named.
  public var person = ""
  public var stamp: NoteStamp?
  /// Of an action: done; of a question: answered.
  public var isTicked = false
  /// What is marked, on one line, without signs and names.
  public var text = ""
  /// From 1: the first line, and the last one that goes on with it.
  public var lines: ClosedRange<Int>
  /// UTF-8 bytes from the beginning of the note to the mark's first line.
  public var offset: Int
  /// The change that ticks an action or a question, or takes the tick away; nil for what cannot be ticked.
  public internal(set) var tick: NoteEdit?

  public init(kind: Kind, lines: ClosedRange<Int>, offset: Int) {
    (self.kind, self.lines, self.offset) = (kind, lines, offset)
  }

  /// The marks of a note, in its order.
  ///
  /// A mark begins its line, behind a list's sign or not: `- [ ] **Action (Jane Doe):** text`, `- **Decision:** text`,
  /// `**Question:** text`, `> text — Jane Doe`. Capitals, bold, the list's sign and the place of the stamp do not matter,
  /// and a box alone makes an action. What stands indented below goes on with it, as do further lines of a quote that
  /// names nobody yet. Nothing between code fences is a mark.
  public static func all(in text: String) -> [NoteMark] {
    var text = text
    return text.withUTF8 { bytes in
      var reader = MarkReader(bytes)
      return reader.read()
    }
  }
}
