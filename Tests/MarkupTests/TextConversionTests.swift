import Testing

@testable import Markup

/// Texts of other formats as Markdown.
struct TextConversionTests {
  private func html(_ text: String) -> String { MarkdownFromHTML.text(text) { $0.hasPrefix("http") ? $0 : nil } }

  @Test("HTML is told from Markdown and plain text by its tags")
  func kinds() {
    for text in ["<p>x</p>", "a<br>b", "a<br />b", "x <a href=\"y\">z</a>", "<UL><LI>x</UL>"] {
      #expect(TextKind.of(text) == .html, "\(text)")
    }
    for text in ["a < b and c > d", "Vec<T> and <generic>", "`<p>` is a tag", "<https://example.org>", "plain"] {
      #expect(TextKind.of(text) == .plain, "\(text)")
    }
  }

  @Test("Paragraphs, breaks, lists, emphasis, links, code and headings become Markdown's")
  func markup() {
    for (text, expected) in [
      ("<p>One\ntwo</p>\n<p>Three</p>", "One two\n\nThree"), ("a<br/>b", "a\\\nb"), ("a<br><br>b", "a\n\nb"),
      ("<ul><li>x</li>\n<li>y<ul><li>z</li></ul></li></ul><p>e</p>", "- x\n- y\n  - z\n\ne"),
      ("<ol><li>x</li><li>y</li></ol>", "1. x\n2. y"), ("<b>bold</b> and <em>it</em>", "**bold** and *it*"),
      ("a <strong> b </strong>c", "a **b** c"),
      ("see <a href=\"https://e.org/(x)\">this</a>.", "see [this](<https://e.org/(x)>)."),
      ("<a href=\"https://e.org/a_b\">https://e.org/a_b</a>", "https://e.org/a_b"),
      ("<a href=\"x.html\">rel</a>", "rel"),
      ("<code>a_b*c</code>", "`a_b*c`"), ("<pre><code>x = 1\n  y</code></pre>z", "```\nx = 1\n  y\n```\n\nz"),
      ("<h2>Head</h2>text", "### Head\n\ntext"), ("<blockquote><p>q</p></blockquote>", "> q"),
      ("1 * 2 _ 3 &lt;x&gt; &eacute; &#233; &nbsp;", "1 \\* 2 \\_ 3 \\<x> é é"), ("<script>alert(1)</script>x", "x"),
      ("<!-- c -->a<unknown>b", "a\\<unknown>b"), ("<tr><td>a</td><td>b</td></tr>", "a | b"), ("<p></p>", ""),
      ("<p>https://e.org/a_b_c now</p>", "https://e.org/a_b_c now"), ("<b></b>x<b>", "x"),
    ] {
      #expect(html(text) == expected, "\(text)")
    }
  }

  @Test("Plain text keeps its breaks, flows where it was wrapped, and loses the indentation of its file")
  func plain() {
    let wrapped = """
      This line was broken to fit a width of about seventy columns or so,
      and this one too, since they have nearly the same length as the other
      ones.
      """
    #expect(MarkdownFromPlain.text(wrapped) == wrapped)
    #expect(MarkdownFromPlain.text("Roses\r\nViolets\r\n") == "Roses\\\nViolets")
    #expect(
      MarkdownFromPlain.text("First.\n\n        Second.\n        * a\n          * b") == "First.\n\nSecond.\n* a\n  * b"
    )
    #expect(MarkdownFromPlain.text("```\na\nb\n```") == "```\na\nb\n```")
    #expect(MarkdownFromPlain.text("Agenda:\n- a\n- b\nEnd") == "Agenda:\n- a\n- b\nEnd")
  }

  @Test("Thousands of levels and marks that are never closed cost no more than a few")
  func levels() {
    for piece in ["<b>x <i>", "<ul><li>x", "<blockquote>x<br>", "<a href=\"https://example.org\">x "] {
      let html = String(repeating: piece, count: 20_000)
      let text = MarkdownFromHTML.text(html) { $0 }
      #expect(text.utf8.count < html.utf8.count * 8, "\(piece)")
      #expect(text.utf8.count { $0 == UInt8(ascii: "x") } >= 20_000)
    }
    let nested = String(repeating: "<ul><li>a", count: 15) + String(repeating: "</li></ul>", count: 15) + "<p>end</p>"
    #expect(MarkdownFromHTML.text(nested) { $0 }.hasSuffix("\n\nend"))
  }

  @Test("Titles cannot make tables, links or emphasis")
  func plainMarkdown() {
    #expect(
      MarkdownEscape.line("a|b *c* [d](e) <f> `g` #h\n~i~ & \\")
        == ##"a\|b \*c\* \[d\](e) \<f\> \`g\` \#h \~i\~ &amp; \\"##)
    #expect(["1. x", "12) x", "- x", "+ x"].map(MarkdownEscape.line) == [#"1\. x"#, #"12\) x"#, #"\- x"#, #"\+ x"#])
    #expect(MarkdownEscape.line("2017 and - so") == "2017 and - so")
  }

  @Test("Line breaks inside a paragraph become blanks for readers that show them, and nothing else does")
  func unwrapping() {
    let markdown = """
      # Head
      one
      two  
      three
      - item
        goes on
      - next

      | a | b |
      |---|---|
      | c | d |

          code
          code

      ```
      x
      y
      ```
      > quote
      > quote
      1. first
      four
      five
      ===
      """
    #expect(
      ParagraphLines.unwrapped(markdown) == """
        # Head
        one two  
        three
        - item goes on
        - next

        | a | b |
        |---|---|
        | c | d |

            code
            code

        ```
        x
        y
        ```
        > quote
        > quote
        1. first four five
        ===
        """)
  }
}
