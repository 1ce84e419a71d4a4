public import Catalogue

extension State {
  /// Puts another catalogue of the same conference in the place of the present one; day, session and reading positions
  /// stay where they still exist.
  public mutating func replace(_ catalogue: Catalogue) {
    let id = agenda.selectedRow?.id
    let date = self.catalogue.days.indices.contains(agenda.day) ? self.catalogue.days[agenda.day].date : nil
    self.catalogue = catalogue
    agenda.day = catalogue.days.firstIndex { $0.date == date } ?? 0
    if let id, let row = catalogue.sessionRow(id) { agenda.day = row.day }
    fillBrowsers()
    history = []
    visited = nil
    trail = nil
    contentRevision += 1
    countNotes()
    isNoteIndexStale = true
    reloadDay()
    findClashes()
    settle()
  }
}
