public import Agenda

/// A place in a line where somebody is named, or may be.
struct NamePlace: Equatable {
  var range: Range<String.Index>
  /// Nobody has to be asked.
  var isSure: Bool
  /// Folded, the same for every place with this name.
  var name: String
}

/// A place of a note that may name somebody, to be asked about before a report leaves the house.
public struct NameDoubt: Hashable, Sendable {
  /// What the note is about.
  public var target: Subject
  /// The note's, as a report says it.
  public var title: String
  /// From 1, in the note as it is.
  public var line: Int
  /// The line's text, safe to show.
  public var text: String
  /// UTF-8 bytes of the line that may be a name.
  public var range: Range<Int>
  /// The same for every place with this name.
  public var name: String

  public init(target: Subject, title: String, line: Int, text: String, range: Range<Int>, name: String) {
    (self.target, self.title, self.line) = (target, title, line)
    (self.text, self.range, self.name) = (text, range, name)
  }

  /// The line with the place between two signs, and so much of it on both sides, in characters.
  public func marked(_ before: String, _ after: String, within count: Int = .max) -> String {
    let bytes = Array(text.utf8)
    guard range.upperBound <= bytes.count else { return text }
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let (start, end) = (part(0..<range.lowerBound), part(range.upperBound..<bytes.count))
    return (start.count > count ? "…" : "") + start.suffix(count) + before + part(range) + after + end.prefix(count)
      + (end.count > count ? "…" : "")
  }

  /// As it is written.
  public var words: String {
    let bytes = Array(text.utf8)
    return range.upperBound <= bytes.count ? String(decoding: bytes[range], as: UTF8.self) : ""
  }
}

/// What has been said of places that may name somebody.
public struct NameAnswers: Equatable, Sendable {
  public enum Answer: Equatable, Sendable {
    case keep, replace
  }

  private var places: [NameDoubt: Answer] = [:]
  private var names: [String: Answer] = [:]

  public init() {}

  public subscript(doubt: NameDoubt) -> Answer? {
    get { places[doubt] ?? names[doubt.name] }
    set { places[doubt] = newValue }
  }

  /// The same for all places with this name.
  public mutating func answer(_ answer: Answer, all name: String) { names[name] = answer }
}
