import Agenda
import Testing

@testable import Interchange

/// Tables as people keep them, whose headings and values say less than they know.
struct OthersTableTests {
  private func rows(_ text: String) throws -> [String] { OutlineSample.rows(try ReadingSample.read(text)) }

  @Test("Of two columns that are called times the one with clocks is")
  func clocks() throws {
    let found = try rows(
      "slot,date,time,title\nDi D,24.09.2024,14:00-15:30 Uhr,Crisis\nDi E,24.09.2024,16:00-17:30 Uhr,Polity\n")
    #expect(found.map { $0.prefix(24) } == ["2024-09-24 14:00 | 15:30", "2024-09-24 16:00 | 17:30"], "\(found)")
  }

  @Test("Headings in Spanish, Portuguese and Italian, which label nothing in the lines of a text")
  func southern() throws {
    let expected = ["2026-05-04 09:00 | - | Uno | Aula 1 | Ada Lovelace | "]
    for head in [
      "Fecha,Hora,Título,Lugar,Ponente", "Data,Horário,Título,Local,Palestrante", "Data,Ora,Titolo,Luogo,Relatore",
    ] {
      #expect(try rows("\(head)\n2026-05-04,9:00,Uno,Aula 1,Ada Lovelace\n") == expected, "\(head)")
    }
    let json = #"[{"fecha":"2026-05-04","hora_inicio":"9:00","titulo":"Uno","sala":"Aula 1","ponente":"Ada Lovelace"}]"#
    #expect(try rows(json) == expected)
    let reading = try ReadingSample.read(
      "# W\n\n## 4 May 2026\n\n9:00-10:00 Talk\nData: https://example.org/set\nFine: that is all.\n")
    let text = ReadingSample.string(reading.agenda.sessions[0].details) ?? ""
    #expect(text.contains("Data:") && text.contains("Fine:"), "\(text)")
  }

  @Test("A heading that counts, pictures or sorts something is none of it, and moments need no heading")
  func formSheet() throws {
    let found = try rows(
      "Horodateur,Numéro du créneau,Format du créneau,Lieu,Photo de l'orateur,Prénom Nom,Intitulé de poste,"
        + "Type d'orateur,Titre de la session,Description de la session\n"
        + "18/05/2026 08:45:00,2,Plénière,Amphi 1,,,,Orateur,Mot des organisateurs,À venir\n"
        + "18/05/2026 09:00:00,3,Keynote,Amphi 1,a.png,Ann Lee,Product Owner,Keynoteur,Chers collègues,À venir\n")
    #expect(
      found == [
        "2026-05-18 08:45 | - | Mot des organisateurs | Amphi 1 |  | ",
        "2026-05-18 09:00 | - | Chers collègues | Amphi 1 | Ann Lee | ",
      ], "\(found)")
    // When it was sent in says nothing of when it is.
    for (first, second) in [
      ("18/05/2026 10:00", "18/05/2026 11:00"), ("2026-05-18T10:00", "2026-05-18T11:00"), ("10:00", "11:00"),
    ] {
      let sent = try rows(
        "Created,Title,Start,Number of minutes\n2026-01-02 08:00,One,\(first),30\n2026-01-03 09:00,Two,\(second),45\n")
      #expect(
        sent.map { $0.dropFirst(11).prefix(20) } == ["10:00 | 10:30 | One ", "11:00 | 11:45 | Two "], "\(sent)")
    }
  }

  @Test("Where no heading speaks of titles, the column is that whose words differ")
  func titles() throws {
    let found = try rows(
      "cinema,jour,heure,film,salle\nbobine,2026-10-21,10h30,Le Monde,Salle 1\nbobine,2026-10-21,10h30,Karma,Salle 2\n")
    #expect(
      found == [
        "2026-10-21 10:30 | - | Le Monde | Salle 1 |  | ", "2026-10-21 10:30 | - | Karma | Salle 2 |  | ",
      ], "\(found)")
  }

  @Test("Dates that may be read either way are those that lie together")
  func together() throws {
    let found = try rows("date,title,time\n05/02/2020,One,13:00\n05/03/2020,Two,12:00\n05/05/2020,Three,9:00\n")
    #expect(found.map { $0.prefix(16) } == ["2020-05-02 13:00", "2020-05-03 12:00", "2020-05-05 09:00"], "\(found)")
    let apart = try rows("date,title,time\n05/02/2020,One,13:00\n06/02/2020,Two,12:00\n")
    #expect(apart.map { $0.prefix(10) } == ["2020-02-05", "2020-02-06"], "\(apart)")
  }

  @Test("What stands behind the comma of a name is where somebody is from, where it can be nobody")
  func affiliations() throws {
    let reading = try ReadingSample.read(
      """
      date,start_at,end_at,title,speakers
      2026-05-04,9:00,10:00,H*cking Lies,"Bruno Jourdain, IGE <br> Anne-Sarah Amblard, ISTerre"
      2026-05-04,10:00,11:00,Two,"Eda Keremoglu, Universität Konstanz; Anna-Lena Hönig, Universität Bern"
      2026-05-04,11:00,12:00,Three,"Ann Lee, Bob Ray"
      2026-05-04,12:00,13:00,Four,"Cy Dee, CNRS"

      """)
    #expect(
      reading.agenda.people.map { ReadingSample.string($0.name) ?? "" } == [
        "Bruno Jourdain", "Anne-Sarah Amblard", "Eda Keremoglu", "Anna-Lena Hönig", "Ann Lee", "Bob Ray", "Cy Dee",
      ])
    #expect(reading.agenda.people.map { ReadingSample.string($0.affiliation) }.first == "IGE")
    #expect(reading.agenda.sessions.first.map { $0.title.string(for: []) } == "H*cking Lies")
    #expect(OutlineSample.rows(reading).map { $0.prefix(24) }.first == "2026-05-04 09:00 | 10:00")
  }
}
