import Testing

@testable import Markup

/// Markdown inside another document.
struct MarkdownPageTests {
  private let page = MarkdownPage(below: 2) { $0.hasPrefix("https:") ? $0 + "#x" : nil }

  @Test("Headings go below the level around them, six at most")
  func headings() {
    #expect(page.html("# a\n\n## b\n\n###### c") == "<h3>a</h3>\n<h4>b</h4>\n<h6>c</h6>\n")
    #expect(page.commonMark("# a\n\n## b") == "### a\n\n#### b\n")
  }

  @Test("Links are written with the address that is given for them, or become their words")
  func links() {
    #expect(page.html("[a](https://e.org) [*b*](x:y)") == "<p><a href=\"https://e.org#x\">a</a> <em>b</em></p>\n")
    #expect(page.html("https://e.org") == "<p><a href=\"https://e.org#x\">https://e.org</a></p>\n")
  }

  @Test("Pictures are links to them, or their descriptions")
  func pictures() {
    #expect(page.html("![a](https://e.org/a.png)") == "<p><a href=\"https://e.org/a.png#x\">a</a></p>\n")
    #expect(page.html("![](https://e.org/a.png)").contains(">https://e.org/a.png#x</a>"))
    #expect(page.html("![a](x.png)") == "<p>a</p>\n")
    #expect(page.html("[![a](https://e.org/a.png)](https://e.org)") == "<p><a href=\"https://e.org#x\">a</a></p>\n")
  }

  @Test("Of HTML the text stays, without a tag")
  func markup() {
    #expect(page.html("a <b>c</b><br>d") == "<p>a c<br />\nd</p>\n")
    #expect(page.html("<div>x &lt;y<p>z</div>\n\nt") == "<p>x &lt;y<br />\nz</p>\n<p>t</p>\n")
    #expect(page.html("<!-- open\n# t") == "<p>&lt;!-- open # t</p>\n")
    #expect(page.commonMark("<script>x</script>") == "x\n")
  }

  @Test("What is not parsed is given as it stands, and stays inside")
  func unreasonable() {
    let text = String(repeating: "<", count: MarkdownEffort.largestText) + "</pre>"
    let html = page.html(text)
    #expect(html.hasPrefix("<pre>&lt;") && html.hasSuffix("&lt;/pre&gt;</pre>\n"))
    #expect(page.commonMark(text).hasPrefix("    <"))
  }

  @Test("Tables, task lists and crossed-out words are kept")
  func extensions() {
    #expect(page.html("| a |\n|---|\n| ~~b~~ |").contains("<td><del>b</del></td>"))
    #expect(page.commonMark("| a |\n|---|\n| b |").contains("| b |"))
  }
}
