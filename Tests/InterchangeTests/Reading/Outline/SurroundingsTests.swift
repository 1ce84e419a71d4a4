import Agenda
import Testing

@testable import Interchange

/// Agendas among what pages of sites, generators and programs have around them.
struct SurroundingsTests {
  private func read(_ text: String) throws -> (title: String, lines: [String]) {
    let reading = try ReadingSample.read(text)
    let lines = reading.agenda.sessions.map { session in
      let end = ReadingSample.local(session.end, reading)?.suffix(5) ?? ""
      return "\(ReadingSample.local(session.start, reading) ?? "")-\(end) \(session.title.string(for: []))"
    }
    return (reading.agenda.conference.title.string(for: []), lines)
  }

  @Test("The settings of a site's page name the conference, and nothing else of them is read")
  func settings() throws {
    let found = try read(
      "---\nlayout: page\ntitle: \"The Meeting\"\ndate: 2001-01-01 10:00:00\nnavorder: 5\n---\n\n## 12 May 2026\n\n09:00-10:00 Opening\n"
    )
    #expect(found.title == "The Meeting")
    #expect(found.lines == ["2026-05-12 09:00-10:00 Opening"], "\(found.lines)")
  }

  @Test(
    "A day's heading may have tags in it, and count the days before its date",
    arguments: [
      "## Day 1. October 15<sup>th</sup> 2020", "### <a name=\"1\"></a> Thursday, 15 October, 2020",
      "## Day 2. October 15th 2020", "<h2>Day 1: 15 October 2020</h2>", "## Day 1 - October 15, 2020",
      "## Tag 1. 15. Oktober 2020", "#### Thursday, October 15th 2020 Time",
    ])
  func heading(line: String) throws {
    let found = try read("# W\n\n\(line)\n\n- **09:30** - Conference welcome\n- 10:00 Talk\n")
    #expect(
      found.lines == ["2020-10-15 09:30- Conference welcome", "2020-10-15 10:00- Talk"], "\(found.lines)")
  }

  @Test(
    "A page may begin with a comment, or with what a site's templates are told",
    arguments: [
      "<!-- of the site -->\n<!-- another -->\n\n<div class=\"page\">", "{% extends \"base.html\" %}\n<div>",
      "<!---->\n<html><body><div>",
    ])
  func beginnings(head: String) throws {
    let found = try read(
      "\(head)<h2>12 May 2026</h2><ul><li>09:00-10:00 Opening</li><li>10:00-10:30 Talk</li></ul></div>")
    #expect(found.lines == ["2026-05-12 09:00-10:00 Opening", "2026-05-12 10:00-10:30 Talk"], "\(found.lines)")
  }

  @Test("Markdown may begin with a comment")
  func comment() throws {
    let found = try read("<!-- of the site -->\n\n# W\n\n## 12 May 2026\n\n09:00-10:00 Opening\n")
    #expect(found.title == "W" && found.lines == ["2026-05-12 09:00-10:00 Opening"], "\(found)")
  }

  @Test("A page that a program makes is one, whatever stands before it")
  func program() throws {
    let found = try read(
      "<?php $page = \"x\"; ?>\n<?php include(\"head.php\") ?>\n<h2>Mittwoch, 11.03.2015</h2>\n<table><tr><th>Zeit</th><th>Veranstaltung</th></tr>"
        + "<tr><td>9:00 – 10:45 Uhr</td><td>Workshops</td></tr><tr><td>11:00 – 12:00 Uhr</td><td>Eröffnung</td></tr></table>"
    )
    #expect(found.lines == ["2015-03-11 09:00-10:45 Workshops", "2015-03-11 11:00-12:00 Eröffnung"], "\(found.lines)")
  }

  @Test("Cells that cover others leave the rest of a table where it stands")
  func covered() throws {
    let found = try read(
      """
      <h1>C</h1><table><tr><th>Time</th><th>Tuesday 5 May 2026</th><th>Wednesday 6 May 2026</th></tr><tr></tr>
      <tr><td>09.00-10.00</td><td rowspan="2">Tutorial</td><td>Invited</td></tr>
      <tr><td>10.00-10.30</td><td>Coffee</td></tr>
      <tr><td rowspan=2>11-12</td><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr>
      <tr><td>13:00</td><td colspan="2">Lunch</td></tr></table>
      """)
    #expect(
      found.lines
        == [
          "2026-05-05 09:00-10:00 Tutorial", "2026-05-06 09:00-10:00 Invited", "2026-05-06 10:00-10:30 Coffee",
          "2026-05-05 11:00-12:00 A", "2026-05-06 11:00-12:00 B", "2026-05-05 11:00-12:00 C",
          "2026-05-06 11:00-12:00 D",
          "2026-05-05 13:00- Lunch",
        ], "\(found.lines)")
  }

  @Test("A day of the week finds the year that nobody writes, and so does the only one that is spoken of")
  func years() throws {
    // Today is in 2026.
    let week = try read(
      "# Course\n\n|Time|Monday 3rd September|Tuesday 4th September|\n|---|---|---|\n|09:00|A|B|\n|10:30|C|D|\n|12:00|E|F|\n|13:00|G|H|\n"
    )
    #expect(week.lines.first == "2018-09-03 09:00- A", "\(week.lines)")
    let spoken = try read(
      "# CMNA\n\n[Proceedings 2021](http://x.org)\n\n## Thursday September 2nd\n\n- 15:00 Remarks\n- 16:00 Talk\n")
    #expect(spoken.lines == ["2021-09-02 15:00- Remarks", "2021-09-02 16:00- Talk"], "\(spoken.lines)")
  }

  @Test("What looks a little like a time or a day is none")
  func lookalikes() throws {
    let text =
      "# W\n\n## Day 1 – May 4, 2026\n\n09:00-09:30 Welcome\n\n(3 hours in all, with a break.)\n\n[1A Papers]({{ site.url }}/a b)\n\n- 4p-5:30p Games\n\n"
      + "## Day 2 – May 5, 2026\n\n09:30-10:00\n\n**Day 1 Reflections**\n\n10:00-11:00 [Leading]({attach}/my talk.pdf)\n"
    let found = try read(text)
    #expect(
      found.lines == [
        "2026-05-04 09:00-09:30 Welcome", "2026-05-04 16:00-17:30 Games", "2026-05-05 09:30-10:00 Day 1 Reflections",
        "2026-05-05 10:00-11:00 Leading",
      ], "\(found.lines)")
  }

  @Test("Headings of a month and a day alone, or of a session's day with its span, are days")
  func daysOfHeadings() throws {
    let found = try read(
      "# 2018\n\n## 1/30\n\n### Day 1\n\n- 09:30-10:30 A\n- 10:30-12:00 B\n\n## 2/1\n\n### Day 2\n\n- 09:00-10:00 C\n")
    #expect(
      found.lines == ["2018-01-30 09:30-10:30 A", "2018-01-30 10:30-12:00 B", "2018-02-01 09:00-10:00 C"],
      "\(found.lines)")
    let spans = try read(
      "# CMNA 2021\n\n# Session #1 (Thursday September 2nd, 15:00-17:30 BST)\n\n|Authors|Title|Time|\n|---|---|---|\n||Remarks|15:00-15:15|\n|A B|Talk|15:15-15:45|\n"
    )
    #expect(spans.lines == ["2021-09-02 15:00-15:15 Remarks", "2021-09-02 15:15-15:45 Talk"], "\(spans.lines)")
  }

  @Test("A table that something stands in goes on below it")
  func goesOn() throws {
    let reading = try ReadingSample.read(
      "# R\n\n4 May 2026\n\n| Heure | Titre | Speaker |\n|---|---|---|\n| 20h00-20h30 | Accueil | - |\n<tr><td></td></tr>\n| 20h30 | Rump | Eloi V |\n| 20h45 | Autre | Ada L |\n"
    )
    #expect(
      OutlineSample.rows(reading) == [
        "2026-05-04 20:00 | 20:30 | Accueil |  |  | ", "2026-05-04 20:30 | - | Rump |  | Eloi V | ",
        "2026-05-04 20:45 | - | Autre |  | Ada L | ",
      ], "\(OutlineSample.rows(reading))")
  }

  @Test("A table of something else below one of sessions has none")
  func otherTable() throws {
    let found = try read(
      "# R\n\n4 May 2026\n\n| Time | Title | Speaker |\n|---|---|---|\n| 9:00-10:00 | A | Ada L |\n| 10:00-11:00 | B | Bo C |\n\n## Committee\n\n| Name | Role | Office |\n|---|---|---|\n| Cy D | Chair | 12 |\n| Di E | Host | 14 |\n"
    )
    #expect(found.lines == ["2026-05-04 09:00-10:00 A", "2026-05-04 10:00-11:00 B"], "\(found.lines)")
  }

  @Test("Days that are counted in words, and nothing that says to be announced far below a session is its place")
  func countedInWords() throws {
    let found = try read(
      "# W\n\n14-15 May 2026\n\n### First Day\n\n09:00-10:00 Opening\n\n### Second Day\n\n09:00-10:00 Closing\n\nWords.\n\ntba\n"
    )
    #expect(found.lines == ["2026-05-14 09:00-10:00 Opening", "2026-05-15 09:00-10:00 Closing"], "\(found.lines)")
    let reading = try ReadingSample.read("# W\n\n## 14 May 2026\n\n09:00 Talk\ntba\n\n10:00 Other\n\nWords.\n\ntba\n")
    #expect(reading.agenda.sessions.map { $0.place == nil } == [false, true])
  }

  @Test("A heading between a date and its sessions does not end the day")
  func headingBetween() throws {
    let found = try read(
      "# Formation\n\n2025-08-26\n\n## Objectifs\n\n* Coder\n* Lire\n\n## Planning\n\n9h00 - 9h30 Intro\n9h30 - 10h00 Suite\n"
    )
    #expect(found.lines == ["2025-08-26 09:00-09:30 Intro", "2025-08-26 09:30-10:00 Suite"], "\(found.lines)")
  }

  @Test("Spans that follow each other are an agenda of a day that nobody has named")
  func spansAlone() throws {
    let around = (0..<40).map { "Words that say nothing of any time, number \($0), and go on." }.joined(
      separator: "\n\n")
    let spans =
      "<h3> 09:00-10:00 Session 1 </h3>\n\n<h3>10:00-11:00 Session 2</h3>\n\n<h3><b>11:00-12:00</b> Talk</h3>\n\n<h3>12:00-13:00 Lunch</h3>\n"
    let found = try read(around + "\n\n" + spans).lines.map { $0.dropFirst(11) }
    #expect(
      found == ["09:00-10:00 Session 1", "10:00-11:00 Session 2", "11:00-12:00 Talk", "12:00-13:00 Lunch"], "\(found)")
    // Hours of opening do not follow each other.
    let hours = ["Mon", "Tue", "Wed", "Thu", "Fri"].map { "09:00-17:00 \($0)\n" }.joined(separator: "\n")
    #expect(throws: ImportFailure.self) { try read(around + "\n\n" + hours) }
  }

  @Test("A heading without a time among sessions ends nothing, and what goes on at the margin is of no session")
  func ends() throws {
    let found = try read(
      "# W\n\n## 12 May 2026\n\n### 9:00-10:00 One\n\n### Coffee\n\n### 10:30-11:00 Two\n\nWords.\n\n## Minutes\n\n11:00 we went home\n"
    )
    #expect(found.lines == ["2026-05-12 09:00-10:00 One", "2026-05-12 10:30-11:00 Two"], "\(found.lines)")
    let reading = try ReadingSample.read(
      "W\n\n12 May 2026\n\n    9:00-10:00 One\n\n    Two words.\n\n    10:00-11:00 Two\n\n\nMinutes of all that was said\n"
    )
    #expect(
      reading.agenda.sessions.map { ReadingSample.string($0.details) } == ["Two words.", nil])
  }

  @Test("A bar behind the time of a heading, a point below a line that goes on, a table of clocks alone")
  func otherForms() throws {
    let bars = try read(
      "# W\n\n# Day 1\n\n## 14:00–15:30 | Post-processing\n**Lead:** Ben\n\n### Objective\nText.\n\n## 15:30–15:45 | Break\n"
    )
    #expect(bars.lines.map { $0.dropFirst(11) } == ["14:00-15:30 Post-processing", "15:30-15:45 Break"])
    let points = try read(
      "## 5 June 2023\n\n* ~10:00 - 13:00: Hands-on (optional)\nlogging on to the machine, launching the example of the day for all\n* 13:00 lunch\n* 14:00 Talk\n"
    )
    #expect(
      points.lines.map { $0.dropFirst(11) } == ["10:00-13:00 Hands-on", "13:00- lunch", "14:00- Talk"],
      "\(points.lines)")
    let around = (0..<40).map { "Words that say nothing of any time, number \($0), and go on." }.joined(
      separator: "\n\n")
    let table =
      "\n\n| Time | Session |\n| --- | --- |\n| 9:00 | Intro |\n| 10:30 | Hack |\n| 12:30 | Lunch |\n| 13:30 | Hack on |\n"
    #expect(
      try read(around + table).lines.map { $0.dropFirst(11) } == [
        "09:00- Intro", "10:30- Hack", "12:30- Lunch", "13:30- Hack on",
      ])
  }

  @Test("A day with its date in brackets, a title above a bold time, an end that is not known, a zone behind a clock")
  func furtherForms() throws {
    let days = try read(
      "# W 2024\n\n#### Monday (03/25):\n- 8:30am, *Breakfast*\n\n#### Tuesday (03/26):\n- 8:30am EST, *Breakfast*\n")
    #expect(days.lines == ["2024-03-25 08:30- Breakfast", "2024-03-26 08:30- Breakfast"], "\(days.lines)")
    let bold = try read(
      "## Thursday, October 20, 2022\n\n### Session 1: Tumor Heterogeneity\n\n**8:30 – 10:10 am**\nSpeakers:\n+ _Ivana Bozic, PhD_\n\n### Poster Session 1\n**10:30 am - 12:00 pm**\n\n**12:00 – 1:30 pm**  Lunch\n"
    )
    #expect(
      bold.lines == [
        "2022-10-20 08:30-10:10 Session 1: Tumor Heterogeneity", "2022-10-20 10:30-12:00 Poster Session 1",
        "2022-10-20 12:00-13:30 Lunch",
      ], "\(bold.lines)")
    let open = try read("## 12 May 2026\n\n16:15 - 17:00 Wrap up\n17:00 - ?? Happy hour\n")
    #expect(open.lines == ["2026-05-12 16:15-17:00 Wrap up", "2026-05-12 17:00- Happy hour"], "\(open.lines)")
    let zones = try read(
      ##"[{"day":"Monday, July 20 2026","events":[{"time":"11-13:00 EST","title":"A"},{"time":"03:00 PM onwards","title":"B"}]}]"##
    )
    #expect(zones.lines == ["2026-07-20 11:00-13:00 A", "2026-07-20 15:00- B"], "\(zones.lines)")
    let languages = try read(
      ##"[{"start":"2026-07-20T14:35","topic":"Topic 1","titleZh":"從創新","titleEn":"From Networks"},{"start":"2026-07-20T15:35","titleEn":"B"}]"##
    )
    #expect(languages.lines.allSatisfy { !$0.hasSuffix("Topic 1") }, "\(languages.lines)")
  }

  @Test("A table of HTML in Markdown is a table, and lines keep their numbers")
  func tableOfHTML() throws {
    let text =
      "# W\n\nWords.\n\n## 12 May 2026\n\n<table>\n<tr>\n<th>Time</th>\n<th>Session</th>\n</tr>\n<tr>\n<td>9:00</td>\n<td>Intro</td>\n</tr>\n<tr>\n<td>10:30</td>\n<td>Hack</td>\n</tr>\n</table>\n\n12:30 Lunch\n"
    #expect(
      try read(text).lines == ["2026-05-12 09:00- Intro", "2026-05-12 10:30- Hack", "2026-05-12 12:30- Lunch"])
    let reading = try ReadingSample.read(text)
    let last = try #require(reading.agenda.sessions.last)
    #expect(reading.places[last.id]?.line == 22)
  }

  @Test("A title that is a link is its words, and leads there")
  func linkedTitle() throws {
    let reading = try ReadingSample.read(
      "# W\n\n## 12 May 2026\n\n09:00-10:00 [Intro to ARM](https://example.org/doc) by Max Grover + Scott Collis\n")
    let session = try #require(reading.agenda.sessions.first)
    #expect(session.title.string(for: []) == "Intro to ARM")
    #expect(reading.agenda.people.map { $0.name.string(for: []) }.sorted() == ["Max Grover", "Scott Collis"])
    #expect(session.links.map(\.url).contains("https://example.org/doc"))
  }

  @Test("Who writes the venue's clock and calls it UTC means the venue's clock")
  func clockCalledUTC() throws {
    let xml = """
      <schedule><conference><title>L</title></conference><day date="2019-05-22"><room name="A"><event id="1">
      <date>2019-05-22T09:00:00Z</date><start>09:00</start><duration>00:30</duration><title>One</title></event>
      <event id="3"><date>2019-05-22T10:00:00+00:00</date><start>10:00</start><title>Three</title></event>
      <event id="2"><date>2019-05-22T09:00:00Z</date><start>11:00</start><duration>00:30</duration><title>Two</title>
      </event></room></day></schedule>
      """
    let reading = try Import.read(
      FileBytes(Array(xml.utf8)), name: "l", today: ReadingSample.today,
      choices: ImportChoices(timeZone: "Europe/Berlin"))
    #expect(ReadingSample.starts(reading) == ["2019-05-22 09:00", "2019-05-22 10:00", "2019-05-22 11:00"])
  }

  @Test("Lists in JSON: a date with a clock, clocks alone, a slot of several talks, a day without a year")
  func lists() throws {
    let dated =
      #"[{"title":"A","date":"2026-11-06 10:00:00","enddate":"2026-11-06 11:00:00"},{"title":"B","date":"2026-11-06 12:00:00"}]"#
    #expect(try read(dated).lines == ["2026-11-06 10:00-11:00 A", "2026-11-06 12:00- B"])
    let clocks =
      #"[{"start":"9:30","end":"10:00","name":"Registration"},{"start":"10:00","end":"10:15","name":"Welcome"},{"start":"10:15","end":"11:00","name":"Talk"}]"#
    #expect(
      try read(clocks).lines.map { $0.dropFirst(11) } == [
        "09:30-10:00 Registration", "10:00-10:15 Welcome", "10:15-11:00 Talk",
      ])
    let slots =
      #"{"name":"Web Summit 2015","schedules":[{"27/03":[{"time":"08h00","talks":[{"title":"One"},{"title":"Two"}]},{"time":"09h00","talks":[{"title":"Three"}]}]}]}"#
    #expect(try read(slots).lines == ["2015-03-27 08:00- One", "2015-03-27 08:00- Two", "2015-03-27 09:00- Three"])
    #expect(try read(slots).title == "Web Summit 2015")
    let days = #"[{"date":"9/29","day":"Friday","events":[{"time":"8:30 - 10:00","title":"Registration"}]}]"#
    #expect(try read(days).lines.map { $0.dropFirst(4) } == ["-09-29 08:30-10:00 Registration"])
    let bus = #"[{"start":"9:30","name":"Line 1"},{"start":"9:45","name":"Line 2"}]"#
    #expect(throws: ImportFailure.self) { try read(bus) }
  }

  @Test("A heading right below a time alone is the title of what is then")
  func headingBelowTime() throws {
    let page = """
      <!DOCTYPE html><html><body><h2>20 October 2026</h2>
      <div><div>10:30</div><div><h3>Opening</h3><p>Coffee and badges.</p></div></div>
      <div><div>11:00</div><div><h3>Welcome</h3></div></div></body></html>
      """
    let reading = try ReadingSample.read(page)
    #expect(
      OutlineSample.rows(reading) == [
        "2026-10-20 10:30 | - | Opening |  |  | ", "2026-10-20 11:00 | - | Welcome |  |  | ",
      ])
    #expect(ReadingSample.string(reading.agenda.sessions[0].details) == "Coffee and badges.")
    #expect(reading.agenda.tracks.isEmpty)
    let rooms = try ReadingSample.read("## 20 October 2026\n\n9:00\n\n### Room A\n\n10:00 One\n11:00 Two\n")
    #expect(
      OutlineSample.rows(rooms).suffix(2) == [
        "2026-10-20 10:00 | - | One | Room A |  | ", "2026-10-20 11:00 | - | Two | Room A |  | ",
      ], "\(OutlineSample.rows(rooms))")
  }

  @Test("Hours and minutes without a sign between them are a span at the head of a point")
  func digits() throws {
    let reading = try ReadingSample.read(
      "# Course\n\n## 4 May 2026\n\n- 800-830: Introductions\n- 830-1030: 00 Basics\n- 1030-1100: break\n"
        + "- 2019-2021: x\n- 300-400 people are expected\n")
    #expect(
      OutlineSample.rows(reading).map { $0.prefix(34) } == [
        "2026-05-04 08:00 | 08:30 | Introdu", "2026-05-04 08:30 | 10:30 | 00 Basi",
        "2026-05-04 10:30 | 11:00 | break |",
      ])
  }

  @Test("A table whose first row is a day has a date")
  func dayInTable() throws {
    let reading = try ReadingSample.read(
      "<html><body><table><tr><th colspan=3>Thursday, September 2nd, 2021</th></tr>"
        + "<tr><td>9:00</td><td>Talk</td><td>One of many</td></tr><tr><td>9:30</td><td>Talk</td><td>Two of all</td></tr>"
        + "<tr><td>10:00</td><td>Talk</td><td>Three of them</td></tr></table></body></html>")
    #expect(ReadingSample.starts(reading) == ["2021-09-02 09:00", "2021-09-02 09:30", "2021-09-02 10:00"])
    #expect(!ReadingSample.names(reading).contains("noDate"), "\(ReadingSample.names(reading))")
  }

  @Test("A field that is there is never said to be missing")
  func fieldThere() throws {
    let bytes = Array(#"[{"name":"A","whole":"x"}]"#.utf8)
    let failure = try #require(throws: ImportFailure.self) {
      try Import.read(
        FileBytes(bytes), name: "x", today: ReadingSample.today, choices: ImportChoices(map: "title=name"))
    }
    guard case .file(.incompleteJSON(.start, let fields)) = failure.fact else {
      Issue.record("\(failure)")
      return
    }
    #expect(fields.joined(separator: " ").contains("name"))
  }
}
