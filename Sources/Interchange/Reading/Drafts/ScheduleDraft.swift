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
  var kind: Session.Kind?
  var language: String?
  var status: Session.Status?
  var isOptional = false
  var people: [PersonDraft] = []
  var links: [Link] = []
  var attachments: [Link] = []
  /// Pages about this session: its own, that for feedback.
  var pages: [Link] = []

  init(place: Problem.Place) { self.place = place }
}

/// A time as a file has it.
enum Moment: Equatable {
  /// With an offset in seconds east of UTC, which rules.
  case offset(LocalTime, Int)
  /// In UTC: an instant, which says nothing of the clock at the venue.
  case utc(LocalTime)
  /// On the venue's clock.
  case local(LocalTime)
  /// On the clock of a zone that the file names.
  case zoned(LocalTime, OffsetTable)
  /// A whole day.
  case day(CalendarDate)
  /// So many seconds after midnight on the day of the conference that it is listed under: before the day change, that
  /// is the date after.
  case listed(CalendarDate, Int)

  /// What stands there, without zone or offset.
  var written: LocalTime {
    switch self {
    case .offset(let local, _), .utc(let local), .local(let local), .zoned(let local, _): local
    case .day(let date): LocalTime(date: date, secondOfDay: 0)
    case .listed(let date, let second): LocalTime(date: date, secondOfDay: second)
    }
  }

  /// The offset that is written, in seconds east of UTC; nil where none is.
  var writtenOffset: Int? {
    switch self {
    case .offset(_, let offset): offset
    case .utc, .local, .zoned, .day, .listed: nil
    }
  }

  /// The instant, for a venue in that zone, with that change of the day.
  func instant(in zone: OffsetTable, dayChange: DayChange) -> Instant {
    switch self {
    case .offset(let local, let offset): local.instant(offset: offset)
    case .utc(let local): local.instant(offset: 0)
    case .zoned(let local, let zone): zone.instant(local)
    case .local, .day: zone.instant(written)
    case .listed(let date, let second):
      zone.instant(dayChange.local(secondOfDay: second, on: date))
    }
  }
}
