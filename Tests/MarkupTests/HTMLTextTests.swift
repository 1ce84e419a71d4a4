import Testing

@testable import Markup

/// HTML and XML are written so that no text breaks out of its place.
struct HTMLTextTests {
  @Test(
    "Quotation marks and the signs of tags and references are escaped",
    arguments: [
      ("\"", "&quot;"), ("a \"b\" c", "a &quot;b&quot; c"), ("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"),
      ("&quot;", "&amp;quot;"), ("'é人\n\t", "'é人\n\t"), ("\u{1}\u{B}\u{FFFE}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("\r", "&#13;"),
    ])
  func escaping(text: String, expected: String) {
    #expect(HTMLText.escaped(text) == expected)
  }

  @Test("A quotation mark in an attribute does not end it, nor does one in a text stand as it is")
  func quotationMarks() {
    var html = HTMLText()
    html.open("p", ("class", nil), ("hidden", ""), ("title", "\" onclick=\"x"))
    html.add("say \"yes\"")
    html.close("p")
    html.element("a", ("href", "\"><b>"), text: "\"")
    #expect(
      html.text == "<p hidden title=\"&quot; onclick=&quot;x\">say &quot;yes&quot;</p>"
        + "<a href=\"&quot;&gt;&lt;b&gt;\">&quot;</a>")
    var xml = XMLText()
    xml.begin("a", ("b", "\" c=\"d"), ("e", nil))
    xml.element("f", ("g", "\""), text: "\"<")
    xml.element("h")
    xml.end()
    #expect(
      xml.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a b="&quot; c=&quot;d">
          <f g="&quot;">&quot;&lt;</f>
          <h/>
        </a>

        """)
  }

  @Test("A Markdown text inside a page escapes the quotation marks of its links and titles")
  func markdown() {
    let html = MarkdownPage(below: 1) { $0 }.html("[a](<https://e.org/\"onclick=\"x> \"b\\\"c\") \"q\"")
    #expect(html == "<p><a href=\"https://e.org/%22onclick=%22x\" title=\"b&quot;c\">a</a> &quot;q&quot;</p>\n")
  }

  @Test("The text of a piece of HTML has its blocks on lines of their own and its references resolved")
  func plain() {
    for (html, expected) in [
      ("<p>a &amp; b<br>c</p> <div> d</div>", "a & b\nc\nd"), ("a <b>c</b>d", "a cd"), ("x <!-- y --> z", "x  z"),
      ("a < b > c", "a < b > c"), ("<a href='x'", "<a href='x'"), ("&eacute;&#233;&#xe9;&none;&", "ééé&none;&"),
      ("<", "<"),
      ("<p", "<p"), ("é<br/>人", "é\n人"), ("", ""),
    ] {
      #expect(PlainHTML.text(html) == expected, "\(html)")
    }
    #expect(PlainHTML.breaksLine("</LI>") && PlainHTML.breaksLine("<br/>") && !PlainHTML.breaksLine("<b>"))
  }

  @Test(
    "A language's direction follows its script where the tag names one, else the language",
    arguments: [
      ("ar", "rtl"), ("he-IL", "rtl"), ("en", "ltr"), ("az-Arab", "rtl"), ("ar-Latn", "ltr"), ("", "ltr"),
    ])
  func direction(language: String, expected: String) {
    #expect(TextDirection.of(language) == expected)
  }
}
