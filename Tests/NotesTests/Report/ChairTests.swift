import Agenda
import Messages
import Support
import Testing

@testable import Notes

/// What a report is read for: decisions, who does what by when, what is open.
struct ChairTests {
  // A Wednesday.
  static let day = CalendarDate(year: 2031, month: 3, day: 12) ?? CalendarDate(dayNumber: 0)

  @Test(arguments: [
    ("send it by 15 March", "2031-03-15"), ("send it by 15 March 2032", "2032-03-15"), ("by March 15th", "2031-03-15"),
    ("by the 1st of April, at noon", "2031-04-01"), ("due 2031-04-02", "2031-04-02"), ("Due: 15.12.2031", "2031-12-15"),
    ("before 15/12/2031", "2031-12-15"), ("by Friday", "2031-03-14"), ("by Wed", "2031-03-19"),
    ("by Friday 21 March", "2031-03-21"), ("until tomorrow", "2031-03-13"), ("by 2 January", "2032-01-02"),
    ("no later than 15 March", nil), ("not later than 15 March", "2031-03-15"), ("by 05/06/2031", nil),
    ("by 31 February", nil), ("by all means", nil), ("stand by", nil), ("15 March was too late", nil),
    ("by 400 voters, by 20 March", "2031-03-20"), ("", nil), ("by 2031-13-01", nil), ("by 1.2", nil),
  ])
  func theDayIsReadAsItIsWritten(text: String, expected: String?) {
    let found = DueDateReader(.english).date(in: text, after: Self.day)
    #expect(found?.description == expected)
  }

  @Test(arguments: [
    ("Jane Doe, by 15 March", "Jane Doe", "2031-03-15"), ("Jane Doe, 15 March", "Jane Doe", "2031-03-15"),
    ("Jane Doe, UNDP", "Jane Doe, UNDP", nil), ("by Friday", "", "2031-03-14"), ("Friday", "Friday", nil),
    ("May", "May", nil), ("", "", nil), ("Jane Doe by 15 March", "Jane Doe", "2031-03-15"),
    ("Jane Doe by all means", "Jane Doe by all means", nil), ("Until May", "Until May", nil),
  ])
  func aParenthesisNamesWhoAndByWhen(text: String, name: String, expected: String?) {
    let found = DueDateReader(.english).split(text, after: Self.day)
    #expect(found.name == name && found.due?.description == expected)
  }

  @Test func aDayIsReadInTheLanguageOfTheReportAndInEnglish() throws {
    let reader = DueDateReader(try Translation.french)
    for text in ["d’ici le 15 mars", "d'ici au 15 mars", "avant le 15 mars", "pour le 15 mars", "by 15 March"] {
      #expect(reader.date(in: text, after: Self.day)?.description == "2031-03-15", "\(text)")
    }
    #expect(reader.date(in: "d’ici vendredi", after: Self.day)?.description == "2031-03-14")
    #expect(reader.date(in: "avant le 1er avril", after: Self.day)?.description == "2031-04-01")
  }

  @Test("Where no names are told the day stays that stands beside one")
  func dayBesideAName() {
    let note = ReportSample.note(
      .session("pressure"),
      """
      - [ ] **Action (Ruth Agu, Friday):** send the draft
      - Pressed by Ruth Agu
      - [ ] **Action (Ruth Agu by 20 March):** send the table
      """)
    let report = ReportSample.report(notes: [note])
    let text = String(decoding: report.bytes(as: .markdown), as: UTF8.self)
    #expect(!text.contains("Ruth"), "\(text)")
    #expect(text.contains("1. [ ] send the draft **by Friday 14 March 2031**"), "\(text)")
    #expect(text.contains("2. [ ] send the table **by Thursday 20 March 2031**"), "\(text)")
  }

  static let notes = [
    ReportSample.note(
      .session("opening"),
      """
      - [ ] **Action (Ilze Kalniņa, by 15 March):** send the questionnaire
      - [x] **Action:** book the hall by Friday
      - **Decision:** the survey is repeated
      - **Decision:** nobody is named
      - **Question:** who pays?
      """)
  ]

  @Test func decisionsActionsAndQuestionsComeFirstAndHaveNumbers() {
    var options = Report.Options()
    options.rapporteur = "Ruth A."
    let text = String(
      decoding: ReportSample.report(options, notes: Self.notes).bytes(as: .markdown), as: UTF8.self)
    let expected = """
      Rapporteur: Ruth A.

      1 note, 2 decisions, 2 actions (1 done), 1 open question

      ## Decisions

      1. the survey is repeated *(Wed 12 Mar, Opening: why counts are doubted)*
      2. nobody is named *(Wed 12 Mar, Opening: why counts are doubted)*

      ## Actions

      1. [ ] **Ilze Kalniņa:** send the questionnaire **by Saturday 15 March 2031** *(Wed 12 Mar, Opening: why counts are doubted)*
      2. [x] book the hall by Friday **by Friday 14 March 2031** *(Wed 12 Mar, Opening: why counts are doubted)*

      ## Open questions

      1. who pays? *(Wed 12 Mar, Opening: why counts are doubted)*

      ## Minutes

      ### Wednesday 12 March 2031
      """
    #expect(text.contains(expected), "\(text)")
  }

  @Test func theDayOfAnActionIsInTableAndTasks() {
    let report = ReportSample.report(notes: Self.notes)
    let tasks = String(decoding: report.bytes(as: .iCalendar), as: UTF8.self)
    #expect(tasks.contains("DUE;VALUE=DATE:20310315\r\n") && tasks.contains("DUE;VALUE=DATE:20310314\r\n"))
    let table = String(decoding: report.bytes(as: .csv), as: UTF8.self)
    #expect(table.contains("Ilze Kalniņa,2031-03-15,,send the questionnaire\r\n"))
  }

  @Test func onlyWhatIsAskedForIsInIt() throws {
    let agenda = ReportSample.agenda
    let subjects = NoteSubjects(of: agenda, languages: ["en"], messages: .english)
    func titles(_ change: (inout Report.Options) -> Void) -> [String] {
      var options = Report.Options()
      change(&options)
      return ReportSample.report(options).entries.map(\.subject.title)
    }
    #expect(titles { $0.subject = subjects[.session("results")] } == ["Publishing results by polling station"])
    #expect(
      titles { $0.day = ReportSample.day } == [
        "Opening: why counts are doubted", "Publishing results by polling station", "When governments press",
      ])
    #expect(titles { $0.day = ReportSample.day.advanced(by: 1) }.isEmpty)
    #expect(titles { $0.since = ReportSample.stamp }.count == 6)
    #expect(titles { $0.since = ReportSample.stamp.advanced(by: 1) }.isEmpty)
    var options = Report.Options()
    options.day = ReportSample.day
    let text = ReportSample.text(.markdown, options)
    #expect(text.contains("> Only the notes of Wednesday 12 March 2031."))
  }

  @Test func whatSeveralHaveWrittenStandsBySessionWithWhoWroteItAndEqualMarksAreToldOnce() {
    var (first, second) = (Self.notes[0], Self.notes[0])
    (first.author, second.author) = ("Ann", "Bo")
    second.text = """
      - [x] **Action (Ilze Kalniņa):** Send the questionnaire!
      - **Decision:** the survey is dropped
      """
    let report = ReportSample.report(notes: [first, second])
    let text = String(decoding: report.bytes(as: .markdown), as: UTF8.self)
    #expect(report.authors == ["Ann", "Bo"] && text.contains("Rapporteurs: Ann, Bo"))
    #expect(report.found(.action).count == 2 && report.found(.decision).count == 3)
    #expect(
      text.contains(
        "[x] **Ilze Kalniņa:** send the questionnaire **by Saturday 15 March 2031** "
          + "*(Wed 12 Mar, Opening: why counts are doubted, Ann, Bo)*"))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("#### ") } == 1)
    #expect(text.contains("##### Ann\n") && text.contains("##### Bo\n"))
  }

  @Test func onThePageEachParagraphItemAndCellFindsItsOwnDirection() {
    let notes = [
      ReportSample.note(
        .session("opening"),
        "نص عربي\n\n- עברית\n- one\n  1. two\n\n3. three\n7. four\n\n| a | b |\n| --- | --- |\n| ا | c |\n")
    ]
    let page = String(decoding: ReportSample.report(notes: notes).bytes(as: .html), as: UTF8.self)
    for piece in [
      "<p dir=\"auto\">نص", "<ol dir=\"auto\" start=\"7\">", "<li dir=\"auto\">עברית", "<ol dir=\"auto\" start=\"3\">",
      "<td dir=\"auto\">ا</td>",
      "<th dir=\"auto\">a</th>",
    ] {
      #expect(page.contains(piece), "\(piece) \(page)")
    }
  }
}
