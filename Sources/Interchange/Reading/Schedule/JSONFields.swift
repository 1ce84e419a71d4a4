import Agenda
import JSON
import Markup

/// The fields of a JSON object by their names, of a file whose fields are taken as they come.
struct JSONFields {
  let value: JSONValue
  /// In the order of the text.
  private(set) var fields: [(name: String, value: JSONValue)] = []
  private let log: ProblemLog

  /// Nil where the value is no object.
  ///
  /// - Parameter isFolded: names are taken as `ColumnChoice.folded` has them: `starts-at` is `startsat`.
  init?(_ value: JSONValue?, _ log: ProblemLog, isFolded: Bool = false) {
    guard let value, value.kind == .object else { return nil }
    self.value = value
    self.log = log
    for name in value.names {
      if let string = name.rawString {
        fields.append((isFolded ? ColumnChoice.folded(string) : string, name.valueOfName))
      }
    }
  }

  /// The first field of that name; nil where it is missing or null.
  subscript(name: String) -> JSONValue? {
    guard let found = fields.first(where: { $0.name == name })?.value, found.kind != .null, found.kind != .omitted
    else { return nil }
    return found
  }

  /// Whether a field of that name is there and says nothing.
  func isNull(_ name: String) -> Bool { fields.contains { $0.name == name && $0.value.kind == .null } }

  /// A text or a number, as text, without blanks around it; nil where there is none or it is empty.
  func string(_ name: String) -> String? {
    guard let value = self[name] else { return nil }
    if value.kind == .number { return value.excerpt }
    guard let raw = value.rawString else {
      if value.kind != .array && value.kind != .object { return nil }
      log.report(.value(.fieldNotRead(name: name)), at: place(value))
      return nil
    }
    let trimmed = raw.trimmingBlanks
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The first of these fields that has a text or a number.
  func string(of names: [String]) -> String? {
    for name in names where self[name]?.kind != .array && self[name]?.kind != .object {
      if let string = string(name) { return string }
    }
    return nil
  }

  func integer(_ name: String) -> Int? { string(name).flatMap { Int($0) } }

  func flag(_ name: String) -> Bool { self[name]?.kind == .true }

  /// A text, or one in several languages: a map from language tags to texts.
  func text(_ name: String) -> Text? {
    guard let value = self[name] else { return nil }
    guard value.kind == .object else { return string(name).map { Text($0) } }
    return JSONFields(value, log)?.languages()
  }

  /// What the fields say, where their names are the tags of languages.
  func languages() -> Text? {
    let variants = value.names.compactMap { name -> Text.Variant? in
      guard let tag = name.rawString, let string = name.valueOfName.rawString?.trimmingBlanks, !string.isEmpty else {
        return nil
      }
      return Text.Variant(language: LanguageTag.isWellFormed(tag) ? tag : "", string: string)
    }
    return variants.isEmpty ? nil : Text(variants: variants)
  }

  /// The first of these that says how something is called.
  func name(_ names: [String]) -> String? {
    names.lazy.compactMap { self.localized($0)?.variants.first?.string }.first
  }

  /// The same, also where each language has an object of its own with that field: `{"en": {"title": …}}`.
  func localized(_ name: String) -> Text? {
    if let text = text(name) { return text }
    let variants = fields.compactMap { tag, value -> Text.Variant? in
      guard value.kind == .object, LanguageTag.isWellFormed(tag), tag.utf8.count <= 8,
        tag.utf8.prefix(while: { $0 != UInt8(ascii: "-") }).count == 2,
        let string = JSONFields(value, log)?[name]?.rawString?.trimmingBlanks, !string.isEmpty
      else { return nil }
      return Text.Variant(language: tag, string: string)
    }
    return variants.isEmpty ? nil : Text(variants: variants)
  }

  /// The values of a list; none of anything else.
  func list(_ name: String) -> [JSONValue] {
    guard let value = self[name] else { return [] }
    if value.kind == .array { return Array(value.values) }
    log.report(.value(.fieldNotRead(name: name)), at: place(value))
    return []
  }

  func object(_ name: String) -> JSONFields? { JSONFields(self[name], log) }

  private func place(_ value: JSONValue) -> Problem.Place {
    Problem.Place(line: value.line, path: value.shownPath)
  }
}

/// People as JSON has them: by name, or as an object whose fields differ from program to program.
enum JSONPeople {
  private static let names = ["public_name", "full_public_name", "name", "display_name", "fullName", "full_name"]
  private static let parts = [("first_name", "last_name"), ("firstname", "lastname"), ("firstName", "lastName")]
  private static let biographies = ["biography", "bio", "description", "extended_biography"]

  private static let affiliations = [
    "affiliation", "company", "organization", "organisation", "employer", "institution", "university", "companyName",
  ]

  /// Those that a line names: one, whose commas and brackets say where they are from, or several.
  static func persons(_ line: String) -> [PersonDraft] {
    let isList = [",", ";", " & ", " + ", " and ", " et ", " und ", " / "].contains { line.has(part: $0) }
    let people = isList ? WrittenNames.list(line) : [WrittenNames.person(line)].compactMap(\.self)
    return people.map { person in
      // `Ann (ETH)` is from there; `Ann (moderator)` is that.
      guard let role = person.role, role.first?.isUppercase ?? false, WrittenWords.label(role) == nil else {
        return person
      }
      var person = person
      (person.affiliation, person.role) = (role, nil)
      return person
    }
  }

  /// Nil where there is no name.
  static func person(_ value: JSONValue, _ log: ProblemLog) -> PersonDraft? {
    if let name = value.rawString?.trimmingBlanks, !name.isEmpty { return PersonDraft(name: name) }
    guard let fields = JSONFields(value, log), let name = name(fields) else { return nil }
    var person = PersonDraft(key: fields.string(of: ["id", "guid", "code"]), name: name)
    person.bio = biographies.lazy.compactMap { fields.localized($0) }.first
    person.affiliation = affiliations.lazy.compactMap { fields[$0]?.rawString?.trimmingBlanks }.first { !$0.isEmpty }
    person.role = fields.string("role").flatMap { $0.lowercased() == "speaker" ? nil : $0.lowercased() }
    return person
  }

  private static func name(_ fields: JSONFields) -> String? {
    if let name = names.lazy.compactMap({ fields.localized($0)?.variants.first?.string }).first { return name }
    for (first, last) in parts {
      let both = [fields.string(first), fields.string(last)].compactMap(\.self).joined(separator: " ")
      if !both.isEmpty { return both }
    }
    return nil
  }
}
