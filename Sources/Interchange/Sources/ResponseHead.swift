import Times

/// The first lines of an answer (RFC 9112 §2): status and fields.
struct ResponseHead: Equatable {
  let status: Int
  /// Names in small letters; of a name that comes again the first.
  private let fields: [String: String]

  /// Reads what was written of all answers: those that only say that another follows (1xx, a proxy's) stand before the
  /// last, which counts.
  ///
  /// Nil where there is none. Bytes that are no text, and lines that are no field, are passed over.
  init?(_ bytes: [UInt8]) {
    var status: Int?
    var fields: [String: String] = [:]
    for line in bytes.split(whereSeparator: { $0 == 0x0A }) {
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if text.hasPrefix("HTTP/") {
        let words = text.split(separator: " ")
        status = words.count > 1 ? Int(words[1]) : nil
        fields = [:]
      } else if let colon = text.firstIndex(of: ":") {
        let name = text[..<colon].lowercased()
        if fields[name] == nil { fields[name] = ResponseHead.trimmed(text[text.index(after: colon)...]) }
      }
    }
    guard let status else { return nil }
    (self.status, self.fields) = (status, fields)
  }

  /// A field's value; nil where it is missing, or holds what may not be sent back.
  subscript(name: String) -> String? {
    fields[name].flatMap { value in
      let isSendable = !value.isEmpty && value.utf8.count <= 1_000 && value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
      return isSendable ? value : nil
    }
  }

  /// Seconds that the server wants to be left alone (RFC 9110 §10.2.3), at most a week; nil where it names none.
  ///
  /// A moment is counted from the one at which it says that it answers: no other clock is asked.
  var retrySeconds: Int? {
    guard let text = self["retry-after"] else { return nil }
    let wait: Int64?
    if let seconds = Int64(text) {
      wait = seconds >= 0 ? seconds : nil
    } else {
      let moments = [text, self["date"]].map { $0.flatMap { Instant(httpDate: $0) } }
      wait = moments[0].flatMap { end in moments[1].map { max(0, end.since($0)) } }
    }
    return wait.map { Int(min($0, 7 * 86_400)) }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}

/// What a server has said of the body that is known, to ask for it only where it differs (RFC 9110 §8.8).
public struct Validators: Equatable, Sendable {
  public var entityTag: String?
  public var lastModified: String?

  public init(entityTag: String? = nil, lastModified: String? = nil) {
    (self.entityTag, self.lastModified) = (entityTag, lastModified)
  }

  init(_ head: ResponseHead) { self.init(entityTag: head["etag"], lastModified: head["last-modified"]) }
}

extension Instant {
  /// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7), the one form in which dates are sent; nil for any other.
  init?(httpDate text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
    guard words.count == 6, words[0].hasSuffix(","), words[5] == "GMT",
      let month = DateWords.shortEnglishMonths.firstIndex(of: words[2]).map({ WireTime.digits($0 + 1, 2) })
    else { return nil }
    self.init(iso: "\(words[3])-\(month)-\(words[1])T\(words[4])Z")
  }
}
