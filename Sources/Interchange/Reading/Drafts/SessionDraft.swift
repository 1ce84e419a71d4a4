import Agenda

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
