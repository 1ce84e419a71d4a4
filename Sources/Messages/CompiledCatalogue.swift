internal import Glibc

/// A catalogue of messages as `msgfmt` compiles it (GNU gettext manual, "The Format of GNU MO Files").
///
/// Read by ourselves, for the C library's gettext finds nothing under C.UTF-8 from glibc 2.39 on, and that is the only
/// locale that every machine has. A damaged file has no messages; nothing in it leads outside of it.
struct CompiledCatalogue: Sendable {
  private let bytes: [UInt8]
  private let isSwapped: Bool
  private let count: Int
  /// Where the tables of keys and of translations begin.
  private let keys: Int
  private let translations: Int
  private var plural: PluralRule

  /// Nil where there is no such file, or it is no catalogue.
  init?(path: String) {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= 1 << 24, case let read = fread(&piece, 1, piece.count, file), read > 0 {
      bytes += piece[..<read]
    }
    self.init(bytes)
  }

  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    switch CompiledCatalogue.number(bytes, at: 0, isSwapped: false) {
    case 0x9504_12DE: isSwapped = false
    case 0xDE12_0495: isSwapped = true
    default: return nil
    }
    let head = [8, 12, 16].compactMap { [isSwapped] in CompiledCatalogue.number(bytes, at: $0, isSwapped: isSwapped) }
    guard head.count == 3, head[0] <= bytes.count / 16, head[1] <= bytes.count - 8 * head[0],
      head[2] <= bytes.count - 8 * head[0]
    else { return nil }
    (count, keys, translations) = (head[0], head[1], head[2])
    plural = PluralRule.germanic
    if let head = translation(of: [], count: nil), let rule = PluralRule(header: String(decoding: head, as: UTF8.self))
    {
      plural = rule
    }
  }

  /// The translation of a key, which may have a context and U+0004 before it; nil where there is none.
  ///
  /// - Parameter count: chooses the plural form; nil for a message without one.
  func translation(of key: [UInt8], count number: Int?) -> ArraySlice<UInt8>? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      guard let entry = string(keys, middle) else { return nil }
      // A key with a plural has that behind a zero byte.
      let found = entry.prefix { $0 != 0 }
      if found.elementsEqual(key) {
        guard let text = string(translations, middle) else { return nil }
        guard let number else { return text.prefix { $0 != 0 } }
        let forms = text.split(separator: 0, omittingEmptySubsequences: false)
        let form = plural.form(of: number.magnitude)
        return forms.indices.contains(form) ? forms[form] : nil
      }
      if found.lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func string(_ table: Int, _ index: Int) -> ArraySlice<UInt8>? {
    guard let length = CompiledCatalogue.number(bytes, at: table + 8 * index, isSwapped: isSwapped),
      let start = CompiledCatalogue.number(bytes, at: table + 8 * index + 4, isSwapped: isSwapped),
      start <= bytes.count, length <= bytes.count - start
    else { return nil }
    return bytes[start..<start + length]
  }

  private static func number(_ bytes: [UInt8], at place: Int, isSwapped: Bool) -> Int? {
    guard place >= 0, place + 4 <= bytes.count else { return nil }
    let number = bytes[place..<place + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Int(isSwapped ? number.byteSwapped : number)
  }
}

/// Which plural form goes with a number: the expression of a catalogue's head, `nplurals=2; plural=n > 1;`, which is C
/// (GNU gettext manual, "Additional functions for plural forms").
struct PluralRule: Sendable {
  private indirect enum Term: Sendable {
    case count
    case number(UInt)
    case not(Term)
    case binary(String, Term, Term)
    case choice(Term, Term, Term)
  }

  /// One for 1 and another for all else, as in English.
  static let germanic = PluralRule(term: .binary("!=", .count, .number(1)))

  private let term: Term
  private init(term: Term) { self.term = term }

  /// Nil where the head has no rule, or none that can be read.
  init?(header: String) {
    guard let line = header.split(separator: "\n").first(where: { $0.hasPrefix("Plural-Forms:") }) else { return nil }
    let parts = line.split(separator: ";").map { $0.drop { $0 == " " } }
    guard let expression = parts.first(where: { $0.hasPrefix("plural=") }) else { return nil }
    var reader = Reader(rest: Array(expression.dropFirst(7)).filter { $0 != " " }[...])
    guard let term = reader.choice(), reader.rest.isEmpty else { return nil }
    self.term = term
  }

  func form(of count: UInt) -> Int { Int(clamping: PluralRule.value(term, count)) }

  private static func value(_ term: Term, _ count: UInt) -> UInt {
    switch term {
    case .count: return count
    case .number(let number): return number
    case .not(let term): return value(term, count) == 0 ? 1 : 0
    case .choice(let condition, let yes, let no): return value(value(condition, count) != 0 ? yes : no, count)
    case .binary(let sign, let left, let right):
      let (left, right) = (value(left, count), value(right, count))
      return switch sign {
      case "||": left != 0 || right != 0 ? 1 : 0
      case "&&": left != 0 && right != 0 ? 1 : 0
      case "==": left == right ? 1 : 0
      case "!=": left != right ? 1 : 0
      case "<": left < right ? 1 : 0
      case ">": left > right ? 1 : 0
      case "<=": left <= right ? 1 : 0
      case ">=": left >= right ? 1 : 0
      case "+": left &+ right
      case "-": left &- right
      case "*": left &* right
      case "/": right == 0 ? 0 : left / right
      default: right == 0 ? 0 : left % right
      }
    }
  }

  /// Reads an expression without blanks, what binds least first.
  private struct Reader {
    var rest: ArraySlice<Character>
    /// How deep parentheses and signs may stand in one another.
    var depth = 0

    private static let levels: [[String]] = [
      ["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"],
    ]

    mutating func choice() -> Term? {
      depth += 1
      defer { depth -= 1 }
      guard depth < 64, let condition = level(0) else { return nil }
      guard skip("?") else { return condition }
      guard let yes = choice(), skip(":"), let no = choice() else { return nil }
      return .choice(condition, yes, no)
    }

    private mutating func level(_ number: Int) -> Term? {
      guard number < Reader.levels.count else { return unary() }
      guard var left = level(number + 1) else { return nil }
      while let sign = Reader.levels[number].first(where: { skip($0) }) {
        guard let right = level(number + 1) else { return nil }
        left = .binary(sign, left, right)
      }
      return left
    }

    private mutating func unary() -> Term? {
      depth += 1
      defer { depth -= 1 }
      guard depth < 64 else { return nil }
      if skip("!") { return unary().map { .not($0) } }
      if skip("(") {
        guard let inner = choice(), skip(")") else { return nil }
        return inner
      }
      if skip("n") { return .count }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      return UInt(String(digits)).map { .number($0) }
    }

    private mutating func skip(_ sign: String) -> Bool {
      guard rest.starts(with: sign) else { return false }
      rest = rest.dropFirst(sign.count)
      return true
    }
  }
}
