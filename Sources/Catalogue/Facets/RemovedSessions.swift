public import Agenda

/// Sessions that an earlier version of the agenda had, which lists show where they were.
struct RemovedSessions {
  /// As lists show them, by start; their numbers are negative and tell the place.
  fileprivate(set) var rows: [SessionRow] = []
  fileprivate(set) var pages: [Session.ID: SessionPage] = [:]

  /// Counts how often others took their place.
  fileprivate(set) var edition = 0

  /// The row of a negative number.
  func row(_ number: RowID) -> SessionRow? {
    let place = Int(-1 - number)
    return rows.indices.contains(place) ? rows[place] : nil
  }
}

extension Catalogue {
  /// Makes these the sessions that are shown though they were removed, in place of the earlier ones.
  ///
  /// Lists of a day have them, and their pages are found by their identifiers; nothing else knows of them.
  /// - Parameters:
  ///   - pages: with the day on which each was; of a day that has no sessions any more, it stands in the last before.
  ///   - title: what a list shows as the title.
  public func setRemoved(_ pages: [(page: SessionPage, day: CalendarDate)], title: (String) -> String) {
    var all = RemovedSessions()
    all.edition = sessionReader.removed.edition + 1
    guard !days.isEmpty else { return }
    for (page, day) in pages.sorted(by: { $0.page.row.start < $1.page.row.start })
    where sessionReader.number(of: page.row.id) == nil && all.pages[page.row.id] == nil {
      var page = page
      page.row.isRemoved = true
      page.row.row = -1 - RowID(all.rows.count)
      page.row.day = days.lastIndex { $0.date <= day } ?? 0
      page.row.roomNumber = names.rooms.firstIndex { $0.name == page.row.room } ?? -1
      page.row.trackNumber = names.tracks.firstIndex { $0.name == page.row.track } ?? -1
      all.pages[page.row.id] = page
      page.row.title = title(page.row.title)
      all.rows.append(page.row)
    }
    sessionReader.removed = all
  }

  /// Whether there is a session that is shown though it was removed.
  public var hasRemoved: Bool { !sessionReader.removed.rows.isEmpty }

  /// A day's list with what was removed from it and passes the filter; nil where that is nothing.
  func withRemoved(
    _ numbers: () -> [RowID], onDay day: Int, _ filter: SessionFilter, _ starred: Set<Session.ID>?
  ) -> SessionList? {
    let shown = sessionReader.removed.rows.filter { row in
      let page = sessionReader.removed.pages[row.id]
      return row.day == day && (filter.kind == nil || filter.kind == row.kind)
        && (filter.room == nil || filter.room == page?.roomID)
        && (filter.track == nil
          || names.tracks.indices.contains(row.trackNumber)
            && names.tracks[row.trackNumber].id == filter.track)
        && (filter.person == nil || page?.people.contains { $0.id == filter.person } == true)
        && starred?.contains(row.id) != false
    }
    if shown.isEmpty { return nil }
    let (live, starts) = (numbers(), facets.starts)
    func start(_ number: RowID) -> Int64 {
      let place = Int(number) - 1
      return starts.indices.contains(place) ? starts[place] : 0
    }
    var (mixed, next): ([RowID], Int) = ([], 0)
    for number in live {
      while next < shown.count, shown[next].start.seconds < start(number) {
        mixed.append(shown[next].row)
        next += 1
      }
      mixed.append(number)
    }
    return SessionList(mixed: mixed + shown[next...].map(\.row), from: sessionReader)
  }
}
