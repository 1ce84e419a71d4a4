/// Which way a language is written.
package enum TextDirection {
  /// `rtl` for languages in Arabic, Hebrew, Syriac, Thaana, N'Ko and Adlam, by their script where the tag names one
  /// (RFC 5646 §2.2.3), else by their usual one; `ltr` for all others.
  package static func of(_ language: String) -> String {
    let parts = language.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
    if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.utf8.allSatisfy { $0 > 0x60 } }) {
      return ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"].contains(script) ? "rtl" : "ltr"
    }
    let usual = ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi"]
    return usual.contains(String(parts.first ?? "")) ? "rtl" : "ltr"
  }
}
