/// The form of language tags (RFC 5646 §2.1), without asking whether the language exists.
package enum LanguageTag {
  /// A first part of 2 or 3 letters, further ones of 1 to 8 letters and digits, 35 characters at most.
  package static func isWellFormed(_ tag: String) -> Bool {
    guard tag.utf8.count <= 35 else { return false }
    for (index, part) in tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).enumerated() {
      guard (index == 0 ? 2...3 : 1...8).contains(part.count) else { return false }
      for byte in part {
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        guard isLetter || (isDigit && index > 0) else { return false }
      }
    }
    return true
  }
}
