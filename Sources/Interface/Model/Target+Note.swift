public import Catalogue
public import Notes

extension NoteTarget {
  /// The note about a page; nil where none can be written.
  init?(_ page: Target) {
    switch page {
    case .session(let id): self = .session(id)
    case .meeting(let id): self = .meeting(id)
    case .document(let id): self = .document(id)
    case .conference, .person, .room: return nil
    }
  }
}

extension Target {
  /// The page that a note is about.
  public init(_ note: NoteTarget) {
    switch note {
    case .session(let id): self = .session(id)
    case .meeting(let id): self = .meeting(id)
    case .document(let id): self = .document(id)
    }
  }
}
