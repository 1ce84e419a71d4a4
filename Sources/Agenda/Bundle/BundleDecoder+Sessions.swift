import JSON

extension BundleDecoder {
  /// A session; nil, with a problem, where it cannot be put on a day.
  func session(_ value: JSONValue) -> Session? {
    guard let object = ObjectReader<SessionField>(value, log) else { return nil }
    let title = required(text(object[.title]), SessionField.title.rawValue, of: value, given: object[.title])
    let id = sessions.claim(
      rawIdentifier(object[.id]), at: object[.id], of: value, log: log,
      fallback: derivedID(title: title, start: object[.start]))
    if object[.start] == nil {
      log.report(.missingField(name: SessionField.start.rawValue, expected: .time), at: value)
    }
    let start = instant(object[.start])
    // The rest is read even without a start, so that one run of the check lists all that is wrong.
    var session = Session(
      id: id, title: title ?? Text.untitled, start: start ?? Instant(seconds: 0))
    session.guid = string(object[.guid])
    session.kind = choice(object[.kind], Session.Kind.self) ?? .session
    session.end = end(object[.end], after: start, given: object[.start])
    session.room = reference(object[.room], to: .room)
    session.place = text(object[.place])
    session.track = reference(object[.track], to: .track)
    session.people = participations(object[.people])
    session.items = list(object[.items]).compactMap { item($0) }
    session.summary = text(object[.summary], lines: .multiple)
    session.details = markdown(object[.description])
    session.isOptional = flag(object[.optional])
    session.attribution = choice(object[.attribution], Session.Attribution.self) ?? .public
    session.status = choice(object[.status], Session.Status.self) ?? .confirmed
    session.language = languageTag(object[.language])
    session.meetings = references(object[.meetings], to: .meeting)
    session.documents = references(object[.documents], to: .document)
    session.links = links(object[.links])
    session.attachments = links(object[.attachments])
    return start == nil ? nil : session
  }

  private func end(_ value: JSONValue?, after start: Instant?, given startValue: JSONValue?) -> Instant? {
    guard let value, let end = instant(value), let start else { return nil }
    if end >= start { return end }
    log.report(.endBeforeStart(start: startValue?.excerpt ?? "", end: value.excerpt), at: value)
    return nil
  }

  private func item(_ value: JSONValue) -> Session.Item? {
    guard let object = ObjectReader<ItemField>(value, log) else { return nil }
    let title = required(text(object[.title]), ItemField.title.rawValue, of: value, given: object[.title])
    return Session.Item(
      title: title ?? Text.untitled, people: participations(object[.people]),
      meetings: references(object[.meetings], to: .meeting),
      documents: references(object[.documents], to: .document))
  }

  /// Of the title and the start's digits: the same as long as neither changes, wherever the session stands.
  private func derivedID(title: Text?, start: JSONValue?) -> String {
    let digits = (start?.excerpt ?? "").utf8.filter { (0x30...0x39).contains($0) }.prefix(12)
    let words = Identifier.orElse("session", words: title)
    return digits.isEmpty ? words : words + "-" + String(decoding: Array(digits), as: UTF8.self)
  }
}
