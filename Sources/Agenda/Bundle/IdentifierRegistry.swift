import JSON

/// The identifiers of one list of a bundle: gives everything one of its own, and resolves references.
struct IdentifierRegistry {
  /// What has an identifier: its place in the file.
  private var owners: [String: JSONValue] = [:]
  /// Identifiers as the file has them, where they could not be kept.
  private var aliases: [String: String] = [:]
  /// What was in the file and could not be read.
  private var dropped: Set<String> = []
  /// The number last tried behind an identifier that comes again.
  private var numbers: [String: Int] = [:]

  /// Gives an object its identifier: the one in the file, or one that comes out the same with every reading.
  mutating func claim(
    _ raw: String?, at value: JSONValue?, of object: JSONValue, log: ProblemLog, fallback: @autoclosure () -> String
  ) -> String {
    guard let raw, let value else {
      let replacement = free(fallback())
      log.report(.missingID(replacement: replacement), at: object)
      owners[replacement] = object
      return replacement
    }
    if Identifier.isUsable(raw) {
      guard let first = owners[raw] else {
        owners[raw] = value
        return raw
      }
      let replacement = free(raw)
      log.report(.duplicateID(id: raw, firstLine: first.line, replacement: replacement), at: value)
      owners[replacement] = value
      return replacement
    }
    let replacement = free(Identifier.replacing(raw))
    log.report(.unusableID(found: value.excerpt, replacement: replacement), at: value)
    if aliases[raw] == nil { aliases[raw] = replacement }
    owners[replacement] = value
    return replacement
  }

  /// What had this identifier could not be read: nothing can refer to it.
  mutating func drop(_ id: String) {
    owners[id] = nil
    dropped.insert(id)
  }

  /// Whether a reference leads to what was dropped, of which a problem tells already.
  func isDropped(_ raw: String) -> Bool { dropped.contains(aliases[raw] ?? raw) }

  /// The identifier that a reference means; nil where it leads nowhere.
  func resolve(_ raw: String) -> String? {
    if owners[raw] != nil { return raw }
    return aliases[raw].flatMap { owners[$0] == nil ? nil : $0 }
  }

  private mutating func free(_ id: String) -> String {
    var candidate = id
    while owners[candidate] != nil {
      let number = (numbers[id] ?? 1) + 1
      numbers[id] = number
      candidate = "\(id)~\(number)"
    }
    return candidate
  }
}
