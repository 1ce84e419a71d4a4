import Agenda
import Messages
import Testing

@testable import Notes

/// What was said under the Chatham House rule, in a report: nobody is named in it, and nothing else is gone from it.
struct LeakTests {
  static func report(_ lines: [String]) -> Report {
    let agenda = LeakCorpus.agenda
    return Report(
      of: [ReportSample.note(.session("pressure"), lines.joined(separator: "\n"))], in: agenda,
      subjects: NoteSubjects(of: agenda, languages: ["en"], messages: .english), languages: ["en"], messages: .english,
      stamp: ReportSample.stamp, generatorVersion: "0")
  }

  /// What a report has of each line alone; nil where it was left out.
  static func reported(_ line: String) -> String? {
    let report = report([line, "end of it"])
    guard let text = report.entries.first?.text, text != "end of it" else { return nil }
    return String(text.dropLast("\nend of it".count))
  }

  @Test("Of 300 lines that name somebody none says in a report who it was")
  func nobodyIsNamed() {
    let lines = LeakCorpus.named + LeakCorpus.special
    #expect(lines.count >= 300)
    for line in lines {
      guard let text = LeakTests.reported(line.text) else { continue }
      let folded = Folding.folded(text)
      for secret in line.secrets {
        let words = Folding.words(secret).joined(separator: " ")
        let isThere = " \(Folding.words(folded).joined(separator: " ")) ".contains(
          words.count < 4 ? " \(words) " : words)
        #expect(!isThere, "\(secret) of: \(line.text) -> \(text)")
      }
    }
  }

  @Test("A line that may name somebody is told of, and nobody is asked of one that surely does")
  func omissionsAreTold() {
    let lines = LeakCorpus.named + LeakCorpus.special
    let report = LeakTests.report(lines.map(\.text))
    let leftOut = lines.count { LeakTests.reported($0.text) == nil }
    #expect(report.lines.map(\.count) == [leftOut])
    for format in ReportFormat.allCases {
      let text = String(decoding: report.bytes(as: format), as: UTF8.self).replacing("\r\n ", with: "")
      #expect(text.contains("Lines left out") && text.contains("\(leftOut) lines"), "\(format)")
    }
  }

  @Test("What harms nobody is reported as it was written")
  func harmless() {
    var leftOut = 0
    for line in LeakCorpus.harmless {
      let text = LeakTests.reported(line)
      if text == nil { leftOut += 1 }
      #expect(text == nil || text == line, "\(line) -> \(text ?? "")")
    }
    #expect(LeakCorpus.harmless.count >= 100 && 50 * leftOut <= LeakCorpus.harmless.count, "\(leftOut)")
  }
}
