/// Which parts of a document are numbered paragraphs, and how.
package struct ParagraphNumbers {
  /// Whether the author's own numbers stand; paragraphs without one then have none.
  package let isAuthored: Bool
  /// Digits of the highest number; 0 in a document without paragraphs.
  package let digits: Int
  package private(set) var count = 0

  /// From the parts at the top level: paragraphs, and ordered lists, whose items count as paragraphs.
  package init(_ document: MarkdownNode) {
    var (paragraphs, items, ownNumbers, largest) = (0, 0, 0, 0)
    for block in document.children {
      if block.kind == .paragraph {
        paragraphs += 1
        if let first = block.children.first(where: { _ in true }), first.kind == .text,
          Self.ownNumber(first.literal) != nil
        {
          ownNumbers += 1
        }
      } else if block.kind == .list, block.isOrdered {
        let count = block.children.reduce(0) { count, _ in count + 1 }
        items += count
        largest = max(largest, block.listStart + count - 1)
      }
    }
    isAuthored = ownNumbers > 0 || (items > 0 && items >= paragraphs)
    let highest = isAuthored ? max(largest, paragraphs) : paragraphs + items
    digits = paragraphs + items == 0 ? 0 : String(highest).count
  }

  /// Counts a paragraph and gives its place from 1.
  package mutating func next() -> Int {
    count += 1
    return count
  }

  /// The number with which a text begins, as `12.`, `3)` or `1.2`, if a space follows; nil for a mere figure.
  package static func ownNumber(_ text: String) -> String? {
    let sign = text.utf8.prefix(12).prefix { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x29 }
    guard let first = sign.first, first >= 0x30, first <= 0x39, sign.endIndex < text.utf8.endIndex else { return nil }
    guard text.utf8[sign.endIndex] == 0x20, sign.contains(where: { $0 == 0x2E || $0 == 0x29 }) else { return nil }
    return String(text[..<sign.endIndex])
  }
}
