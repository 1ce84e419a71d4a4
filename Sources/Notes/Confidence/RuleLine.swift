public import Agenda

/// The line of a note that says what may be told of it: `Attribution: off the record`.
///
/// It is part of the text, so that a copy, another machine and another program carry it. It is written in one form, and
/// read in every form that somebody may give it. What cannot be read behind the word counts as off the record.
public enum RuleLine {
  /// What a line says.
  enum Reading: Equatable {
    case rule(Session.Attribution)
    case unreadable

    var rule: Session.Attribution {
      switch self {
      case .rule(let rule): rule
      case .unreadable: .offTheRecord
      }
    }
  }

  /// As it is written; the same in every language, for a note may be read in another one.
  public static func text(for rule: Session.Attribution) -> String {
    switch rule {
    case .public: "Attribution: public"
    case .chathamHouse: "Attribution: Chatham House Rule"
    case .offTheRecord: "Attribution: off the record"
    }
  }

  /// The strictest that a note says of itself; nil where it says nothing.
  public static func strictest(in text: String) -> Session.Attribution? {
    lines(of: Array(text.utf8)).map(\.reading.rule).max()
  }

  /// Whether a note has such a line that cannot be read.
  static func hasUnreadable(_ text: String) -> Bool {
    lines(of: Array(text.utf8)).contains { $0.reading == .unreadable }
  }

  /// The note without the lines that could be read, and without the blank one below the first line.
  static func stripped(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for line in lines(of: bytes).reversed() where line.reading != .unreadable {
      var end = line.range.upperBound
      if bytes[..<line.range.lowerBound].allSatisfy(isBlank) {
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        // What is indented below stays so.
        while end > line.range.upperBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
      }
      bytes.removeSubrange(line.range.lowerBound..<end)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// For each line of what was left of a note the number, from 1, of the same line in the note.
  ///
  /// What was taken out is like no line that was left, but for blank ones.
  static func numbers(ofLinesOf stripped: String, in note: String) -> [Int] {
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
    var next = 0
    return stripped.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let place = lines[next...].firstIndex { $0 == line } ?? min(next, lines.count - 1)
      if !line.utf8.allSatisfy(isBlank) { next = min(place + 1, lines.count) }
      return place + 1
    }
  }

  /// Whether a line is one.
  public static func isOne(_ line: some StringProtocol) -> Bool {
    !lines(of: Array(line.utf8)).isEmpty
  }

  /// Whether a note says nothing beside its rule.
  public static func isAlone(in text: String) -> Bool { stripped(text).utf8.allSatisfy(isBlank) }

  /// What puts the line where it is missing, or says less than the rule, and takes away one too many, as a merge leaves it;
  /// nothing for what is public.
  ///
  /// Edits are made one after the other. A line that cannot be read stays.
  public static func edits(keeping rule: Session.Attribution, in text: String) -> [NoteEdit] {
    let bytes = Array(text.utf8)
    let found = lines(of: bytes)
    guard let said = found.map(\.reading.rule).max(), said >= rule else {
      return rule == .public ? [] : edits(of: found.filter { $0.reading != .unreadable }, in: bytes, to: rule)
    }
    let readable = found.filter { $0.reading != .unreadable }
    return readable.count > 1 ? edits(of: readable, in: bytes, to: readable.map(\.reading.rule).max() ?? rule) : []
  }

  /// The note with the line that `edits(keeping:in:)` puts into it.
  public static func keeping(_ rule: Session.Attribution, in text: String) -> String {
    var bytes = Array(text.utf8)
    for edit in edits(keeping: rule, in: text) {
      bytes.replaceSubrange(edit.offset..<edit.offset + edit.removed, with: Array(edit.inserted.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What makes the note say this rule and no other; of a line that cannot be read the words stay.
  public static func edits(setting rule: Session.Attribution, in text: String) -> [NoteEdit] {
    let bytes = Array(text.utf8)
    let found = lines(of: bytes)
    let silenced = found.filter { $0.reading == .unreadable }.compactMap { line in
      place(ofColon: bytes[line.range]).map { NoteEdit(offset: $0.lowerBound, removed: $0.count, inserted: " –") }
    }
    // From the end, so that no edit moves the place of the next.
    return (silenced + edits(of: found.filter { $0.reading != .unreadable }, in: bytes, to: rule)).sorted {
      $0.offset > $1.offset
    }
  }

  /// The first of the lines says the rule, the others go; from the end.
  private static func edits(
    of found: [(range: Range<Int>, reading: Reading)], in bytes: [UInt8], to rule: Session.Attribution
  ) -> [NoteEdit] {
    guard let first = found.first else {
      let ending = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false ? "\r\n" : "\n"
      // A mark of the byte order stays the file's first.
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return [NoteEdit(offset: start, removed: 0, inserted: RuleLine.text(for: rule) + ending + ending)]
    }
    let others = found.dropFirst().reversed().map {
      NoteEdit(offset: $0.range.lowerBound, removed: $0.range.count, inserted: "")
    }
    if first.reading == .rule(rule) { return others }
    let breaks = bytes[first.range].suffix(2).drop { $0 != 0x0D && $0 != 0x0A }
    let line = RuleLine.text(for: rule) + String(decoding: breaks, as: UTF8.self)
    return others + [NoteEdit(offset: first.range.lowerBound, removed: first.range.count, inserted: line)]
  }

  private static func place(ofColon line: ArraySlice<UInt8>) -> Range<Int>? {
    colons.compactMap { line.place(of: Array(String($0).utf8)) }.min { $0.lowerBound < $1.lowerBound }
  }

  // MARK: - Reading

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// The lines that say a rule, with their line breaks.
  private static func lines(of bytes: [UInt8]) -> [(range: Range<Int>, reading: Reading)] {
    var found: [(range: Range<Int>, reading: Reading)] = []
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        if let reading = reading(UnsafeBufferPointer(rebasing: bytes[start..<end])) {
          var next = end
          if next < bytes.count, bytes[next] == 0x0D { next += 1 }
          if next < bytes.count, bytes[next] == 0x0A { next += 1 }
          found.append((start..<next, reading))
        }
        start = end + 1
      }
    }
    return found
  }

  /// Nil for a line that says nothing of the kind.
  private static func reading(_ line: UnsafeBufferPointer<UInt8>) -> Reading? {
    // Signs of a list, a quote, a heading, a comment, a stamp before it, and letters of other scripts for ours.
    guard let first = line.firstIndex(where: { $0 >= 0x80 || isLetter($0) }), isFirst(line[first]) else { return nil }
    let folded = Folding.folded(String(decoding: line[first...], as: UTF8.self))
    let colon = folded.firstIndex(where: colons.contains)
    guard let colon else {
      let words = Folding.words(folded)
      guard words.first == "attribution" else { return nil }
      return rules[words.dropFirst().joined(separator: " ")].map(Reading.rule)
    }
    let label = Folding.words(folded[..<colon]).filter { !tags.contains($0) }.joined(separator: " ")
    let value = Folding.words(folded[folded.index(after: colon)...]).filter { !tags.contains($0) }
    let rule = rules[value.joined(separator: " ")]
    if labels.contains(label) { return rule.map(Reading.rule) ?? .unreadable }
    return otherLabels.contains(label) ? rule.map(Reading.rule) : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a line that begins so can be one: most are not, and that is seen at once.
  private static func isFirst(_ byte: UInt8) -> Bool { byte >= 0x80 || "abcdeilprsu".utf8.contains(byte | 0x20) }

  private static let colons: Set<Character> = [":", "：", "=", "＝", "꞉", "∶", "﹕"]

  /// Behind these the line is one, whatever stands there.
  private static let labels: Set<String> = [
    "attribution", "attributions", "attribution rule", "rule of attribution", "regle d attribution", "atribucion",
  ]
  /// Behind these it is one where a rule stands there.
  private static let otherLabels: Set<String> = [
    "rule", "regle", "confidentiality", "confidentialite", "classification", "reporting", "status", "statut",
  ]
  /// Of HTML, as another program may have put them around the line, and of a mark of the byte order made visible.
  private static let tags: Set<String> = ["b", "br", "div", "em", "feff", "i", "li", "p", "span", "strong", "u"]

  private static let rules: [String: Session.Attribution] = {
    var rules: [String: Session.Attribution] = [:]
    for words in ["public", "publique", "on the record", "publico", "publica"] { rules[words] = .public }
    let house = ["chatham", "chatham house", "chathamhouse", "chatham house rule", "chatham house rules"]
    for words in house + house.map({ "the " + $0 }) + house.map({ "under the " + $0 }) + house.map({ "under " + $0 })
      + [
        "regle de chatham house", "regle chatham house", "la regle de chatham house", "sous la regle de chatham house",
        "regla de chatham house",
      ]
    {
      rules[words] = .chathamHouse
    }
    for words in [
      "off the record", "offtherecord", "off record", "off the records", "strictly off the record", "otr",
      "confidential",
      "strictly confidential", "confidentiel", "confidentielle", "hors micro", "off",
    ] {
      rules[words] = .offTheRecord
    }
    return rules
  }()
}
