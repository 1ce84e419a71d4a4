import Foundation
import JSON
import Messages
import Testing

@testable import Agenda

/// What problems are called in `--json`, and that each can be said.
@Suite struct ProblemNameTests {
  private let definitions: JSONValue

  init() throws {
    let data = try Data(contentsOf: resources.appending(path: "schema/plenary-report-1.schema.json"))
    definitions = try #require(JSONReader().read(Array(data)).root?["$defs"])
  }

  @Test func everyNameStandsInTheSchemaWithWhatItMeansAndNoOther() throws {
    let entries = try #require(definitions["finding"]?["oneOf"]).values.map { $0 }
    #expect(entries.map { $0["const"]?.rawString } == Problem.Name.allCases.map(\.rawValue))
    for entry in entries { #expect(entry["description"]?.rawString?.isEmpty == false) }
  }

  @Test func kindsAndSeveritiesAreTheSchemas() throws {
    func words(_ field: String) throws -> [String?] {
      try #require(definitions["problem"]?["properties"]?[field]?["enum"]).values.map(\.rawString)
    }
    #expect(try words("kind") == Problem.Kind.allCases.map(\.rawValue))
    #expect(try Set(words("severity")) == Set(Problem.Severity.allCases.map(\.name)))
  }

  private static let day = CalendarDate(dayNumber: 17_504)

  /// One of each case.
  static let facts: [Problem.Fact] = [
    .file("f", .missing), .file("f", .unreadable(2)), .file("f", .notRegular), .file("f", .empty),
    .file("f", .encoding(.utf16)), .file("f", .tooLarge(bytes: 11, limit: 10)),
    .file("f", .tooLarge(bytes: 1 << 20 + 1, limit: 1 << 20)), .file("f", .unsafePath), .file("f", .link),
    .file("f", .tooMuchText(limit: 1)), .emptyFile, .unknownFormat(looksLike: nil), .unknownFormat(looksLike: .zip),
    .unknownJSON(fields: []), .unknownJSON(fields: ["a", "b"]), .unknownXML(root: "a"), .documentType,
    .cutShort(expected: "END:VCALENDAR"), .noSessions, .tooManySessions(limit: 1), .tooManyValues(limit: 1),
    .endlessText(limit: 1), .silent(seconds: 30), .noMemory, .cancelled,
    .syntax(column: 1, found: .controlCharacter(7), expected: .colon),
    .xmlSyntax(column: 1, reason: "a", isCutShort: true), .xmlSyntax(column: 1, reason: "a", isCutShort: false),
    .tooDeep(limit: 64, isLeftOut: true), .tooDeep(limit: 64, isLeftOut: false), .mendedCharacters(count: 2),
    .wrongFormat(found: .nothing), .wrongFormat(found: .null), .missingConference,
    .wrongVersion(found: .number("2"), known: 1), .duplicateField(name: "a", firstLine: 1), .unknownField(name: "a"),
    .missingField(name: "a", expected: .text), .wrongType(found: .list, expected: .version(1)),
    .fieldNotRead(name: "a"), .notAllowed(found: "a", allowed: ["b", "c"]),
    .malformed(found: "a", expected: .textOrFile), .impossibleDate(found: "a"), .impossibleTime(found: "a"),
    .unknownZone(found: "a"), .offsetDisagrees(found: 3_600, zone: "UTC", expected: -1_800),
    .unsafeAddress(found: "a", schemes: ["http"]), .addressLeftOut(found: "a"), .longText(bytes: 2_000, limit: 1_024),
    .invalidUTF8, .hiddenCharacters("\u{1B}", count: 1), .hiddenCharacters("\u{1B}", count: 3), .htmlRead,
    .duplicateID(id: "a", firstLine: 1, replacement: "b"), .unusableID(found: "a", replacement: "b"),
    .missingID(replacement: "b"), .deadReference(id: "a", to: .room), .endBeforeStart(start: "a", end: "b"),
    .endLeftOut,
    .outsideConference(date: day, start: day, end: day), .noTitle, .zoneOfCity(zone: "Z", city: "C"),
    .zoneOfPlaces(zone: "Z", city: "C"), .zoneOfOffsets(zone: "Z"), .zoneOfWindows(zone: "Z", name: "N"),
    .zoneRenamed(zone: "Z", name: "N"), .noZone, .zoneNotRead(name: "N"), .dayChangeGuessed(minutes: 540),
    .dayChangeIgnored(found: 1, used: 2), .unreadableConferenceDate(found: "a"),
    .sessionWithoutStart(found: nil, date: day), .sessionWithoutStart(found: "a", date: day),
    .unreadableTime(found: "a"), .unreadableLength(found: "a"), .threePartLength(found: "a", seconds: 5_400),
    .lengthDisagrees(seconds: 60, end: 3_600), .noEnd, .noTitleOfSession, .noRoom, .otherDay(listed: day, date: day),
    .sharedID(id: "a", first: nil), .sharedID(id: "a", first: 1), .sharedGUID(guid: "a", first: nil),
    .sharedGUID(guid: "a", first: 1), .otherRoom(listed: "a", found: "b"), .cancelledByTitle,
    .languageChosen(found: "a", tag: "en"), .unknownLanguage(found: "a"), .personTwice(name: "a", other: "b"),
    .wholeDay,
    .badLine(found: "a"), .missingEndOfComponent(name: "VEVENT"), .badFolding, .cutRecurrence(limit: 1),
    .badRecurrence(found: "a"), .superseded(sequence: 1), .orphanedOverride, .withoutStamp,
    .overlap(room: "a", with: "b"), .sameAgain(first: nil), .sameAgain(first: 1), .spelling(name: "a", other: "b"),
    .further(count: 1), .further(count: 2),
  ]

  @Test func everyNameIsOneOfAFact() {
    #expect(Set(Self.facts.map(\.traits.name)) == Set(Problem.Name.allCases))
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
