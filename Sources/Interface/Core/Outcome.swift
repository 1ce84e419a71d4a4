import Agenda
import Cells
import Messages
import Notes

/// What a view or a command wants of the world; whoever holds the view does it, in this order.
enum Outcome {
  case effect(Effect)
  /// A sentence for the status line.
  case say(Message, StatusMessage.Tone = .plain)
  /// Read this; Esc comes back to here.
  case show(Topic)
  /// Read this at the line where a text stands in it, in the notes where it stands in one; Esc comes back to here.
  case find(Subject, text: String)
  /// What was looked for, with the place among the hits to begin with.
  case search(SearchTrail)
  /// Go on to the next hit of the last search, or back.
  case nextHit(by: Int)
  case programme(Programme.Change)
  /// A change of the agenda is acknowledged, by its key; nil is all of them.
  case acknowledge(String?)
  /// Give a session a grade on the plan, or take it off.
  case grade(Session.ID, Plan.Grade?)
  /// Show times of the venue again.
  case venueTimes
  /// Choose from these.
  case offer(Offer)
  /// Open a view over the others.
  case open(any Overlay)
  /// Close the view that says so.
  case close
  /// Give a panel the focus.
  case focus(Panel)
  /// Show a panel's other face: the agenda as a timetable, or as a list again.
  case flip(Panel)
  case run(CommandName)
  /// A key that meant nothing here and is to be pressed again.
  case press(Key)
  /// Write a note, at a line of it or a paragraph of what it is about.
  case write(Subject, line: Int? = nil, paragraph: ParagraphSelector? = nil)
  /// A note's text as it stands now where it was written.
  case noted(Subject, String)
  /// What was chosen, for the view that has offered it.
  case reply(Reply)
  /// Fetch the conference at an address, which is called so, and open it once it is there.
  case bring(String, title: String)
  /// Let go of what is being fetched.
  case stopBringing
}

extension Outcome {
  /// Whether something of the user's is changed by it, which an old version is not the place for.
  var isWritten: Bool {
    switch self {
    case .grade, .write, .acknowledge: true
    case .effect(let effect):
      switch effect {
      case .setGrade, .keepAppointment, .removeAppointment, .acknowledge, .carryOver, .openNote, .tightenNote, .setRule,
        .editNote, .keepVersion, .tick,
        .resolve, .writeReport, .writeReviewed, .writeCalendar, .editExternally, .forgetNote:
        true
      case .quit, .suspend, .redraw, .setMouse, .copy, .offerCopy, .pasteSelection, .openAddress, .loadOwnZone, .bell,
        .saveNotes, .readClock,
        .listConferences, .openConference, .lookForUpdate, .listDirectories, .addDirectory, .bringConference,
        .stopBringing, .remind, .readNotices, .addNotice, .removeNotice:
        false
      }
    case .say, .show, .find, .search, .nextHit, .programme, .venueTimes, .offer, .open, .close, .focus, .flip, .run,
      .press, .noted, .reply, .bring, .stopBringing:
      false
    }
  }
}

/// What has been chosen from an offer, for the view that made it.
enum Reply: Equatable, Sendable {
  case person(String)
  /// What was typed into a box of names and is none: it belongs to the text.
  case text(String)
  /// Nil keeps everything.
  case markKind(NoteMark.Kind?)
  case markedPerson(String?)
  /// Of what contradicts in a note.
  case conflict(NoteConflict.Choice)
}

extension [Outcome] {
  /// Says why something cannot be done now.
  static func refuse(_ reason: Message) -> [Outcome] { [.say(reason), .effect(.bell)] }
}
