import Agenda
import Messages
import Testing

@testable import Interchange

/// What is said of two versions, in words.
struct ChangeReportTests {
  private static func report(_ change: (inout Agenda) -> Void) -> ChangeReport {
    let old = WritingSample.agenda()
    var new = old
    change(&new)
    return ChangeReport(
      AgendaChanges(old: old, new: new), oldName: "old", newName: "new", languages: ["en"], messages: .english)
  }

  private func lines(_ change: (inout Agenda) -> Void) -> [String] {
    Self.report(change).text.split(separator: "\n").dropFirst().map { String($0) }
  }

  private static func place(_ id: String, in agenda: Agenda) -> Int { agenda.sessions.firstIndex { $0.id == id } ?? 0 }

  @Test("Nothing is said of nothing")
  func nothing() {
    let report = Self.report { _ in }
    #expect(report.text.hasSuffix(": nothing differs\n") && report.sections.isEmpty)
  }

  @Test("Old stands beside new, by day and time, with the words that differ marked")
  func marked() throws {
    let title = try #require(WritingSample.agenda().sessions.first { $0.id == "opening" }).title
    let report = Self.report { agenda in
      let index = Self.place("opening", in: agenda)
      agenda.sessions[index].title = Text((title.variants.first?.string ?? "") + " at *last*")
      agenda.sessions[index].status = .cancelled
    }
    #expect(report.text.contains("\n    renamed: ") && report.text.contains("{+at *last*+}\n    cancelled\n"))
    #expect(report.markdown.contains("**at \\*last\\***\n- cancelled\n"))
    #expect(report.text.contains(": 1 session changed\n"))
  }

  @Test("A value that takes another's place has an arrow before it, and a day where that is another")
  func moved() throws {
    let opening = try #require(WritingSample.agenda().sessions.first { $0.id == "opening" })
    func moved(by seconds: Int64) -> String {
      lines { agenda in
        let index = Self.place("opening", in: agenda)
        agenda.sessions[index].start = opening.start.advanced(by: seconds)
        agenda.sessions[index].end = opening.end?.advanced(by: seconds)
      }.last ?? ""
    }
    let values = ChangeValues(WritingSample.agenda(), ["en"], .english)
    let span = values.span(opening, isDated: false)
    #expect(moved(by: 3_600).hasPrefix("    moved: \(span) -> "))
    #expect(moved(by: 86_400).hasPrefix("    moved: \(values.span(opening, isDated: true)) -> "))
  }

  @Test("What a text from outside hides is seen, and signs of Markdown mean themselves")
  func hostile() {
    let report = Self.report { agenda in
      agenda.sessions[0].title = Text("<script>[x](javascript:1)\u{1B}[2J\u{202E}")
    }
    for text in [report.text, report.markdown] {
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
    #expect(!report.markdown.contains("<script>") && !report.markdown.contains("[x]("))
  }
}
