public import Agenda

/// That a note was forgotten: what it was on, and when.
///
/// Nothing of its text is in it.
///
/// What comes back later must be known for what it is without its text being kept. No hash of a text or of its lines is
/// kept either, with salt or without: notes have short lines, and who holds the mark could try what was probably said
/// until one fits. So it is not what was forgotten that is known again, but what was begun since:
///
/// - A forgetting has a random number. A run that begins the note anew says that number in its journal before anything
///   else of the note, and of a journal only what stands behind the number of the last forgetting counts. That asks no
///   clock.
/// - Until a note is begun anew, every file of it is one that has come back, however young it says it is.
/// - Afterwards a file that is older than the new beginning is one, and so is one that has next to nothing in common with
///   what journals know of the new note.
///
/// Where this is wrong it is wrong on the safe side: the file is not shown and not merged, it is told where it lies, and
/// nothing but the user's command takes it away.
public struct ForgottenMark: Equatable, Sendable {
  /// Of this forgetting; it says nothing about the note.
  public let number: UInt64
  public let at: Instant
  /// When the user has begun a note on the same anew, than which no file of that is older; nil where that has not been.
  public var begun: Instant?
  /// Names of files beside the notes that may have been taken for copies then, and were something else.
  public var kept: [String]

  init(number: UInt64, at: Instant, begun: Instant? = nil, kept: [String] = []) {
    (self.number, self.at, self.begun, self.kept) = (number, at, begun, kept)
  }

  /// Whether a file of that time, in seconds since 1970, is what was forgotten, for all that is known.
  func hides(_ modified: Int) -> Bool { begun.map { modified < $0.seconds } ?? true }
}
