public import Agenda
public import Cells
public import Messages
public import Notes

/// Something that has happened.
public enum Event: Sendable {
  case input(Input)
  /// The clock has moved.
  case time(Instant)
  /// No key has come for as long as `App.pauseLength` says: what waited for that is shown now.
  case pause
  /// The user's notes, read from their files.
  case notes([Note])
  /// Earlier texts of documents that have notes, as they were when these were written.
  case documentVersions([Subject: [String]])
  /// All that colleagues have written in a shared folder.
  case colleagues([NoteText])
  /// The reader's own zone; nil where it is not known.
  case ownZone(OffsetTable?)
  /// The plan could not be saved, and why.
  case planNotSaved(Message)
  /// A link's address was opened, or only copied.
  case addressOpened(String, Bool)
  /// Nobody is known to have taken a text that was to be copied; it is needed where it is nowhere else than there.
  case notCopied(String, isNeeded: Bool)
  /// Nobody can be asked what is selected elsewhere.
  case nothingToPaste
  /// Words of the world outside for the status line.
  case notice(Message)
  /// The text that `.openNote` has asked for, as it stands in the file; empty where there is no note yet.
  case noteOpened(Subject, String)
  /// Places that may name somebody are to be asked about before the report is written.
  case namesInDoubt([NameDoubt])
  /// What may be told of a note has changed, or is known now that it is opened.
  case noteRule(Subject, Session.Attribution)
  /// A report, or the plan's calendar, was written to a file: its path, and the same as people read it.
  case reportWritten(String, shown: String)
  /// How safe an open note is has changed.
  case noteSafety(Subject, NoteSafety)
  /// An open note has another text now, and why.
  case noteReplaced(Subject, String, NoteChange)
  /// A note was forgotten, here or by another window or a verb: nothing of it is to be seen any more.
  case noteForgotten(Subject)
  /// What time it is to the second, as `.readClock` has asked.
  case clockRead(Instant)
  /// Something is wrong with keeping notes, in words that stay on the screen; nil once it is well again.
  case noteTrouble(Message?)
  /// How the agenda differs from what the user has acknowledged is known now.
  case agendaNews(AgendaNews)
  /// All changes up to a version are acknowledged, and of later ones these, by their keys; perhaps in another window.
  case agendaAcknowledged(Set<String>, upTo: Int)
  /// This is the plan now.
  case plan(Plan)
  /// A reminder was told here, and by no other window.
  case reminded(Reminder)
  /// The files of the agenda have changed and cannot be shown, and why, one line each; what was shown stays.
  case agendaBroken([Message])
  /// The conferences that can be opened instead of this one, to choose from.
  case conferences([ConferenceEntry])
  /// What the directories name as far as it is known, in which languages it is read, what is to be said of them, and
  /// whether they are being asked.
  case conferencesListed(ConferenceSearch, languages: [String], words: Message?, isAsking: Bool)
  /// The conference that `.bringConference` has asked for is there, in the bundle at a path.
  case conferenceBrought(path: String)
  /// It could not be had, and why.
  case conferenceNotBrought(Message)
  /// What is in the file of the kiosks' notices, and in which languages it is read, as `.readNotices` has asked, or after a change.
  case noticesRead(NoticeReading, languages: [String])
  /// What is to be said of a look for a newer agenda.
  case lookEnded(Message, StatusMessage.Tone)
  /// A newer agenda waits for what only the user can say: in words, and what agreeing means.
  case updateAsks(Message, UpdateConsent)

  /// A note's text and what it is about.
  public struct Note: Equatable, Sendable {
    public var target: Subject
    public var text: String
    /// What it is about, where the catalogue does not know it.
    public var title: String?
    /// What may be told of it.
    public var rule: Session.Attribution

    public init(target: Subject, text: String, title: String? = nil, rule: Session.Attribution = .public) {
      (self.target, self.text, self.title, self.rule) = (target, text, title, rule)
    }
  }
}

/// A conference that can be opened, as it is offered.
public struct ConferenceEntry: Equatable, Sendable {
  public var path: String
  public var title: String
  /// Its dates, or empty.
  public var detail: String
  /// The city, or the venue; by it, and by their files, conferences of one name are told apart.
  public var place: String
  /// The name of the file or folder.
  public var file: String

  public init(path: String, title: String, detail: String, place: String = "", file: String = "") {
    (self.path, self.title, self.detail, self.place, self.file) = (path, title, detail, place, file)
  }
}

/// What an update does only where the user agrees.
public enum UpdateConsent: String, Sendable {
  /// Take an agenda in which half of the sessions are gone.
  case yes
  /// Fetch from the address that the agenda itself names.
  case trust
}

/// Something that the interface asks of the world outside; a test can compare it.
public enum Effect: Equatable, Sendable {
  case quit
  case suspend
  case redraw
  case setMouse(Bool)
  /// Put a text where other programs paste from; `.notCopied` says that nobody is known to have taken it.
  case copy(String)
  /// The same for a text that is kept here as well.
  case offerCopy(String)
  /// Bring what is selected elsewhere as pasted text, or `.nothingToPaste`.
  case pasteSelection
  /// Open an address with the desktop's program, or copy it where there is none.
  case openAddress(String)
  /// Keep what grade a session has on the plan; nil takes it off.
  case setGrade(Session.ID, title: String, Plan.Grade?)
  /// Keep an entry of one's own on the plan, under a new identifier where it has none; `.plan` brings the plan.
  case keepAppointment(Plan.Appointment)
  /// Take one off the plan; `.plan` brings it.
  case removeAppointment(Plan.Appointment.ID)
  /// Write the plan as a calendar to a file; `.reportWritten` names it.
  case writeCalendar
  /// Tell a reminder where no other window has told it; `.reminded` says that it was.
  case remind(Reminder, words: Message)
  /// Record that changes up to a version are acknowledged, by their keys; nil is all of them.
  case acknowledge([String]?, version: Int)
  /// Put star and note of a session that is gone on the one that the user says it has become; `.plan` and `.notes` bring
  /// what holds then.
  case carryOver(Session.ID, to: Session.ID)
  /// Find the reader's own time zone and post it back.
  case loadOwnZone
  case bell
  /// Read a note's text for editing; `.noteOpened` brings it.
  case openNote(Subject)
  /// Make a rule hold for a note that is about to be written, beside what is known of it.
  case tightenNote(Subject, Session.Attribution)
  /// Record what the user says may be told of a note; `.noteRule` brings what holds then.
  case setRule(Subject, Session.Attribution)
  /// Keep a change of an open note; those of one batch of input are kept together, before they are shown.
  case editNote(Subject, NoteEdit)
  /// Keep a document's text, by which its paragraphs are found in later ones.
  case keepVersion(Document.ID, String)
  /// Put all that has been written into its files now.
  case saveNotes
  /// Tick a mark of a note, or take the tick away; `.noteOpened` brings the text.
  case tick(Subject, NoteMark)
  /// Leave one of two contradicting texts in a note, or both; `.noteOpened` brings the text.
  case resolve(Subject, NoteConflict, NoteConflict.Choice)
  /// Take a note out of everything within reach; `.noteForgotten` says that it is done, and a notice what is left.
  case forgetNote(Subject, title: String)
  /// Write a report of all notes to a file; a notice names it. Where it has places that may name somebody,
  /// `.namesInDoubt` brings these first.
  case writeReport
  /// Write it with what has been said of such places; lines of which nothing was said stay out of it.
  case writeReviewed(NameAnswers)
  /// Tell the time to the second by `.clockRead`: it stamps the line that is written.
  case readClock
  /// Edit a note with the user's own editor, at a line from 1; `.noteReplaced` brings the result.
  case editExternally(Subject, line: Int)
  /// Find the conferences that can be opened; `.conferences` brings them.
  case listConferences
  /// Leave this conference for the one at a path.
  case openConference(String)
  /// Give what directories name, and ask them anew where it is time; `.conferencesListed` brings it, perhaps several times.
  case listDirectories
  /// Ask the directory at an address too, from now on.
  case addDirectory(String)
  /// Fetch the conference at an address; `.conferenceBrought` or `.conferenceNotBrought` tells what came of it.
  case bringConference(String)
  /// Fetch none any more.
  case stopBringing
  /// Read the kiosks' notices, where the user may write them; `.noticesRead` brings them.
  case readNotices
  /// Write one, to the end of the day where it has no end; `.noticesRead` brings all.
  case addNotice(Notice)
  /// Take the one away that is at a place of the file, from 0; `.noticesRead` brings the others.
  case removeNotice(place: Int)
  /// Look for a newer agenda at the conference's address; `.lookEnded` or `.updateAsks` tells what came of it.
  case lookForUpdate(UpdateConsent?)
}

/// A sentence of the status line, which stays until something else happens.
public struct StatusMessage: Equatable, Sendable {
  public enum Tone: Sendable {
    case plain, warning
  }

  public var message: Message
  public var tone: Tone

  init(_ message: Message, _ tone: Tone = .plain) { (self.message, self.tone) = (message, tone) }
}
