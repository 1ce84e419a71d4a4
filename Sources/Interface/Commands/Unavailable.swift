import Catalogue
import Notes

/// Why a command cannot run now.
enum Unavailable: Equatable, Sendable {
  case noSession, noLinks, noSearch, nothingFound(String), noFilter, noClash, noPeople, noRooms, noTracks, noTimetable
  case onlyDay, firstDay, lastDay, noBackground, nothingToGoBackTo, isWholeScreen
  case nothingToTick, noNotes
  case notWriting, isWriting, noNoteHere, nothingToUndo, nothingToRedo, nothingCut, noSearchInNote
}

extension State {
  /// The reason why a command cannot run now; nil where it can.
  func unavailable(_ command: Command) -> Unavailable? {
    switch command {
    case .star: agenda.selectedRow == nil ? .noSession : nil
    case .copy: agenda.selectedRow == nil && selectedLink == nil ? .noSession : nil
    case .links: linkedPage?.content.links.isEmpty == false ? nil : .noLinks
    case .nextLink, .previousLink: focusedPage?.content.links.isEmpty == false ? nil : .noLinks
    case .nextMatch, .previousMatch: trail == nil ? .noSearch : nil
    case .clearFilters: agenda.isFiltered ? nil : .noFilter
    case .nextClash: clashes.isEmpty ? .noClash : nil
    case .parallel: agenda.selectedRow == nil ? .noSession : nil
    case .people: catalogue.has(.person) ? nil : .noPeople
    case .rooms: hasRooms ? nil : .noRooms
    case .filterPerson: catalogue.has(.person) ? nil : .noPeople
    case .filterRoom: hasRooms ? nil : .noRooms
    case .filterTrack: catalogue.has(.track) ? nil : .noTracks
    case .previousDay: catalogue.days.count < 2 ? .onlyDay : agenda.day == 0 ? .firstDay : nil
    case .nextDay: catalogue.days.count < 2 ? .onlyDay : agenda.day >= catalogue.days.count - 1 ? .lastDay : nil
    case .background: background.entries.isEmpty ? .noBackground : nil
    case .open:
      switch focus {
      case .agenda: agenda.rows.isEmpty ? .noSession : nil
      case .background: background.entries.isEmpty ? .noBackground : nil
      case .session, .documents, .notes: nil
      }
    case .zoom: layout.mode == .single && !isZoomed ? .isWholeScreen : nil
    case .back: canGoBack ? nil : .nothingToGoBackTo
    case .tick: notebook?.selectedMark?.tick == nil ? .nothingToTick : nil
    case .report: noteTexts.isEmpty ? .noNotes : nil
    case .allNotes, .actionList: nil
    case .left, .right: isTimetable ? nil : .noTimetable
    case .write:
      editor != nil ? .isWriting : noteTarget != nil ? nil : agenda.selectedRow == nil ? .noSession : .noNoteHere
    case .undo: editor.map { $0.undoList.canUndo ? nil : .nothingToUndo } ?? .notWriting
    case .redo: editor.map { $0.undoList.canRedo ? nil : .nothingToRedo } ?? .notWriting
    case .findNextInNote: editor == nil ? .notWriting : noteQuery.isEmpty ? .noSearchInNote : nil
    case .insertCut: editor == nil ? .notWriting : cutText.isEmpty ? .nothingCut : nil
    case .caretLeft, .caretRight, .wordLeft, .wordRight, .lineStart, .lineEnd, .selectLeft, .selectRight, .selectUp,
      .selectDown, .selectWordLeft, .selectWordRight, .selectLineStart, .selectLineEnd, .newLine, .deleteBefore,
      .deleteAfter, .deleteWord, .cut, .copyText, .saveNotes, .stamp, .markAction, .markDecision, .markQuestion,
      .markQuote, .findInNote, .editExternally, .indent, .outdent:
      editor == nil ? .notWriting : nil
    case .up, .down, .timetable, .pageUp, .pageDown, .first, .last, .showAgenda, .showSession, .showBackground,
      .showDocuments,
      .showNotes, .nextPanel, .previousPanel, .now, .aboutConference, .conferences, .reachable, .ownZone, .find,
      .filterKind,
      .filterStarred, .palette, .help, .mouse, .redraw, .suspend, .interrupt, .quit:
      nil
    }
  }

  /// True where Esc has something to undo: a place to come back to, an open page, a zoom, a panel that is not the first.
  private var canGoBack: Bool { !history.isEmpty || isZoomed || focus != .agenda }
}
