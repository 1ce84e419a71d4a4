/// Which addresses may stand as links in what is handed on.
package enum WebScheme {
  /// `http`, `https`, `mailto` and `tel`, without a sign that would end the address where it stands.
  package static func isOpenable(_ url: String) -> Bool {
    guard let colon = url.firstIndex(of: ":") else { return false }
    let scheme = url[..<colon].lowercased()
    return ["http", "https", "mailto", "tel"].contains(scheme)
      && url.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") && $0 != 0x7F }
  }
}
