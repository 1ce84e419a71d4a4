import Catalogue
import Cells

extension State {
  /// Rows that a page key moves by: what the focused panel shows, less one for context.
  var pageLength: Int { max(1, rows(of: focus) - 1) }

  /// How many rows a panel can show.
  func rows(of panel: Panel) -> Int { layout.place(of: panel)?.inner.height ?? 1 }

  /// The page that has the focus; nil where a list has it.
  var focusedPage: PageView? {
    switch focus {
    case .agenda: nil
    case .session: session
    case .background: background.open == nil ? nil : background.page
    case .documents: documents.open == nil ? nil : documents.page
    case .notes: notes
    }
  }

  /// The page whose links are offered by number.
  var linkedPage: PageView? { focus == .agenda ? session : focusedPage }

  /// The link that Enter follows.
  var selectedLink: PageContent.Link? {
    guard let page = focusedPage, let index = page.selectedLink, page.content.links.indices.contains(index) else {
      return nil
    }
    return page.content.links[index]
  }

  mutating func changeFocusedPage(_ change: (inout PageView) -> Void) {
    switch focus {
    case .agenda: break
    case .session: change(&session)
    case .background: change(&background.page)
    case .documents: change(&documents.page)
    case .notes: change(&notes)
    }
  }

  /// Moves the selection of a list, or scrolls a text.
  mutating func move(by rows: Int) { move(by: rows, in: focus) }

  mutating func move(by rows: Int, in panel: Panel) {
    switch panel {
    case .agenda where isTimetable: moveInTimetable(by: rows)
    case .agenda: selectRow(agenda.selected + rows)
    case .session: session.top += rows
    case .background:
      if background.open == nil { background.move(by: rows) } else { background.page.top += rows }
    case .documents:
      if documents.open == nil { documents.move(by: rows) } else { documents.page.top += rows }
    case .notes: notes.top += rows
    }
  }

  mutating func moveToEnd(first: Bool) {
    let far = first ? Int.min / 2 : Int.max / 2
    switch focus {
    case .agenda: selectRow(first ? 0 : agenda.rows.count - 1)
    case .session: session.top = max(0, far)
    case .background:
      if background.open == nil { background.move(by: far) } else { background.page.top = max(0, far) }
    case .documents:
      if documents.open == nil { documents.move(by: far) } else { documents.page.top = max(0, far) }
    case .notes: notes.top = max(0, far)
    }
  }

  /// Gives a panel the focus and brings it to the front.
  mutating func choose(_ panel: Panel) {
    focus = panel
    switch panel {
    case .agenda, .notes: break
    case .session, .documents:
      reading = panel
      text = panel
    case .background: reading = panel
    }
  }

  mutating func selectLink(by step: Int) {
    let visible = rows(of: focus)
    changeFocusedPage { page in
      let count = page.content.links.count
      guard count > 0 else { return }
      if let selected = page.selectedLink {
        page.selectedLink = min(max(selected + step, 0), count - 1)
      } else {
        // The first link at or below the top, or the last above the bottom.
        let links = page.content.links
        page.selectedLink =
          step > 0
          ? links.firstIndex { $0.line >= page.top } ?? count - 1
          : links.lastIndex { $0.line < page.top + visible } ?? 0
      }
      if let selected = page.selectedLink { page.reveal(page.content.links[selected].line, rows: visible) }
    }
  }
}

extension BrowserState {
  /// Moves the selection and stops at the ends; any step is safe.
  mutating func move(by rows: Int) {
    let target = selected.addingReportingOverflow(rows)
    selected = min(max(target.overflow ? (rows < 0 ? 0 : Int.max) : target.partialValue, 0), max(0, entries.count - 1))
  }
}
