import Agenda

/// Gives everything in one list an identifier of its own, the same with every reading of the same file.
struct IdentifierPool {
  /// Identifiers that are given, with the line of what has them.
  private var lines: [String: Int?] = [:]
  private var numbers: [String: Int] = [:]

  /// What the file calls it, where that can be used and is free; else one made of it, or of `words`.
  mutating func claim(_ raw: String?, words: String, line: Int? = nil) -> String {
    var wanted = raw.map { Identifier.isUsable($0) ? $0 : Identifier.replacing($0) } ?? ""
    if wanted.isEmpty {
      let made = Identifier.words(of: words)
      wanted = made.isEmpty ? "x" : made
    }
    let base = wanted
    while lines[wanted] != nil {
      let number = (numbers[base] ?? 1) + 1
      numbers[base] = number
      wanted = "\(base)~\(number)"
    }
    lines[wanted] = .some(line)
    return wanted
  }
}
