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

  private struct Clock {
    var second: Int
    var isBare = false
    var hasSeconds = false
    /// True for the afternoon; nil where nothing says it.
    var isLate: Bool?

    /// Whether its hour can only be meant as it stands.
    var isMarked: Bool { second >= 46_800 || second < 3_600 }
  }

  /// Nil where the line begins otherwise.
  init?(_ line: Substring) {
    var scanner = Scanner(line)
    let bracket = scanner.acceptAny("([")
    if scanner.isAtLetter { scanner.skipWord(of: ["from", "de", "von", "at", "à", "um", "ab", "between", "entre"]) }
    guard var first = scanner.clock() else { return nil }
    var second: Clock?
    let mark = scanner
    if let dash = scanner.dash(), let next = scanner.clock() {
      // `9:30 – 5 ways to …` is a title, `9:30-11` is a span.
      let isSpan =
        !next.isBare || next.isLate != nil || first.isBare || dash == .tight || scanner.isAtEndOfTime
      if isSpan { second = next }
    }
    if second == nil { scanner = mark }
    if let next = second {
      // `9-10:30am` says for both what it says for one, unless the end would be before the start.
      if first.isLate == nil, let isLate = next.isLate, !first.isMarked {
        let moved = WrittenTime.with(first.second, isLate: isLate)
        first.isLate = isLate && moved <= WrittenTime.value(next)
      }
    }
    start = WrittenTime.value(first)
    isBare = first.isBare && (second?.isBare ?? true) && first.isLate == nil && second?.isLate == nil
    hasSeconds = first.hasSeconds
    hasHalf = first.isLate != nil || second?.isLate != nil
    // An hour alone is a time only where more says so.
    if first.isBare, second == nil, first.isLate == nil { return nil }
    if let next = second {
      var last = WrittenTime.value(next)
      // `11-1pm` has its start in the morning; `11:00-1:00` and `2pm-3:30` end in the afternoon, `22:00-02:00` on the
      // next day.
      let isDaytime = first.isLate == true || (21_600..<46_800).contains(start)
      if last < start, next.isLate == nil, last + 43_200 > start, last < 43_200, isDaytime { last += 43_200 }
      if last < start { last += 86_400 }
      end = last
    }
    scanner.skipEmphasis()
    if bracket { _ = scanner.acceptAny(")]") }
    scanner.skipZone()
    if second == nil, let seconds = scanner.length() { length = seconds }
    guard scanner.isAtEndOfTime || scanner.isAtBlank else { return nil }
    rest = scanner.afterSigns()
  }

  private static func with(_ second: Int, isLate: Bool) -> Int { second % 43_200 + (isLate ? 43_200 : 0) }

  private static func value(_ clock: Clock) -> Int {
    clock.isLate.map { with(clock.second, isLate: $0) } ?? clock.second
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

    private mutating func digits(_ limit: Int) -> (value: Int, count: Int)? {
      var (value, count) = (0, 0)
      while let scalar, (0x30...0x39).contains(scalar.value) {
        count += 1
        if count > limit { return nil }
        value = value * 10 + Int(scalar.value) - 0x30
        text.formIndex(after: &index)
      }
      return count == 0 ? nil : (value, count)
    }

    /// The letters that come next, in small letters, and dots between single ones: `a.m.`.
    private func word() -> (word: String, end: Substring.UnicodeScalarView.Index) {
      var word = ""
      var end = index
      while end < text.endIndex, word.utf8.count < 16 {
        let scalar = text[end]
        if scalar.properties.isAlphabetic || scalar == "'" || scalar == "’" {
          word.unicodeScalars.append(scalar)
        } else if scalar == ".",
          word == "a" || word == "p" || word == "am" || word == "pm" || word == "A" || word == "P"
        {
        } else {
          break
        }
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

    mutating func clock() -> Clock? {
      skipBlanks()
      let start = index
      if isAtLetter {
        let (word, end) = word()
        let named: Int? =
          switch word {
          case "noon", "midday", "midi", "mittag", "mittags", "mediodía": 43_200
          case "midnight", "minuit", "mitternacht", "medianoche": 86_400
          default: nil
          }
        guard let named else { return nil }
        index = end
        return Clock(second: named, isLate: nil)
      }
      guard let (hour, count) = digits(4), count != 3 else { return reset(start) }
      if count == 4 {
        // `0930`; whether it is one, what follows tells.
        guard hour / 100 < 24, hour % 100 < 60, scalar != ":", scalar != "." else { return reset(start) }
        let clock = Clock(second: hour / 100 * 3_600 + hour % 100 * 60, isBare: true)
        return isAtEndOfNumber ? clock : reset(start)
      }
      var clock = Clock(second: hour * 3_600, isBare: true)
      let afterHour = index
      if acceptAny(":.hH"), let (minute, digits) = digits(2), digits == 2, minute < 60 {
        clock = Clock(second: hour * 3_600 + minute * 60)
        let afterMinutes = index
        if acceptAny(":"), let (second, digits) = self.digits(2), digits == 2, second < 60 {
          clock.hasSeconds = true
          clock.second += second
          if acceptAny(".,") { _ = self.digits(9) }
        } else {
          index = afterMinutes
        }
      } else {
        index = afterHour
      }
      half(&clock)
      guard hour < 48, hour <= 24 || !clock.isBare, isAtEndOfNumber else { return reset(start) }
      if clock.isLate != nil, !(1...12).contains(hour) { clock.isLate = nil }
      return clock
    }

    /// `am`, `p.m.`, `h`, `h 30`, `Uhr`, `o'clock` behind a number.
    private mutating func half(_ clock: inout Clock) {
      let before = index
      skipBlanks()
      let (word, end) = word()
      switch word {
      case "am", "a":
        guard word == "am" || before == index else { break }
        (clock.isLate, index) = (false, end)
        return
      case "pm", "p":
        guard word == "pm" || before == index else { break }
        (clock.isLate, index) = (true, end)
        return
      case "uhr", "hrs", "o'clock", "o’clock", "heures", "hours":
        (clock.isBare, index) = (false, end)
        return
      case "h":
        (clock.isBare, index) = (false, end)
        let mark = index
        skipBlanks()
        if clock.second % 3_600 == 0, let (minute, digits) = digits(2), digits == 2, minute < 60 {
          clock.second += minute * 60
        } else {
          index = mark
        }
        return
      default: break
      }
      index = before
    }

    private var isAtEndOfNumber: Bool {
      guard let scalar else { return true }
      if scalar == "." || scalar == "," {
        let next = text.index(after: index)
        return next == text.endIndex || !text[next].properties.isAlphabetic && !(0x30...0x39).contains(text[next].value)
      }
      return !scalar.properties.isAlphabetic && !(0x30...0x39).contains(scalar.value)
        && !"%€$£/°'’".unicodeScalars.contains(scalar)
    }

    private mutating func reset(_ start: Substring.UnicodeScalarView.Index) -> Clock? {
      index = start
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
      if acceptAny("([") {
        let (word, end) = word()
        let isCapital = text[index..<end].allSatisfy { (0x41...0x5A).contains($0.value) }
        index = end
        if (2...5).contains(word.utf8.count), isCapital, acceptAny(")]") { return }
      }
      index = before
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
