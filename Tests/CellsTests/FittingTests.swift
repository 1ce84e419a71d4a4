import Cells
import Testing

@Suite struct FittingTests {
  @Test(arguments: [
    ("Welcome and Introductions", 25, "Welcome and Introductions"),
    ("Welcome and Introductions", 24, "Welcome and…"),
    ("Welcome and Introductions", 14, "Welcome and…"),
    ("Welcome and Introductions", 12, "Welcome and…"),
    ("Welcome and Introductions", 5, "Welc…"),
    ("Welcome", 1, "W"), ("Welcome", 2, "W…"), ("Welcome", 0, ""), ("Welcome", -3, ""), ("", 4, ""),
    ("人権会議", 8, "人権会議"), ("人権会議", 7, "人権会…"), ("人権会議", 6, "人権…"), ("人権", 2, "…"), ("人権", 1, ""),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ("a\u{202E}b\u{1B}c", 9, "ab\u{FFFD}c"),
  ]) func aTitleIsCutToItsColumn(_ text: String, _ width: Int, _ expected: String) {
    let cut = fitted(text, width: width)
    #expect(scalars(cut) == scalars(expected))
    #expect(displayWidth(cut) <= max(0, width))
  }

  /// A letter with an accent goes the long way round, and stands where a plain one would.
  @Test func plainTextsAreCutWhereOthersAre() {
    let words = [
      "Words of  several lengths,  with blanks ", "   a b c d e f", "        ", "Incomprehensibilities of", "A",
    ]
    for text in words {
      for width in 1..<45 {
        for ellipsis in ["…", "..."] {
          let accented = fitted(text + "é", width: width, ellipsis: ellipsis)
          let expected = accented.map { $0 == "é" ? "e" : String($0) }.joined()
          #expect(fitted(text + "e", width: width, ellipsis: ellipsis) == expected)
        }
      }
    }
  }

  @Test func theEllipsisCanBeASCII() {
    #expect(fitted("Welcome and Introductions", width: 9, ellipsis: "...") == "Welcom...")
    #expect(fitted("Welcome", width: 3, ellipsis: "...") == "Wel")
  }
}
