import Cells
import Testing

@testable import Terminal

struct OutputTests {
  @Test("The queue keeps the order, whatever the terminal takes at a time", arguments: [1, 2, 3, 100])
  func queueOrder(most: Int) {
    var queue = OutputQueue()
    var received: [UInt8] = []
    var isStalled = false
    let write: (ArraySlice<UInt8>) -> Int? = { slice in
      isStalled.toggle()
      if isStalled { return 0 }
      received += slice.prefix(most)
      return min(most, slice.count)
    }
    queue.append([1, 2, 3])
    _ = queue.drain(write)
    queue.append([4, 5])
    for _ in 0..<20 { _ = queue.drain(write) }
    #expect(received == [1, 2, 3, 4, 5])
    #expect(queue.isEmpty)
  }

  @Test("A dead terminal ends the draining")
  func deadTerminal() {
    var queue = OutputQueue()
    queue.append([1])
    let isAlive = queue.drain { _ in nil }
    #expect(!isAlive)
  }

  @Test(
    "The clipboard gets clean text in Base64", arguments: [("", ""), ("a", "YQ=="), ("ab", "YWI="), ("abc", "YWJj")])
  func clipboard(text: String, encoded: String) {
    let (bytes, isWhole) = Clipboard.sequence(for: text + "\u{1B}\u{7}\u{9C}\u{202E}\u{E0041}")
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}]52;c;\(encoded)\u{7}")
    #expect(isWhole)
  }

  @Test("The clipboard cuts between characters and says so")
  func clipboardLimit() {
    let (bytes, isWhole) = Clipboard.sequence(for: String(repeating: "漢", count: 30_000))
    #expect(!isWhole)
    #expect(bytes.count < 100_000)
    let whole = (Clipboard.limit / 3) * 3
    #expect(bytes.count == 7 + (whole + 2) / 3 * 4 + 1)
  }

  @Test(
    "Padding is taken out of a capability", arguments: [("\u{1B}[m$<2>x", "\u{1B}[mx"), ("$<5/*>", ""), ("a$b", "a$b")])
  func padding(raw: String, clean: String) {
    #expect(Capabilities.withoutPadding(Array(raw.utf8)) == Array(clean.utf8))
  }
}

/// What has changed in a row.
struct ChangedRunTests {
  private func row(_ text: String) -> ArraySlice<Cell> {
    var buffer = CellBuffer(size: Size(width: 10, height: 1))
    buffer.put(text, at: Point(x: 0, y: 0), style: .plain, in: buffer.bounds)
    return buffer.cells(inRow: 0)
  }

  @Test(
    "It goes from the first change to the last, and never cuts a wide character",
    arguments: [
      ("abcdef", "abcdef", nil), ("abcdef", "abXdeY", 2..<6), ("漢字ab", "漢語ab", 2..<4), ("a漢b", "axyb", 1..<3),
      ("axyb", "a漢b", 1..<3), ("a漢", "ab", 1..<3), ("漢x", "字x", 0..<2), ("0123456789", "012345678X", 9..<10),
      ("e\u{301}x", "ex", 0..<1),
    ] as [(String, String, Range<Int>?)])
  func run(old: String, new: String, expected: Range<Int>?) {
    #expect(Painter.changedRun(row(old), row(new)) == expected)
  }
}
