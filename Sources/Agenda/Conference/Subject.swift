/// What a page, a note or a star is about; identifiers are those of the bundle, so they outlive a catalogue.
public enum Subject: Hashable, Sendable {
  case session(Session.ID)
  case meeting(Meeting.ID)
  case document(Document.ID)
  case person(Person.ID)
  case room(Room.ID)
  /// What the bundle says about the conference itself.
  case conference

  /// What kind of thing it is, by the word that files have for it.
  public enum Kind: String, CaseIterable, Sendable {
    case session, meeting, document, conference, person, room
  }

  public var kind: Kind {
    switch self {
    case .session: .session
    case .meeting: .meeting
    case .document: .document
    case .person: .person
    case .room: .room
    case .conference: .conference
    }
  }

  /// The identifier in the bundle; empty for the conference, of which there is one.
  public var id: String {
    switch self {
    case .session(let id), .meeting(let id), .document(let id), .person(let id), .room(let id): id
    case .conference: ""
    }
  }

  public init(_ kind: Kind, id: String) {
    self =
      switch kind {
      case .session: .session(id)
      case .meeting: .meeting(id)
      case .document: .document(id)
      case .person: .person(id)
      case .room: .room(id)
      case .conference: .conference
      }
  }

  /// Whether a note can be written about it.
  public var takesNotes: Bool {
    switch self {
    case .session, .meeting, .document: true
    case .person, .room, .conference: false
    }
  }
}
