import Agenda
import Cells
import Notes
import Testing

@testable import Interface

/// Rows of an edited text.
struct PieceLayoutTests {
  private func rows(_ text: String, _ width: Int) -> [String] {
    PieceLayout(Array(text.utf8), width: width, hasEnd: true).texts
  }

  @Test("Rows break behind spaces, which stay where they are")
  func words() {
    #expect(rows("one two three", 8) == ["one two ", "three"])
    #expect(rows("one two  three", 7) == ["one two  ", "three"])
    #expect(rows("", 8) == [""])
    #expect(rows("exactly8", 8) == ["exactly8"])
  }

  @Test("A word that no row can hold is broken where the row ends")
  func longWord() {
    #expect(rows("abcdefghij", 4) == ["abcd", "efgh", "ij"])
    #expect(rows("a bcdefghij", 4) == ["a ", "bcde", "fghi", "j"])
  }

  @Test("Wide characters break anywhere and are never cut in two")
  func wide() {
    #expect(rows("人權與選舉", 5) == ["人權", "與選", "舉"])
    #expect(rows("人權", 1) == ["人", "權"])
  }

  @Test("The caret stands between graphemes: marks, flags and joined emoji are one step")
  func graphemes() {
    let text = "e\u{301}🇩🇪👩🏽‍⚖️x"
    let layout = PieceLayout(Array(text.utf8), width: 20, hasEnd: true)
    #expect(layout.stops == [0, 3, 11, 28, 29])
    #expect(layout.columns == [0, 1, 3, layout.columns[3], layout.columns[3] + 1])
    #expect(layout.columns[4] == displayWidth(text))
  }

  @Test("What would not be seen is seen, and has a column for the caret")
  func hidden() {
    let layout = PieceLayout(Array("a\u{202E}b\u{200B}".utf8), width: 20, hasEnd: true)
    #expect(layout.texts == ["a\u{FFFD}b\u{FFFD}"])
    #expect(layout.columns == [0, 1, 2, 3, 4])
  }

  @Test("Each column of a row leads to the grapheme that covers it")
  func columns() {
    let layout = PieceLayout(Array("人a b".utf8), width: 3, hasEnd: true)
    #expect(layout.texts == ["人a ", "b"])
    #expect((0..<4).map { layout.offset(inRow: 0, column: $0) } == [0, 0, 3, 4])
    #expect(layout.offset(inRow: 1, column: 9) == 6)
  }

  @Test("20,000 halves of flags are set from the front in no time")
  func regionalIndicators() {
    var editor = NoteEditor(.session("a"), text: String(repeating: "\u{1F1E9}", count: 20_001))
    editor.fit(Size(width: 70, height: 10))
    for _ in 0..<2_000 { editor.move(.left) }
    #expect(editor.text.count - editor.caret == 4 * (2 * 2_000 - 1))
  }
}
