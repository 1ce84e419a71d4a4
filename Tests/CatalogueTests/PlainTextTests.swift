import Testing

@testable import Catalogue

struct PlainTextTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("# Title\n\n## Sub", "Title Sub"),
    ("* one\n* two\n- three\n+ four", "one two three four"),
    ("**bold** and *it* and `code`", "bold and it and code"), ("> quoted\n> lines", "quoted lines"),
    ("see [the note](note.md) now", "see the note now"), ("![map](map.png) below", "map below"),
    ("[a](x (y)) b", "a) b"), ("[open bracket", "open bracket"), ("a](b", "a(b"),
    ("snake_case and _emphasis_", "snake_case and emphasis"),
    ("well-known #tag 1 > 0", "well-known #tag 1 > 0"), ("| a | b |\n|---|---|\n| 1 | 2 |", "a b 1 2"),
    ("Title\n=====", "Title"), ("1. first\n12) second", "first second"),
    ("in\n2016. Then 3. day", "in 2016. Then 3. day"), ("1.5\n7", "1.5 7"), ("a \\* b \\[c\\]", "a * b [c]"),
    ("tabs\tand\n\n\nlines  ", "tabs and lines"), ("é*ü*", "éü"), ("back\\slash", "back\\slash"), ("end\\", "end\\"),
  ])
  func markdownLosesItsSigns(markdown: String, plain: String) {
    #expect(PlainText.of(markdown) == plain)
  }

  @Test func manyBracketsTakeLinearTime() {
    let text = String(repeating: "](", count: 500_000)
    #expect(PlainText.of(text).utf8.count == 500_000)
  }
}
