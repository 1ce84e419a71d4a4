import Testing

@testable import Markup

struct PlainFromMarkdownTests {
  @Test(
    "What Markdown means, without its signs",
    arguments: [
      ("To *meet*, to **talk**;\nto `agree`.", "To meet, to talk; to agree."),
      ("# Aims\n\nOne.\n\nTwo.", "Aims\n\nOne.\n\nTwo."),
      ("First\n\n- one\n- two\n  1. inner\n\nLast", "First\n\n- one\n- two\n  1. inner\n\nLast"),
      ("3. three\n4. four", "3. three\n4. four"),
      ("- [x] done\n- [ ] to do", "- [x] done\n- [ ] to do"),
      (
        "[The page](https://example.org/a), <https://example.org/b>",
        "The page (https://example.org/a), https://example.org/b"
      ),
      ("[the close](session:close), [harm](javascript:alert(1))", "the close, harm"),
      ("![A map](https://example.org/m.png)", "A map (https://example.org/m.png)"),
      ("> said\n> so\n\nreally", "> said so\n\nreally"),
      ("| a | b |\n|---|---|\n| 1 | 2 |\n\nend", "a | b\n1 | 2\n\nend"),
      ("one  \ntwo\n\n```\nlet x = *1*\n  y\n```\n", "one\ntwo\n\nlet x = *1*\n  y"),
      ("a <b>bold</b> word\n\n<div>x</div>\n", "a bold word"), ("5 \\* 3 &lt; 16", "5 * 3 < 16"), ("", ""),
    ])
  func meaning(markdown: String, plain: String) {
    #expect(PlainFromMarkdown.text(markdown) == plain)
  }

  @Test("A text that would take long is left as it is")
  func hostile() {
    let text = String(repeating: "[", count: 5_000_000)
    #expect(PlainFromMarkdown.text(text) == text)
  }
}
