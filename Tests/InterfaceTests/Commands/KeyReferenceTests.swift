import Cells
import Glibc
import Messages
import Testing

@testable import Interface

@Suite("The table of keys in README")
struct KeyReferenceTests {
  private static let markers = (begin: "<!-- keys -->\n", end: "<!-- /keys -->")

  /// `PLENARY_RENEW=1 swift test --filter KeyReferenceTests` writes it anew.
  @Test("README's table is the one in the code")
  func readme() throws {
    let path = "\(Checkout.path)/README.md"
    let text = try #require(Checkout.read(path))
    let begin = try #require(text.firstRange(of: Self.markers.begin)).upperBound
    let end = try #require(text[begin...].firstRange(of: Self.markers.end)).lowerBound
    let table = KeyReference.markdown() + "\n"
    if getenv("PLENARY_RENEW") != nil {
      let renewed = text[..<begin] + table + text[end...]
      let file = try #require(fopen(path, "w"))
      defer { fclose(file) }
      #expect(fputs(String(renewed), file) >= 0)
    } else {
      #expect(text[begin..<end] == table, "PLENARY_RENEW=1 swift test --filter KeyReferenceTests writes it anew")
    }
  }

  @Test("Every command and every key of the panels stands in it, in a sound table")
  func complete() {
    let rows = KeyReference.markdown().split(separator: "\n")
    for row in App.keys.rows {
      let words = Messages.english.text(row.info.words)
      #expect(rows.contains { $0.hasSuffix("| \(words) |") })
      for keys in row.info.keys[.reading] + row.info.keys[.writing] {
        let name = Messages.english.text(KeyTable.name(of: keys))
        #expect(rows.contains { $0.contains("`\(name)`") && $0.contains(words) }, "\(row.info.name) \(name)")
      }
    }
    #expect(rows.allSatisfy { $0.hasPrefix("| ") && $0.split(separator: "|").count == 2 || $0.hasSuffix("| |") })
  }
}
