import Agenda
import Testing

@testable import Interchange

/// What stands in agendas and only looks like a day, a time or another format.
struct WrittenTrapTests {
  private static let head = "# A day\n\nTime zone: Europe/Paris\n\n## Tuesday 12 May 2026\n\n"

  private func lines(_ text: String) throws -> [String] {
    let reading = try ReadingSample.read(text)
    return reading.agenda.sessions.map { session in
      let end = ReadingSample.local(session.end, reading) ?? ""
      return "\(ReadingSample.local(session.start, reading) ?? "")/\(end) \(session.title.string(for: []))"
    }
  }

  @Test(
    "A deadline and a sentence are no days, whatever a word of them begins like",
    arguments: ["- Slides due 3 June", "Try out 3 tools", "Bring 2 pens", "Set 4 alarms"])
  func noDay(line: String) throws {
    let found = try lines(Self.head + "09:00-10:00 Opening\n\n\(line)\n\n10:00-11:00 Panel\n")
    #expect(
      found == ["2026-05-12 09:00/2026-05-12 10:00 Opening", "2026-05-12 10:00/2026-05-12 11:00 Panel"], "\(found)")
  }

  @Test(
    "Ends are on the same half of the day where that is what people mean",
    arguments: [
      ("2pm-3:30", "2026-05-12 14:00/2026-05-12 15:30"), ("7pm – 9:30", "2026-05-12 19:00/2026-05-12 21:30"),
      ("11:00-1:00", "2026-05-12 11:00/2026-05-12 13:00"), ("22:00-02:00", "2026-05-12 22:00/2026-05-13 02:00"),
      ("11-1pm", "2026-05-12 11:00/2026-05-12 13:00"),
    ])
  func ends(time: String, span: String) throws {
    #expect(try lines(Self.head + "\(time) Panel\n") == [span + " Panel"])
  }

  @Test(
    "A line in which nothing is written says nothing", arguments: ["</div>", "<b>", "****", "·", "&#32;", "__", "``"])
  func emptyLine(line: String) throws {
    let found = try lines("# A day\n\nwords\n\(line)\n\n## 12 May 2026\n\n\(line)\n09:00-10:00 Opening\n\(line)\n")
    #expect(found == ["2026-05-12 09:00/2026-05-12 10:00 Opening"], "\(found)")
  }

  @Test("A row of a grid whose time is empty belongs to the time above it")
  func mergedTimes() throws {
    for table in [
      "Time,Red,Blue\n9:00,Alpha,Beta\n,Gamma,Delta\n10:00,Later,\n",
      "| Time | Red | Blue |\n| --- | --- | --- |\n| 9:00 | Alpha | Beta |\n| | Gamma | Delta |\n| 10:00 | Later | |\n",
    ] {
      let text = table.hasPrefix("|") ? Self.head + table : "Tuesday 12 May 2026,,\n" + table
      let found = try lines(text)
      #expect(found.count == 5 && found.count { $0.hasPrefix("2026-05-12 09:00") } == 4, "\(found)")
    }
  }

  @Test("A text that begins as a calendar is none, and a log in brackets is a log")
  func formats() throws {
    #expect(try lines("Begin: 9:00\n\n" + Self.head + "09:00 Opening\n").count >= 1)
    let log = (0..<30).map { "[2026-05-04 10:00:\($0 + 10)] something happened\n" }.joined()
    #expect(try ReadingSample.failure(Array(log.utf8)).fact == .file(.noAgenda(.log)))
  }

  @Test("Long titles, long lists and many lines take as much time as they are long")
  func effort() throws {
    let title = String(repeating: "(optional) ", count: 5_000)
    let points = (0..<20).map { "- point \($0)" }.joined(separator: "\n")
    let sessions = (0..<500).map {
      "\(9 + $0 / 60):\($0 % 60 + 10 > 59 ? 59 : $0 % 60 + 10) Talk \($0)\n\n\(points)\n\n"
    }
    for (text, count) in [
      ("Date,Start,Title\n2026-05-12,9:00,\(title)\n", 1), (Self.head + sessions.joined(), 500),
    ] {
      let start = ContinuousClock.now
      #expect(try ReadingSample.read(text).agenda.sessions.count == count)
      print("import: \(text.utf8.count) bytes in \(start.duration(to: .now))")
    }
  }
}
