public import Agenda

extension Catalogue {
  /// The sessions of a day (an index into `days`) by start, then room order, then place in the file; `starred` keeps
  /// those of these identifiers.
  ///
  /// A day that does not exist has none, and neither has a filter for a room, track or person that does not.
  public func list(
    onDay day: Int, matching filter: SessionFilter = SessionFilter(), starred: Set<Session.ID>? = nil
  ) -> SessionList {
    guard days.indices.contains(day) else { return SessionList() }
    if hasRemoved,
      let list = withRemoved({ numbers(on: span(ofDay: day), filter, starred) }, onDay: day, filter, starred)
    {
      return list
    }
    if filter.isEmpty, starred == nil {
      return SessionList(first: first(ofDay: day), count: days[day].sessionCount, from: sessionReader)
    }
    return SessionList(numbers(on: span(ofDay: day), filter, starred), from: sessionReader)
  }

  /// The first day that has a session which passes; nil where none does.
  public func firstDay(matching filter: SessionFilter, starred: Set<Session.ID>? = nil) -> Int? {
    guard let number = numbers(on: 1..<RowID(facets.count) + 1, filter, starred).first else { return nil }
    return days.indices.last { first(ofDay: $0) <= number }
  }

  /// What else an agenda can be narrowed by, with how many sessions would be left of those that pass already: people by
  /// name, those who take part in items too, and all else in the order of the file.
  ///
  /// The filter's own part of this facet counts for nothing, since the choice is to replace it.
  public func choices(
    _ facet: Facet, matching filter: SessionFilter = SessionFilter(), starred: Set<Session.ID>? = nil
  ) -> ChoiceList {
    var filter = filter
    switch facet {
    case .kind: filter.kind = nil
    case .person: filter.person = nil
    case .room: filter.room = nil
    case .track: filter.track = nil
    case .language: filter.language = nil
    case .type: filter.type = nil
    case .building: filter.building = nil
    case .recording: filter.isRecorded = nil
    }
    if filter.isEmpty, starred == nil, facet != .building { return every(facet) }
    let left = numbers(on: 1..<RowID(facets.count) + 1, filter, starred)
    if facet == .person {
      return ChoiceList(counts: sessionPeople.counts(left, personCount: choiceReader.personCount), from: choiceReader)
    }
    if facet == .building { return ChoiceList(FacetCounts(catalogue: self).buildings(of: left)) }
    let counts = FacetCounts(catalogue: self).of(facet, left)
    return ChoiceList(
      choiceReader.all(facet).compactMap { choice in
        counts[choice.id].map { FilterChoice(id: choice.id, name: choice.name, sessionCount: $0) }
      })
  }

  /// Whether any session has a value of this facet.
  public func has(_ facet: Facet) -> Bool {
    // One building tells nobody anything.
    if facet == .building { return Set(names.rooms.compactMap { Room.building(inName: $0.name) }).count > 1 }
    return reader.first(.anyChoice, [.integer(facet.code)]) { _ in true } ?? false
  }

  private func every(_ facet: Facet) -> ChoiceList {
    facet == .person ? ChoiceList(everybody: choiceReader) : ChoiceList(choiceReader.all(facet))
  }

  /// The numbers of a span that pass, ascending.
  func numbers(on span: Range<RowID>, _ filter: SessionFilter, _ starred: Set<Session.ID>?) -> [RowID] {
    let facets = self.facets
    let room = filter.room.map { Int32(names.room($0) ?? -2) }
    let track = filter.track.map { Int32(names.track($0) ?? -2) }
    let kind = filter.kind.map { UInt8($0.code) }
    func place(_ value: String?, _ facet: Facet) -> Int32? {
      value.map { value in Int32(choiceReader.all(facet).firstIndex { $0.id == value } ?? -2) }
    }
    let (language, type) = (place(filter.language, .language), place(filter.type, .type))
    let recording = filter.isRecorded.map { FacetTable.code($0) }
    let inBuilding = filter.building.map { building in
      names.rooms.map { Room.building(inName: $0.name).map(String.init) == building }
    }
    func passes(_ number: RowID) -> Bool {
      let place = Int(number) - 1
      guard facets.kinds.indices.contains(place) else { return false }
      if let kind, facets.kinds[place] != kind { return false }
      if let room, facets.rooms[place] != room { return false }
      if let track, facets.tracks[place] != track { return false }
      if let language, facets.languages[place] != language { return false }
      if let type, facets.types[place] != type { return false }
      if let recording, facets.recordings[place] != recording { return false }
      if let inBuilding {
        let room = Int(facets.rooms[place])
        if !inBuilding.indices.contains(room) || !inBuilding[room] { return false }
      }
      return filter.isAt(start: facets.starts[place], end: facets.ends[place])
    }
    var few: [RowID]?
    if let person = filter.person { few = reader.rows(.sessionsOfPerson, [.text(person)]) { $0.integer(0) } }
    if let starred {
      let numbers = starred.compactMap(sessionReader.number)
      few = few.map { few in few.filter(Set(numbers).contains) } ?? numbers.sorted()
    }
    return few.map { few in few.filter { span.contains($0) && passes($0) } } ?? span.filter(passes)
  }

  /// The number of a day's first session: days follow one another without gaps.
  func first(ofDay day: Int) -> RowID { RowID(days[..<day].reduce(1) { $0 + $1.sessionCount }) }

  func span(ofDay day: Int) -> Range<RowID> {
    let first = first(ofDay: day)
    return first..<first + RowID(days[day].sessionCount)
  }

  /// The spans of a list's sessions in its order, without reading their rows.
  public func spans(of list: SessionList) -> [SessionSpan] {
    let facets = self.facets
    return list.indices.map { index in
      if list.number(at: index) < 0 {
        let row = list[index]
        let end = row.end?.seconds ?? row.start.seconds + 3_600
        return SessionSpan(start: row.start.seconds, end: max(end, row.start.seconds), room: row.roomNumber)
      }
      let place = Int(list.number(at: index)) - 1
      guard facets.starts.indices.contains(place) else { return SessionSpan(start: 0, end: 0, room: -1) }
      return SessionSpan(start: facets.starts[place], end: facets.ends[place], room: Int(facets.rooms[place]))
    }
  }
}

// Sessions that lists show though they were removed.
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
        && (filter.language == nil || filter.language == page?.language)
        && (filter.type == nil || filter.type == page?.type)
        && (filter.building == nil || Room.building(inName: row.room).map(String.init) == filter.building)
        && (filter.isRecorded == nil || filter.isRecorded?.description == page?.isRecorded)
        && filter.isAt(start: row.start.seconds, end: row.end?.seconds ?? row.start.seconds)
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

/// Counts of what sessions have.
private struct FacetCounts {
  let catalogue: Catalogue

  /// How many of these sessions have each value, by the value's identifier.
  func of(_ facet: Facet, _ numbers: [RowID]) -> [String: Int] {
    var counts: [String: Int] = [:]
    func add(_ column: [Int32], _ names: [NameTable.Entry]) {
      var sums = [Int](repeating: 0, count: names.count)
      for number in numbers {
        let value = Int(column[Int(number) - 1])
        if sums.indices.contains(value) { sums[value] += 1 }
      }
      // Two of one identifier are one choice.
      for (index, sum) in sums.enumerated() where sum > 0 { counts[names[index].id, default: 0] += sum }
    }
    switch facet {
    case .room: add(catalogue.facets.rooms, catalogue.names.rooms)
    case .track: add(catalogue.facets.tracks, catalogue.names.tracks)
    case .kind:
      var sums = [Int](repeating: 0, count: Int(UInt8.max) + 1)
      for number in numbers { sums[Int(catalogue.facets.kinds[Int(number) - 1])] += 1 }
      for (code, sum) in sums.enumerated() where sum > 0 {
        counts[catalogue.reader.decode(Int64(code), else: Session.Kind.session).rawValue, default: 0] += sum
      }
    case .language: add(catalogue.facets.languages, catalogue.choiceReader.all(.language).map(NameTable.Entry.init))
    case .type: add(catalogue.facets.types, catalogue.choiceReader.all(.type).map(NameTable.Entry.init))
    case .recording:
      for isRecorded in [true, false] {
        let code = FacetTable.code(isRecorded)
        let count = numbers.count { catalogue.facets.recordings[Int($0) - 1] == code }
        if count > 0 { counts[isRecorded.description] = count }
      }
    case .person, .building: break
    }
    return counts
  }

  /// The buildings of these sessions, in the order of the rooms.
  func buildings(of numbers: [RowID]) -> [FilterChoice] {
    let names = catalogue.names.rooms.map { Room.building(inName: $0.name).map(String.init) }
    var sums = [Int](repeating: 0, count: names.count)
    for number in numbers {
      let room = Int(catalogue.facets.rooms[Int(number) - 1])
      if sums.indices.contains(room) { sums[room] += 1 }
    }
    var choices: [FilterChoice] = []
    for (name, sum) in zip(names, sums) where sum > 0 {
      guard let name else { continue }
      if let known = choices.firstIndex(where: { $0.id == name }) {
        choices[known].sessionCount += sum
      } else {
        choices.append(FilterChoice(id: name, name: name, sessionCount: sum))
      }
    }
    return choices
  }
}
