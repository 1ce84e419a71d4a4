import JSON

/// The fields of one object of a bundle, each found once; what the format does not know is noted.
struct ObjectReader<Field: BundleField> {
  let value: JSONValue
  private var fields: [(field: Field, value: JSONValue)] = []

  /// Nil, with a problem, where the value is no object.
  init?(_ value: JSONValue, _ log: ProblemLog) {
    self.value = value
    guard value.kind == .object else {
      if value.kind != .omitted { log.report(.wrongType(found: value.found, expected: .object), at: value) }
      return nil
    }
    for name in value.names {
      guard let field = name.rawString.flatMap(Field.init(rawValue:)) else {
        log.report(.unknownField(name: name.excerpt), at: name.valueOfName)
        continue
      }
      if let known = fields.firstIndex(where: { $0.field == field }) {
        let first = fields[known].value.line
        log.report(.duplicateField(name: field.rawValue, firstLine: first), at: name.valueOfName)
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
