import Cells
import Testing

@testable import Terminal

struct PasteTests {
  private func paste(_ bytes: [UInt8], end: Bool = true) -> [Input] {
    var decoder = InputDecoder()
    decoder.feed(Array("\u{1B}[200~".utf8) + bytes + (end ? Array("\u{1B}[201~".utf8) : []), now: 0)
    return decoder.removeInputs()
  }

  @Test("A paste is text, whatever keys are in it")
  func textOnly() {
    #expect(paste(Array("q\u{3}:quit\rJa\u{1B}[A\u{1B}[20é".utf8)) == [.paste("q:quit\nJa[A[20é")])
    #expect(paste([]) == [.paste("")])
  }

  @Test("Line ends become LF, tabs stay, other controls go, invalid UTF-8 is repaired")
  func cleaned() {
    #expect(paste(Array("a\r\nb\rc\nd\te\0\u{7}\u{7F}\u{9B}f".utf8)) == [.paste("a\nb\nc\nd\tef")])
    #expect(paste([0x61, 0xFF, 0x62, 0xE6]) == [.paste("a\u{FFFD}b\u{FFFD}")])
  }

  @Test("Keys behind a paste are keys again")
  func keysBehind() {
    var decoder = InputDecoder()
    decoder.feed(Array("\u{1B}[200~one\u{1B}[201~q\u{1B}[200~two\u{1B}[201~".utf8), now: 0)
    #expect(decoder.removeInputs() == [.paste("one"), .key(.character("q")), .paste("two")])
  }

  @Test("A paste that never ends is over after two seconds of silence")
  func endless() {
    var decoder = InputDecoder()
    decoder.feed(Array("\u{1B}[200~lost".utf8), now: 0)
    #expect(decoder.deadline == 2000)
    decoder.expire(now: 1999)
    #expect(decoder.removeInputs() == [])
    decoder.feed(Array("!\u{1B}[2".utf8), now: 1999)
    decoder.expire(now: 3999)
    decoder.feed(Array("q".utf8), now: 4000)
    #expect(decoder.removeInputs() == [.paste("lost!"), .key(.character("q"))])
  }

  @Test("A paste over the limit is cut, and its rest runs nothing")
  func limit() throws {
    var collector = PasteCollector()
    let chunk = [UInt8](repeating: 0x71, count: 1 << 20)
    for _ in 0..<18 {
      let used = collector.append(chunk[...])
      #expect(used == chunk.count)
    }
    #expect(!collector.isOver)
    let end = Array("\u{1B}[201~q".utf8)
    let used = collector.append(end[...])
    #expect(used == end.count - 1)
    #expect(collector.isOver)
    #expect(collector.text.utf8.count == PasteCollector.limit)
  }
}
