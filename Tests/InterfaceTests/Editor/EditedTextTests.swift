import Dice
import Testing

@testable import Interface

struct EditedTextTests {
  @Test(
    "Whatever is put in and taken out, it is the text that a plain array would be, and its pieces fit", arguments: 0..<4
  )
  func likeAnArray(seed: UInt64) {
    var dice = Dice(seed: seed)
    var text = EditedText("")
    var plain: [UInt8] = []
    let parts = [
      "a", "word ", "\n", "\r\n", "é", "選舉", "\u{301}", "🇩🇪", String(repeating: "x", count: 3_000), "",
      "one\ntwo\nthree",
    ]
    for step in 0..<600 {
      let low = plain.isEmpty ? 0 : Int.random(in: 0...plain.count, using: &dice)
      let high = min(
        plain.count, low + (Int.random(in: 0...9, using: &dice) == 0 ? 2_500 : Int.random(in: 0...4, using: &dice)))
      let (start, end) = (boundary(plain, low), boundary(plain, high))
      let part = Array((parts.randomElement(using: &dice) ?? "").utf8)
      text.replace(start..<max(start, end), with: part)
      plain.replaceSubrange(start..<max(start, end), with: part)
      guard step % 20 == 0 else { continue }
      #expect(text.bytes(in: 0..<text.count) == plain)
      #expect(text.pieces.reduce(0) { $0 + $1.length } == plain.count)
      #expect(text.pieces.allSatisfy { $0.length <= EditedText.longest })
      #expect(text.lineBreaks == plain.count { $0 == 0x0A })
      #expect(text.pieces.last?.endsLine == false && text.pieces.dropLast().allSatisfy { $0.length > 0 })
      let offset = Int.random(in: 0...plain.count, using: &dice)
      let place = text.find(offset)
      #expect(place.start == text.pieces[..<place.index].reduce(0) { $0 + $1.length })
      #expect(offset >= place.start && offset <= place.start + text.pieces[place.index].length)
    }
  }

  @Test("A line of a megabyte is cut behind words, and between graphemes where there are none")
  func longLine() {
    let words = EditedText(String(repeating: "lorem ipsum ", count: 90_000))
    #expect(words.pieces.count > 400)
    #expect(words[words.pieces[0].length - 1] == 0x20)
    // A flag is two letters of four bytes each, so that every piece has to hold a multiple of eight.
    let flags = EditedText(String(repeating: "🇩🇪", count: 10_000))
    #expect(flags.pieces.allSatisfy { $0.length % 8 == 0 })
    let marks = EditedText("e" + String(repeating: "\u{301}", count: 50_000))
    #expect(marks.pieces.allSatisfy { $0.length <= EditedText.longest })
  }

  @Test("Lines are counted as people count them")
  func lines() {
    #expect(EditedText("").lineCount == 0)
    #expect(EditedText("a").lineCount == 1)
    #expect(EditedText("a\n").lineCount == 1)
    #expect(EditedText("a\n\nb").lineCount == 3)
  }

  /// The nearest place before an index that is not inside a scalar.
  private func boundary(_ bytes: [UInt8], _ index: Int) -> Int {
    var index = index
    while index > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
