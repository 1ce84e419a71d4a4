public import Agenda
import Catalogue
public import Cells
public import Notes

/// Something that has happened.
public enum Event: Sendable {
  case input(Input)
  /// The clock has moved.
  case time(Instant)
  /// No key has come for a moment: what waited for that is shown now.
  case pause
  /// The user's notes, read from their files.
  case notes([Note])
  /// The reader's own zone; nil where it is not known.
  case ownZone(OffsetTable?)
  /// The plan could not be saved, and why.
  case planNotSaved(String)
  /// A link's address was opened, or only copied.
  case addressOpened(String, Bool)
  /// Words of the world outside for the status line.
  case notice(String)
  /// The text that `.openNote` has asked for, as it stands in the file; empty where there is no note yet.
  case noteOpened(Subject, String)
  /// A report was written to a file: its path, and the same as people read it.
  case reportWritten(String, shown: String)
  /// How safe an open note is has changed.
  case noteSafety(Subject, NoteSafety)
  /// An open note has another text now, and why.
  case noteReplaced(Subject, String, NoteChange)
  /// What time it is to the second, as `.readClock` has asked.
  case clockRead(Instant)
  /// Something is wrong with keeping notes, in words that stay on the screen; nil once it is well again.
  case noteTrouble(String?)
  /// The conferences that can be opened instead of this one, to choose from.
  case conferences([ConferenceEntry])

  /// A note's text and the page that it belongs to.
  public struct Note: Equatable, Sendable {
    public var target: Subject
    public var text: String

    /// What it is about, where the catalogue does not know it.
    public var title: String?

    public init(target: Subject, text: String, title: String? = nil) {
      (self.target, self.text, self.title) = (target, text, title)
    }
  }
}
