import Agenda
import Times

/// A schedule as its file has it: read, but nothing resolved or guessed yet.
struct ScheduleDraft {
  struct Day {
    var date: CalendarDate
    /// When the day begins and ends, where the file says so.
    var start: Moment?
    var end: Moment?
  }

  struct Track {
    var name: String
    var slug: String?
    var color: String?
  }

  var acronym: String?
  var title: Text?
  var subtitle: Text?
  var venue: String?
  var city: String?
  var country: String?
  /// The city is not named, but all places are in it, and all times are in UTC.
  var isCityOfPlaces = false
  var about: Text?
  var organizers: [String] = []
  var start: Moment?
  var end: Moment?
  /// As it stands: `09:00`, `04:00:00`.
  var dayChange: String?
  var zoneName: String?
  var version: String?
  var language: String?
  /// The conference's own page.
  var url: String?
  /// What relative addresses stand below.
  var baseURL: String?
  var days: [Day] = []
  /// In the order in which they are shown; rooms that only sessions name come after them.
  var rooms: [String] = []
  var tracks: [Track] = []
  var people: [PersonDraft] = []
  var sessions: [SessionDraft] = []
  var meetings: [MeetingDraft] = []
  var documents: [DocumentDraft] = []
  /// What everybody should know.
  var notice: Text?
  /// It says itself that it may still change.
  var isProvisional = false
  /// When this version was published.
  var published: CalendarDate?

  /// Whether it says what conference it is of, and on which days: a schedule, even where no session is in it yet.
  var isSchedule: Bool { isDeclared || title != nil && (!days.isEmpty || start != nil) }
  /// Whether the file is of a format that has nothing but schedules.
  var isDeclared = false
}

/// An earlier meeting, as a text tells of it.
struct MeetingDraft {
  var title: String
  var kind: Meeting.Kind
  var date: PartialDate
  var place: String?
  var participants: Text?
  var focus: Text?
  var outcome: Text?
  var text: Text?
}

/// A text beside the programme.
struct DocumentDraft {
  var title: String
  var kind: String?
  var text: Text
}

/// Somebody as the file has them.
struct PersonDraft {
  /// What the file tells people apart by.
  var key: String?
  var name: String
  var role: String?
  var affiliation: String?
  var bio: Text?
}

/// A session as the file has it.
struct SessionDraft {
  struct Link {
    var title: String?
    var url: String
  }

  /// A point inside it.
  struct Item {
    var title: String
    var people: [PersonDraft] = []
  }

  var place: Problem.Place
  var id: String?
  var guid: String?
  var title: Text?
  var subtitle: Text?
  var abstract: Text?
  var description: Text?
  var start: Moment?
  /// What stands in the place of its start and cannot be read.
  var unreadStart: String?
  var end: Moment?
  /// In seconds.
  var length: Int64?
  /// The day that the file lists it under.
  var listedDay: CalendarDate?
  var room: String?
  /// Where it is when that is no room.
  var location: String?
  var track: String?
  var type: String?
  /// Whether it is recorded or streamed; nil where nobody says.
  var isRecorded: Bool?
  var kind: Session.Kind?
  var language: String?
  var status: Session.Status?
  var isOptional = false
  /// What may be reported of it; nil where nobody says.
  var attribution: Session.Attribution?
  var people: [PersonDraft] = []
  var items: [Item] = []
  /// Titles of documents and meetings that it leads to.
  var references: [String] = []
  var links: [Link] = []
  var attachments: [Link] = []
  /// Pages about this session: its own, that for feedback.
  var pages: [Link] = []

  init(place: Problem.Place) { self.place = place }
}
