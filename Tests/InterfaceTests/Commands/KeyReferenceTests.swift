import Cells
import Messages
import Testing

@testable import Interface

/// The table of keys in README.
struct KeyReferenceTests {
  @Test("Every command and every key of the panels stands in it, in a sound table")
  func complete() {
    let rows = KeyReference.markdown().split(separator: "\n")
    for row in Views.keys.rows {
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
