import Agenda
import Markup

/// A schedule's draft from a text that people have written.
enum OutlineImport {
  /// - Parameters:
  ///   - today: stands for dates that say less than one.
  ///   - choices: columns of its tables by the field that the user says they have.
  ///   - isExpected: the text is an agenda for sure, however little of one stands in it yet.
  static func draft(
    _ text: String, _ choices: [ColumnChoice] = [], today: CalendarDate, isExpected: Bool = false,
    _ limits: ImportLimits, _ log: ProblemLog, _ monitor: ImportMonitor
  ) throws(ImportFailure) -> ScheduleDraft {
    var outline = OutlineKinds(text)
    let verdict = OutlineVerdict(outline)
    outline.keepTrueDays()
    let reader = OutlineReader(outline, choices, today: today, log: log) { monitor.read(share: $0) }
    if let column = reader.unknownColumn { throw ImportFailure(.file(.noColumn(column))) }
    if let kind = verdict.kind, !(isExpected || !choices.isEmpty) || kind != .text {
      throw ImportFailure(.file(.noAgenda(kind)))
    }
    reader.read()
    if reader.isCancelled { throw ImportFailure(.file(.cancelled)) }
    if reader.draft.sessions.isEmpty, !isExpected { throw ImportFailure(.file(.noAgenda(.text))) }
    return reader.draft
  }
}

/// Whether a text with times in it is an agenda at all.
struct OutlineVerdict {
  /// What it is instead; nil where it may well be an agenda.
  let kind: UnlikeAgenda?

  /// Fewer sessions than one in so many lines are a story.
  private static let linesOfSession = 60

  init(_ outline: OutlineKinds) { kind = OutlineVerdict.kind(of: outline) }

  private static func kind(of outline: OutlineKinds) -> UnlikeAgenda? {
    let lines = outline.lines.filter { !$0.isBlank && !$0.isRule }
    let timed = outline.timedLines
    // A machine's time stands at the head of every line, with seconds.
    let stamped = lines.count { OutlineVerdict.isStamped($0.text) }
    if stamped >= 3, stamped * 2 >= lines.count { return .log }
    if timed.count >= 3,
      timed.count(where: { $0.time.rest.first == "<" || $0.time.rest.hasPrefix("\\<") }) * 2 > timed.count
    {
      return .log
    }
    let rows = lines.filter { OutlineVerdict.clocks(in: $0.text) >= 3 }
    if rows.count >= 3, rows.count * 2 >= timed.count { return .timetable }
    let priced = timed.count { OutlineVerdict.hasPrice($0.time.rest) || OutlineVerdict.hasPrice($0.line.text) }
    if priced >= 2, priced * 2 >= timed.count { return .prices }
    let count = timed.count + outline.timedRows
    guard count > 0 else { return .text }
    let hasDay = outline.kinds.contains { if case .day = $0 { true } else { false } } || outline.hasDatedRow
    // Spans that follow each other are of one day's agenda, whatever else stands there.
    if !hasDay, follow(timed.compactMap { $0.time.end == nil ? nil : $0.time.start }) || follow(outline.startsOfRows) {
      return nil
    }
    if !hasDay, count < 3 { return .text }
    if !hasDay, !lines.prefix(40).contains(where: { OutlineVerdict.namesAgenda($0.text) }), count * 3 < lines.count {
      return .text
    }
    return count * linesOfSession < lines.count ? .text : nil
  }

  private static func follow(_ starts: [Int]) -> Bool {
    starts.count >= 4 && zip(starts, starts.dropFirst()).count { $0 >= $1 } * 4 <= starts.count
  }

  private static func namesAgenda(_ text: Substring) -> Bool {
    guard text.utf8.count <= 160 else { return false }
    let words = text.lowercased().split { !$0.isLetter }
    return words.contains {
      [
        "agenda", "programme", "program", "schedule", "programm", "tagesordnung", "ablauf", "conference", "conférence",
        "workshop",
        "meeting", "réunion",
      ].contains($0)
    }
  }

  /// `2024-03-02 10:00:01`, `[10:00:01.123]`, `Mar  2 10:00:01 host`.
  private static func isStamped(_ text: Substring) -> Bool {
    var rest = text.prefix(60)
    for _ in 0..<4 {
      if let time = WrittenTime(rest.drop { $0 == "[" || $0 == "(" }), time.hasSeconds { return true }
      guard let blank = rest.firstIndex(where: { $0 == " " || $0 == "T" || $0 == "[" || $0 == ":" }) else {
        return false
      }
      rest = rest[rest.index(after: blank)...]
    }
    return false
  }

  /// How many times of a clock stand in a line.
  private static func clocks(in text: Substring) -> Int {
    guard text.utf8.count <= 400, text.utf8.count(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) >= 3
    else {
      return 0
    }
    return text.split { $0 == " " || $0 == "\t" || $0 == "|" || $0 == "\u{A0}" || $0 == ";" }.count {
      LooseTime.clock(String($0)) != nil && $0.utf8.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    }
  }

  private static func hasPrice(_ text: Substring) -> Bool {
    let hasDigit = text.utf8.contains { (0x30...0x39).contains($0) }
    guard text.utf8.count <= 400, hasDigit else { return false }
    let hasSign = text.utf8.contains { $0 == UInt8(ascii: "$") || $0 >= 0x80 }
    guard hasSign || ["EUR", "USD", "CHF", "GBP", "CAD"].contains(where: { text.has(part: $0) }) else { return false }
    if text.contains(where: { "€$£¥".contains($0) }) && text.contains(where: \.isNumber) { return true }
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "|" || $0 == "\u{A0}" }
    return zip(words, words.dropFirst()).contains { a, b in
      let isUnit: (Substring) -> Bool = { ["EUR", "USD", "CHF", "GBP", "CAD"].contains($0) }
      return (isUnit(a) && (b.first?.isNumber ?? false)) || (isUnit(b) && (a.first?.isNumber ?? false))
    }
  }
}
