import JSON

/// The identifiers of one list of a bundle: gives everything one of its own, and resolves references.
struct IdentifierRegistry {
  /// What has an identifier: its place in the file.
  private var owners: [String: JSONValue] = [:]
  /// Identifiers as the file has them, where they could not be kept.
  private var aliases: [String: String] = [:]
  /// What has a name, by that, without regard to case: a reference may be a name that one of a list alone has.
  private var named: [String: Set<String>] = [:]
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
      log.report(.value(.missingID(replacement: replacement)), at: object)
      owners[replacement] = object
      return replacement
    }
    if Identifier.isUsable(raw) {
      guard let first = owners[raw] else {
        owners[raw] = value
        return raw
      }
      let replacement = free(raw)
      log.report(.value(.duplicateID(id: raw, firstLine: first.line, replacement: replacement)), at: value)
      owners[replacement] = value
      return replacement
    }
    let replacement = free(Identifier.replacing(raw))
    log.report(.value(.unusableID(found: value.excerpt, replacement: replacement)), at: value)
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

  /// Notes what something is called, in each of its languages.
  mutating func name(_ id: String, _ text: Text?) {
    for variant in text?.variants ?? [] { named[variant.string.lowercased(), default: []].insert(id) }
  }

  /// The identifier that a reference means, which is an identifier, or a name that is clear; nil where it leads nowhere.
  func resolve(_ raw: String) -> String? {
    if owners[raw] != nil { return raw }
    if let known = aliases[raw], owners[known] != nil { return known }
    let found = named[raw.lowercased()] ?? []
    return found.count == 1 ? found.first : nil
  }

  private mutating func free(_ id: String) -> String {
    var candidate = id
    while owners[candidate] != nil {
      let number = (numbers[id] ?? 1) + 1
      numbers[id] = number
      candidate = "\(id)_\(number)"
    }
    return candidate
  }
}

extension BundleDecoder {
  /// The text of an identifier or of a reference, as it stands; a whole number is taken as its digits, with a problem.
  func rawIdentifier(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    if let raw = value.rawString {
      if !raw.isEmpty { return raw }
      log.report(.value(.malformed(found: "", expected: .identifier)), at: value)
      return nil
    }
    log.report(.value(.wrongType(found: value.found, expected: .identifier)), at: value)
    guard value.kind == .number, value.excerpt.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return value.excerpt
  }

  /// What a reference means; nil, with a problem, where it leads nowhere.
  ///
  /// What it means may have been left out for a problem of its own: that is told once, not at every reference.
  func reference(_ value: JSONValue?, to noun: Referent) -> String? {
    guard let value, let raw = rawIdentifier(value) else { return nil }
    let registry =
      switch noun {
      case .room: rooms
      case .track, .category: tracks
      case .person, .speaker: people
      case .session: sessions
      case .meeting: meetings
      case .document: documents
      }
    let id = registry.resolve(raw)
    if id == nil, !registry.isDropped(raw) {
      log.report(.value(.deadReference(id: value.excerpt, to: noun)), at: value)
    }
    return id
  }

  /// What a list of references means, each once.
  func references(_ value: JSONValue?, to noun: Referent) -> [String] {
    var known: Set<String> = []
    return list(value).compactMap { reference($0, to: noun) }.filter { known.insert($0).inserted }
  }

  /// Addresses with what to call them; where that is missing, the address itself.
  func links(_ value: JSONValue?) -> [WebLink] {
    list(value).compactMap { value in
      guard let object = ObjectReader<LinkField>(value, log) else { return nil }
      guard let field = object[.url] else {
        log.report(.value(.missingField(name: LinkField.url.rawValue, expected: .address)), at: value)
        return nil
      }
      guard let url = address(field) else { return nil }
      return WebLink(title: text(object[.title]) ?? Text(url), url: url)
    }
  }

  /// Who takes part in a session or an item.
  func participations(_ value: JSONValue?) -> [Session.Participation] {
    list(value).compactMap { value in
      // A name alone, or an id, says as much.
      if value.rawString != nil {
        return reference(value, to: .person).map { Session.Participation(person: $0) }
      }
      guard let object = ObjectReader<ParticipationField>(value, log) else { return nil }
      guard let field = object[.person] else {
        log.report(.value(.missingField(name: ParticipationField.person.rawValue, expected: .identifier)), at: value)
        return nil
      }
      guard let person = reference(field, to: .person) else { return nil }
      return Session.Participation(person: person, role: text(object[.role]))
    }
  }
}
