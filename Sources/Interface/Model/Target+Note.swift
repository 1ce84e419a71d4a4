public import Catalogue
public import Notes

extension NoteTarget {
  /// The note about a page; nil for what the bundle says about the conference, which has none.
  init?(_ page: Target) {
    switch page {
    case .session(let id): self = .session(id)
    case .meeting(let id): self = .meeting(id)
    case .document(let id): self = .document(id)
    case .conference: return nil
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
