/// A change of a note's text: bytes taken out and a text put in at their place.
public struct NoteEdit: Equatable, Sendable {
  /// UTF-8 bytes from the beginning of the text before the edit, on a boundary between scalars.
  public var offset: Int
  /// UTF-8 bytes taken out there, up to a boundary between scalars.
  public var removed: Int
  public var inserted: String

  public init(offset: Int, removed: Int, inserted: String) {
    (self.offset, self.removed, self.inserted) = (offset, removed, inserted)
  }
}
