import Files

/// While it is held no other run writes into its journals.
struct JournalLock {
  /// Milliseconds that somebody who types is held up by another run at most.
  static let usualPatience = 250
  /// Milliseconds for which it is not asked for after somebody has kept it too long.
  private static let pause: Int64 = 5_000

  /// Milliseconds for which it is waited for.
  var patience = JournalLock.usualPatience
  /// Another run holds it and does not go on; until then nobody waits for it.
  private var due: Int64?
  private let folder: String

  init(_ places: JournalPlaces) { folder = places.folders[0] }

  func isGivenUp(now: Int64) -> Bool { due.map { now < $0 } ?? false }

  /// To be released; where it is refused, one goes on all the same.
  mutating func take(now: Int64) -> FolderLock {
    let lock = FolderLock(in: folder, within: patience)
    due = lock.isRefused ? now + JournalLock.pause : nil
    return lock
  }
}
