import JSON

/// The names that an object of a bundle may have: the one table that the reader knows them from.
///
/// Resources/schema/plenary-agenda-1.schema.json describes the same names; a test holds the two together.
protocol BundleField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

enum BundleObjectField: String, BundleField {
  case schema = "$schema"
  case format, formatVersion, conference, rooms, tracks, people, sessions, meetings, documents
}

enum ConferenceField: String, BundleField {
  case id, title, subtitle, organizers, venue, timeZone, start, end, language, version, published, status, notice
  case about, url, dayChange
}

enum VenueField: String, BundleField {
  case name, city, country
}

enum RoomField: String, BundleField {
  case id, name, way
}

enum TrackField: String, BundleField {
  case id, name, color
}

enum PersonField: String, BundleField {
  case id, name, role, affiliation, bio
}

enum ItemField: String, BundleField {
  case title, people, meetings, documents
}

enum ParticipationField: String, BundleField {
  case person, role
}

enum MeetingField: String, BundleField {
  case id, title, kind, date, place, participants, focus, outcome, text, documents, links
}

enum DocumentField: String, BundleField {
  case id, title, kind, text, meetings, links
}

enum LinkField: String, BundleField {
  case title, url
}

enum TextFileField: String, BundleField {
  case file
}

/// The fields of one object of a bundle, each found once; what the format does not know is noted.
struct ObjectReader<Field: BundleField> {
  let value: JSONValue
  private var fields: [(field: Field, value: JSONValue)] = []

  /// Nil, with a problem, where the value is no object.
  init?(_ value: JSONValue, _ log: ProblemLog) {
    self.value = value
    guard value.kind == .object else {
      if value.kind != .omitted { log.report(.value(.wrongType(found: value.found, expected: .object)), at: value) }
      return nil
    }
    for name in value.names {
      guard let field = name.rawString.flatMap(Field.init(rawValue:)) else {
        log.report(.grammar(.unknownField(name: name.excerpt)), at: name.valueOfName)
        continue
      }
      if let known = fields.firstIndex(where: { $0.field == field }) {
        let first = fields[known].value.line
        log.report(.grammar(.duplicateField(name: field.rawValue, firstLine: first)), at: name.valueOfName)
        fields.remove(at: known)
      }
      fields.append((field, name.valueOfName))
    }
  }

  /// Nil where the field is missing, or was left out since it lies too deep.
  subscript(field: Field) -> JSONValue? {
    fields.first { $0.field == field }.flatMap { $0.value.kind == .omitted ? nil : $0.value }
  }
}
