import Agenda
import Messages
import Support
import Testing

@testable import Notes

struct ReportTests {
  @Test func notesStandInTheOrderOfTimeThenMeetingsThenDocumentsThenWhatIsGone() {
    let titles = ReportSample.report().entries.map(\.subject.title)
    #expect(
      titles == [
        "Opening: why counts are doubted", "Publishing results by polling station", "When governments press",
        "Workshop on recounts", "Draft principles", "Talk over dinner",
      ])
    let text = ReportSample.text(.markdown)
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") || $0.hasPrefix("### ") }.map(String.init)
    #expect(
      headings == [
        "## Decisions", "## Actions", "## Open questions", "## Minutes", "### Wednesday 12 March 2031",
        "### On earlier meetings", "### On documents", "### Without a session", "## Quotes",
      ])
    #expect(
      text.contains("#### 09:00–10:30 Opening: why counts are doubted\n\n*Great Hall*\n\nWith: Ilze Kalniņa (Chair)"))
    #expect(text.contains("6 notes, 3 decisions, 6 actions (1 done), 3 open questions, 2 quotes"))
  }

  @Test func whatWasOffTheRecordIsLeftOutAndThatIsSaidInEveryFormat() {
    for format in ReportFormat.allCases {
      let text = ReportSample.text(format).replacing("\r\n ", with: "")
      #expect(!text.contains("slip") && !text.contains("say nothing"), "\(format)")
      #expect(
        text.contains("Left out\(format == .iCalendar ? "\\" : ""), for it was off the record: Breakfast"), "\(format)")
    }
    var options = Report.Options()
    options.includesOffTheRecord = true
    let text = ReportSample.text(.markdown, options)
    #expect(text.contains("slip") && !text.contains("Left out, for"))
    #expect(
      text.contains("Not to be passed on as it is")
        && text.contains("Breakfast with the commissioners (off the record)"))
  }

  @Test func underTheChathamHouseRuleNobodyIsNamed() throws {
    let entry = try #require(ReportSample.report().entries.first { $0.subject.title == "When governments press" })
    #expect(
      entry.text.split(separator: "\n").map(String.init) == [
        "[14:10 +10:00] [a participant]: two commissions were replaced in a week",
        "> They called me at night", "- [ ] **Action:** ask [a participant]'s office and [a participant] for the list",
        "- [ ] **Action:** all keep what was said here to themselves", "- **Decision:** no names in the minutes",
      ])
    #expect(entry.marks.allSatisfy(\.person.isEmpty) && entry.subject.people.isEmpty)
    for format in ReportFormat.allCases {
      let text = ReportSample.text(format).replacing("\r\n ", with: "")
      #expect(!text.contains("Ruth") && !text.contains("Adeyemi") && !text.contains("ADEYEMI"), "\(format)")
      #expect(text.contains("Names left out: When governments press (Chatham House rule)"), "\(format)")
    }
    var options = Report.Options()
    options.keepsAttribution = true
    let text = ReportSample.text(.markdown, options)
    #expect(
      text.contains("> They called me at night — Omar Haddad") && text.contains("With: Ruth Adeyemi-Cole (Moderator)"))
    #expect(!text.contains("Names left out") && text.contains("Not to be passed on as it is"))
  }

  @Test func aSessionWithoutLengthHasOneTimeAndOneOfADayHasTheDayOfItsEnd() throws {
    for (end, heading) in [
      (ReportSample.at(14, 0), "### 14:00 When"),
      (ReportSample.at(14, 0).advanced(by: 86_400), "### 14:00–Thu 13 Mar 14:00 When"),
    ] {
      var agenda = ReportSample.agenda
      let index = try #require(agenda.sessions.firstIndex { $0.id == "pressure" })
      agenda.sessions[index].end = end
      let report = Report(
        of: [ReportSample.note(.session("pressure"), "a\n")], in: agenda,
        subjects: NoteSubjects(of: agenda, languages: [], messages: .english), gone: [:], languages: [],
        messages: .english, stamp: ReportSample.stamp,
        generatorVersion: "0")
      let text = String(decoding: report.bytes(as: .markdown), as: UTF8.self)
      #expect(text.contains(heading), "\(text)")
    }
  }

  @Test func aNoteWhoseSessionIsGoneKeepsWhatWasKnownOfItsAttribution() {
    let agenda = ReportSample.agenda
    var subject = NoteSubject(target: .session("x"), title: "Gone")
    subject.attribution = .offTheRecord
    func count(_ gone: [Subject: NoteSubject]) -> Int {
      Report(
        of: [ReportSample.note(.session("x"), "a")], in: agenda,
        subjects: NoteSubjects(of: agenda, languages: [], messages: .english), gone: gone, languages: [],
        messages: .english,
        stamp: ReportSample.stamp,
        generatorVersion: "0"
      ).entries.count
    }
    #expect(count([:]) == 0, "nobody knows what it is about")
    #expect(count([.session("x"): subject]) == 0)
  }

  @Test func actionsThatAreDoneComeLastAndAnsweredQuestionsAreNotOpen() {
    let report = ReportSample.report()
    #expect(report.actions.map(\.mark.isTicked) == [false, false, false, false, false, true])
    #expect(!report.openQuestions.contains { $0.mark.text.hasPrefix("is there") })
  }

  @Test func withoutNotesItSaysSo() {
    let report = ReportSample.report(notes: [])
    #expect(report.isEmpty)
    for format in [ReportFormat.markdown, .html] {
      #expect(String(decoding: report.bytes(as: format), as: UTF8.self).contains("There are no notes."))
    }
  }

  @Test(arguments: [
    ("a.md", ReportFormat.markdown), ("x/b.HTM", .html), ("c.csv", .csv), ("d.ics", .iCalendar), ("e", nil),
    ("f.d/g", nil), ("h.pdf", nil),
  ])
  func theNameOfTheFileSaysTheFormat(name: String, format: ReportFormat?) {
    #expect(ReportFormat(fileName: name) == format)
  }

  @Test("A report is written in the reader's language", arguments: [ReportFormat.markdown, .html])
  func french(format: ReportFormat) throws {
    let report = ReportSample.report(messages: try Translation.french)
    let text = String(decoding: report.bytes(as: format), as: UTF8.self)
    for words in ["Décisions", "mars 2031", "Établi le", "[un participant]", "Noms omis"] {
      #expect(text.contains(words))
    }
    for words in ["Decisions", "March", "Made on", "[a participant]", "Names left out"] {
      #expect(!text.contains(words))
    }
  }
}
