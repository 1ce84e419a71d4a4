/// Everything that the user can ask for.
///
/// Keys, palette, help, footer and the README's table all lead here.
public enum Command: String, CaseIterable, Hashable, Sendable {
  case up, down, pageUp, pageDown, first, last
  case showAgenda, showSession, showBackground, showDocuments, showNotes
  case nextPanel, previousPanel, zoom, timetable, left, right
  case previousDay, nextDay, now
  case open, back, star, background, aboutConference, people, rooms, parallel, reachable
  case filterKind, filterPerson, filterRoom, filterTrack, filterStarred, clearFilters
  case find, nextMatch, previousMatch
  case nextClash, previousLink, nextLink, links, copy, ownZone
  case write, caretLeft, caretRight, wordLeft, wordRight, lineStart, lineEnd
  case selectLeft, selectRight, selectUp, selectDown, selectWordLeft, selectWordRight, selectLineStart, selectLineEnd
  case stamp, markAction, markDecision, markQuestion, markQuote, findInNote, findNextInNote, editExternally
  case indent, outdent, newLine, deleteBefore, deleteAfter, deleteWord, undo, redo, cut, copyText, insertCut, saveNotes
  case allNotes, actionList, tick, report
  case palette, help, conferences, mouse, redraw, suspend, interrupt, quit

  /// The headings under which help and README list the commands.
  public enum Group: Int, CaseIterable, Sendable {
    case move, read, find, write, gather, program
  }

  public var group: Group {
    switch self {
    case .up, .down, .left, .right, .timetable, .pageUp, .pageDown, .first, .last, .showAgenda, .showSession,
      .showBackground, .showDocuments,
      .showNotes, .nextPanel, .previousPanel, .zoom, .previousDay, .nextDay, .now:
      .move
    case .open, .back, .star, .background, .aboutConference, .people, .rooms, .parallel, .reachable, .previousLink,
      .nextLink, .links, .copy, .ownZone:
      .read
    case .find, .nextMatch, .previousMatch, .filterKind, .filterPerson, .filterRoom, .filterTrack,
      .filterStarred, .clearFilters, .nextClash:
      .find
    case .write, .caretLeft, .caretRight, .wordLeft, .wordRight, .lineStart, .lineEnd, .selectLeft, .selectRight,
      .selectUp, .selectDown, .selectWordLeft, .selectWordRight, .selectLineStart, .selectLineEnd, .newLine,
      .deleteBefore, .deleteAfter, .deleteWord, .undo, .redo, .cut, .copyText, .insertCut, .saveNotes,
      .stamp, .markAction, .markDecision, .markQuestion, .markQuote, .findInNote, .findNextInNote, .editExternally,
      .indent, .outdent:
      .write
    case .allNotes, .actionList, .tick, .report: .gather
    case .palette, .help, .conferences, .mouse, .redraw, .suspend, .interrupt, .quit: .program
    }
  }

  /// True where it only moves the selection on, as a key that is held down does.
  var isMove: Bool {
    switch self {
    case .up, .down, .pageUp, .pageDown, .first, .last, .previousDay, .nextDay: true
    default: false
    }
  }

  /// The command that shows a panel.
  static func show(_ panel: Panel) -> Command {
    switch panel {
    case .agenda: .showAgenda
    case .session: .showSession
    case .background: .showBackground
    case .documents: .showDocuments
    case .notes: .showNotes
    }
  }
}
