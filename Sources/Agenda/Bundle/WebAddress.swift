/// Which addresses of a bundle may be shown and opened.
package enum WebAddress {
  package enum Check {
    case safe, malformed, unsafeScheme
  }

  package static let schemes = ["http", "https", "mailto", "tel"]

  /// An absolute address (RFC 3986 §4.3) in printable characters, at most 2,000 bytes, of one of the schemes.
  package static func check(_ address: String) -> Check {
    let bytes = address.utf8
    guard bytes.count <= 2_000, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    else { return .malformed }
    let scheme = address[..<colon].lowercased()
    guard schemes.contains(scheme) else { return .unsafeScheme }
    let rest = bytes[bytes.index(after: colon)...]
    guard scheme.hasPrefix("http") else { return rest.isEmpty ? .malformed : .safe }
    let host = rest.dropFirst(2).first
    guard rest.starts(with: "//".utf8), let host, !"/?#".utf8.contains(host) else { return .malformed }
    return .safe
  }
}
