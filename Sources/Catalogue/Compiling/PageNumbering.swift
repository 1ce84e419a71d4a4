import Agenda

/// Which page has which number, and which sessions make a day.
struct PageNumbering {
  struct Programme {
    var date: CalendarDate
    /// Number of the first session.
    var first: RowID
    var count: Int
  }

  /// Indices into the agenda's sessions, in the order in which they are shown.
  let sessionOrder: [Int]
  let days: [Programme]
  /// Indices into the agenda's meetings, oldest first.
  let meetingOrder: [Int]
  private var numbers: [Subject: RowID] = [:]

  /// Sessions by day, start, room order (without a room last) and place in the file; then meetings, oldest first; then
  /// documents as in the file, the conference itself, and people and rooms as in the file.
  ///
  /// Of pages with the same identifier the first one has the links.
  init(_ agenda: Agenda) {
    let roomOrder = Dictionary(agenda.rooms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    struct Key {
      var index: Int
      var day: Int
      var start: Int64
      var room: Int
    }
    let conference = agenda.conference
    let keys = agenda.sessions.enumerated().map { index, session in
      // What is late stays on its day.
      return Key(
        index: index, day: conference.day(of: session.plannedStart).dayNumber, start: session.start.seconds,
        room: session.room.flatMap { roomOrder[$0] } ?? Int.max)
    }.sorted { ($0.day, $0.start, $0.room, $0.index) < ($1.day, $1.start, $1.room, $1.index) }

    var days: [(day: Int, first: RowID, count: Int)] = []
    for (position, key) in keys.enumerated() {
      if days.last?.day == key.day {
        days[days.count - 1].count += 1
      } else {
        days.append((key.day, RowID(position + 1), 1))
      }
    }
    sessionOrder = keys.map(\.index)
    self.days = days.map { Programme(date: CalendarDate(dayNumber: $0.day), first: $0.first, count: $0.count) }
    meetingOrder = agenda.meetings.indices.sorted {
      (agenda.meetings[$0].date, $0) < (agenda.meetings[$1].date, $1)
    }

    var next: RowID = 0
    func number(_ target: Subject) {
      next += 1
      if numbers[target] == nil { numbers[target] = next }
    }
    numbers.reserveCapacity(agenda.sessions.count + agenda.meetings.count + agenda.documents.count)
    for index in sessionOrder { number(.session(agenda.sessions[index].id)) }
    for index in meetingOrder { number(.meeting(agenda.meetings[index].id)) }
    for document in agenda.documents { number(.document(document.id)) }
    number(.conference)
    for person in agenda.people { number(.person(person.id)) }
    for room in agenda.rooms { number(.room(room.id)) }
  }

  func number(of target: Subject) -> RowID? { numbers[target] }
}

/// The ways between pages, in both directions.
struct LinkTable {
  struct Key: Hashable {
    var page: RowID
    /// The item of the session that leads there; -1 for the page as a whole.
    var item: Int
  }

  private(set) var targets: [(key: Key, target: RowID)] = []
  private var known: Set<Link> = []
  private let numbering: PageNumbering

  private struct Link: Hashable {
    var key: Key
    var target: RowID
  }

  /// A session leads where it says, each of its items where that says.
  ///
  /// A meeting leads to its documents, to the
  /// documents that name it, then to the sessions that name it, themselves or in an item; a document likewise.
  init(_ agenda: Agenda, _ numbering: PageNumbering) {
    self.numbering = numbering
    for meeting in agenda.meetings {
      for document in meeting.documents { both(.meeting(meeting.id), .document(document)) }
    }
    for document in agenda.documents {
      for meeting in document.meetings { both(.document(document.id), .meeting(meeting)) }
    }
    for index in numbering.sessionOrder {
      let session = agenda.sessions[index]
      let page = Subject.session(session.id)
      for target in session.meetings.map(Subject.meeting) + session.documents.map(Subject.document) {
        both(page, target)
      }
      for (position, item) in session.items.enumerated() {
        for target in item.meetings.map(Subject.meeting) + item.documents.map(Subject.document) {
          add(page, item: position, target)
          add(target, page)
        }
      }
    }
  }

  private mutating func both(_ a: Subject, _ b: Subject) {
    add(a, b)
    add(b, a)
  }

  /// A link to nothing, or said before, is left out.
  private mutating func add(_ page: Subject, item: Int = -1, _ target: Subject) {
    guard let from = numbering.number(of: page), let to = numbering.number(of: target) else { return }
    let key = Key(page: from, item: item)
    if known.insert(Link(key: key, target: to)).inserted { targets.append((key, to)) }
  }
}
