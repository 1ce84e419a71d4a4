import Agenda
import JSON
import Markup

/// The fields of an object, by what they have of a session or of what sessions stand in.
struct SessionFields {
  typealias Label = WrittenWords.Label

  /// A field by its folded name.
  struct Entry {
    var name: String
    var meaning: SessionFieldNames.Meaning
    var value: JSONValue

    /// Whether it has what something else is told apart by, and no name of it.
    var isReference: Bool { name.hasSuffix("id") || name.hasSuffix("ids") }
  }

  let object: JSONFields
  private var found: [Label: [Entry]] = [:]
  private let log: ProblemLog

  /// - Parameter log: what is told where a field has a value of another kind.
  init(_ object: JSONFields, _ names: SessionFieldNames, _ log: ProblemLog) {
    (self.object, self.log) = (object, log)
    for (name, value) in object.fields where !Self.isEmpty(value) {
      guard let meaning = names.meaning(of: name) else { continue }
      found[meaning.label, default: []].append(Entry(name: name, meaning: meaning, value: value))
    }
    for (label, values) in found where values.count > 1 {
      found[label] = values.enumerated().sorted {
        ($0.element.meaning.rank, $0.offset) < ($1.element.meaning.rank, $1.offset)
      }.map(\.element)
    }
  }

  var value: JSONValue { object.value }

  private static func isEmpty(_ value: JSONValue) -> Bool {
    switch value.kind {
    case .null, .omitted: true
    case .array: value.values.isEmpty
    case .string: value.rawString?.trimmingBlanks.isEmpty ?? true
    case .true, .false, .number, .object: false
    }
  }

  /// Values of one meaning, the best first; none of them says nothing.
  func entries(_ label: Label) -> [Entry] { found[label] ?? [] }

  /// Texts and numbers, the best first, as texts without blanks around them.
  func strings(_ label: Label) -> [String] { entries(label).compactMap { Self.string($0.value) } }

  /// The same of times, which may stand in parts: `{"date": …, "time": …}`, `["9:00", "9:30"]`.
  func times(_ label: Label) -> [String] { entries(label).compactMap { Self.time($0.value, log) } }

  func string(_ label: Label) -> String? { strings(label).first }

  static func string(_ value: JSONValue) -> String? {
    value.kind == .number ? value.excerpt : value.rawString?.trimmingBlanks
  }

  /// The best text, in all languages that it stands in.
  func text(_ label: Label) -> Text? {
    let all = entries(label)
    for entry in all {
      guard let language = entry.meaning.language else {
        if let text = Self.text(entry.value, log) { return text }
        continue
      }
      // `title_en`, `title_fr`
      let variants = all.compactMap { other -> Text.Variant? in
        guard let tag = other.meaning.language, other.meaning.rank == entry.meaning.rank,
          let string = Self.string(other.value)
        else { return nil }
        return Text.Variant(language: tag, string: string)
      }
      if variants.count > 1 { return Text(variants: variants) }
      return Self.string(entry.value).map { Text(variants: [Text.Variant(language: language, string: $0)]) }
    }
    return nil
  }

  /// A text, one for each language, or paragraphs.
  static func text(_ value: JSONValue, _ log: ProblemLog) -> Text? {
    switch value.kind {
    case .string, .number: return string(value).map { Text($0) }
    case .array:
      let parts = value.values.compactMap(string)
      return parts.isEmpty ? nil : Text(parts.joined(separator: "\n\n"))
    case .object:
      guard let fields = JSONFields(value, log) else { return nil }
      for name in ["text", "plain", "html", "@value", "value"] {
        if let string = fields[name].flatMap(string), !string.isEmpty { return Text(string) }
      }
      return fields.languages()
    case .null, .true, .false, .omitted: return nil
    }
  }

  private static func time(_ value: JSONValue, _ log: ProblemLog) -> String? {
    switch value.kind {
    case .array:
      let parts = value.values.prefix(3).compactMap(string)
      return (1...2).contains(parts.count) ? parts.joined(separator: " – ") : nil
    case .object:
      guard let fields = JSONFields(value, log, isFolded: true) else { return nil }
      if let whole = fields.string(of: ["datetime", "local", "iso", "value", "seconds"]) { return whole }
      let parts = [fields.string(of: ["date"]), fields.string(of: ["time"])].compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    case .string, .number: return string(value)
    case .null, .true, .false, .omitted: return nil
    }
  }
}
