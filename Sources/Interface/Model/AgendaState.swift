import Agenda
import Catalogue

/// The agenda panel: which day, which rows of it, and which row is selected.
struct AgendaState {
  /// Index into the catalogue's days.
  var day = 0
  var rows = SessionList()
  /// Index into `rows`; 0 where there are none.
  var selected = 0
  /// The first line that is shown, counted as `AgendaLines` counts.
  var top = 0
  /// Whether the selected row is to stand a third down the panel, with what comes after it, once the state settles.
  var isAimed = false
  var filter = SessionFilter()
  /// What the filter's values are called.
  var names = FilterNames()
  var starredOnly = false
  /// Sessions that are on at this minute.
  var running: Set<Session.ID> = []
  /// The session that comes next while nothing is on; nil where it is on another day than now.
  var upcoming: Session.ID?
  /// The first row of the day that is on, or comes next while nothing is, so that nobody has to look for it at every key.
  var firstTimed: Int?

  var selectedRow: SessionRow? { rows.indices.contains(selected) ? rows[selected] : nil }
  /// Sessions that have a line about now under them.
  var timed: Set<Session.ID> { upcoming.map { [$0] } ?? running }
  var isFiltered: Bool { starredOnly || !filter.isEmpty }

  mutating func clearFilters() { (filter, names, starredOnly) = (SessionFilter(), FilterNames(), false) }
}

/// The names of a filter's values, which are known when they are chosen.
struct FilterNames: Equatable, Sendable {
  var person = ""
  var room = ""
  var track = ""
}
