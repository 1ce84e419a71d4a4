import Agenda
import JSON
import Markup

/// Reads events as pages say them to search engines: schema.org's `Event` in JSON-LD, whose `subEvent`s are the sessions.
///
/// A time without an offset is the venue's.
struct LinkedEventReader {
  private let log: ProblemLog
  private(set) var draft = ScheduleDraft()
  /// Events by their `@id`.
  private var events: [String: JSONValue] = [:]
  /// Those that others say they belong to.
  private var above: Set<String> = []
  private static let depthLimit = 8
  private static let countLimit = 100_000
  /// Lines of the file before the first of the text.
  private let linesBefore: Int

  /// Nil where no event is in it, or only one without others in it.
  ///
  /// - Parameter linesBefore: lines of the file before the first of the text.
  init?(_ root: JSONValue, linesBefore: Int = 0, _ log: ProblemLog) {
    (self.log, self.linesBefore) = (log, linesBefore)
    let found = Self.events(in: root, depth: 0, log)
    guard !found.isEmpty else { return nil }
    for event in found {
      if let id = event.string("@id") { events[id] = event.value }
      if let id = event.object("superEvent")?.string("@id") ?? event["superEvent"]?.rawString { above.insert(id) }
    }
    let nested = found.filter { Self.parts(of: $0).contains { $0.kind == .object } }
    let mains = nested.isEmpty ? found.filter { $0.string("@id").map(above.contains) ?? false } : nested
    if let main = mains.first {
      readConference(main)
      for event in nested { readParts(of: event, track: nil, depth: 0) }
      if nested.isEmpty {
        for event in found where !(event.string("@id").map(above.contains) ?? false) { add(event, track: nil) }
      }
    } else if found.count > 1 {
      for event in found { add(event, track: nil) }
    }
    guard !draft.sessions.isEmpty else { return nil }
  }

  /// Events that stand in no other: at the top, in a list, or in a graph.
  private static func events(in value: JSONValue, depth: Int, _ log: ProblemLog) -> [JSONFields] {
    guard depth < 4 else { return [] }
    if value.kind == .array { return value.values.flatMap { events(in: $0, depth: depth + 1, log) } }
    guard let fields = JSONFields(value, log) else { return [] }
    if isEvent(fields) { return [fields] }
    return ["@graph", "itemListElement", "item", "mainEntity", "event", "events"].flatMap { name in
      fields[name].map { $0.kind == .string ? [] : events(in: $0, depth: depth + 1, log) } ?? []
    }
  }

  /// `Event`, `BusinessEvent`, `https://schema.org/EducationEvent`, `Festival`.
  private static func isEvent(_ fields: JSONFields) -> Bool {
    let types = fields["@type"].map { $0.kind == .array ? $0.values.compactMap(\.rawString) : [$0.rawString ?? ""] }
    return types?.contains { $0.hasSuffix("Event") || $0.hasSuffix("Festival") || $0.hasSuffix("Hackathon") } ?? false
  }

  private static func parts(of event: JSONFields) -> [JSONValue] {
    ["subEvent", "subEvents"].flatMap { name in
      event[name].map { $0.kind == .array ? Array($0.values) : [$0] } ?? []
    }
  }

  private mutating func readConference(_ event: JSONFields) {
    draft.title = text(event, "name")
    draft.about = text(event, "description")
    draft.url = event.string("url")
    draft.start = event.string("startDate").flatMap { LooseTime.moment($0) }.map { .day($0.written.date) }
    draft.end = event.string("endDate").flatMap { LooseTime.moment($0) }.map { .day($0.written.date) }
    draft.organizers = objects(event, "organizer").compactMap { text($0, "name")?.variants.first?.string }
    guard let place = objects(event, "location").first else { return }
    draft.venue = text(place, "name")?.variants.first?.string
    guard let address = place.object("address") else { return }
    draft.city = address.string("addressLocality")
    draft.country = address.object("addressCountry")?.string("name") ?? address.string(of: ["addressCountry"])
  }

  /// What others stand in is a day, or what they have in common.
  private mutating func readParts(of event: JSONFields, track: String?, depth: Int) {
    guard depth < Self.depthLimit else { return }
    for value in Self.parts(of: event) {
      guard var part = JSONFields(value, log) else { continue }
      // `{"@id": …}` stands for what is elsewhere.
      if part["startDate"] == nil, let id = part.string("@id"), let whole = JSONFields(events[id], log) { part = whole }
      if Self.parts(of: part).isEmpty {
        add(part, track: track)
      } else {
        let name = text(part, "name")?.variants.first?.string
        let isDay = name.flatMap { DateLine($0) } != nil
        readParts(of: part, track: isDay ? track : name ?? track, depth: depth + 1)
      }
    }
  }

  private mutating func add(_ event: JSONFields, track: String?) {
    guard draft.sessions.count < Self.countLimit else { return }
    var session = SessionDraft(
      place: Problem.Place(
        line: event.value.line + linesBefore, path: event.value.shownPath,
        session: text(event, "name")?.variants.first?.string))
    session.id = event.string(of: ["identifier"])
    session.title = text(event, "name")
    session.subtitle = text(event, "alternateName")
    session.description = text(event, "description")
    EventTimes.read(
      into: &session, date: nil, start: event.string("startDate"), end: event.string("endDate"),
      duration: event.string("endDate") == nil ? event.string("duration") : nil, log: log)
    setPlace(of: &session, event)
    session.track = track
    session.language =
      event.object("inLanguage")?.string(of: ["alternateName", "name"]) ?? event.string(of: ["inLanguage"])
    for name in ["performer", "performers", "actor", "speaker", "contributor", "author"] where session.people.isEmpty {
      session.people = people(event, name)
    }
    let status = event.string(of: ["eventStatus"]) ?? ""
    if status.hasSuffix("EventCancelled") { session.status = .cancelled }
    if status.hasSuffix("EventPostponed") { session.status = .tentative }
    if let url = event.string(of: ["url"]) {
      session.pages.append(SessionDraft.Link(title: ReadingWords.sessionPage, url: url))
    }
    draft.sessions.append(session)
  }

  private func setPlace(of session: inout SessionDraft, _ event: JSONFields) {
    for place in objects(event, "location") {
      if let url = place.string(of: ["url"]), place.string(of: ["@type"]) == "VirtualLocation" {
        session.links.append(SessionDraft.Link(title: text(place, "name")?.variants.first?.string, url: url))
      } else if session.room == nil {
        session.room = text(place, "name")?.variants.first?.string
      }
    }
    if session.room == nil { session.room = event["location"]?.rawString?.trimmingBlanks }
  }

  private func people(_ event: JSONFields, _ name: String) -> [PersonDraft] {
    guard let value = event[name] else { return [] }
    let values = value.kind == .array ? Array(value.values) : [value]
    return values.flatMap { value -> [PersonDraft] in
      if let names = value.rawString { return JSONPeople.persons(names) }
      guard let fields = JSONFields(value, log), let name = text(fields, "name")?.variants.first?.string else {
        return []
      }
      var person = PersonDraft(name: name)
      person.affiliation =
        objects(fields, "worksFor").first?.string("name") ?? objects(fields, "affiliation").first?.string("name")
      person.bio = text(fields, "description")
      return [person]
    }.filter { !WrittenWords.isNobody($0.name) }
  }

  private func objects(_ fields: JSONFields, _ name: String) -> [JSONFields] {
    guard let value = fields[name] else { return [] }
    return (value.kind == .array ? Array(value.values) : [value]).compactMap { JSONFields($0, log) }
  }

  /// A text, one of a language (`{"@value": …, "@language": …}`), or several of these.
  private func text(_ fields: JSONFields, _ name: String) -> Text? {
    guard let value = fields[name] else { return nil }
    let variants = (value.kind == .array ? Array(value.values) : [value]).compactMap { value -> Text.Variant? in
      if let string = SessionFields.string(value), !string.isEmpty { return Text.Variant(language: "", string: string) }
      guard let object = JSONFields(value, log), let string = object.string("@value") else { return nil }
      let tag = object.string("@language") ?? ""
      return Text.Variant(language: LanguageTag.isWellFormed(tag) ? tag : "", string: string)
    }
    var languages: Set<String> = []
    let own = variants.filter { languages.insert($0.language).inserted }
    return own.isEmpty ? nil : Text(variants: own)
  }
}

extension LinkedEventReader {
  /// What is said in a page to search engines (`<script type="application/ld+json">`), where that has sessions; the text
  /// that says most is taken.
  static func draft(ofPage html: String, _ limits: ImportLimits, _ log: ProblemLog) -> ScheduleDraft? {
    let bytes = Array(html.utf8)
    // Tags and types are of any case, which is that of ASCII.
    let small = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    var best: ScheduleDraft?
    var rest = small[...]
    while let start = rest.place(of: "<script".utf8) {
      rest = rest[start.upperBound...]
      guard let open = rest.firstIndex(of: UInt8(ascii: ">")),
        let end = rest[open...].place(of: "</script".utf8)?.lowerBound
      else { break }
      if rest[..<open].place(of: "ld+json".utf8) != nil {
        let reader = JSONReader(depthLimit: limits.depth, valueLimit: limits.values)
        let document = try? reader.read(Array(bytes[(open + 1)..<end]))
        let lines = bytes[...open].count { $0 == 0x0A }
        if let root = document?.root, document?.isCutShort == false,
          let draft = LinkedEventReader(root, linesBefore: lines, log)?.draft,
          draft.sessions.count > best?.sessions.count ?? 0
        {
          best = draft
        }
      }
      rest = rest[end...].dropFirst()
    }
    return best
  }
}
