import Agenda
import Files
import Glibc

/// What becomes of journals that are done with: those of runs that have died are let go once their notes are in their
/// files, and old ones are looked through.
struct EarlierJournals {
  /// Milliseconds until a window that has been open so long looks through old journals once more.
  static let cleanPause: Int64 = 3_600_000

  /// Journals of earlier runs, with the notes that have to be in their files before they can go.
  private var left: [(journals: [LeftJournal], targets: [Subject])] = []
  /// When old journals are to be looked through, if anything happens then.
  private var cleanDue: Int64?

  mutating func add(_ journals: [LeftJournal], with targets: [Subject]) { left.append((journals, targets)) }

  mutating func startCleaning(now: Int64) { cleanDue = now }

  /// Does what is due.
  /// - Parameter isSafe: whether everything of a note is in its file.
  mutating func attend(in places: JournalPlaces, now: Int64, calls: FileCalls, isSafe: (Subject) -> Bool) {
    if let due = cleanDue, due <= now {
      cleanDue = now + EarlierJournals.cleanPause
      OldJournals.clean(places, now: time(nil), calls: calls)
    }
    left.removeAll { journals, targets in
      guard targets.allSatisfy(isSafe) else { return false }
      journals.forEach { $0.retire() }
      return true
    }
  }
}
