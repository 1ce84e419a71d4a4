/// When what has been written to the journal is put on disk: soon after the last key, and never much later than the
/// first.
///
/// Nothing is to stay off the disk for longer than a quarter of a second after the last key, or a second in all; some of
/// that is left to the disk. Times are milliseconds of any clock that only goes forward.
struct SyncSchedule: Equatable {
  /// After the last write.
  static let pause: Int64 = 200
  /// After the first write that is not on disk.
  static let longest: Int64 = 850

  private var first: Int64?
  private var last: Int64 = 0
  /// It is being put on disk at this moment.
  var isRunning = false

  /// When to put it on disk; nil where all is, or is being put there.
  var due: Int64? { isRunning ? nil : first.map { min(last + SyncSchedule.pause, $0 + SyncSchedule.longest) } }

  mutating func wrote(at now: Int64) {
    if first == nil { first = now }
    last = now
  }

  /// All that has been written so far is being put on disk.
  mutating func began() { (first, isRunning) = (nil, true) }

  /// Do it at once.
  mutating func hurry(at now: Int64) {
    if first == nil { return }
    (first, last) = (now - SyncSchedule.longest, now)
  }
}
