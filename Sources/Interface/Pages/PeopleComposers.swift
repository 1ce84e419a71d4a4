import Agenda
import Catalogue
import Cells

/// A person as a page, with all that they take part in.
func composePerson(_ page: PersonPage, times: TimeWording, width: Int, isASCII: Bool) -> PageContent {
  var composer = PageComposer(width: width, isASCII: isASCII)
  composer.title(page.name)
  composer.paragraph(listed([page.role, page.affiliation]))
  composer.markdown(page.bio)
  composer.sessions(
    page.appearances.map { ($0.row, listed([$0.part, $0.row.room])) }, times: times, none: Words.noAppearances)
  return composer.finish()
}

/// A room as a page, with what takes place there.
func composeRoom(_ page: RoomPage, times: TimeWording, width: Int, isASCII: Bool) -> PageContent {
  var composer = PageComposer(width: width, isASCII: isASCII)
  composer.title(page.name)
  composer.sessions(page.sessions.map { ($0, $0.track) }, times: times, none: Words.noSessions)
  return composer.finish()
}

/// What runs while a session does.
func composeParallel(
  _ row: SessionRow, _ others: [SessionRow], times: TimeWording, width: Int, isASCII: Bool
) -> PageContent {
  var composer = PageComposer(width: width, isASCII: isASCII)
  composer.title(Words.parallelTitle)
  composer.paragraph(listed([row.title, times.full(row), row.room]))
  composer.sessions(others.map { ($0, $0.room) }, times: times, none: Words.nothingParallel)
  return composer.finish()
}

/// What somebody can reach from now on.
struct Reachable {
  var now: String
  /// The room that next sessions are told of, and these; empty where the selected session has none.
  var room: String
  var inRoom: [SessionRow]
  var anywhere: [SessionRow]
  var running: [SessionRow]
}

func composeReachable(_ reach: Reachable, times: TimeWording, width: Int, isASCII: Bool) -> PageContent {
  var composer = PageComposer(width: width, isASCII: isASCII)
  composer.title(Words.reachableTitle(reach.now))
  if !reach.room.isEmpty {
    composer.heading(Words.nextIn(reach.room))
    composer.list(reach.inRoom.map { ($0, "") }, times: times, none: Words.nothingMore, namesDays: true)
  }
  composer.heading(Words.nextAnywhere)
  composer.list(reach.anywhere.map { ($0, $0.room) }, times: times, none: Words.nothingMore, namesDays: true)
  composer.heading(Words.isOn)
  composer.list(reach.running.map { ($0, $0.room) }, times: times, none: Words.nothingOn)
  return composer.finish()
}

extension PageComposer {
  /// Sessions under the names of their days, each with what is said of it.
  fileprivate mutating func sessions(_ rows: [(row: SessionRow, detail: String)], times: TimeWording, none: String) {
    if rows.isEmpty {
      blank()
      paragraph(none, role: .dim)
    }
    var start = rows.startIndex
    while start < rows.endIndex {
      let day = rows[start].row.day
      let end = rows[start...].firstIndex { $0.row.day != day } ?? rows.endIndex
      heading(times.days.indices.contains(day) ? times.days[day].longName : "")
      list(Array(rows[start..<end]), times: times, none: none)
      start = end
    }
  }

  fileprivate mutating func list(
    _ rows: [(row: SessionRow, detail: String)], times: TimeWording, none: String, namesDays: Bool = false
  ) {
    if rows.isEmpty { paragraph(none, role: .dim) }
    let manyDays = Set(rows.map(\.row.day)).count > 1
    for (row, detail) in rows {
      let marks = row.status == .cancelled ? Words.cancelled : ""
      let day = namesDays && manyDays ? times.shortDay(row) + " " : ""
      // A narrow page has the start alone, so that titles keep some room.
      let time = width < 36 ? times.start(row) : times.range(row)
      session(row, time: day + time, detail: listed([detail, marks]))
    }
  }
}
