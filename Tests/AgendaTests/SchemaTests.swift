import Foundation
import Testing

@testable import Agenda

/// The schema that organisers read, and the table that the reader knows its fields from.
@Suite struct SchemaTests {
  private let schema: [String: Any]
  private let definitions: [String: Any]

  init() throws {
    let data = try Data(contentsOf: resources.appending(path: "schema/plenary-agenda-1.schema.json"))
    schema = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    definitions = try #require(schema["$defs"] as? [String: Any])
  }

  private func object(_ definition: String) -> [String: Any]? {
    definition.isEmpty ? schema : definitions[definition] as? [String: Any]
  }

  @Test(arguments: BundleFields.byDefinition.keys.sorted())
  func everyFieldOfTheReaderStandsInTheSchemaAndNoOther(definition: String) throws {
    let object = try #require(self.object(definition))
    let properties = try #require(object["properties"] as? [String: Any])
    #expect(properties.keys.sorted() == (BundleFields.byDefinition[definition] ?? []).sorted())
    #expect(object["additionalProperties"] as? Bool == false)
    for (name, property) in properties {
      let description = (property as? [String: Any])?["description"] as? String
      #expect(description?.isEmpty == false, "\(definition).\(name) has no description")
    }
  }

  @Test func everyObjectOfTheSchemaIsOneOfTheReaders() {
    let objects = definitions.filter { ($0.value as? [String: Any])?["properties"] != nil }.keys
    #expect(Set(objects) == Set(BundleFields.byDefinition.keys).subtracting([""]))
  }

  @Test func theWordsToChooseFromAreTheSame() throws {
    func words(_ definition: String, _ field: String) throws -> [String] {
      let properties = try #require(object(definition)?["properties"] as? [String: Any])
      return try #require((properties[field] as? [String: Any])?["enum"] as? [String])
    }
    #expect(try words("session", "kind") == Session.Kind.allCases.map(\.rawValue))
    #expect(try words("session", "attribution") == Session.Attribution.allCases.map(\.rawValue))
    #expect(try words("session", "status") == Session.Status.allCases.map(\.rawValue))
    #expect(try words("conference", "status") == Conference.Status.allCases.map(\.rawValue))
    #expect(try words("meeting", "kind") == Meeting.Kind.allCases.map(\.rawValue))
  }

  /// What the schema requires, the reader misses where it is not there.
  @Test func whatIsRequiredIsMissed() throws {
    let bundle = try TemporaryBundle(
      agenda: """
        {"conference": {"venue": {}, "about": {"file": "x"}},
        "rooms": [{}], "tracks": [{}], "people": [{}], "meetings": [{}], "documents": [{}],
        "sessions": [{"items": [{}], "people": [{}], "links": [{}]}]}
        """)
    let lines = bundle.lines().joined(separator: "\n")
    for (definition, path) in [
      ("conference", "$.conference"), ("venue", "$.conference.venue"), ("room", "$.rooms[0]"),
      ("track", "$.tracks[0]"), ("person", "$.people[0]"), ("meeting", "$.meetings[0]"),
      ("document", "$.documents[0]"), ("session", "$.sessions[0]"), ("item", "$.sessions[0].items[0]"),
      ("participation", "$.sessions[0].people[0]"), ("link", "$.sessions[0].links[0]"),
    ] {
      for name in try #require(object(definition)?["required"] as? [String]) {
        #expect(lines.contains("\(path): found no \"\(name)\""), "\(path) without \(name)")
      }
    }
  }
}

/// Every table of fields by the name of its object in the schema's `$defs`, which is empty for the bundle itself.
private enum BundleFields {
  static var byDefinition: [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: [
        entry("", BundleObjectField.self), entry("conference", ConferenceField.self), entry("venue", VenueField.self),
        entry("room", RoomField.self),
        entry("track", TrackField.self), entry("person", PersonField.self), entry("session", SessionField.self),
        entry("item", ItemField.self),
        entry("participation", ParticipationField.self), entry("meeting", MeetingField.self),
        entry("document", DocumentField.self), entry("link", LinkField.self),
        entry("textFile", TextFileField.self),
      ])
  }

  private static func entry<Field: BundleField>(_ definition: String, _ type: Field.Type) -> (String, [String]) {
    (definition, type.allCases.map(\.rawValue))
  }
}
