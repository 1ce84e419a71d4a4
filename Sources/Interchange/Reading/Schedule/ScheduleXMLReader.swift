import Agenda

/// A schedule's draft from XML.
enum XMLImport {
  /// Bytes of a file that may be copied for its mending.
  private static let mendingLimit = 32 << 20

  static func draft(
    _ source: FileBytes, _ limits: ImportLimits, _ log: ProblemLog, _ monitor: ImportMonitor
  ) throws(ImportFailure) -> (ImportFormat, ScheduleDraft) {
    do throws(XMLScanner.Failure) {
      return try scan(source, limits, log, monitor)
    } catch {
      // Characters that XML does not have (§2.2) are against the grammar, but clear in what is meant.
      if case .syntax(_, _, _, isCutShort: false) = error, source.count <= mendingLimit,
        let (mended, count) = XMLMending.mended(source)
      {
        let again = ProblemLog()
        if let read = try? scan(mended, limits, again, monitor) {
          log.report(.grammar(.mendedCharacters(count: count)))
          for problem in again.kept { log.report(problem.fact, at: problem.place) }
          return read
        }
      }
      if case .tooManyElements(limits.sessions) = error {
        throw ImportFailure(.file(.tooManySessions(limit: limits.sessions)))
      }
      throw failure(error)
    }
  }

  private static func scan(
    _ source: FileBytes, _ limits: ImportLimits, _ log: ProblemLog, _ monitor: ImportMonitor
  ) throws(XMLScanner.Failure) -> (ImportFormat, ScheduleDraft) {
    let reader = ScheduleXMLReader(log: log)
    var scanner = XMLScanner()
    (scanner.depthLimit, scanner.textLimit, scanner.elementLimit) = (limits.depth, limits.text, limits.parts)
    scanner.keepsBytes = source.count <= mendingLimit
    var root = ""
    var count = 0
    var isFull = false
    do throws(XMLScanner.Failure) {
      try scanner.scan(
        source, isContainer: ScheduleXMLReader.isContainer,
        receive: { element, parents in
          root = parents.first?.name ?? element.name
          count += 1
          isFull = count > limits.parts || reader.draft.sessions.count > limits.sessions
          return reader.receive(element, parents) && !isFull
        }, progress: monitor.read)
    } catch {
      throw isFull ? .tooManyElements(limit: count > limits.parts ? limits.parts : limits.sessions) : error
    }
    if !reader.isSchedule { throw .wrongRoot(Excerpt.shown(root)) }
    if let researchr = reader.researchr { return (.researchrXML, researchr.draft) }
    return (reader.hasEntries ? .europythonXML : .scheduleXML, reader.draft)
  }

  private static func failure(_ failure: XMLScanner.Failure) -> ImportFailure {
    switch failure {
    case .syntax(let line, let column, let reason, let isCutShort):
      ImportFailure(.grammar(.xmlSyntax(column: column, reason: reason, isCutShort: isCutShort)), line: line)
    case .documentType(let line): ImportFailure(.file(.documentType), line: line)
    case .tooDeep(let line, let limit):
      ImportFailure(.grammar(.tooDeep(limit: limit, isLeftOut: false)), line: line)
    case .longText(let line, let limit): ImportFailure(.file(.endlessText(limit: limit)), line: line)
    case .tooManyElements(let limit): ImportFailure(.file(.tooManyValues(limit: limit)))
    case .wrongRoot(let root): ImportFailure(.file(.unknownXML(root: root)))
    case .cancelled: ImportFailure(.file(.cancelled))
    case .noMemory: ImportFailure(.file(.noMemory))
    }
  }
}

/// Reads frab's and Pentabarf's XML: `<schedule>` with a conference, days, rooms and events, in the dialects that have
/// been written since 2007.
///
/// Events may stand in rooms or right in a day; whatever an element is called with `-` or `_`, it is the same.
final class ScheduleXMLReader {
  private let log: ProblemLog
  private(set) var draft = ScheduleDraft()
  private(set) var isSchedule = false
  /// Where it is of conf.researchr.org.
  private(set) var researchr: ResearchrReader?
  /// Whether its sessions are EuroPython's `<entry>`s.
  private(set) var hasEntries = false

  init(log: ProblemLog) { self.log = log }

  /// Elements that are taken whole; whatever else there is around them, some dialects have more than others.
  private static let parts: Set<String> = ["conference", "event", "entry", "person", "track", "version", "generator"]

  /// Whether the parts in an element are taken one by one, so that no file is held in memory as a tree.
  static func isContainer(_ element: XMLElement) -> Bool { !parts.contains(element.name) }

  func receive(_ element: XMLElement, _ parents: [XMLElement]) -> Bool {
    guard let root = parents.first else {
      researchr = ResearchrReader(element, log)
      isSchedule = isSchedule || element.name == "schedule" || researchr != nil
      return true
    }
    guard root.name == "schedule" else { return true }
    isSchedule = true
    switch element.name {
    case "conference": conference(element)
    case "version": draft.version = element.trimmed
    case "event": event(element, parents)
    case "entry":
      hasEntries = true
      draft.sessions.append(EuroPythonEntry.session(element, parents, log))
    case "track": track(element)
    case "person": if let person = person(element, bio: true) { draft.people.append(person) }
    case "room": if let name = element[attribute: "name"] { draft.rooms.append(name) }
    case "day": day(element)
    default: break
    }
    return true
  }

  private func conference(_ element: XMLElement) {
    draft.title = (element.string("title") ?? element.string("name")).map { Text($0) }
    draft.acronym = element.string("acronym")
    draft.subtitle = element.string("subtitle").map { Text($0) }
    draft.venue = element.string("venue")
    draft.city = element.string("city")
    draft.country = element.string("country")
    draft.about = element.string("description").map { Text($0) }
    draft.start = moment(element, "start")
    draft.end = moment(element, "end")
    draft.dayChange = element.string("day_change")
    draft.zoneName = element.string("time_zone_name") ?? element.string("timezone") ?? element.string("time_zone")
    draft.version = draft.version ?? element.string("version") ?? element.string("release")
    draft.url = element.string("url")
    draft.baseURL = element.string("base_url")
    for child in element.children where child.name == "track" { track(child) }
  }

  private func moment(_ element: XMLElement, _ name: String) -> Moment? {
    guard let child = element.child(name), let text = child.trimmed else { return nil }
    let moment = LooseTime.moment(text)
    if moment == nil {
      log.report(
        .conference(.unreadableConferenceDate(found: Excerpt.shown(text))), at: Problem.Place(line: child.line))
    }
    return moment
  }

  private func track(_ element: XMLElement) {
    guard let name = element[attribute: "name"] ?? element.string("name") ?? element.trimmed else { return }
    draft.tracks.append(
      ScheduleDraft.Track(name: name, slug: element[attribute: "slug"], color: element[attribute: "color"]))
  }

  private func day(_ element: XMLElement) {
    guard let date = element[attribute: "date"].flatMap({ LooseTime.date($0) }) else { return }
    draft.days.append(
      ScheduleDraft.Day(
        date: date, start: element[attribute: "start"].flatMap { LooseTime.moment($0) },
        end: element[attribute: "end"].flatMap { LooseTime.moment($0) }))
  }

  private func person(_ element: XMLElement, bio: Bool) -> PersonDraft? {
    let name = element.string("name") ?? element.trimmed ?? element[attribute: "name"]
    guard let name else { return nil }
    var person = PersonDraft(
      key: element[attribute: "id"] ?? element[attribute: "guid"] ?? element[attribute: "code"], name: name)
    person.role = element[attribute: "role"]
    let texts = ["biography", "extended_biography"].compactMap { element.string($0) }
    if bio, let longest = texts.max(by: { $0.utf8.count < $1.utf8.count }) { person.bio = Text(longest) }
    return person
  }

  private func event(_ element: XMLElement, _ parents: [XMLElement]) {
    var session = SessionDraft(place: Problem.Place(line: element.line, session: element.string("title")))
    session.id = element[attribute: "id"]
    session.guid = element[attribute: "guid"]
    session.title = element.string("title").map { Text($0) }
    session.subtitle = element.string("subtitle").map { Text($0) }
    session.abstract = element.string("abstract").map { Text($0) }
    session.description = element.string("description").map { Text($0) }
    session.track = element.string("track")
    session.type = element.string("type") ?? element.string("event_type")
    session.language = element.string("language")
    // `optout` is whether somebody does not want to be recorded.
    session.isRecorded = element.child("recording")?.string("optout").map { $0.lowercased() != "true" }
    session.listedDay = Self.day(of: parents)
    let listed = parents.last { $0.name == "room" }?[attribute: "name"]
    session.room = element.string("room") ?? listed
    if let listed, let own = element.string("room"), own != listed {
      log.report(.session(.otherRoom(listed: Excerpt.shown(listed), found: Excerpt.shown(own))), at: session.place)
    }
    EventTimes.read(
      into: &session, date: element.string("date"), start: element.string("start"), end: element.string("end"),
      duration: element.string("duration"), hasZone: draft.zoneName != nil, log: log)
    let loose = element.children.filter { $0.name == "person" || $0.name == "speaker" }
    session.people = ((element.child("persons")?.children ?? []) + loose).compactMap { person($0, bio: true) }
    session.links = links(element.child("links"))
    session.attachments = links(element.child("attachments"))
    for (name, title) in ReadingWords.pages {
      if let url = element.string(name) { session.pages.append(SessionDraft.Link(title: title, url: url)) }
    }
    draft.sessions.append(session)
  }

  /// The date of the day that an element stands in.
  static func day(of parents: [XMLElement]) -> CalendarDate? {
    parents.last { $0.name == "day" }?[attribute: "date"].flatMap { LooseTime.date($0) }
  }

  private func links(_ element: XMLElement?) -> [SessionDraft.Link] {
    (element?.children ?? []).compactMap { child in
      guard let url = child[attribute: "href"] ?? child.string("url") ?? child.trimmed else { return nil }
      return SessionDraft.Link(title: child.trimmed ?? child[attribute: "title"], url: url)
    }
  }
}
