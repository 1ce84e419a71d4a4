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

  @Test(
    "What would hide or be obeyed is visible, also where it comes as a reference",
    arguments: [
      "&#27;[2J", "&#x1B;[2J", "&#x9b;2J", "&#8238;x", "a &#xFEFF;b", "`&#27;`", "&#xE0041;&#xE0042;",
      "[a&#27;](https://e.org/&#27;&#x202E; 'c&#27;')", "![&#27;](https://e.org/&#27;)", "<b>&#27;</b>",
      "<p>\n&#x9B;\n</p>",
    ])
  func hidden(markdown: String) {
    for text in [page.html(markdown), page.commonMark(markdown)] {
      #expect(!text.unicodeScalars.contains { HiddenCharacter($0) != nil && $0 != "\n" }, "\(markdown)")
    }
    MarkdownTree(markdown)?.walk { node in
      for text in [node.literal, node.title, node.url] {
        #expect(!text.unicodeScalars.contains { HiddenCharacter($0) != nil }, "\(markdown)")
      }
    } leave: { _ in
    }
  }

  @Test("Tags of an emoji, joiners, LRM and RLM stay")
  func scripts() {
    let scotland = "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}"
    for text in [scotland, "a\u{200E}b\u{200F}c", "👩\u{200D}🚒"] {
      #expect(page.html(text) == "<p>\(text)</p>\n" && HiddenCharacter.madeVisible(text) == text)
    }
    #expect(HiddenCharacter.encoded("https://e.org/\u{1B}\u{202E}é") == "https://e.org/%1B%E2%80%AEé")
  }

  @Test("References that are made visible stand for themselves no more, whatever their form")
  func references() {
    for reference in ["&#27;", "&#027;", "&#0000000027;", "&#x1b;", "&#X1B", "&#27"] {
      #expect(HTMLEntities.withoutHidden("a\(reference) b").text == "a␛ b", "\(reference)")
    }
    for text in ["&#10;", "&#65;", "&amp;#27;", "&#;", "&#x;", "&#99999999999;", "a & b", "&#8206;"] {
      let (same, found) = HTMLEntities.withoutHidden(text)
      #expect(same == text && found == nil)
    }
  }

  @Test("A list of fifty thousand items keeps its numbers and takes a moment")
  func longList() {
    let markdown = (1...50_000).map { "\($0). item" }.joined(separator: "\n")
    let clock = ContinuousClock()
    let start = clock.now
    let (text, html) = (page.commonMark(markdown), page.html(markdown))
    #expect(clock.now - start < .seconds(6))
    #expect(text.contains("50000. item") && text.contains("1001. item") && html.contains("<ol start=\"1001\">"))
    #expect(page.commonMark((1...1_000).map { "\($0). item" }.joined(separator: "\n")).hasSuffix("1000. item\n"))
  }
}
