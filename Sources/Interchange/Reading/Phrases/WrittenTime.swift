import Agenda
import Markup
import Times

/// A time, or a span of time, at the beginning of a line, as people write it: `9-10:30`, `9:00 – 10:30`, `14h30`, `2pm`,
/// `noon`, `24:00`.
struct WrittenTime {
  /// Seconds after midnight; more than a day's are of the next.
  var start: Int
  /// Not before `start`; nil where none stands there.
  var end: Int?
  /// In seconds, where a length stands there in place of an end: `9:00 (45 min)`.
  var length: Int64?
  /// Hours alone, which numbers of anything else may be too: `9-10`.
  var isBare = false
  /// It has seconds, as clocks of machines have.
  var hasSeconds = false
  /// Morning or afternoon stands there.
  var hasHalf = false
  /// What follows, without the signs between.
  var rest: Substring

  /// How long it is in seconds; nil where nothing says it.
  var duration: Int64? { end.map { Int64($0 - start) } ?? length }

  /// Nil where the line begins otherwise.
  init?(_ line: Substring) {
    var scanner = Scanner(line)
    let bracket = scanner.acceptAny("([")
    if scanner.isAtLetter { scanner.skipWord(of: ["from", "de", "von", "at", "à", "um", "ab", "between", "entre"]) }
    let digits = scanner.spanOfDigits()
    guard var first = digits?.first ?? scanner.clock() else { return nil }
    var second = digits?.second
    let mark = scanner
    if let second {
      if WrittenTime.isYears(first, second) { return nil }
    } else if let dash = scanner.dash(), let next = scanner.clock() {
      // A date, or a span of years.
      if scanner.isInsideNumber || WrittenTime.isYears(first, next) { return nil }
      // `9:30 – 5 ways to …` is a title, `9:30-11` is a span.
      let isSpan =
        !next.isBare || next.isLate != nil || first.isBare || dash == .tight || scanner.isAtEndOfTime
      if isSpan { second = next }
    }
    if second == nil { scanner = mark }
    if let next = second {
      // `9-10:30am` says for both what it says for one, unless the end would be before the start.
      let isMarked = first.second >= 46_800 || first.second < 3_600
      if first.isLate == nil, let isLate = next.isLate, !isMarked {
        var moved = first
        moved.isLate = isLate
        first.isLate = isLate && moved.value <= next.value
      }
    }
    start = first.value
    isBare = digits == nil && first.isBare && (second?.isBare ?? true) && first.isLate == nil && second?.isLate == nil
    hasSeconds = first.hasSeconds
    hasHalf = first.isLate != nil || second?.isLate != nil
    // An hour alone is a time only where more says so.
    if first.isBare, second == nil, first.isLate == nil { return nil }
    if let next = second {
      end = ListClock.end(next.value, after: start, isLoose: next.isLate == nil, isAfternoon: first.isLate == true)
    }
    if second == nil { scanner.skipOpenEnd() }
    scanner.skipEmphasis()
    if bracket { _ = scanner.acceptAny(")]") }
    scanner.skipZone()
    if second == nil, let seconds = scanner.length() { length = seconds }
    guard scanner.isAtEndOfTime || scanner.isAtBlank else { return nil }
    rest = scanner.afterSigns()
  }

  /// What stands in a cell for a time, where an hour alone is one too.
  init?(cell: String) {
    if let time = WrittenTime(Substring(cell)) {
      self = time
    } else if let clock = WrittenClock(whole: cell) {
      (start, hasSeconds, hasHalf, rest) = (clock.value, clock.hasSeconds, clock.isLate != nil, "")
    } else {
      return nil
    }
  }

  /// `2017-2018`: two numbers of four digits that are years more likely than minutes of one evening.
  private static func isYears(_ first: WrittenClock, _ second: WrittenClock) -> Bool {
    guard first.isBare, second.isBare, first.hasMinute, second.hasMinute else { return false }
    let (from, to) = (first.second / 60, second.second / 60)
    // From 1950 to 2059, as clocks.
    guard from >= 1_190, to >= 1_190, from <= to else { return false }
    return from % 5 != 0 || to % 5 != 0 || to - from < 15
  }

  /// Reads the parts, one after the other.
  private struct Scanner {
    private let text: Substring.UnicodeScalarView
    private var index: Substring.UnicodeScalarView.Index

    init(_ line: Substring) {
      text = line.unicodeScalars
      index = text.startIndex
      skipBlanks()
    }

    enum Dash { case tight, loose }

    private var scalar: Unicode.Scalar? { index < text.endIndex ? text[index] : nil }

    var isAtLetter: Bool { scalar.map { $0.properties.isAlphabetic } ?? false }
    var isAtBlank: Bool { scalar.map(Scanner.isBlank) ?? true }

    /// Whether a dash and a digit go on with what has been read: `2026-05-04`.
    var isInsideNumber: Bool {
      guard let scalar, "-/".unicodeScalars.contains(scalar) else { return false }
      let next = text.index(after: index)
      return next < text.endIndex && (0x30...0x39).contains(text[next].value)
    }

    /// Whether nothing more of a time can follow: the end, a sign that parts it from a title, or wide space.
    var isAtEndOfTime: Bool {
      guard let scalar else { return true }
      if ":-–—|•·,;.)]\t".unicodeScalars.contains(scalar) { return true }
      let next = text.index(after: index)
      return scalar == " " && next < text.endIndex && Scanner.isBlank(text[next])
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}"
    }

    mutating func skipBlanks() { while let scalar, Scanner.isBlank(scalar) { text.formIndex(after: &index) } }

    mutating func acceptAny(_ signs: String) -> Bool {
      guard let scalar, signs.unicodeScalars.contains(scalar) else { return false }
      text.formIndex(after: &index)
      return true
    }

    /// The letters that come next, in small letters.
    private func word() -> (word: String, end: Substring.UnicodeScalarView.Index) {
      var word = ""
      var end = index
      while end < text.endIndex, word.utf8.count < 16,
        text[end].properties.isAlphabetic || text[end] == "'" || text[end] == "’"
      {
        word.unicodeScalars.append(text[end])
        text.formIndex(after: &end)
      }
      return (word.lowercased(), end)
    }

    mutating func skipWord(of words: Set<String>) {
      let (word, end) = word()
      guard words.contains(word) else { return }
      index = end
      skipBlanks()
    }

    mutating func clock() -> WrittenClock? {
      skipBlanks()
      var rest = Substring(text[index...])
      guard let clock = WrittenClock(&rest) else { return nil }
      index = rest.startIndex
      return clock
    }

    /// `800-830:`, where hours and minutes have no sign between them; without the colon it may be of anything.
    mutating func spanOfDigits() -> (first: WrittenClock, second: WrittenClock)? {
      let before = index
      func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
      let first = text[index...].prefix(while: isDigit)
      index = first.endIndex
      if (3...4).contains(first.count), acceptAny("-–—") {
        let second = text[index...].prefix(while: isDigit)
        index = second.endIndex
        if (3...4).contains(second.count), scalar == ":",
          let from = WrittenClock(whole: String(first)), let to = WrittenClock(whole: String(second)),
          from.second < to.second
        {
          return (from, to)
        }
      }
      index = before
      return nil
    }

    /// What stands between the ends of a span.
    mutating func dash() -> Dash? {
      let before = index
      skipBlanks()
      let isLoose = index != before
      if isAtLetter {
        let (word, end) = word()
        guard isLoose, ["to", "until", "till", "bis", "à", "a", "au", "jusqu'à", "and", "et"].contains(word) else {
          return nil
        }
        index = end
        return .tight
      }
      guard let scalar, "-–—‒−~→".unicodeScalars.contains(scalar) else { return nil }
      while self.acceptAny("-–—‒−~→>") {}
      return isLoose && isAtBlank ? .loose : .tight
    }

    /// The end of what is bold: `**9:00** Welcome`.
    mutating func skipEmphasis() { while acceptAny("*_") {} }

    /// `(CET)`, `[EST]`.
    mutating func skipZone() {
      let before = index
      skipBlanks()
      let (bare, after) = word()
      if Scanner.zones.contains(String(text[index..<after])) || Scanner.onwards.contains(bare) {
        index = after
        return
      }
      if acceptAny("([") {
        let (word, end) = word()
        let isCapital = text[index..<end].allSatisfy { (0x41...0x5A).contains($0.value) }
        index = end
        if (2...5).contains(word.utf8.count), isCapital, acceptAny(")]") { return }
      }
      index = before
    }

    private static let zones: Set<String> = [
      "GMT", "UTC", "BST", "CET", "CEST", "EET", "EEST", "WET", "WEST", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST",
      "PDT", "JST", "AEST", "AEDT", "NZST", "NZDT",
    ]
    private static let onwards: Set<String> = ["onwards", "onward"]

    /// `– ??`: when it ends is not known.
    mutating func skipOpenEnd() {
      let before = index
      guard dash() != nil else { return index = before }
      skipBlanks()
      guard acceptAny("?") else { return index = before }
      while acceptAny("?") {}
    }

    /// `(45 min)`, `[1h30]`, `(30')`.
    mutating func length() -> Int64? {
      let before = index
      skipBlanks()
      guard acceptAny("(["), let end = text[index...].firstIndex(where: { $0 == ")" || $0 == "]" }) else {
        index = before
        return nil
      }
      var inside = String(text[index..<end])
      if inside.hasSuffix("'") || inside.hasSuffix("’") { inside = inside.dropLast() + "min" }
      guard inside.utf8.count <= 16, inside.contains(where: \.isLetter),
        let read = LooseLength.reading(inside.lowercased())
      else {
        index = before
        return nil
      }
      index = text.index(after: end)
      return read.seconds
    }

    /// The rest, without what parts a time from a title.
    func afterSigns() -> Substring {
      var rest = Substring(text[index...])
      while let first = rest.unicodeScalars.first,
        Scanner.isBlank(first) || ":-–—|•·,;.>".unicodeScalars.contains(first)
      {
        rest.unicodeScalars.removeFirst()
      }
      for words in ["end open", "fin libre"] where rest.hasPrefix(words) {
        return rest.dropFirst(words.count).drop { $0 == " " }
      }
      return rest
    }
  }
}
