import Agenda
import Testing

@testable import Interchange

/// Tables, as spreadsheets and conference systems save them.
struct TableReadingTests {
  private static func read(_ bytes: [UInt8], map: String? = nil) throws(ImportFailure) -> ImportReading {
    try Import.read(
      FileBytes(bytes), name: "table", today: ReadingSample.today, choices: ImportChoices(map: map))
  }

  private static let german = #"""
    Mein Kongress;;;;
    Titel;Datum;Beginn;Ende;Raum;Referent;Beschreibung
    Eröffnung;13.06.2026;09:00;09:30;Saal 1;Anna Müller;"Mehrere
    Zeilen, mit ""Zitat"""
    Kaffeepause;13.06.2026;09:30;10:00;;;
    Vortrag A;14.06.2026;9:00 Uhr;10.15;Saal 2;Bernd Groß, Carla Klein;Text
    """#

  @Test(
    "German headings and semicolons, in UTF-8, UTF-16 and windows-1252", arguments: ["utf-8", "utf-16", "windows-1252"])
  func encodings(name: String) throws {
    let bytes: [UInt8] =
      switch name {
      case "utf-16": [0xFF, 0xFE] + Self.german.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "windows-1252": Self.german.unicodeScalars.map { UInt8($0.value) }
      default: Array(Self.german.utf8)
      }
    let reading = try Self.read(bytes)
    #expect(reading.format == .table)
    #expect(
      OutlineSample.rows(reading) == [
        "2026-06-13 09:00 | 09:30 | Eröffnung | Saal 1 | Anna Müller | ",
        "2026-06-13 09:30 | 10:00 | Kaffeepause |  |  | ",
        "2026-06-14 09:00 | 10:15 | Vortrag A | Saal 2 | Bernd Groß, Carla Klein | ",
      ])
    #expect(ReadingSample.string(reading.agenda.conference.title) == "Mein Kongress")
    #expect(ReadingSample.string(reading.agenda.sessions[0].details)?.contains("Zitat\"") == true)
    #expect(ReadingSample.names(reading).contains("encoding") == (name == "windows-1252"))
  }

  @Test(
    "Columns as Guidebook, Sessionize, Sched, pretalx and people name them",
    arguments: [
      "Session Title,Date,Time Start,Time End,Room/Location,Schedule Track (Optional)\nTalk,4/21/2026,8:00 AM,9:00 AM,Hall,T\nB,4/21/2026,9:00 AM,,,\n",
      "Session Id,Title,Owner,Owner Email,Date Submitted,Room,Scheduled At,Scheduled Duration,Track\n1,Talk,Al,a@b.c,1/2/2026,Hall,21 Apr 2026 08:00 AM,60,T\n",
      "Event Name,Event Start,Event End,Event Type,Event Subtype,Venue\nTalk,2026-04-21 08:00,2026-04-21 09:00,T,X,Hall\n",
      "Proposal title|Start|End|Room|Track\nTalk|2026-04-21T08:00|2026-04-21T09:00|Hall|T\n",
      "Intitulé\tJour\tHoraire\tLieu\tThème\nTalk\tmardi 21 avril 2026\t8h00-9h00\tHall\tT\n",
      "Tuesday 21 April 2026\n\nTime;What;Where\n8-9;Talk;Hall\n10-11;B;Hall\n",
    ])
  func headings(text: String) throws {
    let map = text.contains("What") ? "title=What" : nil
    let reading = try Self.read(Array(text.utf8), map: map)
    #expect(OutlineSample.rows(reading)[0] == "2026-04-21 08:00 | 09:00 | Talk | Hall |  | ", "\(text)")
    #expect(map != nil || ReadingSample.string(reading.agenda.tracks.first?.name) == "T")
    #expect(ReadingSample.names(reading).contains("columns"))
  }

  @Test("The user says what a column is, and what is called so nowhere is told")
  func mapped() throws {
    let text = "Was;Wann;Name des Vortrags;Wo\nx;2026-05-04 09:00;Eins;Saal\n"
    let reading = try Self.read(Array(text.utf8), map: "title=was,room=Wo")
    #expect(OutlineSample.rows(reading) == ["2026-05-04 09:00 | - | x | Saal |  | "])
    #expect(throws: ImportFailure(.file(.noColumn("Nix")))) { try Self.read(Array(text.utf8), map: "title=Nix") }
    #expect(
      ImportChoices.isMap("title=Name,start=Begin") && !ImportChoices.isMap("title") && !ImportChoices.isMap("x=y"))
  }

  @Test("Without headings the values speak, and a grid has a column for each room")
  func values() throws {
    let plain = try Self.read(
      Array(
        "09:00\t2026-05-04\tWelcome\tHall\n10:00\t2026-05-04\tTalk on stones\tHall\n11:00\t2026-05-04\tTalk on water\tLab\n12:00\t2026-05-04\tLunch\tHall\n"
          .utf8))
    #expect(OutlineSample.rows(plain)[2] == "2026-05-04 11:00 | - | Talk on water | Lab |  | ")
    let grid = try Self.read(
      Array(
        "Date,Time,Hall A,Hall B\n2026-05-04,09:00-10:00,Keynote by Ada Byron,\n,10:00-10:30,Coffee,Coffee\n,10:30,Swift,Rust\n"
          .utf8))
    #expect(
      OutlineSample.rows(grid) == [
        "2026-05-04 09:00 | 10:00 | Keynote | Hall A | Ada Byron | ", "2026-05-04 10:00 | 10:30 | Coffee |  |  | ",
        "2026-05-04 10:30 | - | Swift | Hall A |  | ", "2026-05-04 10:30 | - | Rust | Hall B |  | ",
      ])
  }

  @Test("Ten thousand columns, NUL in cells, quotes that do not end")
  func hostile() throws {
    let wide =
      "Title,Start," + (0..<10_000).map { "c\($0)" }.joined(separator: ",") + "\nA,2026-05-04 09:00"
      + String(repeating: ",x", count: 10_000) + "\n"
    #expect(try Self.read(Array(wide.utf8)).agenda.sessions.count == 1)
    let holes = try Self.read(Array("Title,Start,Room\nA\0B,2026-05-04 09:00,\0\nC,2026-05-04 10:00,R\n".utf8))
    #expect(
      holes.agenda.sessions.map { ReadingSample.string($0.title) } == ["AB", "C"] && holes.agenda.rooms.count == 1)
    let open = try Self.read(Array("Title,Start\n\"A,2026-05-04 09:00\nB,2026-05-04 10:00\n".utf8))
    #expect(open.agenda.sessions.count == 2)
    guard case .file(.noAgenda) = try ReadingSample.failure(Array("Name,Price\nSoap,3.50\nTowel,9.00\n".utf8)).fact
    else {
      Issue.record("a list of prices was read")
      return
    }
  }
}
