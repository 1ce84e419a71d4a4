/// The address that a conference is fetched from: `http` or `https`, and nothing else.
///
/// It may hold what nobody else may know (a user's password, a calendar's token in path or query): `shown` is what people
/// are told of it, and the whole goes only into the user's own file and to the program that fetches.
public struct SourceAddress: Equatable, Sendable {
  /// As it was given, what may not stand in an address percent-encoded.
  public let text: String
  /// In small letters.
  let scheme: String
  /// The host with its port, in small letters; an IPv6 address has its brackets.
  let host: String
  /// `user:password`, as they stand.
  let user: String?

  /// Longer ones are no addresses of schedules.
  private static let limit = 8_000

  /// Nil where the text is no address of these kinds, or names no host.
  public init?(_ text: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), text.utf8.count <= SourceAddress.limit else {
      return nil
    }
    let scheme = text[..<colon].lowercased()
    guard scheme == "http" || scheme == "https", text[colon...].hasPrefix("://") else { return nil }
    let rest = text[text.utf8.index(colon, offsetBy: 3)...]
    let authority = rest.prefix { !"/?#\\".contains($0) }
    let at = authority.lastIndex(of: "@")
    let host = at.map { authority[authority.index(after: $0)...] } ?? authority
    let name = host.utf8.first == UInt8(ascii: "[") ? host : host.prefix { $0 != ":" }
    guard !name.isEmpty, host.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else { return nil }
    self.text = SourceAddress.encoded(text)
    self.scheme = scheme
    self.host = host.lowercased()
    user = at.map { String(authority[..<$0]) }
  }

  var isSecure: Bool { scheme == "https" }

  /// `https://host/…`: where it leads, without anything that may be secret.
  public var shown: String { "\(scheme)://\(host)/…" }

  /// The site that a pretalx's list of events belongs to: what stands before `/api/events`, else the host alone; without
  /// a user, and without a slash at the end.
  var site: String {
    let start = "\(scheme)://\(host)"
    let rest = text.dropFirst(scheme.utf8.count + 3).drop { !"/?#\\".contains($0) }
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    guard let place = path.firstRange(of: "/api/events") else { return start }
    return start + path[..<place.lowerBound]
  }

  /// Where a directory may be that somebody means by this address: there, and where a pretalx keeps its list of events
  /// (`/api/events/`), whose page this perhaps is.
  public var directories: [SourceAddress] {
    let rest = text.dropFirst(scheme.utf8.count + 3).drop { !"/?#\\".contains($0) }
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    let start = text.prefix(text.utf8.count - rest.utf8.count)
    let root = SourceAddress("\(start)/api/events/")
    if path.isEmpty || path == "/" { return [root].compactMap(\.self) }
    if path.hasSuffix(".json") || path.contains("/api/events") { return [self] }
    let below = SourceAddress("\(start)\(path)\(path.hasSuffix("/") ? "" : "/")api/events/")
    return [self, below, root].compactMap(\.self)
  }

  /// Whether a redirect with this status says that from now on all is at the other address (RFC 9110 §15.4), and can be
  /// believed: nobody on the way can have said it, or it is the same host with a safe connection.
  func isMoved(to other: SourceAddress, status: Int) -> Bool {
    (status == 301 || status == 308) && other.isSecure && (isSecure || other.host == host)
  }

  /// Where a redirect leads to, with the user of this address on the same host.
  ///
  /// Nil where it leads to something that is not fetched: a file, another protocol, or from https down to http.
  func redirected(to location: String) -> SourceAddress? {
    guard let next = SourceAddress(location), next.isSecure || !isSecure else { return nil }
    guard let user, next.user == nil, next.host == host, next.scheme == scheme else { return next }
    return SourceAddress("\(scheme)://\(user)@\(next.text.dropFirst(scheme.count + 3))")
  }

  /// Blanks and what is no printing ASCII percent-encoded (RFC 3986 §2.1).
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte > 0x20, byte < 0x7F {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
