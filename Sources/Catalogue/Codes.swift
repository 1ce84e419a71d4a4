import Agenda

/// The numbers that stand for cases in the database: a case's place among all, checked on the way out.
protocol Coded: CaseIterable, Equatable {}

extension Coded {
  var code: Int { Array(Self.allCases).firstIndex(of: self) ?? 0 }

  /// Nil for a number that stands for nothing.
  init?(code: Int64) {
    let all = Array(Self.allCases)
    guard code >= 0, code < all.count else { return nil }
    self = all[Int(code)]
  }
}

extension Session.Kind: Coded {}
extension Session.Attribution: Coded {}
extension Session.Status: Coded {}
extension Meeting.Kind: Coded {}

/// What a page is about.
enum PageType: CaseIterable, Coded {
  case session, meeting, document, conference, person, room
}

/// What the agenda can be narrowed by.
public enum Facet: CaseIterable, Sendable, Coded {
  case kind, person, room, track
}

extension Target {
  var type: PageType {
    switch self {
    case .session: .session
    case .meeting: .meeting
    case .document: .document
    case .conference: .conference
    case .person: .person
    case .room: .room
    }
  }

  /// The identifier in the bundle; empty for the conference, of which there is one.
  public var id: String {
    switch self {
    case .session(let id), .meeting(let id), .document(let id), .person(let id), .room(let id): id
    case .conference: ""
    }
  }

  init(_ type: PageType, id: String) {
    self =
      switch type {
      case .session: .session(id)
      case .meeting: .meeting(id)
      case .document: .document(id)
      case .conference: .conference
      case .person: .person(id)
      case .room: .room(id)
      }
  }
}
