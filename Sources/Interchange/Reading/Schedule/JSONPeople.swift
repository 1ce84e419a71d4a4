import Agenda
import JSON
import Markup

/// People as JSON has them: by name, or as an object whose fields differ from program to program.
enum JSONPeople {
  private static let names = ["public_name", "full_public_name", "name", "display_name", "fullName", "full_name"]
  private static let parts = [("first_name", "last_name"), ("firstname", "lastname"), ("firstName", "lastName")]
  private static let biographies = ["biography", "bio", "description", "extended_biography"]

  /// Nil where there is no name.
  static func person(_ value: JSONValue, _ log: ProblemLog) -> PersonDraft? {
    if let name = value.rawString?.trimmingBlanks, !name.isEmpty { return PersonDraft(name: name) }
    guard let fields = JSONFields(value, log), let name = name(fields) else { return nil }
    var person = PersonDraft(key: fields.string(of: ["id", "guid", "code"]), name: name)
    person.bio = biographies.lazy.compactMap { fields.localized($0) }.first
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
