import Agenda
import Markup

/// Makes texts of a file safe to show, and Markdown of what they are written in.
struct TextConverter {
  let limits: ImportLimits
  let log: ProblemLog
  /// What relative addresses stand below.
  let baseURL: String?
  /// Bytes that are kept of a title or name.
  private static let lineLimit = 16 << 10

  /// A title, a name: one line without character references.
  func line(_ text: String, at place: Problem.Place) -> String {
    cleaned(HTMLEntities.decoded(text), .single, limit: TextConverter.lineLimit, at: place)
  }

  func line(_ text: Text?, at place: Problem.Place) -> Text? { map(text) { line($0, at: place) } }

  /// A text of paragraphs, as Markdown.
  func markdown(_ text: Text?, at place: Problem.Place) -> Text? {
    map(text) { string in
      let (clean, found) = HTMLEntities.withoutHidden(
        cleaned(string, .multiple, limit: limits.keptText, at: place))
      if let found { log.report(.value(.hiddenCharacters(found.first, count: found.count)), at: place) }
      return isHTML(clean)
        ? MarkdownFromHTML.text(clean) { address($0) } : MarkdownFromPlain.text(clean)
    }
  }

  /// A text of one plain paragraph; nil where it is more than that.
  func paragraph(_ text: Text?) -> Text? {
    guard let text else { return nil }
    let isPlain = text.variants.allSatisfy { variant in
      variant.string.utf8.count <= 600 && !variant.string.utf8.contains(0x0A) && !isHTML(variant.string)
        && !variant.string.utf8.contains {
          $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "`")
        }
    }
    return isPlain ? map(text) { HTMLEntities.decoded($0) } : nil
  }

  /// An address that may be opened, made absolute, with blanks and what would hide in it percent-encoded; nil for any
  /// other.
  func address(_ url: String) -> String? {
    var address = HiddenCharacter.encoded(url.trimmingBlanks)
    if address.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) {
      let parts = address.unicodeScalars.split { $0.value <= 0x20 || $0.value == 0x7F }
      address = parts.map { String($0) }.joined(separator: "%20")
    }
    if let base = baseURL, let absolute = TextConverter.resolved(address, from: base) {
      address = absolute
    } else if address.hasPrefix("//") {
      address = "https:" + address
    } else if TextConverter.beginsWithHost(address) {
      address = "https://" + address
    }
    return WebAddress.check(address) == .safe ? address : nil
  }

  /// A draft whose relative addresses are meant from its own page.
  func resolving(_ draft: SessionDraft, from page: String) -> SessionDraft {
    guard let page = address(page) else { return draft }
    var draft = draft
    for index in draft.attachments.indices {
      let url = draft.attachments[index].url.trimmingBlanks
      draft.attachments[index].url = TextConverter.resolved(url, from: baseURL ?? page) ?? url
    }
    return draft
  }

  /// An address that is written as from another one (RFC 3986 §5.2): `/a/b.pdf`, `./b.pdf`, `../b.pdf`, `files/b.pdf`;
  /// nil for any other.
  static func resolved(_ address: String, from base: String) -> String? {
    guard base.hasPrefix("http"), !address.hasPrefix("//"), !address.isEmpty, !address.contains("\\") else {
      return nil
    }
    if address.hasPrefix("/") { return origin(of: base) + address }
    let first = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !first.contains(":"), !first.contains(" "), !first.contains("@"),
      address.hasPrefix(".") || !beginsWithHost(address),
      address.contains("/") || isFile(address)
    else { return nil }
    let whole = base.dropFirst(origin(of: base).utf8.count).prefix { $0 != "?" && $0 != "#" }
    var path = whole.split(separator: "/", omittingEmptySubsequences: false).dropLast().filter { !$0.isEmpty }
    for part in address.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = path.popLast()
      default: path.append(part)
      }
    }
    return origin(of: base) + "/" + path.joined(separator: "/")
  }

  /// Whether a name without a folder is a file's, by its ending.
  private static func isFile(_ name: String) -> Bool {
    name.lastIndex(of: ".").map { files.contains(name[name.index(after: $0)...].lowercased()) } ?? false
  }

  private static let files = [
    "pdf", "html", "htm", "odp", "odt", "txt", "ppt", "pptx", "zip", "png", "jpg", "key", "md",
  ]

  /// Whether there is more to an address than `http://`.
  func isSaying(_ url: String) -> Bool {
    let rest = url.trimmingBlanks
    return !rest.isEmpty && rest != "http://" && rest != "https://" && rest != "#"
  }

  /// `example.org/page`: a name with a dot and a top-level domain before the first slash, and no scheme.
  private static func beginsWithHost(_ address: String) -> Bool {
    let host = address.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    let parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }), let last = parts.last, (2...12).contains(last.count),
      host.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || isAlphanumeric($0) })
    else { return false }
    // A file's name beside the schedule is no host.
    return !files.contains(String(Substring(last)).lowercased())
      && last.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// `https://example.org` of an address there.
  private static func origin(of base: String) -> String {
    let parts = base.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count >= 3 ? parts[..<3].joined(separator: "/") : base
  }

  private func isHTML(_ string: String) -> Bool { TextKind.of(string) == .html }

  private func map(_ text: Text?, _ change: (String) -> String) -> Text? {
    guard let text else { return nil }
    let variants = text.variants.map { Text.Variant(language: $0.language, string: change($0.string)) }
      .filter { !$0.string.isEmpty }
    return variants.isEmpty ? nil : Text(variants: variants)
  }

  private func cleaned(
    _ string: String, _ lines: TextCleaner.Lines, limit: Int, at place: Problem.Place
  ) -> String {
    var string = string
    if string.utf8.count > limit {
      log.report(.value(.longText(bytes: string.utf8.count, limit: limit)), at: place)
      string = String(decoding: Array(string.utf8.prefix(limit)), as: UTF8.self)
    }
    let (clean, finding) = TextCleaner(lines: lines).clean(string)
    if finding.hasInvalidUTF8 { log.report(.value(.invalidUTF8), at: place) }
    if let hidden = finding.firstHidden {
      log.report(.value(.hiddenCharacters(hidden, count: finding.hiddenCount)), at: place)
    }
    return clean
  }
}
