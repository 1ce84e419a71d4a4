import Agenda

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
