import Agenda
import Testing

@testable import Interchange

/// A table is read the same wherever it stands: in a file of its own, or in a document.
struct DocumentTableTests {
  private static func markdown(_ csv: String, above: String = "# Days\n\n") -> String {
    var lines = csv.split(separator: "\n").map { "| " + $0.replacing(";", with: " | ") + " |" }
    lines.insert("|" + String(repeating: " --- |", count: lines[0].count { $0 == "|" } - 1), at: 1)
    return above + lines.joined(separator: "\n") + "\n"
  }

  private static func page(_ csv: String) -> String {
    let rows = csv.split(separator: "\n").map { row in
      "<tr>" + row.split(separator: ";", omittingEmptySubsequences: false).map { "<td>\($0)</td>" }.joined() + "</tr>"
    }
    return "<!DOCTYPE html><html><body><h1>Days</h1><table>" + rows.joined() + "</table></body></html>"
  }

  static let tables: [(csv: String, rows: [String])] = [
    (
      "Date;Start;End;Title;Room;Speaker\n4 May 2026;9:00;10:30;Opening;Hall;Ann Lee\n4 May 2026;11:00;12:00;Panel;Lab;Bo Ek\n5 May 2026;9:00;10:00;Closing;Hall;Cy Do\n",
      [
        "2026-05-04 09:00 | 10:30 | Opening | Hall | Ann Lee | ", "2026-05-04 11:00 | 12:00 | Panel | Lab | Bo Ek | ",
        "2026-05-05 09:00 | 10:00 | Closing | Hall | Cy Do | ",
      ]
    ),
    (
      "Title;Start;End;Room\nOpening;2026-05-04 09:00;2026-05-04 10:00;Hall\nParty;2026-05-04 22:00;2026-05-05 01:00;Lab\n",
      [
        "2026-05-04 09:00 | 10:00 | Opening | Hall |  | ", "2026-05-04 22:00 | 01:00 | Party | Lab |  | ",
      ]
    ),
    (
      "Day;Time;Red;Blue\n2026-05-04;9:00-10:00;Alpha;Beta\n2026-05-04;10:00-11:00;Gamma;\n2026-05-05;9:00-10:00;Delta;Eta\n",
      [
        "2026-05-04 09:00 | 10:00 | Alpha | Red |  | ", "2026-05-04 09:00 | 10:00 | Beta | Blue |  | ",
        "2026-05-04 10:00 | 11:00 | Gamma | Red |  | ", "2026-05-05 09:00 | 10:00 | Delta | Red |  | ",
        "2026-05-05 09:00 | 10:00 | Eta | Blue |  | ",
      ]
    ),
    (
      "Time;Monday 4 May 2026;Tuesday 5 May 2026\n9:00;Alpha;Beta\n1:30;Gamma;Delta\n",
      [
        "2026-05-04 09:00 | - | Alpha |  |  | ", "2026-05-05 09:00 | - | Beta |  |  | ",
        "2026-05-04 13:30 | - | Gamma |  |  | ", "2026-05-05 13:30 | - | Delta |  |  | ",
      ]
    ),
    (
      "Title;Date;Time;Duration;Room\nOpening;Monday, 4 May 2026;9:00;1h30;Hall\nLunch;Monday, 4 May 2026;12:00;60 min;\nPanel;Monday, 4 May 2026;1:00;45;Hall\nTea;Monday, 4 May 2026;2:30;;Hall\n",
      [
        "2026-05-04 09:00 | 10:30 | Opening | Hall |  | ", "2026-05-04 12:00 | 13:00 | Lunch |  |  | ",
        "2026-05-04 13:00 | 13:45 | Panel | Hall |  | ", "2026-05-04 14:30 | - | Tea | Hall |  | ",
      ]
    ),
  ]

  @Test(
    "The same sessions come of it as CSV, in Markdown and in HTML, and the guess is told", arguments: tables.indices)
  func same(index: Int) throws {
    let (csv, rows) = Self.tables[index]
    for text in [csv, Self.markdown(csv), Self.page(csv)] {
      let reading = try ReadingSample.read(text)
      #expect(OutlineSample.rows(reading) == rows, "\(text)")
      #expect(ReadingSample.names(reading).contains("columns"), "\(text)")
      #expect(reading.format == (text == csv ? .table : .agendaText))
    }
  }

  @Test("--map says what the columns of a table in a document are, and what no table has is told")
  func mapped() throws {
    let text = Self.markdown("Was;Wann;Wer;Wo\nEins;2026-05-04 09:00;Ann Lee;Saal\n")
    let choices = ImportChoices(map: "title=was,start=Wann,people=Wer,room=Wo")
    let reading = try Import.read(
      FileBytes(Array(text.utf8)), name: "x", today: ReadingSample.today, choices: choices)
    #expect(OutlineSample.rows(reading) == ["2026-05-04 09:00 | - | Eins | Saal | Ann Lee | "])
    #expect(throws: ImportFailure(.file(.noColumn("Nix")))) {
      try Import.read(
        FileBytes(Array(text.utf8)), name: "x", today: ReadingSample.today, choices: ImportChoices(map: "title=Nix"))
    }
  }

  @Test("A table of dates to keep in mind is a text, rows of words alone are headings, and equal headings come again")
  func otherRows() throws {
    let dates = try ReadingSample.read(
      "# Days\n\n| Date | Event |\n| --- | --- |\n| 1 March 2026 | Call for papers closes |\n\n## Monday 4 May 2026\n\n9:00 Opening\n"
    )
    #expect(OutlineSample.rows(dates).count == 1)
    let csv =
      "Time;Title\nMonday 4 May 2026\n9:00;Opening\nTime;Title\nTuesday 5 May 2026\n9:00;Closing\n"
    #expect(
      OutlineSample.rows(try ReadingSample.read(csv)) == [
        "2026-05-04 09:00 | - | Opening |  |  | ", "2026-05-05 09:00 | - | Closing |  |  | ",
      ])
  }

  @Test("A date that cannot be read is told with its line, and the row is kept as tentative, not on the day above")
  func unreadableDate() throws {
    for text in [
      "Date,Start,Title\n2026-05-04,9:00,A\n2026-13-45,10:00,B\n2026-05-05,9:00,C\n",
      "# Days\n\n| Date | Start | Title |\n| --- | --- | --- |\n| 2026-05-04 | 9:00 | A |\n| 2026-13-45 | 10:00 | B |\n| 2026-05-05 | 9:00 | C |\n",
    ] {
      let reading = try ReadingSample.read(text)
      let rows = OutlineSample.rows(reading)
      #expect(rows.count == 3 && rows[1].hasSuffix("tentative") && rows[2].hasPrefix("2026-05-05"), "\(rows)")
      let told = try #require(reading.problems.first { $0.name == "sessionWithoutStart" })
      #expect(told.place.line == (text.hasPrefix("#") ? 6 : 3), "\(told)")
      guard case .session(.sessionWithoutStart(let found, _)) = told.fact else { return }
      #expect(found == "2026-13-45 10:00")
    }
  }

  @Test("Days of the week alone follow each other forward, whatever day today is")
  func weekdays() throws {
    for today in 0..<7 {
      let reading = try Import.read(
        Array("Day,Time,Title\nTuesday,9:00,B\nMonday,9:00,A\nTuesday,10:00,C\nWed,9:00,D\n".utf8), name: "x",
        today: ReadingSample.today.advanced(by: today))
      let days = reading.agenda.sessions.map { reading.agenda.conference.day(of: $0.start) }
      #expect(days[1].advanced(by: 1) == days[0] && days[0] == days[2] && days[3] == days[2].advanced(by: 1), "\(days)")
      #expect(days[1].weekday == 1 && days[1] >= ReadingSample.today.advanced(by: today), "\(days)")
      #expect(ReadingSample.names(reading).count { $0 == "noDate" } == 1)
    }
  }

  @Test("Times without any date are on today, which is told, and days that are counted follow it")
  func noDate() throws {
    let plain = try ReadingSample.read("Time,Title,Room\n9:00,A,R\n10:00,B,R\n")
    let today = ReadingSample.today
    #expect(OutlineSample.rows(plain) == ["\(today) 09:00 | - | A | R |  | ", "\(today) 10:00 | - | B | R |  | "])
    #expect(ReadingSample.names(plain).count { $0 == "noDate" } == 1)
    let counted = try ReadingSample.read("Day,Time,Title\n1,9:00,A\nDay 2,9:00,B\n2,10:00,C\n")
    #expect(
      OutlineSample.rows(counted).map { $0.prefix(10) } == [
        "\(today)", "\(today.advanced(by: 1))", "\(today.advanced(by: 1))",
      ])
  }

  @Test("Hours of the afternoon, ends after midnight, and lists by room or by title are what people mean")
  func clocks() throws {
    let afternoon = try ReadingSample.read(
      "Date,Start,End,Title\n2026-05-04,9:00,10:00,A\n2026-05-04,12:00,1:00,Lunch\n2026-05-04,1:00,2:30,B\n2026-05-04,22:00,1:00,Party\n"
        .replacing("22:00,1:00", with: "10:00 pm,1:00"))
    #expect(
      OutlineSample.rows(afternoon).map { $0.prefix(24) } == [
        "2026-05-04 09:00 | 10:00", "2026-05-04 12:00 | 13:00", "2026-05-04 13:00 | 14:30", "2026-05-04 22:00 | 01:00",
      ])
    #expect(ReadingSample.names(afternoon).contains("afternoonGuessed"))
    let byRoom = try ReadingSample.read(
      "Date,Start,Room,Title\n2026-05-04,9:00,R,A\n2026-05-04,10:00,R,B\n2026-05-04,7:30,S,C\n2026-05-04,11:00,S,D\n")
    #expect(ReadingSample.starts(byRoom)[2] == "2026-05-04 07:30")
    let byTitle = try ReadingSample.read(
      "Title,Date,Start\nAlpha,2026-05-04,11:00\nBeta,2026-05-04,9:30\nGamma,2026-05-04,10:00\nZeta,2026-05-04,7:30\n")
    #expect(ReadingSample.starts(byTitle)[3] == "2026-05-04 07:30")
  }

  @Test("A quotation mark that is not closed takes no row with it, and is told with its line")
  func openQuote() throws {
    let reading = try ReadingSample.read(
      "Title,Start,Room\n\"Alpha,2026-05-04 09:00,R\nBeta,2026-05-04 10:00,R\n\"Gamma, the third\",2026-05-04 11:00,\"R\"\nThe \"big\" one,2026-05-04 12:00,R\n"
    )
    #expect(
      OutlineSample.rows(reading).map { $0.dropFirst(11) } == [
        "09:00 | - | \"Alpha | R |  | ", "10:00 | - | Beta | R |  | ", "11:00 | - | Gamma, the third | R |  | ",
        "12:00 | - | The \"big\" one | R |  | ",
      ])
    #expect(reading.problems.first { $0.name == "openQuote" }?.place.line == 2)
    let inside = try ReadingSample.read("Title,Start\n\"The \"big\" one, again\",2026-05-04 12:00\n")
    #expect(OutlineSample.rows(inside) == ["2026-05-04 12:00 | - | The \"big\" one, again |  |  | "])
  }

  @Test("A date in a time's cell is no span of time, and a span of years is no session")
  func notTimes() throws {
    #expect(WrittenTime("2026-05-04") == nil && WrittenTime("2017-2018 Programme") == nil)
    #expect(WrittenTime("2000-2130 Dinner")?.end == 77_400 && WrittenTime("0930-1030 Talk")?.start == 34_200)
    let reading = try ReadingSample.read(
      "# Days\n\n| Time | Title |\n| --- | --- |\n| 2026-05-04 | Arrival |\n| 2026-05-05 9:00 | Opening |\n")
    #expect(OutlineSample.rows(reading)[1] == "2026-05-05 09:00 | - | Opening |  |  | ")
  }

  @Test("The day of which the head of an agenda speaks is that of its sessions, where no line gives another")
  func prose() throws {
    for head in [
      "Agenda for the meeting of the board on Monday 4 May 2026 in Lyon, published 1 March 2026.\n\n",
      "Updated 30 April 2026\n\nDear all, we meet on May 4, 2026 at noon; registration closes on 1 May 2026.\n\n",
      "Sitzung am Montag, 4. Mai 2026, im Haus\n\n",
    ] {
      let reading = try ReadingSample.read("# Agenda\n\n" + head + "9:00 Opening\n10:00 Panel\n12:00 Lunch\n")
      #expect(ReadingSample.starts(reading).first == "2026-05-04 09:00", "\(head)")
      #expect(!ReadingSample.names(reading).contains("noDate"))
    }
  }

  @Test("In lists of JSON the month comes first where another date shows it, and ends are read as starts are")
  func json() throws {
    let reading = try ReadingSample.read(
      #"[{"title": "A", "start": "4/5/2026 9:00 AM", "end": "4/5/2026 10:30 AM"}, {"title": "B", "date": "4/21/2026", "start": "13:00", "end": "14:00"}]"#
    )
    #expect(
      OutlineSample.rows(reading) == ["2026-04-05 09:00 | 10:30 | A |  |  | ", "2026-04-21 13:00 | 14:00 | B |  |  | "])
  }

  @Test("A table below the heading of a session that parts its time is of sessions too")
  func nested() throws {
    let reading = try ReadingSample.read(
      "# W\n#### Friday, May 3, 2024\n##### 9:15 - 10:00 Tools Session\n|Time|Speaker|Title|\n|---|---|---|\n|9:15 - 9:30|Paul Ferrell (LANL)|Crossroads|\n|9:30 - 9:45|TBC|Data|\n##### 10:00 - 11:00 Sharing\n|Time|Fruit|\n|---|---|\n|13:00|Apple|\n|14:00|Pear|\n"
    )
    #expect(
      OutlineSample.rows(reading) == [
        "2024-05-03 09:15 | 10:00 | Tools Session |  |  | ",
        "2024-05-03 09:15 | 09:30 | Crossroads |  | Paul Ferrell | ", "2024-05-03 09:30 | 09:45 | Data |  |  | ",
        "2024-05-03 10:00 | 11:00 | Sharing |  |  | ",
      ])
  }

  @Test("A row's own date is taken as stated, also right after midnight; below a heading the night is of its day")
  func midnight() throws {
    let stated = try ReadingSample.read(
      "Date,Start,End,Title\n29/12/2014,10:00 p.m.,11:59 p.m.,A\n30/12/2014,0:00 a.m.,2:00 a.m.,B\n30/12/2014,12:00 p.m.,1:00 p.m.,C\n"
    )
    #expect(ReadingSample.starts(stated) == ["2014-12-29 22:00", "2014-12-30 00:00", "2014-12-30 12:00"])
    let night = try ReadingSample.read("Date,Start,Title\n29/12/2014,22:00,A\n29/12/2014,01:00,B\n30/12/2014,12:00,C\n")
    #expect(ReadingSample.starts(night) == ["2014-12-29 22:00", "2014-12-30 01:00", "2014-12-30 12:00"])
  }

  @Test("Hours alone, days without a month, teams for titles, names of people, and headings that only their words know")
  func headings() throws {
    let hours = try ReadingSample.read("day,start_hour,room,title\n2026-05-04,12,W,A\n2026-05-04,24,W,B\n")
    #expect(ReadingSample.starts(hours) == ["2026-05-04 12:00", "2026-05-05 00:00"])
    let week = try ReadingSample.read("Time,Monday 8*,Tuesday 9\n9:00,A,B\n10:00,-,C\n")
    let days = week.agenda.sessions.map { week.agenda.conference.day(of: $0.start) }
    #expect(days.map(\.day) == [8, 9, 9] && days.map(\.weekday) == [1, 2, 2], "\(days)")
    #expect(week.agenda.rooms.isEmpty)
    let teams = try ReadingSample.read(
      "Date\tVenue\tField\tStart\tEnd\tLeague\tHome Team\tAway Team\tReferee\n2026-05-04\tPark\t1\t9:00\t10:00\tU13\tReds\tBlues\tAnn Lee\n"
    )
    #expect(OutlineSample.rows(teams) == ["2026-05-04 09:00 | 10:00 | Reds – Blues | Park |  | "])
    let names = try ReadingSample.read("id,name,day,start,end,title\n1,Ann Lee,2026-05-04,9:00,10:00,Clocks\n")
    #expect(OutlineSample.rows(names) == ["2026-05-04 09:00 | 10:00 | Clocks |  | Ann Lee | "])
    let content = try ReadingSample.read("day\thour\tcontent\n2026-05-04\t9:00\tClocks\n2026-05-04\t10:00\tTime\n")
    #expect(OutlineSample.rows(content).count == 2 && OutlineSample.rows(content)[0].contains("Clocks"))
    let languages = try ReadingSample.read(
      "day,date_en,time,title_english,title_german,body_english\n1,Monday 4 May 2026,9:00,Clocks,Uhren,Of clocks\n")
    #expect(OutlineSample.rows(languages) == ["2026-05-04 09:00 | - | Clocks |  |  | "])
    #expect(ReadingSample.string(languages.agenda.sessions[0].details) == "Of clocks")
  }

  @Test("Without headings, what differs most and says most is the title, kinds are types, and no heading is a session")
  func values() throws {
    let page = try ReadingSample.read(
      "<!DOCTYPE html><html><body><h1>Days</h1><table><tr><th colspan=3>Monday 4 May 2026</th></tr>"
        + "<tr><td>13:10</td><td>Keynote<div>(live)</div></td><td>Learning to See in the Data Age<div>Prof. A. Bronstein</div></td></tr>"
        + "<tr><td>14:10</td><td>Full Paper</td><td>A Survey of Detection Methods<div>(Ann Lee, Bo Ek)</div></td></tr>"
        + "<tr><td>15:10</td><td>Break</td><td></td></tr><tr><td>15:30</td><td>Full Paper</td><td>Quantifying the Complexity of Shapes</td></tr>"
        + "</table></body></html>")
    #expect(
      OutlineSample.rows(page) == [
        "2026-05-04 13:10 | - | Learning to See in the Data Age |  | Prof. A. Bronstein | ",
        "2026-05-04 14:10 | - | A Survey of Detection Methods |  | Ann Lee, Bo Ek | ",
        "2026-05-04 15:10 | - | Break |  |  | ", "2026-05-04 15:30 | - | Quantifying the Complexity of Shapes |  |  | ",
      ])
    let foreign = try ReadingSample.read(
      "# 2026\n\n2026-05-04\n\n| 時間 | 活動內容 |\n| --- | --- |\n| 9:00 - 9:30 | 報到 |\n| 9:30 - 10:00 | 開場 |\n| 10:00 - 11:00 | 午餐 |\n"
    )
    #expect(OutlineSample.rows(foreign).count == 3)
    let french = try ReadingSample.read(
      "# Formation\n\n2025-08-26\n\n| Horaire | Module | Durée | Contenu |\n| --- | --- | --- | --- |\n| 9h00 - 9h30 | Introduction | 30min | Tour de table |\n| 9h30 - 10h00 | Suite | 30min | Exercices |\n"
    )
    #expect(OutlineSample.rows(french)[0] == "2025-08-26 09:00 | 09:30 | Introduction |  |  | ")
    #expect(ReadingSample.string(french.agenda.sessions[0].details) == "Tour de table")
  }

  @Test("A table above the first day, and rows that only name their day")
  func days() throws {
    let versions = try ReadingSample.read(
      "# W\n\n## One day\n\n| 09:00 - 10:30 | Queues |\n|---|---|\n| 10:30 - 10:50 | Break |\n\n## Two days\n\n### Day 1\n\n| 09:00-10:15 | Queues |\n|---|---|\n| 10:15 - 10:30 | Break |\n\n### Day 2\n\n| 09:00-10:15 | Hubs |\n|---|---|\n| 10:15 - 10:30 | Break |\n"
    )
    #expect(versions.agenda.sessions.count == 6)
    let named = try ReadingSample.read(
      "# S\n\n| Date | Time | Activity |\n|---|---|---|\n| 2024-02-26 | | **Day #1: Kick-off** |\n| | 09:00 - 10:00 | Welcome |\n| 2024-02-27 | | **Day #2** |\n| | 09:00 - 10:00 | Stand-up |\n"
    )
    #expect(ReadingSample.starts(named) == ["2024-02-26 09:00", "2024-02-27 09:00"])
  }

  @Test("Columns without headings are named by their numbers, and several titles are one")
  func numbers() throws {
    let text = "13:10-13:30;Opening;Ann Lee et al.;Hall\n13:30-14:00;Clocks;Bo Ek;Hall\n14:00-15:00;Time;Cy Do;Hall\n"
    let plain = try ReadingSample.read(text)
    #expect(OutlineSample.rows(plain)[1] == "\(ReadingSample.today) 13:30 | 14:00 | Clocks | Hall | Bo Ek | ")
    let chosen = try Import.read(
      FileBytes(Array(text.utf8)), name: "x", today: ReadingSample.today,
      choices: ImportChoices(map: "title=3,people=2"))
    #expect(OutlineSample.rows(chosen)[1] == "\(ReadingSample.today) 13:30 | 14:00 | Bo Ek | Hall | Clocks | ")
    let joined = try Import.read(
      FileBytes(Array("A;B;When\nx;y;2026-05-04 9:00\n".utf8)), name: "x", today: ReadingSample.today,
      choices: ImportChoices(map: "title=A,title=B"))
    #expect(OutlineSample.rows(joined) == ["2026-05-04 09:00 | - | x – y |  |  | "])
  }

  @Test("Thousands of people below one session, and of quotation marks that none ends, take as long as they are many")
  func effort() throws {
    let people = (0..<20_000).map { "- Ann Lee \($0)\n" }.joined()
    let many = try OutlineImport.draft(
      "# Days\n\n## Monday 4 May 2026\n\n9:00 Panel\n\n**Speakers**\n\n" + people, today: ReadingSample.today,
      isExpected: true, .standard, ProblemLog(), ImportMonitor(total: 1) { _ in true })
    #expect(many.sessions.first?.people.count == 20_000)
    let rows = (0..<4_000).map { "\"a\"\"b \($0)\",2026-05-04 09:00 \"x\n" }.joined()
    let start = ContinuousClock.now
    _ = try ReadingSample.read("Title,Start\n\"" + rows)
    print("import: \(rows.utf8.count) bytes of open quotation marks in \(start.duration(to: .now))")
  }
}
