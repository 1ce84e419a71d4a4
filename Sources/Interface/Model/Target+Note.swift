import Catalogue
import Notes

extension Target {
  /// The page that a note is about.
  init(_ note: NoteTarget) {
    switch note {
    case .session(let id): self = .session(id)
    case .meeting(let id): self = .meeting(id)
    case .document(let id): self = .document(id)
    }
  }
}
