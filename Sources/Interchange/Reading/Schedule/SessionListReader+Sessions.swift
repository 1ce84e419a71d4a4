import Agenda
import JSON
import Markup

extension SessionListReader {
  /// Adds a session, unless it is in no programme.
  ///
  /// - Parameters:
  ///   - slot: where it says when and where it is.
  ///   - index: before which of those that are read already; nil for the end.
  func add(
    _ fields: SessionFields, _ times: SessionTimes, _ place: Place, slot: SessionFields? = nil, at index: Int? = nil
  ) {
    let object = fields.object
    if let state = object.string(of: ["state", "proposalstate"])?.lowercased(), statesLeftOut.contains(state) {
      tally.leftOut += 1
      return
    }
    let title = title(of: fields, isTimed: true) ?? emergencyTitle(of: fields)
    var session = SessionDraft(
      place: Problem.Place(
        line: fields.value.line, path: fields.value.shownPath, session: title?.variants.first?.string))
    session.id = fields.strings(.id).first { $0.utf8.count <= 200 }
    session.title = title
    session.listedDay = place.day
    setTexts(of: &session, fields)
    setTimes(of: &session, times)
    session.room = room(of: fields) ?? slot.flatMap { room(of: $0) } ?? place.room
    setTrackAndType(of: &session, fields)
    session.track = session.track ?? place.track
    session.language = fields.string(.language)
    session.people = people(of: fields)
    if !hasTalks(fields, place) { session.items = items(of: fields, depth: 0) }
    session.setStatus(fields)
    session.setLinks(object)
    for (name, _) in object.fields { tally.fields[name, default: 0] += 1 }
    draft.sessions.insert(session, at: min(index ?? draft.sessions.count, draft.sessions.count))
  }

  // What it is called

  /// What an object is called.
  ///
  /// - Parameter isTimed: it has a time, so that a short text serves where nothing is a title.
  func title(of fields: SessionFields, isTimed: Bool) -> Text? {
    if let title = fields.text(.title) { return title }
    for name in ["title", "name"] { if let title = fields.object.localized(name) { return title } }
    return isTimed ? wording(of: fields) : nil
  }

  /// A text that stands in the place of a title.
  private func wording(of fields: SessionFields) -> Text? {
    let summary = fields.object["summary"].flatMap { SessionFields.text($0, log) }
    return [summary, fields.text(.text)].compactMap(\.self).first { text in
      text.variants.allSatisfy { $0.string.utf8.count <= 200 && !$0.string.contains("\n") }
    }
  }

  /// Of what has a time and no title: who speaks, or what it is.
  private func emergencyTitle(of fields: SessionFields) -> Text? {
    let names = people(of: fields).map(\.name)
    if !names.isEmpty { return Text(names.joined(separator: ", ")) }
    return fields.string(.type).map { Text($0) }
  }

  private func setTexts(of session: inout SessionDraft, _ fields: SessionFields) {
    let object = fields.object
    let hasTitle = title(of: fields, isTimed: false) != nil
    let text =
      fields.text(.text)
      ?? ["description", "abstract"].lazy.filter { object[$0] == nil }.compactMap { object.localized($0) }.first
    if hasTitle || text != session.title { session.description = text }
    if let short = object.text("shortabstract"), short != session.description { session.abstract = short }
    session.subtitle = object.text("subtitle").flatMap { $0.string(for: []).contains(" ") ? $0 : nil }
  }

  // When it is

  private func setTimes(of session: inout SessionDraft, _ times: SessionTimes) {
    (session.start, session.end, session.length) = (times.start, times.end, times.length)
    session.unreadStart = times.unread
    if times.isEndAlone, let start = times.start {
      session.kind = .milestone
      log.report(
        .session(.endAsStart(found: start.written.date.description + " " + start.written.clock)), at: session.place)
    }
    if let end = times.unreadEnd { log.report(.session(.unreadableTime(found: Excerpt.shown(end))), at: session.place) }
    if let length = times.unreadLength {
      log.report(.session(.unreadableLength(found: Excerpt.shown(length))), at: session.place)
    }
  }

  // Where it is, and of what kind

  private func room(of fields: SessionFields) -> String? {
    fields.entries(.room).lazy.compactMap { self.name($0, of: .room) }.first
  }

  /// A name, an object with one, several, or the id of one in the file's own lists.
  private func name(_ entry: SessionFields.Entry, of label: WrittenWords.Label) -> String? {
    let value = entry.value
    if let text = SessionFields.string(value) {
      return known.name(text, of: label) ?? (entry.isReference || value.kind == .number && label != .room ? nil : text)
    }
    if value.kind == .array {
      let names = value.values.compactMap { part in
        name(SessionFields.Entry(name: entry.name, meaning: entry.meaning, value: part), of: label)
      }
      return label == .room ? (names.isEmpty ? nil : names.joined(separator: ", ")) : names.first
    }
    guard let object = JSONFields(value, log, isFolded: true) else { return nil }
    return object.name(["name", "title", "label"]) ?? object.languages()?.variants.first?.string
  }

  /// What says no more than that it is a break or a talk is no track.
  private func setTrackAndType(of session: inout SessionDraft, _ fields: SessionFields) {
    let tracks = fields.entries(.track).compactMap { name($0, of: .track) }
    session.track = tracks.first { ReadingWords.kinds[$0.lowercased()] == nil }
    for entry in fields.entries(.type) {
      if let id = SessionFields.string(entry.value),
        let listed = known.name(id, of: .type) ?? known.name(id, of: .track)
      {
        session.track = session.track ?? listed
      } else if session.type == nil {
        session.type = name(entry, of: .type)
      }
    }
    if session.type == nil { session.type = tracks.first { ReadingWords.kinds[$0.lowercased()] != nil } }
  }

  // Who takes part

  /// Those that the best field names, and who leads it.
  private func people(of fields: SessionFields) -> [PersonDraft] {
    var people: [PersonDraft] = []
    for entry in fields.entries(.people) {
      let role = ["moderator", "chair", "host"].first { entry.name.has(part: $0) }
      let found = persons(entry.value, entry).filter { !WrittenWords.isNobody($0.name) }
      if people.isEmpty {
        people = found
      } else if let role {
        for var person in found where !people.contains(where: { $0.name == person.name }) {
          person.role = person.role ?? role
          people.append(person)
        }
      }
    }
    return people
  }

  private func persons(_ value: JSONValue, _ entry: SessionFields.Entry) -> [PersonDraft] {
    if value.kind == .array {
      return value.values.flatMap { part -> [PersonDraft] in
        // A name with what else there is of its owner.
        guard part.kind == .array else { return persons(part, entry) }
        return part.values.first { $0.rawString != nil }.map { persons($0, entry) } ?? []
      }
    }
    if let text = SessionFields.string(value) {
      if let known = known.person(text) { return [known] }
      return entry.isReference || value.kind == .number ? [] : JSONPeople.persons(text)
    }
    guard let person = JSONPeople.person(value, log) else {
      // What wraps them, as answers of GraphQL have it.
      return ["edges", "nodes", "node", "data", "items", "person", "speaker", "attributes"].lazy
        .compactMap { value[$0] }.first.map { persons($0, entry) } ?? []
    }
    let known = person.key.flatMap { self.known.person($0) } ?? self.known.person(person.name)
    return [person.bio == nil && known?.name == person.name ? known ?? person : person]
  }

  // What stands in it

  /// Whether its parts are sessions themselves.
  private func hasTalks(_ fields: SessionFields, _ place: Place) -> Bool {
    fields.object.fields.contains { name, value in
      SessionFieldNames.isPart(name) && value.kind == .array
        && value.values.contains { part in
          self.fields(part).map { part in
            !part.entries(.room).isEmpty || !part.entries(.text).isEmpty || times([part], Place()).hasClock
              || !part.times(.start).isEmpty || !part.times(.time).isEmpty
          } ?? false
        }
    }
  }

  private func items(of fields: SessionFields, depth: Int) -> [SessionDraft.Item] {
    guard depth < 3 else { return [] }
    return fields.object.fields.filter { SessionFieldNames.isPart($0.name) && $0.value.kind == .array }.flatMap {
      list in
      list.value.values.flatMap { part -> [SessionDraft.Item] in
        if let text = part.rawString?.trimmingBlanks, text.contains(where: \.isLetter) {
          return [SessionDraft.Item(title: text)]
        }
        guard let inner = self.fields(part), let title = title(of: inner, isTimed: true)?.variants.first?.string else {
          return []
        }
        return [SessionDraft.Item(title: title, people: people(of: inner))] + items(of: inner, depth: depth + 1)
      }
    }
  }
}

/// States of what is in no programme (Open Event, pretalx).
private let statesLeftOut: Set<String> = [
  "rejected", "pending", "draft", "withdrawn", "declined", "submitted", "canceled", "deleted",
]

extension SessionDraft {
  fileprivate mutating func setStatus(_ fields: SessionFields) {
    let object = fields.object
    if object.flag("cancelled") || object.flag("iscancelled") || object.flag("canceled") { status = .cancelled }
    if let written = fields.string(.status)?.lowercased() {
      status = status ?? (written == "canceled" ? .cancelled : Session.Status(rawValue: written))
    }
  }

  fileprivate mutating func setLinks(_ object: JSONFields) {
    for (name, title) in SessionFieldNames.pages where object[name]?.rawString != nil {
      if let url = object.string(name) { pages.append(SessionDraft.Link(title: title, url: url)) }
    }
    for (name, title) in SessionFieldNames.files where object[name]?.rawString != nil {
      if let url = object.string(name) { attachments.append(SessionDraft.Link(title: title, url: url)) }
    }
  }
}
