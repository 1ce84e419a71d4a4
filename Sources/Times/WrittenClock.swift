/// A time of a clock as people write it: `9:30`, `14h30`, `9.30`, `0930`, `2pm`, `2:30 p.m.`, `14 Uhr`, `noon`, `24:00`.
public struct WrittenClock: Equatable, Sendable {
  /// Seconds after midnight as they are written, whatever half of the day stands beside them; 24:00 and later, up to
  /// 47:59, are of the next day.
  public private(set) var second: Int
  /// True for the afternoon, false for the morning; nil where nothing says it.
  public var isLate: Bool?
  /// Digits without a sign between hour and minute, which numbers of anything else are too: `9`, `0930`.
  public private(set) var isBare = false
  /// It says a minute, and not the hour alone.
  public private(set) var hasMinute = false
  /// It has seconds, as clocks of machines have.
  public private(set) var hasSeconds = false
  /// A word stands for it: `noon`.
  public private(set) var isWord = false
  /// Morning or afternoon stands behind an hour that has none: `14 pm`.
  public private(set) var isOverstated = false

  /// Seconds after midnight, by the half of the day where one is said.
  public var value: Int { isLate.map { second % 43_200 + ($0 ? 43_200 : 0) } ?? second }

  private static let words: [String: Int] = [
    "noon": 43_200, "midday": 43_200, "midi": 43_200, "mittag": 43_200, "mittags": 43_200, "mediodía": 43_200,
    "midnight": 86_400, "minuit": 86_400, "mitternacht": 86_400, "medianoche": 86_400,
  ]

  /// Reads what a text begins with and takes it off; nil where it begins otherwise, and then nothing is taken.
  public init?(_ text: inout Substring) {
    var scanner = Scanner(text)
    guard let clock = scanner.clock(threeDigits: false) else { return nil }
    self = clock
    text = scanner.rest
  }

  /// Reads a text that is a time as a whole, where three digits are one too: `930`; nil of any other.
  public init?(whole text: some StringProtocol) {
    var scanner = Scanner(Substring(text))
    guard let clock = scanner.clock(threeDigits: true), scanner.rest.allSatisfy(\.isWhitespace) else { return nil }
    self = clock
  }

  private init(_ second: Int) { self.second = second }

  /// Reads the parts, one after the other.
  private struct Scanner {
    private let text: Substring.UnicodeScalarView
    private var index: Substring.UnicodeScalarView.Index

    init(_ text: Substring) {
      self.text = text.unicodeScalars
      index = self.text.startIndex
    }

    var rest: Substring { Substring(text[index...]) }

    private var scalar: Unicode.Scalar? { index < text.endIndex ? text[index] : nil }

    private mutating func accept(_ signs: String) -> Bool {
      guard let scalar, signs.unicodeScalars.contains(scalar) else { return false }
      text.formIndex(after: &index)
      return true
    }

    private mutating func skipBlanks() {
      while let scalar, scalar == " " || scalar.properties.isWhitespace && scalar != "\n" {
        text.formIndex(after: &index)
      }
    }

    /// So many digits at most; nil of none, and of more.
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

    /// Two digits below sixty; otherwise nothing is read.
    private mutating func sixtieth() -> Int? {
      let before = index
      guard let (value, count) = digits(2), count == 2, value < 60 else {
        index = before
        return nil
      }
      return value
    }

    /// The letters that come next, in small letters, and dots between single ones: `a.m.`.
    private func word() -> (word: String, end: Substring.UnicodeScalarView.Index) {
      var word = ""
      var end = index
      while end < text.endIndex, word.utf8.count < 16 {
        let scalar = text[end]
        if scalar.properties.isAlphabetic || scalar == "'" || scalar == "’" {
          word.unicodeScalars.append(scalar)
        } else if scalar != "." || !["a", "p", "am", "pm"].contains(word.lowercased()) {
          break
        }
        text.formIndex(after: &end)
      }
      return (word.lowercased(), end)
    }

    mutating func clock(threeDigits: Bool) -> WrittenClock? {
      skipBlanks()
      if scalar?.properties.isAlphabetic ?? false {
        let (word, end) = word()
        guard let second = WrittenClock.words[word] else { return nil }
        index = end
        var clock = WrittenClock(second)
        (clock.isWord, clock.hasMinute) = (true, true)
        return clock
      }
      guard let (number, count) = digits(4) else { return nil }
      var clock: WrittenClock
      if count > 2 {
        // `0930`; whether it is one, what follows tells.
        guard count == 4 || threeDigits, number / 100 < 24, number % 100 < 60, scalar != ":", scalar != "." else {
          return nil
        }
        clock = WrittenClock(number / 100 * 3_600 + number % 100 * 60)
        (clock.isBare, clock.hasMinute) = (true, true)
        return isAtEnd ? clock : nil
      }
      clock = WrittenClock(number * 3_600)
      clock.isBare = true
      minutes(of: &clock)
      half(of: &clock)
      guard number < 48, number <= 24 || !clock.isBare, isAtEnd else { return nil }
      if clock.isLate != nil, !(1...12).contains(number) { (clock.isLate, clock.isOverstated) = (nil, true) }
      return clock
    }

    /// `:30`, `.30`, `h30`, and seconds with their fractions.
    private mutating func minutes(of clock: inout WrittenClock) {
      let before = index
      guard accept(":.hH"), let minute = sixtieth() else {
        index = before
        return
      }
      clock.second += minute * 60
      (clock.isBare, clock.hasMinute) = (false, true)
      let afterMinute = index
      guard accept(":"), let second = sixtieth() else {
        index = afterMinute
        return
      }
      clock.second += second
      clock.hasSeconds = true
      if accept(".,") { _ = digits(9) }
    }

    /// `am`, `p.m.`, `h`, `h 30`, `Uhr`, `o'clock` behind a number.
    private mutating func half(of clock: inout WrittenClock) {
      let before = index
      skipBlanks()
      let (word, end) = word()
      switch word {
      case "am", "pm": (clock.isLate, index) = (word == "pm", end)
      // `1A` counts something, where `9a` is a clock, and `3 hours` is how long it takes.
      case "a" where before == index && (clock.hasMinute || scalar == "a"),
        "p" where before == index && (clock.hasMinute || scalar == "p"):
        (clock.isLate, index) = (word == "p", end)
      case "hrs" where clock.hasMinute, "hours" where clock.hasMinute: index = end
      case "uhr", "o'clock", "o’clock", "heures": (clock.isBare, index) = (false, end)
      case "h":
        (clock.isBare, index) = (false, end)
        let mark = index
        skipBlanks()
        if clock.second % 3_600 == 0, let minute = sixtieth() {
          clock.second += minute * 60
          clock.hasMinute = true
        } else {
          index = mark
        }
      default: index = before
      }
    }

    /// Whether no more of a number, and nothing that makes it one of another thing, comes next.
    private var isAtEnd: Bool {
      guard let scalar else { return true }
      if scalar == "." || scalar == "," {
        let next = text.index(after: index)
        return next == text.endIndex || !text[next].properties.isAlphabetic && !(0x30...0x39).contains(text[next].value)
      }
      return !scalar.properties.isAlphabetic && !(0x30...0x39).contains(scalar.value)
        && !"%€$£/°'’".unicodeScalars.contains(scalar)
    }
  }
}
