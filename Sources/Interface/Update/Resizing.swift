import Cells

extension State {
  /// Takes another size; what was on top of each page stays there, as far as the page reaches.
  mutating func resize(to size: Size) {
    session.holdPlace()
    background.page.holdPlace()
    documents.page.holdPlace()
    notes.holdPlace()
    self.size = size
    settle()
    session.returnToPlace(rows: rows(of: .session))
    background.page.returnToPlace(rows: rows(of: .background))
    documents.page.returnToPlace(rows: rows(of: .documents))
    notes.returnToPlace(rows: rows(of: .notes))
  }
}
