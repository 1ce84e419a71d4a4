import Agenda
import Catalogue

/// The agenda panel: which day, which rows of it, and which row is selected.
struct AgendaState: Sendable {
  /// Index into the catalogue's days.
  var day = 0
  var rows: [SessionRow] = []
  /// Index into `rows`; 0 where there are none.
  var selected = 0
  /// The first line that is shown, counted as `AgendaLines` counts.
  var top = 0
  var filter = SessionFilter()
  /// What the filter's person is called.
  var personName = ""
  var starredOnly = false
  /// Sessions of this day that are on at this minute.
  var running: Set<Session.ID> = []

  var selectedRow: SessionRow? { rows.indices.contains(selected) ? rows[selected] : nil }
  var isFiltered: Bool { starredOnly || !filter.isEmpty }
}
