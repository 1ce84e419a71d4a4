extension Words {
  /// What a command does, as help and palette say it.
  static func help(_ command: Command) -> String {
    switch command {
    case .up: "Move up a row or a line"
    case .down: "Move down a row or a line"
    case .left: "Move to the room at the left"
    case .right: "Move to the room at the right"
    case .timetable: "Show the day as a timetable of rooms, or as a list"
    case .pageUp: "Move up a page"
    case .pageDown: "Move down a page"
    case .first: "Go to the first row or line"
    case .last: "Go to the last row or line"
    case .showAgenda: "Go to the agenda"
    case .showSession: "Go to the session"
    case .showBackground: "Go to the background: previous meetings"
    case .showDocuments: "Go to the documents"
    case .showNotes: "Go to the notes"
    case .nextPanel: "Go to the next panel"
    case .previousPanel: "Go to the panel before"
    case .zoom: "Give this panel the whole screen, or give it back"
    case .previousDay: "Show the day before"
    case .nextDay: "Show the next day"
    case .now: "Go to what is on now or comes next"
    case .open: "Read the selected row, or follow the selected link"
    case .back: "Go back"
    case .star: "Star this session, or take the star away"
    case .background: "Show what led to this session"
    case .aboutConference: "Read about this conference"
    case .people: "Read about a person and all that they take part in"
    case .rooms: "Read about a room and all that takes place there"
    case .parallel: "Show what is on at the same time as this session"
    case .reachable: "Show what can be reached now: next in this room, next anywhere"
    case .previousLink: "Select the link before"
    case .nextLink: "Select the next link"
    case .links: "Follow a link of the page, or of the selected session, by its number"
    case .copy: "Copy title, time and place, or the selected address"
    case .ownZone: "Show times in your own zone, or in the venue's"
    case .find: "Search sessions, background, documents and notes"
    case .nextMatch: "Go to the next place found"
    case .previousMatch: "Go to the place found before"
    case .filterKind: "Show only one kind of session"
    case .filterPerson: "Show only one person's sessions"
    case .filterRoom: "Show only one room"
    case .filterTrack: "Show only one track"
    case .filterStarred: "Show only starred sessions"
    case .clearFilters: "Show all sessions again"
    case .nextClash: "Go to the next clash between starred sessions"
    case .write: "Write a note on what is read"
    case .caretLeft: "Move a character to the left"
    case .caretRight: "Move a character to the right"
    case .wordLeft: "Move to the word before"
    case .wordRight: "Move to the next word's end"
    case .lineStart: "Move to the start of the line"
    case .lineEnd: "Move to the end of the line"
    case .selectLeft: "Select to the left"
    case .selectRight: "Select to the right"
    case .selectUp: "Select up"
    case .selectDown: "Select down"
    case .selectWordLeft: "Select to the word before"
    case .selectWordRight: "Select to the next word's end"
    case .selectLineStart: "Select to the start of the line"
    case .selectLineEnd: "Select to the end of the line"
    case .stamp: "Stamp the line with the time and the session's clock"
    case .markAction: "Mark the line as an action, and name who must act"
    case .markDecision: "Mark the line as a decision"
    case .markQuestion: "Mark the line as a question, and name who asks"
    case .markQuote: "Mark the line as a quote, and name who said it"
    case .findInNote: "Find words in this note"
    case .findNextInNote: "Go to the next place with these words"
    case .editExternally: "Open the note in your own editor (VISUAL or EDITOR)"
    case .indent: "Move the point of a list in"
    case .outdent: "Move the point of a list out"
    case .newLine: "Begin a new line; in a list, a new point"
    case .deleteBefore: "Delete the character before"
    case .deleteAfter: "Delete the character after"
    case .deleteWord: "Delete the word before"
    case .undo: "Undo"
    case .redo: "Do again what was undone"
    case .cut: "Cut the selection, or the line"
    case .copyText: "Copy the selection, or the line"
    case .insertCut: "Put in what was cut or copied"
    case .saveNotes: "Save all notes now"
    case .allNotes: "Show all notes of the conference"
    case .actionList: "Show all actions, to tick them"
    case .tick: "Tick an action or a question, or take the tick away"
    case .report: "Write a report of all notes to a file"
    case .palette: "Choose from all commands"
    case .help: "Show the keys and what they do"
    case .conferences: "Open another conference"
    case .mouse: "Let the terminal select text: mouse off, or on again"
    case .redraw: "Draw the screen anew"
    case .suspend: "Suspend Plenary and return to the shell"
    case .interrupt: "Close what is open; in the agenda, quit"
    case .quit: "Quit"
    }
  }

  /// A command in the footer, in one word or two.
  static func footer(_ command: Command, in state: State) -> String {
    switch command {
    case .open:
      if let page = state.focusedPage {
        page.content.mainLinks.isEmpty && state.selectedLink == nil ? "read on" : "follow link"
      } else {
        "read"
      }
    case .back: state.editor == nil ? "back" : "done"
    case .write: "note"
    case .stamp: "stamp"
    case .markAction: "action"
    case .markDecision: "decision"
    case .markQuestion: "question"
    case .markQuote: "quote"
    case .findInNote: "find"
    case .editExternally: "editor"
    case .undo: "undo"
    case .cut: "cut"
    case .insertCut: "paste"
    case .saveNotes: "save"
    case .star: "star"
    case .nextDay: "day"
    case .now: "now"
    case .nextPanel: "panel"
    case .zoom: "zoom"
    case .timetable: state.isTimetable ? "list" : "timetable"
    case .background: "background"
    case .links: "links"
    case .find: "find"
    case .palette: "all"
    case .help: "help"
    case .quit: "quit"
    case .caretLeft, .caretRight, .wordLeft, .wordRight, .lineStart, .lineEnd, .selectLeft, .selectRight, .selectUp,
      .selectDown, .selectWordLeft, .selectWordRight, .selectLineStart, .selectLineEnd, .newLine, .deleteBefore,
      .deleteAfter, .deleteWord, .redo, .copyText, .findNextInNote, .indent, .outdent:
      help(command)
    case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .showAgenda, .showSession, .showBackground,
      .showDocuments,
      .showNotes, .previousPanel, .previousDay, .aboutConference, .conferences, .people, .rooms, .parallel, .reachable,
      .previousLink,
      .nextLink, .copy, .ownZone, .nextMatch,
      .previousMatch,
      .filterKind, .filterPerson, .filterRoom, .filterTrack, .filterStarred, .clearFilters, .nextClash, .mouse, .redraw,
      .suspend, .interrupt,
      .allNotes, .actionList, .tick, .report:
      help(command)
    }
  }

  /// Keys of two commands under one hint; nil where a command's own key serves.
  static func footerKeys(_ command: Command) -> String? {
    command == .nextDay ? "[ ]" : nil
  }

  /// Where keys hold, if that is not nearly everywhere.
  static func place(_ contexts: Context) -> String? {
    if contexts == .page { return "in a text" }
    if contexts == .gathering { return "in all notes" }
    if contexts == .timetable { return "in the timetable" }
    if contexts == .writing { return "writing" }
    return contexts.isDisjoint(with: .page) ? "outside texts" : nil
  }

  /// A prefix key's continuation, in the which-key box.
  static func continuation(_ command: Command) -> String {
    switch command {
    case .filterKind: "One kind of session"
    case .filterPerson: "One person's sessions"
    case .filterRoom: "One room"
    case .filterTrack: "One track"
    case .filterStarred: "Starred sessions"
    case .clearFilters: "All sessions again"
    default: help(command)
    }
  }
}
