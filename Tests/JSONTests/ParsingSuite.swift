import JSON
import Testing

/// A text and what is read of it; most are cases of the well-known parsing suite for JSON (github.com/nst/JSONTestSuite), under their names there.
struct Case: CustomTestStringConvertible, Sendable {
  var name: String
  /// The value that is read of it, in one line; nil where there is none.
  var reads: String?
  /// Line and column of each slip that is told.
  var slips: String
  var isCutShort: Bool

  var testDescription: String { name }

  /// Written with `%E5` for a byte.
  let bytes: [UInt8]

  /// Without a value, it is read as it is written.
  init(_ name: String, _ text: String) { self.init(name, text, reads: text) }

  init(_ name: String, _ text: String, reads: String?, slips: String = "", isCutShort: Bool = false) {
    bytes = Case.bytes(of: text)
    (self.name, self.slips, self.isCutShort) = (name, slips, isCutShort)
    self.reads = reads.map { String(decoding: Case.bytes(of: $0), as: UTF8.self) }
  }

  private static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let number = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(number)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// What comes of it.
  func read() throws -> (document: JSONDocument, text: String?, slips: String) {
    let document = try JSONReader().read(bytes)
    let slips = document.slips.map { "\($0.line):\($0.column)" }.joined(separator: " ")
    return (document, document.root.map { JSONTree($0).text(.compact) }, slips)
  }
}
