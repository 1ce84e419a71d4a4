import Agenda
import Catalogue

extension KioskState {
  /// Shows another version of the agenda, and marks until the end of the day what is different in it.
  mutating func replace(_ catalogue: Catalogue) {
    if catalogue.conference.id == self.catalogue.conference.id {
      let today = catalogue.conference.date(of: clock.now)
      for id in KioskState.changed(from: self.catalogue, to: catalogue) { changes[id] = today }
    } else {
      changes = [:]
    }
    self.catalogue = catalogue
    revision += 1
    visit?.replace(catalogue)
  }

  /// Sessions that are new, or that were to be held at another time or place, under another title or not at all.
  private static func changed(from old: Catalogue, to new: Catalogue) -> [Session.ID] {
    let before = Dictionary(rows(old).map { ($0.id, $0) }) { first, _ in first }
    return rows(new).filter { row in
      guard let known = before[row.id] else { return true }
      return known.title != row.title || known.start != row.start || known.end != row.end || known.room != row.room
        || known.place != row.place || known.status != row.status
    }.map(\.id)
  }

  private static func rows(_ catalogue: Catalogue) -> [SessionRow] {
    catalogue.days.indices.flatMap { catalogue.sessions(onDay: $0) }
  }
}

extension Visit {
  /// The visitor stays at the same place, as far as that is still there.
  mutating func replace(_ catalogue: Catalogue) { state.replace(catalogue) }
}
