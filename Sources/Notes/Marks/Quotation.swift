/// What somebody said, and who: `We must act. — Jane Doe`.
struct Quotation {
  var text: String
  /// Nil where nobody is named.
  var person: String?

  /// Words of the longest name with its titles.
  private static let mostWords = 8

  /// The name stands behind the last dash that has a blank on both sides: `—`, `–` or `--`.
  ///
  /// It begins with no small letter and ends with no sign of a sentence, so that a thought between dashes is no name.
  init(_ quoted: String) {
    text = quoted
    for dash in ["—", "–", "--"] {
      guard let (before, after) = Quotation.split(quoted, at: dash) else { continue }
      let name = after.trimmed
      guard Quotation.isName(name) else { continue }
      (text, person) = (before.trimmed, name)
      return
    }
  }

  private static func split(_ quoted: String, at dash: String) -> (before: String, after: String)? {
    let sign = Array(" \(dash) ".utf8)
    let bytes = Array(quoted.utf8)
    guard bytes.count > sign.count else { return nil }
    // A name is short: only the end is looked at.
    let first = max(0, bytes.count - sign.count - MarkLine.longestName)
    for start in stride(from: bytes.count - sign.count, through: first, by: -1)
    where bytes[start] == 0x20 && bytes[start..<start + sign.count].elementsEqual(sign) {
      return (
        String(decoding: bytes[..<start], as: UTF8.self),
        String(decoding: bytes[(start + sign.count)...], as: UTF8.self)
      )
    }
    return nil
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.first, let last = name.last else { return false }
    return !first.isLowercase && !first.isPunctuation && !"!?;:,".contains(last)
      && name.split(separator: " ").count <= mostWords
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    let blanks: Set<Unicode.Scalar> = [" ", "\t", "\r", "\n"]
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !blanks.contains($0) }),
      let last = scalars.lastIndex(where: { !blanks.contains($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
