import JSON

extension BundleDecoder {
  func room(_ value: JSONValue) -> Room? {
    guard let object = ObjectReader<RoomField>(value, log) else { return nil }
    let name = required(text(object[.name]), RoomField.name.rawValue, of: value, given: object[.name])
    let id = rooms.claim(
      rawIdentifier(object[.id]), at: object[.id], of: value, log: log,
      fallback: Identifier.orElse("room", words: name))
    rooms.name(id, name)
    return Room(id: id, name: name ?? Text(id), way: text(object[.way]))
  }

  func track(_ value: JSONValue) -> Track? {
    guard let object = ObjectReader<TrackField>(value, log) else { return nil }
    let name = required(text(object[.name]), TrackField.name.rawValue, of: value, given: object[.name])
    let id = tracks.claim(
      rawIdentifier(object[.id]), at: object[.id], of: value, log: log,
      fallback: Identifier.orElse("track", words: name))
    tracks.name(id, name)
    return Track(id: id, name: name ?? Text(id), color: color(object[.color]))
  }

  func person(_ value: JSONValue) -> Person? {
    guard let object = ObjectReader<PersonField>(value, log) else { return nil }
    let name = required(text(object[.name]), PersonField.name.rawValue, of: value, given: object[.name])
    let id = people.claim(
      rawIdentifier(object[.id]), at: object[.id], of: value, log: log,
      fallback: Identifier.orElse("person", words: name))
    people.name(id, name)
    return Person(
      id: id, name: name ?? Text(id), role: text(object[.role]), affiliation: text(object[.affiliation]),
      bio: markdown(object[.bio]))
  }

  /// A meeting, whose references wait until the documents are read; nil, with a problem, without a date.
  func meeting(_ value: JSONValue) -> (meeting: Meeting, documents: JSONValue?)? {
    guard let object = ObjectReader<MeetingField>(value, log) else { return nil }
    let title = required(text(object[.title]), MeetingField.title.rawValue, of: value, given: object[.title])
    let id = meetings.claim(
      rawIdentifier(object[.id]), at: object[.id], of: value, log: log,
      fallback: Identifier.orElse("meeting", words: title))
    let kind = choice(object[.kind], Meeting.Kind.self) ?? .workshop
    if object[.date] == nil {
      log.report(.value(.missingField(name: MeetingField.date.rawValue, expected: .partialDate)), at: value)
    }
    guard let date = partialDate(object[.date]) else {
      meetings.drop(id)
      return nil
    }
    var meeting = Meeting(id: id, title: title ?? Text.untitled, kind: kind, date: date)
    meeting.place = text(object[.place])
    meeting.participants = text(object[.participants], lines: .multiple)
    meeting.focus = text(object[.focus], lines: .multiple)
    meeting.outcome = text(object[.outcome], lines: .multiple)
    meeting.text = markdown(object[.text])
    meeting.links = links(object[.links])
    return (meeting, object[.documents])
  }

  /// A document, whose references wait until the meetings are read; nil, with a problem, without a text.
  func document(_ value: JSONValue) -> (document: Document, meetings: JSONValue?)? {
    guard let object = ObjectReader<DocumentField>(value, log) else { return nil }
    let title = required(text(object[.title]), DocumentField.title.rawValue, of: value, given: object[.title])
    let id = documents.claim(
      rawIdentifier(object[.id]), at: object[.id], of: value, log: log,
      fallback: Identifier.orElse("document", words: title))
    if object[.text] == nil {
      log.report(.value(.missingField(name: DocumentField.text.rawValue, expected: .textOrFile)), at: value)
    }
    guard let text = markdown(object[.text]) else {
      documents.drop(id)
      return nil
    }
    var document = Document(id: id, title: title ?? Text.untitled, text: text)
    document.kind = self.text(object[.kind])
    document.links = links(object[.links])
    return (document, object[.meetings])
  }

  private func color(_ value: JSONValue?) -> String? {
    guard let value, let color = string(value, expected: .color) else { return nil }
    let digits = color.utf8.dropFirst()
    let isColor =
      color.utf8.first == UInt8(ascii: "#") && digits.count == 6
      && digits.allSatisfy { UnicodeScalar($0).properties.isASCIIHexDigit }
    if isColor { return color.lowercased() }
    log.report(.value(.malformed(found: value.excerpt, expected: .color)), at: value)
    return nil
  }
}

enum SessionField: String, BundleField {
  case id, guid, title, kind, start, end, room, place, track, people, items, summary, description, optional
  case attribution, status, language, type, recorded, meetings, documents, links, attachments
}

extension BundleDecoder {
  /// A session; nil, with a problem, where it cannot be put on a day.
  func session(_ value: JSONValue) -> Session? {
    guard let object = ObjectReader<SessionField>(value, log) else { return nil }
    let title = required(text(object[.title]), SessionField.title.rawValue, of: value, given: object[.title])
    let id = sessions.claim(
      rawIdentifier(object[.id]), at: object[.id], of: value, log: log,
      fallback: derivedID(title: title, start: object[.start]))
    if object[.start] == nil {
      log.report(.value(.missingField(name: SessionField.start.rawValue, expected: .time)), at: value)
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
    session.attribution = attribution(of: value)
    session.status = choice(object[.status], Session.Status.self) ?? .confirmed
    session.language = languageTag(object[.language])
    session.type = text(object[.type])
    session.isRecorded = object[.recorded].map { flag($0) }
    session.meetings = references(object[.meetings], to: .meeting)
    session.documents = references(object[.documents], to: .document)
    session.links = links(object[.links])
    session.attachments = links(object[.attachments])
    return start == nil ? nil : session
  }

  /// Public where the session says nothing; what cannot be read is taken for the strictest, and of several the strictest
  /// counts, so that a slip never makes public what was said in confidence.
  private func attribution(of session: JSONValue) -> Session.Attribution {
    let given = session.names.filter { $0.rawString == SessionField.attribution.rawValue }.map(\.valueOfName)
    return given.map { choice($0, Session.Attribution.self) ?? .offTheRecord }.max() ?? .public
  }

  private func end(_ value: JSONValue?, after start: Instant?, given startValue: JSONValue?) -> Instant? {
    guard let value, let end = instant(value), let start else { return nil }
    if end >= start { return end }
    log.report(.value(.endBeforeStart(start: startValue?.excerpt ?? "", end: value.excerpt)), at: value)
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
