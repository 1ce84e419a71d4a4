import Agenda
import Catalogue

extension KioskState {
  /// Shows another version of the agenda, and marks until the end of the day what is different in it.
  mutating func replace(_ catalogue: Catalogue) {
    if catalogue.conference.id == self.catalogue.conference.id {
      let today = catalogue.conference.date(of: clock.now)
      for (id, old) in KioskState.changed(from: self.catalogue, to: catalogue) {
        // Moved twice a day, it is compared with the morning's agenda.
        changes[id] = BoardChange(seen: today, old: changes[id]?.old ?? old)
      }
    } else {
      changes = [:]
    }
    self.catalogue = catalogue
    revision += 1
    visit?.replace(catalogue)
  }

  /// Sessions that are new, or that were to be held at another time or place, under another title or not at all, with
  /// what they were; nil where they are new.
  private static func changed(from old: Catalogue, to new: Catalogue) -> [(Session.ID, old: SessionRow?)] {
    let before = Dictionary(rows(old).map { ($0.id, $0) }) { first, _ in first }
    return rows(new).compactMap { row in
      guard let known = before[row.id] else { return (row.id, nil) }
      let isSame =
        known.title == row.title && known.start == row.start && known.end == row.end && known.room == row.room
        && known.place == row.place && known.status == row.status
      return isSame ? nil : (row.id, known)
    }
  }

  private static func rows(_ catalogue: Catalogue) -> [SessionRow] {
    catalogue.days.indices.flatMap { catalogue.sessions(onDay: $0) }
  }
}

/// How a session differs from the agenda that was shown before.
struct BoardChange: Equatable, Sendable {
  /// The conference's day on which it was seen; the next day it is news no more.
  var seen: CalendarDate
  /// What it was; nil where it is new.
  var old: SessionRow?
}

extension Visit {
  /// The visitor stays at the same place, as far as that is still there.
  mutating func replace(_ catalogue: Catalogue) { state.replace(catalogue) }
}
