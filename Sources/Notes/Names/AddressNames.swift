import Agenda

/// Addresses in a note that say who somebody is: of mail, of pages, and names by which people go elsewhere.
struct AddressNames {
  /// Words of names that no other word is, and those that are other words too.
  private var families: Set<String> = []
  private var givens: Set<String> = []
  /// As people make a name for themselves: `jdoe`, `janedoe`, `doej`.
  private var logins: Set<String> = []

  mutating func add(_ name: NameBook.Name) {
    let words = name.words.filter { $0.part != .particle }
    for word in words where word.folded.utf8.count > 2 {
      if word.part == .family { families.insert(word.folded) } else { givens.insert(word.folded) }
    }
    let plain = words.map(\.folded)
    guard plain.count > 1, let first = plain.first, let last = plain.last, let letter = first.first,
      let end = last.first
    else { return }
    logins.formUnion([
      "\(letter)\(last)", "\(last)\(letter)", "\(first)\(end)", first + last, last + first, plain.joined(),
    ])
    logins.insert(plain.dropLast().compactMap(\.first).map { String($0) }.joined() + last)
  }

  func places(in text: String, _ book: NameBook) -> [NamePlace] {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "/") }) || text.has(part: "www.")
    else { return [] }
    return text.split(whereSeparator: { AddressNames.ends.contains($0) || $0.isWhitespace }).compactMap { piece in
      var piece = piece
      while let last = piece.last, ".:!?'’*_-".contains(last) { piece.removeLast() }
      while let first = piece.first, "'*_-.:".contains(first) { piece.removeFirst() }
      return isSure(piece, book).map {
        NamePlace(range: piece.startIndex..<piece.endIndex, isSure: $0, name: Folding.folded(piece))
      }
    }
  }

  private static let ends: Set<Character> = [
    "<", ">", "(", ")", "[", "]", "{", "}", "\"", ",", ";", "|", "`", "“", "”", "，",
  ]

  /// Nil for what is no address, or says nothing about anybody.
  private func isSure(_ piece: Substring, _ book: NameBook) -> Bool? {
    let decoded = AddressNames.decoded(piece)
    if let at = decoded.lastIndex(of: "@") {
      let local = decoded[..<at].split(whereSeparator: { ":/".contains($0) }).last ?? ""
      let rest = decoded[decoded.index(after: at)...]
      guard rest.first?.isLetter ?? false else { return nil }
      if isPersonal(local) || isPersonal(rest, alone: true) { return true }
      // A name by which somebody goes elsewhere, or somebody's address: not an office's.
      return AddressNames.offices.contains(Folding.folded(local)) ? nil : false
    }
    guard piece.has(part: "://") || piece.has(part: "www.") || isPage(decoded) else { return nil }
    let parts = decoded.split(separator: "/")
    let isSocial = parts.prefix(3).contains { host in AddressNames.meetingPlaces.contains { host.has(part: $0) } }
    for (index, part) in parts.enumerated() {
      let isUser =
        part.hasPrefix("~") || isSocial || index > 0 && AddressNames.folders.contains(Folding.folded(parts[index - 1]))
      if isUser, isPersonal(part) { return true }
      if isPersonal(part, alone: true, book) { return true }
    }
    return nil
  }

  private func isPage(_ text: String) -> Bool {
    guard let slash = text.firstIndex(of: "/"), let dot = text.firstIndex(of: "."), dot < slash else { return false }
    return text[..<slash].allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
  }

  /// Whether what somebody chose to be called is made of their name.
  private func isPersonal(_ user: some StringProtocol) -> Bool {
    let words = Folding.words(String(user.map { $0.isNumber || $0 == "_" ? " " : $0 })).flatMap {
      NameLine.forms(of: $0)
    }
    if words.contains(where: { families.contains($0) || givens.contains($0) || logins.contains($0) }) { return true }
    let joined = words.joined()
    if logins.contains(joined) { return true }
    return words.contains { word in families.contains { $0.utf8.count > 3 && word.has(part: $0) } }
  }

  /// Whether a part of an address has a name in it that is nothing else.
  private func isPersonal(_ part: some StringProtocol, alone: Bool, _ book: NameBook = NameBook()) -> Bool {
    let words = Folding.words(String(part.map { $0.isNumber || $0 == "_" ? " " : $0 })).flatMap {
      NameLine.forms(of: $0)
    }
    if words.contains(where: { families.contains($0) && $0.utf8.count > 3 && !book.isCommon($0) }) { return true }
    return words.contains { logins.contains($0) && $0.utf8.count > 5 && !book.isCommon($0) }
      || words.contains(where: givens.contains) && words.contains(where: families.contains)
  }

  private static let meetingPlaces = [
    "twitter.", "x.com", "facebook.", "linkedin.", "instagram.", "github.", "gitlab.", "t.me", "medium.", "youtube.",
    "threads.", "bsky.", "mastodon.", "tiktok.", "vk.com", "weibo.", "orcid.",
  ]
  private static let folders: Set<String> = [
    "user", "users", "u", "in", "people", "person", "profile", "profiles", "staff", "team", "author", "authors",
    "member",
    "members", "delegate", "delegates", "bio", "home",
  ]
  private static let offices: Set<String> = [
    "info", "contact", "office", "secretariat", "press", "media", "admin", "support", "registration", "hello", "mail",
    "webmaster", "events", "conference", "noreply", "help", "helpdesk", "team",
  ]

  /// With what is written as `%C3%BC` in its place.
  private static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
