import Testing

@testable import Agenda

struct PartSearchTests {
  @Test func aPartIsFoundWhereItStandsFirst() {
    let text = Array("abcababcab")
    #expect(text.place(of: Array("abab")) == 3..<7)
    #expect(text.place(of: Array("ab")) == 0..<2)
    #expect(text.place(of: Array("cab")) == 2..<5)
    #expect(text.place(of: text) == 0..<10)
    #expect(text.place(of: []) == 0..<0)
    #expect(text.place(of: Array("abcababcabc")) == nil)
    #expect(text.place(of: Array("abd")) == nil)
    #expect([Character]().place(of: Array("a")) == nil)
  }

  @Test func aTextIsComparedByteForByte() {
    #expect("Déjeuner sur l’herbe".has(part: "jeuner s"))
    #expect("see https://example.org".has(part: "://"))
    #expect(!"e\u{301}".has(part: "\u{E9}"))
    #expect("".has(part: ""))
    #expect(!"".has(part: "a"))
  }
}
