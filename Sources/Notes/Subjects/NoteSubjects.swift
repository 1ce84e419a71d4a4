public import Agenda
public import Messages

/// Everything in an agenda that a note can be about, in the order of a report: sessions by time, then meetings, then
/// documents.
public struct NoteSubjects: SubjectSource, Sendable {
  public let all: [NoteSubject]
  private let places: [Subject: Int]

  public init(of agenda: Agenda, languages: [String], messages: Messages) {
    let source = Source(agenda, languages, messages)
    let sessions = agenda.sessions.enumerated().sorted { a, b in
      (a.element.start, a.offset) < (b.element.start, b.offset)
    }
    let meetings = agenda.meetings.enumerated().sorted { a, b in (a.element.date, a.offset) < (b.element.date, b.offset)
    }
    var all =
      sessions.map { source.subject($0.element) } + meetings.map { source.subject($0.element) }
      + agenda.documents.map { source.subject($0) }
    for places in Dictionary(grouping: all.indices, by: { all[$0].target.kind }).values {
      let twins = SessionIdentity.twins(among: places.map { all[$0].identity })
      for twin in twins { all[places[twin]].hasTwin = true }
    }
    self.all = all
    places = Dictionary(all.indices.map { (all[$0].target, $0) }) { first, _ in first }
  }

  public subscript(target: Subject) -> NoteSubject? { places[target].map { all[$0] } }

  public func titled(like gone: NoteSubject) -> [NoteSubject] { all.filter { $0.isLike(gone) } }

  /// Where it stands in the order; nil for what the agenda does not have.
  func place(of target: Subject) -> Int? { places[target] }

  private struct Source {
    let languages: [String]
    let messages: Messages
    let rooms: [Room.ID: Text]
    let people: [Person.ID: Text]

    init(_ agenda: Agenda, _ languages: [String], _ messages: Messages) {
      (self.languages, self.messages) = (languages, messages)
      rooms = Dictionary(agenda.rooms.map { ($0.id, $0.name) }) { first, _ in first }
      people = Dictionary(agenda.people.map { ($0.id, $0.name) }) { first, _ in first }
    }

    func subject(_ session: Session) -> NoteSubject {
      var subject = NoteSubject(target: .session(session.id), title: string(session.title))
      (subject.start, subject.end) = (session.start, session.end)
      (subject.kind, subject.status) = (session.kind, session.status)
      subject.place = [session.room.flatMap { rooms[$0] }, session.place].map(string).first { !$0.isEmpty } ?? ""
      subject.attribution = session.attribution
      var seen: Set<Person.ID> = []
      subject.people = (session.people + session.items.flatMap(\.people)).compactMap { part in
        guard let name = people[part.person], seen.insert(part.person).inserted else { return nil }
        return NoteSubject.Participant(name: string(name), part: string(part.role))
      }
      return subject
    }

    func subject(_ meeting: Meeting) -> NoteSubject {
      var subject = NoteSubject(target: .meeting(meeting.id), title: string(meeting.title))
      subject.place = [messages.text(.date(meeting.date)), string(meeting.place)].filter { !$0.isEmpty }.joined(
        separator: ", ")
      return subject
    }

    func subject(_ document: Document) -> NoteSubject {
      var subject = NoteSubject(target: .document(document.id), title: string(document.title))
      subject.place = string(document.kind)
      return subject
    }

    private func string(_ text: Text?) -> String { text?.string(for: languages) ?? "" }
  }
}
