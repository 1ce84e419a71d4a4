/// Why a note's text is another than the one that was being edited.
public enum NoteChange: Equatable, Sendable {
  /// Its file was changed by another program, and both changes stand in it.
  case merged
  /// Its file was changed by another program in the same place: this text stands, the other's is in the file named.
  case conflict(keptAs: String)
  /// The external editor has changed it.
  case edited
  /// What an earlier run could not finish writing has been put in.
  case recovered
}
