import Foundation
import JSON
import Messages
import Testing

@testable import Agenda

/// What problems are called in `--json`, and that each can be said.
@Suite struct ProblemNameTests {
  private let definitions: JSONValue

  /// All that facts are called, area by area.
  private static let names: [String] = {
    func names<Area: ProblemArea>(_ area: Area.Type) -> [String] { Area.Name.allCases.map(\.rawValue) }
    return names(FileFact.self) + names(GrammarFact.self) + names(ValueFact.self)
      + names(ConferenceFact.self) + names(SessionFact.self) + names(OutlineFact.self) + names(CalendarFact.self)
      + names(CheckFact.self)
  }()

  init() throws {
    let data = try Data(contentsOf: resources.appending(path: "schema/plenary-report-1.schema.json"))
    definitions = try #require(JSONReader().read(Array(data)).root?["$defs"])
  }

  @Test func everyNameStandsInTheSchemaWithWhatItMeansAndNoOther() throws {
    let entries = try #require(definitions["finding"]?["oneOf"]).values.map { $0 }
    #expect(entries.map { $0["const"]?.rawString } == Self.names)
    for entry in entries { #expect(entry["description"]?.rawString?.isEmpty == false) }
  }

  @Test func kindsAndSeveritiesAreTheSchemas() throws {
    func words(_ field: String) throws -> [String?] {
      try #require(definitions["problem"]?["properties"]?[field]?["enum"]).values.map(\.rawString)
    }
    #expect(try words("kind") == ProblemKind.allCases.map(\.rawValue))
    #expect(try Set(words("severity")) == Set(ProblemSeverity.allCases.map(\.name)))
  }

  private static let day = CalendarDate(dayNumber: 17_504)

  /// One of each case.
  static let facts: [ProblemFact] = [
    .file(.notRead("f", .missing)), .file(.notRead("f", .unreadable(2))), .file(.notRead("f", .notRegular)),
    .file(.notRead("f", .empty)),
    .file(.notRead("f", .encoding(.utf16))), .file(.notRead("f", .tooLarge(bytes: 11, limit: 10))),
    .file(.notRead("f", .tooLarge(bytes: 1 << 20 + 1, limit: 1 << 20))), .file(.notRead("f", .unsafePath)),
    .file(.notRead("f", .link)),
    .file(.notRead("f", .tooMuchText(limit: 1))), .file(.emptyFile), .file(.unknownFormat(looksLike: nil)),
    .file(.unknownFormat(looksLike: .zip)),
    .file(.unknownJSON(fields: [])), .file(.unknownJSON(fields: ["a", "b"])),
    .file(.incompleteJSON(lacks: .title, fields: ["a"])), .file(.incompleteJSON(lacks: .start, fields: ["a"])),
    .file(.incompleteJSON(lacks: .date, fields: ["a"])), .file(.unknownXML(root: "a")),
    .file(.documentType),
    .file(.cutShort(expected: "END:VCALENDAR")), .file(.noSessions), .file(.tooManySessions(limit: 1)),
    .file(.tooManyValues(limit: 1)),
    .file(.endlessText(limit: 1)), .file(.silent(seconds: 30)), .file(.noMemory), .file(.cancelled),
    .grammar(.syntax(column: 1, found: .controlCharacter(7), expected: .colon)),
    .grammar(.xmlSyntax(column: 1, reason: "a", isCutShort: true)),
    .grammar(.xmlSyntax(column: 1, reason: "a", isCutShort: false)),
    .grammar(.tooDeep(limit: 64, isLeftOut: true)), .grammar(.tooDeep(limit: 64, isLeftOut: false)),
    .grammar(.mendedCharacters(count: 2)),
    .grammar(.wrongFormat(found: .nothing, expected: "plenary-agenda")),
    .grammar(.wrongFormat(found: .null, expected: "plenary-agenda")), .grammar(.missingConference),
    .grammar(.wrongVersion(found: .number("2"), known: 1)), .grammar(.duplicateField(name: "a", firstLine: 1)),
    .grammar(.unknownField(name: "a")),
    .value(.missingField(name: "a", expected: .text)), .value(.wrongType(found: .list, expected: .version(1))),
    .value(.fieldNotRead(name: "a")), .value(.notAllowed(found: "a", allowed: ["b", "c"])),
    .value(.malformed(found: "a", expected: .textOrFile)), .value(.impossibleDate(found: "a")),
    .value(.impossibleTime(found: "a")),
    .value(.unknownZone(found: "a")), .value(.offsetDisagrees(found: 3_600, zone: "UTC", expected: -1_800)),
    .value(.unsafeAddress(found: "a", schemes: ["http"])), .value(.addressLeftOut(found: "a")),
    .value(.longText(bytes: 2_000, limit: 1_024)),
    .value(.invalidUTF8), .value(.hiddenCharacters("\u{1B}", count: 1)), .value(.hiddenCharacters("\u{1B}", count: 3)),
    .value(.htmlRead),
    .value(.duplicateID(id: "a", firstLine: 1, replacement: "b")), .value(.unusableID(found: "a", replacement: "b")),
    .value(.missingID(replacement: "b")), .value(.deadReference(id: "a", to: .room)),
    .value(.endBeforeStart(start: "a", end: "b")),
    .value(.endLeftOut),
    .value(.outsideConference(date: day, start: day, end: day)), .conference(.noTitle),
    .conference(.zoneOfCity(zone: "Z", city: "C")),
    .conference(.zoneOfPlaces(zone: "Z", city: "C")), .conference(.zoneOfOffsets(zone: "Z")),
    .conference(.zoneOfWindows(zone: "Z", name: "N")),
    .conference(.zoneRenamed(zone: "Z", name: "N")), .conference(.noZone), .value(.zoneNotRead(name: "N")),
    .conference(.dayChangeGuessed(minutes: 540)), .conference(.unreadableConferenceDate(found: "a")),
    .outline(.twoDates(first: "a")), .outline(.dayFirst(date: day, isMonthFirst: true)),
    .outline(.dayFirst(date: day, isMonthFirst: false)), .outline(.yearGuessed(date: day)),
    .outline(.otherWeekday(date: day)),
    .outline(.dayBeforeLast(date: day)), .outline(.noDate(date: day)), .outline(.ruleFound(.offTheRecord)),
    .outline(.afternoonGuessed(found: "13:00")), .outline(.columns("title=A")),
    .outline(.columnsByValues("title=1")), .outline(.columnsLeftOut("A", count: 1)), .outline(.encodingGuessed),
    .outline(.openQuote),
    .outline(.stateLeftOut(count: 2)), .file(.noAgenda(.log)), .file(.noAgenda(.rooms)), .file(.noColumn("A")),
    .file(.notConverted(.noProgram)), .file(.notConverted(.tooSlow(seconds: 10))), .file(.twoAgendas),
    .file(.noSessionYet),
    .session(.sessionWithoutStart(found: nil, date: day)), .session(.sessionWithoutStart(found: "a", date: day)),
    .session(.unreadableTime(found: "a")), .session(.endAsStart(found: "a")), .session(.unreadableLength(found: "a")),
    .session(.threePartLength(found: "a", seconds: 5_400)),
    .session(.lengthDisagrees(seconds: 60, end: 3_600)), .session(.noEnd), .session(.noTitleOfSession),
    .session(.noRoom), .session(.otherDay(listed: day, date: day)),
    .session(.sharedID(id: "a", first: nil)), .session(.sharedID(id: "a", first: 1)),
    .session(.sharedGUID(guid: "a", first: nil)),
    .session(.sharedGUID(guid: "a", first: 1)), .session(.otherRoom(listed: "a", found: "b")),
    .session(.cancelledByTitle),
    .session(.languageChosen(found: "a", tag: "en")), .session(.unknownLanguage(found: "a")),
    .session(.personTwice(name: "a", other: "b")),
    .session(.wholeDay),
    .calendar(.badLine(found: "a")), .calendar(.missingEndOfComponent(name: "VEVENT")), .calendar(.badFolding),
    .calendar(.cutRecurrence(limit: 1)),
    .calendar(.badRecurrence(found: "a")), .calendar(.superseded(sequence: 1)), .calendar(.orphanedOverride),
    .calendar(.withoutStamp),
    .check(.overlap(room: "a", with: "b")), .check(.sameAgain(first: nil)), .check(.sameAgain(first: 1)),
    .check(.spelling(name: "a", other: "b")),
    .file(.further(count: 1)), .file(.further(count: 2)),
  ]

  @Test func everyNameIsOneOfAFact() {
    #expect(Set(Self.facts.map(\.name)) == Set(Self.names))
  }

  /// A directive that does not fit its argument would stop the program.
  @Test func everyFactCanBeSaidAloneAndCounted() {
    for fact in Self.facts {
      let sentence = Messages.english.text(fact.message)
      #expect(!sentence.isEmpty && !sentence.contains("%"), "\(sentence)")
      let counted = Messages.english.text(fact.message(count: 3))
      #expect(counted.hasPrefix("3 ") && !counted.contains("%"), "\(counted)")
    }
  }
}
