public import Agenda

/// What a note is about; identifiers are those of the bundle.
public enum NoteTarget: Hashable, Sendable {
  case session(Session.ID)
  case meeting(Meeting.ID)
  case document(Document.ID)
}
