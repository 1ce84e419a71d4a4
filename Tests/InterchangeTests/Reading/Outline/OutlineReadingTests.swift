import Agenda
import Markup
import Testing

@testable import Interchange

/// Agendas that people have written for people.
struct OutlineReadingTests {
  @Test(
    "Times as people write them, with what follows",
    arguments: [
      ("9-10:30 Talk", "09:00 10:30 Talk"), ("9:00 – 10:30  Talk", "09:00 10:30 Talk"), ("14h30 Talk", "14:30 - Talk"),
      ("9h - 10h Talk", "09:00 10:00 Talk"), ("9 h 30 – 10 h Talk", "09:30 10:00 Talk"), ("2pm Talk", "14:00 - Talk"),
      ("11-1pm Talk", "11:00 13:00 Talk"), ("9-10:30am Talk", "09:00 10:30 Talk"),
      ("9:00 a.m. – 2:15 p.m.: Talk", "09:00 14:15 Talk"),
      ("noon Talk", "12:00 - Talk"), ("11am - noon Talk", "11:00 12:00 Talk"), ("12:30 pm Talk", "12:30 - Talk"),
      ("22:00-24:00 Talk", "22:00 00:00 Talk"), ("22:00-02:00 Talk", "22:00 02:00 Talk"),
      ("14 Uhr Talk", "14:00 - Talk"),
      ("0930-1030 Talk", "09:30 10:30 Talk"), ("9.30 – Talk", "09:30 - Talk"),
      ("from 9:00 to 10:00 Talk", "09:00 10:00 Talk"),
      ("9:00 (45 min) Talk", "09:00 09:45 Talk"), ("**9:00** Talk", "09:00 - Talk"), ("- 9:00: *Talk*", "09:00 - Talk"),
      ("[9:00-9:30] Talk", "09:00 09:30 Talk"), ("9:30 – 5 ways to talk", "09:30 - 5 ways to talk"),
      ("9:00 (CET) Talk", "09:00 - Talk"), ("### Talk (9:00–10:30)", "09:00 10:30 Talk"),
    ])
  func times(line: String, expected: String) throws {
    let reading = try ReadingSample.read("# Conference\n\nMonday 4 December 2017\n\n8:00 First\n\n\(line)\n")
    let parts = OutlineSample.rows(reading)[1].split(separator: "|").map { String($0).trimmingBlanks }
    #expect(reading.agenda.sessions.count == 2)
    #expect("\(parts[0].suffix(5)) \(parts[1]) \(parts[2])" == expected)
  }

  @Test(
    "Dates as people write them",
    arguments: [
      "Monday, December 4, 2017", "Mon 4 Dec 2017", "4. Dezember 2017", "lundi 4 décembre 2017", "2017-12-04",
      "04.12.2017",
      "4/12/2017", "Day 1 – 4th of December 2017", "## Monday 4 December", "**Monday, 4 December**", "mar. 4 déc. 2017",
      "4/12/17",
    ])
  func dates(line: String) throws {
    let reading = try ReadingSample.read("# Conference 2017\n\n\(line)\n\n9:00 A\n10:00 B\n")
    #expect(ReadingSample.starts(reading) == ["2017-12-04 09:00", "2017-12-04 10:00"], "\(line)")
  }

  @Test("The concept note that it all began with has the sessions of the shipped bundle, its meetings and its text")
  func conceptNote() throws {
    let path = Checkout.root + "/../shared/concept-note.md"
    guard let bytes = try? ImportSource.bytes(at: path) else {
      return print("No concept note in ../shared: it is not tried.")
    }
    let read = try Import.read(bytes, name: "x", today: ReadingSample.today).agenda
    let shipped = try #require(
      BundleReader().read(Checkout.root + "/Resources/conferences/human-rights-elections-2017").agenda)
    #expect(read.sessions.count == 12 && shipped.sessions.count == 12)
    for (row, own) in zip(
      zip(read.sessions, OutlineSample.rows(read)), zip(shipped.sessions, OutlineSample.rows(shipped)))
    {
      // The bundle gives one session the titles of both of its points.
      let whole = ReadingSample.string(own.0.title) ?? ""
      let point = own.0.items.first.flatMap { ReadingSample.string($0.title) }
      let title = [whole, point].compactMap(\.self).first { $0 == ReadingSample.string(row.0.title) }
      #expect(title != nil, "\(row.1)")
      #expect(row.1 == own.1.replacing(whole, with: title ?? whole))
      #expect(row.0.kind == own.0.kind || own.0.kind == .ceremony, "\(row.1)")
    }
    #expect(read.meetings.map { "\($0.date) \($0.kind)" } == shipped.meetings.map { "\($0.date) \($0.kind)" })
    #expect(
      read.meetings.map { ReadingSample.string($0.place) } == shipped.meetings.map { ReadingSample.string($0.place) })
    #expect(read.conference.published == shipped.conference.published && read.conference.status == .draft)
    let text = try #require(read.documents.first.flatMap { ReadingSample.string($0.text) })
    #expect(read.documents.map { ReadingSample.string($0.title) } == ["Concept Note"])
    #expect(text.contains("Art. 21 of the UDHR") && !text.contains("Coffee Break"))
  }

  @Test("What a line says besides its title, in English and French")
  func lines() throws {
    let reading = try ReadingSample.read(
      """
      # Journées
      Fuseau horaire : Europe/Paris
      Salles : Grand amphi, Salle B
      Lieu : Maison, Lyon, France

      ## Samedi 4 avril 2026
      - 9h30-10h30 : Ouverture par Jeanne Martin (Grand amphi)
      - 11h00–12h Atelier (Salle B) (facultatif)

        Apportez votre ordinateur.
      - 14 h : Table ronde @ Grand amphi
      - 15h Promenade
        Lieu à préciser
      - 16h Bilan
        Animation : Ann Lee et Bob de Vries

        Sous la règle de Chatham House.
      """)
    #expect(
      OutlineSample.rows(reading) == [
        "2026-04-04 09:30 | 10:30 | Ouverture | Grand amphi | Jeanne Martin | ",
        "2026-04-04 11:00 | 12:00 | Atelier | Salle B |  | optional",
        "2026-04-04 14:00 | - | Table ronde | Grand amphi |  | ",
        "2026-04-04 15:00 | - | Promenade | To be announced |  | ",
        "2026-04-04 16:00 | - | Bilan |  | Ann Lee, Bob de Vries | chatham-house",
      ])
    let conference = reading.agenda.conference
    #expect(conference.zone.identifier == "Europe/Paris" && ReadingSample.string(conference.venue?.country) == "France")
    #expect(reading.agenda.rooms.count == 2 && ReadingSample.names(reading).contains("ruleFound"))
    #expect(ReadingSample.string(reading.agenda.sessions[1].details) == "Apportez votre ordinateur.")
  }

  @Test("Tables with a column for each room, and headings whose time stands below")
  func shapes() throws {
    let grid = try ReadingSample.read(
      """
      # DevDay
      2026-09-12

      | Time | Hall A | Hall B |
      |---|---|---|
      | 09:00 | Keynote by Ada Byron | |
      | 10:00–10:45 | Swift | Rust for all |
      | 10:45 | Coffee break | Coffee break |
      """)
    #expect(
      OutlineSample.rows(grid) == [
        "2026-09-12 09:00 | - | Keynote | Hall A | Ada Byron | ", "2026-09-12 10:00 | 10:45 | Swift | Hall A |  | ",
        "2026-09-12 10:00 | 10:45 | Rust for all | Hall B |  | ", "2026-09-12 10:45 | - | Coffee break |  |  | ",
      ])
    let headings = try ReadingSample.read(
      "# Offsite\n## Monday, Oct 5, 2026\n### Welcome\n10:00–10:30, Kitchen\n\nWe say hello.\n\n## Day 2 – Tuesday\n\n"
        + "9:00 - 10:00 Retro\nRoom: Blue Room\nSpeakers: Al Bo, Cy Do\n")
    #expect(
      OutlineSample.rows(headings) == [
        "2026-10-05 10:00 | 10:30 | Welcome | Kitchen |  | ",
        "2026-10-06 09:00 | 10:00 | Retro | Blue Room | Al Bo, Cy Do | ",
      ])
  }

  @Test("An afternoon without a word of it, the night after the evening, two dates in a line, days out of order")
  func odd() throws {
    let reading = try ReadingSample.read(
      "# Odd 2026\n## Friday 8 May\n9:00 A\n12:00-1:30 Lunch\n1:30-3 B\n10:00 pm Party\n1:00 Last\n## Monday 4 / Tuesday 5 May\n10-11 C\n"
    )
    #expect(
      ReadingSample.starts(reading) == [
        "2026-05-08 09:00", "2026-05-08 12:00", "2026-05-08 13:30", "2026-05-08 22:00", "2026-05-09 01:00",
        "2026-05-04 10:00",
      ])
    let names = ReadingSample.names(reading)
    for name in ["afternoonGuessed", "twoDates", "dayBeforeLast"] { #expect(names.contains(name), "\(name)") }
  }

  @Test(
    "What is no agenda is not read as one",
    arguments: [
      (
        "3 May. Bistritz.--Left Munich at 8:35 P.M., on 1st May\n\n4 May\n\n10:30 came and nobody was there.\n"
          + String(repeating: "It was a dark and stormy night.\n", count: 100), UnlikeAgenda.text
      ),
      ("Salon, Monday 4 May 2026\n9:00-10:00 Cut €25\n10:00-11:00 Colour 60 EUR\n12:00 Lunch\n", .prices),
      (
        "Monday 4 May 2026\nStation 07:05 07:35 08:05\nTown 07:11 07:41 08:11\nHospital 07:20 07:50 08:20\n", .timetable
      ),
      ("2026-05-04 10:00:01 INFO A\n2026-05-04 10:00:02 WARN B\n2026-05-04 10:01:11 INFO C\n", .log),
      ("May  4 10:00:01 host cron[1]: a\nMay  4 10:00:02 host cron[1]: b\nMay  4 10:05:01 host sshd[9]: c\n", .log),
      ("Monday 4 May 2026\n12:00 <ann> hi\n12:01 <bob> hello\n12:02 <ann> bye\n", .log),
      ("Dear all,\n\nI shall be late.\n", .text), ("<html><body><p>Hello</p></body></html>", .webPage),
    ])
  func others(text: String, kind: UnlikeAgenda) throws {
    #expect(try ReadingSample.failure(Array(text.utf8)).fact == .file(.noAgenda(kind)))
  }

  @Test("Nothing that is long or deep in signs takes long")
  func effort() throws {
    let clock = ContinuousClock()
    for text in [
      String(repeating: "*", count: 200_000), String(repeating: "9:00 ", count: 100_000),
      String(repeating: "| ", count: 100_000),
      String(repeating: "(", count: 200_000), String(repeating: "4 December ", count: 50_000),
      "Monday 4 May 2026\n9:00 " + String(repeating: "a by B C, ", count: 5_000) + "\n10:00 x\n",
    ] {
      let time = clock.measure { _ = try? ReadingSample.read(text) }
      #expect(time < .seconds(20), "\(text.prefix(10))")
    }
  }

  @Test("A page of HTML is read as what it says")
  func html() throws {
    let reading = try ReadingSample.read(
      "<!DOCTYPE html><html><head><title>x</title></head><body><h1>Camp</h1><h2>Saturday 4 April 2026</h2><table><tr><th>Time</th>"
        + "<th>Session</th><th>Room</th></tr><tr><td>9:00–10:00</td><td>Opening &amp; more</td><td>Hall</td></tr>"
        + "<tr><td>10:00</td><td>Break</td><td></td></tr></table></body></html>")
    #expect(
      OutlineSample.rows(reading) == [
        "2026-04-04 09:00 | 10:00 | Opening & more | Hall |  | ", "2026-04-04 10:00 | - | Break |  |  | ",
      ])
    #expect(ReadingSample.string(reading.agenda.conference.title) == "Camp")
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    guard let place = utf8.place(of: part.utf8) else { return self }
    return self[..<place.lowerBound] + other + self[place.upperBound...]
  }
}
