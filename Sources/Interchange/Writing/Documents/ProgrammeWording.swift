import Agenda
import Messages

/// What the printed programmes say alike: times, places and facts as lines of text.
struct ProgrammeWording {
  let programme: Programme

  private var conference: Conference { programme.conference }

  func words(_ message: Message) -> String { programme.words(message) }

  /// Of all or, where less is written, of what there is.
  var title: String {
    let title = programme.string(conference.title)
    return programme.scope.plan == nil ? title : words(WritingWords.title(ofPlan: title))
  }

  /// `3–5 December 2017`.
  var dates: String { words(.dates(conference.start, conference.end, .en)) }

  /// House, city, country.
  var venue: String {
    [conference.venue?.name, conference.venue?.city, conference.venue?.country].map { programme.string($0) }
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The one room that is written, where it is one.
  var room: String { programme.string(programme.scope.room.flatMap { programme.rooms[$0] }?.name) }

  var organizers: String {
    let names = conference.organizers.map { programme.string($0) }.filter { !$0.isEmpty }
    return names.isEmpty ? "" : words(Message("Organised by %s", names.joined(separator: " · ")))
  }

  /// The zone with its letters, the version and its date: what a reader has to know of every copy.
  var facts: String {
    let zone = conference.zone
    let first = programme.sessions.first?.start
    let letters = first.map { zone.transition(at: $0).abbreviation } ?? ""
    let isNamed = letters.isEmpty || letters == zone.identifier
    let times = Message("Times in %s", zone.identifier + (isNamed ? "" : " (\(letters))"))
    let edition: Message? =
      switch (conference.version, conference.published) {
      case (let version?, let date?): Message("Version %s, published %s", version, Message.date(date))
      case (let version?, nil): Message("Version %s", version)
      case (nil, let date?): Message("published %s", Message.date(date))
      case (nil, nil): nil
      }
    return [times, edition].compactMap { $0.map(words) }.joined(separator: ". ") + "."
  }

  /// What the conference says to everybody, or that it is a draft where it does not say even that.
  var notice: String {
    let notice = programme.string(conference.notice)
    if !notice.isEmpty { return notice }
    switch conference.status {
    case .draft: return words(Message("This programme is a draft and may still change."))
    case .final: return ""
    }
  }

  func clock(_ instant: Instant) -> String { conference.zone.local(instant).clock }

  /// `09:00–10:30`, `14:30` for a point in time, `19:30, end open` for what has no end; the day stands with an end that
  /// is a day away or more.
  func times(of session: Session) -> String {
    let start = clock(session.start)
    guard let end = session.end, end > session.start else {
      return session.kind == .milestone || session.end != nil ? start : words(Message("%s, end open", start))
    }
    let isFar = end.since(session.start) >= 86_400
    let day = isFar ? words(.shortDay(conference.zone.local(end).date)) + " " : ""
    return "\(start)–\(day)\(clock(end))"
  }

  func title(of session: Session) -> String { programme.string(session.title) }

  /// Everything about a session that a word or two say: kind, optional, cancelled, tentative, who may quote it.
  func marks(of session: Session) -> [String] {
    var marks: [Message] = []
    switch session.status {
    case .confirmed: break
    case .tentative: marks.append(Message("Tentative"))
    case .cancelled: marks.append(Message("Cancelled"))
    }
    if session.isOptional { marks.append(WritingWords.optional) }
    if let mark = session.attribution.name { marks.append(mark) }
    return marks.map(words)
  }

  /// Name and part: `Mona Rishmawi (Closing remarks)`.
  func people(of session: Session) -> [String] {
    programme.participants(of: session).map { person, role in
      let name = programme.string(person.name)
      return role.isEmpty ? name : "\(name) (\(role))"
    }
  }

  /// Whether there is more to a session than its row in the day's table.
  func hasDetails(_ session: Session) -> Bool {
    let texts = [session.summary, session.details].map { programme.string($0) }
    return texts.contains { !$0.isEmpty } || !session.items.isEmpty || !session.links.isEmpty
      || !session.attachments.isEmpty || !programme.documents(of: session).isEmpty
      || !programme.meetings(of: session).isEmpty
  }

  /// People who are part of what is written, in the order of the agenda.
  var people: [Person] {
    let named = Set(programme.sessions.flatMap { programme.participants(of: $0).map(\.person.id) })
    return programme.agenda.people.filter { named.contains($0.id) }
  }

  /// Role and affiliation on a line.
  func position(of person: Person) -> String {
    [person.role, person.affiliation].map { programme.string($0) }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Whether the background and the documents belong in it: in the whole programme only.
  var isWhole: Bool { programme.scope.isEverything }

  /// Date and place of a meeting.
  func occasion(of meeting: Meeting) -> String {
    [words(.date(meeting.date)), programme.string(meeting.place)].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What a meeting was, with headings.
  func accounts(of meeting: Meeting) -> [(heading: Message, text: String)] {
    [
      (Message("Who took part"), programme.string(meeting.participants)),
      (Message("What it was about"), programme.string(meeting.focus)),
      (Message("What it led to"), programme.string(meeting.outcome)),
    ].filter { !$0.1.isEmpty }
  }
}
