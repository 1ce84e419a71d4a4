import Agenda
import Markup
import Messages
import Support
import Testing

@testable import Interchange

/// Writing Markdown and HTML.
struct DocumentWritingTests {
  private let markdown = WritingSample.text(.markdown)
  private let html = WritingSample.text(.html)

  @Test("A small programme as Markdown, whole")
  func wholeMarkdown() {
    let text = WritingSample.text(
      .markdown,
      { agenda in
        agenda.people = []
        agenda.documents = []
        agenda.meetings = []
        agenda.sessions.removeAll { !["coffee", "dinner", "moved"].contains($0.id) }
      })
    #expect(
      text == """
        # Rights, law; and \\\\ order

        *A \\<plan\\> of "action" &amp; more*

        **4–5 November 2017 · The Hall, Atlanta, USA**

        Organised by The Center · The Board

        Times in America/New\\_York (EDT). Version 1.4, published 18 October 2017.

        <https://example.org/?a=1&b=2>

        ## Saturday 4 November 2017

        | Time | Session | Place |
        | --- | --- | --- |
        | 10:30–11:00 | Coffee |  |
        | 11:00–12:00 | ~~A session that is off~~ *(cancelled)* | Red, upper floor |
        | 19:30, end open | Dinner | The Old Mill |

        ## Sunday 5 November 2017

        No sessions on this day.

        """)
  }

  @Test("A session's text stands under its heading, whatever it opens and does not close")
  func nestedMarkdown() {
    #expect(markdown.contains("#### Aims"))
    #expect(!markdown.contains("<script"))
    let open = WritingSample.text(.markdown) { $0.sessions[0].details = Text("```\n# no heading\n\n<!-- open") }
    #expect(open.contains("\n### 09:00–09:45 Parallel") == false, "nothing to say of it")
    #expect(open.contains("\n    # no heading\n    \n    <!-- open\n\n**In this session**"), "code, and closed")
    let comment = WritingSample.text(.markdown) { $0.sessions[0].details = Text("Text\n\n<!-- open") }
    #expect(!comment.contains("<!--"))
  }

  @Test("The page has no script, loads nothing, and no text breaks out of its place")
  func harmless() {
    let hostile = WritingSample.text(.html) {
      let text = Text("\"><script>alert(1)</script><img src=x onerror=alert(1)>&amp;")
      $0.conference.title = text
      $0.conference.notice = text
      $0.rooms[0].name = text
      $0.tracks[0] = Track(id: "law", name: text, color: "red;} body { display: none")
      $0.people[0].name = text
      $0.people[0].bio = text
      $0.sessions[0].title = text
      $0.sessions[0].summary = text
      $0.sessions[0].details = Text(
        "<script>alert(1)</script>\n\n![x](https://example.org/x.png) [a](javascript:alert(1)) "
          + "[b](data:text/html,x) <img src=x onerror=alert(1)>\n\n<iframe src=x>")
      $0.sessions[0].links = [
        .init(title: text, url: "javascript:alert(1)"), .init(title: text, url: "https://e.org/\"onclick=\"x"),
      ]
      $0.documents[0].text = text
    }
    let shape = HTMLShape(hostile)
    #expect(shape.problems == [])
    #expect(shape.elements.isDisjoint(with: ["script", "img", "iframe", "link", "object", "base", "form"]))
    #expect(shape.attributes.isDisjoint(with: ["src", "onerror", "srcset", "background"]))
    #expect(!hostile.contains("href=\"javascript:") && !hostile.contains("href=\"data:"))
    #expect(!hostile.contains("red;}"))
    #expect(hostile.contains("<a href=\"https://e.org/&quot;onclick=&quot;x\">&quot;&gt;&lt;script&gt;"))
    #expect(hostile.contains("https://example.org/x.png"), "a picture becomes a link")
  }

  @Test("Every tag is closed, every link inside the page leads somewhere, no name is used twice")
  func sound() {
    for text in [html, WritingSample.text(.html, scope: ExportScope(plan: PlanScope(sessions: ["close", "opening"])))] {
      let shape = HTMLShape(text)
      #expect(shape.problems == [])
      #expect(Set(shape.identifiers).count == shape.identifiers.count)
      #expect(shape.targets.subtracting(shape.identifiers) == [])
    }
    #expect(html.contains(##"<a href="#day-2017-11-05">the close</a>"##), "session: leads inside the page")
  }

  @Test("Headings go down one level at a time, the first being the title")
  func headings() {
    let levels = HTMLShape(html).headings
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(levels)")
  }

  @Test("The page names its language and direction, and each text its own")
  func languages() {
    #expect(html.contains(#"<html lang="en" dir="ltr">"#))
    let arabic = WritingSample.text(.html) {
      $0.conference.language = "ar"
      $0.sessions[0].title = Text(variants: [.init(language: "fr", string: "Ouverture")])
    }
    #expect(arabic.contains(#"<html lang="ar" dir="rtl">"#))
    #expect(arabic.contains(#"lang="fr">Ouverture"#))
    for language in ["fa-IR", "uz-Arab", "HE", "ckb"] { #expect(TextDirection.of(language) == "rtl") }
    for language in ["en", "he-Latn", "", "arn"] { #expect(TextDirection.of(language) == "ltr") }
  }

  @Test("Of texts in several languages the reader's is written")
  func choice() {
    let change: (inout Agenda) -> Void = {
      $0.sessions[0].title = Text(
        variants: [.init(language: "en", string: "Opening"), .init(language: "fr", string: "Ouverture")])
    }
    for format in ExportFormat.allCases {
      #expect(WritingSample.text(format, change, languages: ["fr-CA"]).contains("Ouverture"))
      #expect(WritingSample.text(format, change, languages: ["de"]).contains("Opening"))
    }
  }

  @Test("What is off the record is marked, and the background is in the whole programme only")
  func marks() {
    #expect(html.contains(#"<span class="mark">Off the record</span>"#))
    #expect(html.contains(#"<tr class="cancelled">"#) && html.contains(#"<h2 id="documents">"#))
    let day = WritingSample.text(.html, scope: ExportScope(day: CalendarDate(year: 2017, month: 11, day: 4)))
    #expect(!day.contains(#"<h2 id="documents">"#) && !day.contains(#"<h2 id="background">"#))
    #expect(day.contains("Concept note"))
  }

  @Test("The user's plan says that it is one", arguments: ExportFormat.allCases)
  func plan(format: ExportFormat) {
    let text = WritingSample.text(format, scope: ExportScope(plan: PlanScope(sessions: ["close"])))
    switch format {
    case .iCalendar, .markdown, .html: #expect(text.contains("my plan"))
    case .frabXML, .scheduleJSON: #expect(!text.contains("my plan"), "other programs know the conference by its title")
    }
    #expect(text.contains("Close") && !text.contains("Parallel"))
  }

  @Test("A format is known by the ending of a file's name")
  func endings() {
    for format in ExportFormat.allCases { #expect(ExportFormat(fileName: "a/b.\(format.fileExtension)") == format) }
    #expect(ExportFormat(fileName: "A.HTM") == .html)
    for name in ["a", "a.txt", "ics", "a.ics/b", ""] { #expect(ExportFormat(fileName: name) == nil) }
  }

  @Test("A programme is written in the reader's language, in its order and with its plurals")
  func french() throws {
    let programme = WritingSample.programme(messages: try Translation.french)
    for format in [ExportFormat.markdown, .html] {
      let text = String(decoding: Export.bytes(of: programme, as: format), as: UTF8.self)
      for words in ["novembre 2017", "Heures selon", "Dans cette séance", "Personnes"] { #expect(text.contains(words)) }
      for words in ["November", "Times in", "In this session", "People"] { #expect(!text.contains(words)) }
    }
  }
}
