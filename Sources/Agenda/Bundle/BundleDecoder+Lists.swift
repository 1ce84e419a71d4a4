import JSON

extension BundleDecoder {
  func room(_ value: JSONValue) -> Room? {
    guard let object = ObjectReader<RoomField>(value, log) else { return nil }
    let name = required(text(object[.name]), RoomField.name.rawValue, of: value, given: object[.name])
    let id = rooms.claim(
      rawIdentifier(object[.id]), at: object[.id], of: value, log: log,
      fallback: Identifier.orElse("room", words: name))
    return Room(id: id, name: name ?? Text(id))
  }

  func track(_ value: JSONValue) -> Track? {
    guard let object = ObjectReader<TrackField>(value, log) else { return nil }
    let name = required(text(object[.name]), TrackField.name.rawValue, of: value, given: object[.name])
    let id = tracks.claim(
      rawIdentifier(object[.id]), at: object[.id], of: value, log: log,
      fallback: Identifier.orElse("track", words: name))
    return Track(id: id, name: name ?? Text(id), color: color(object[.color]))
  }

  func person(_ value: JSONValue) -> Person? {
    guard let object = ObjectReader<PersonField>(value, log) else { return nil }
    let name = required(text(object[.name]), PersonField.name.rawValue, of: value, given: object[.name])
    let id = people.claim(
      rawIdentifier(object[.id]), at: object[.id], of: value, log: log,
      fallback: Identifier.orElse("person", words: name))
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
      log.report(.missingField(name: MeetingField.date.rawValue, expected: .partialDate), at: value)
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
      log.report(.missingField(name: DocumentField.text.rawValue, expected: .textOrFile), at: value)
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
    log.report(.malformed(found: value.excerpt, expected: .color), at: value)
    return nil
  }
}
