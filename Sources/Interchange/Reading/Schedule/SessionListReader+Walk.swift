import Agenda
import JSON
import Markup

extension SessionListReader {
  static let depthLimit = 10

  /// What is known of a session by where it stands.
  struct Place {
    var day: CalendarDate?
    /// Seconds after midnight.
    var clock: Int?
    var end: Int?
    var room: String?
    var track: String?
    /// What the objects of a list are, whose names are those of what stands in them: rooms, or tracks.
    var list: WrittenWords.Label?
    /// Keys are those of a map, and no names of fields.
    var isMap = false
    /// The day is a key, below which clocks may be minutes.
    var isGrid = false
  }

  /// What an object was found to be.
  enum Found { case session, sessions, untimed, untitled, nothing }

  @discardableResult
  func walk(_ value: JSONValue, _ place: Place, depth: Int) -> Found {
    guard depth < Self.depthLimit, !isCancelled else { return .nothing }
    if value.kind == .array {
      list(value, place, depth)
      return .nothing
    }
    return fields(value).map { object($0, place, depth) } ?? .nothing
  }

  /// What has no start, or no title, is kept where the others of its list are sessions.
  private func list(_ value: JSONValue, _ place: Place, _ depth: Int) {
    var place = place
    place.isMap = false
    var untimed: [(item: JSONValue, index: Int)] = []
    var untitled: [(item: JSONValue, index: Int)] = []
    var count = 0
    for item in value.values {
      guard goesOn(at: item) else { return }
      // A grid may name its sessions.
      if place.clock != nil, let id = SessionFields.string(item), let named = known.session(id) {
        walk(named, place, depth: depth + 1)
        continue
      }
      switch walk(item, place, depth: depth + 1) {
      case .session: count += 1
      case .untimed: untimed.append((item, draft.sessions.count))
      case .untitled: untitled.append((item, draft.sessions.count))
      case .sessions, .nothing: break
      }
    }
    guard count > 0 else {
      tally.note(untimed.map(\.item), lacking: .start)
      return tally.note(untitled.map(\.item), lacking: .title)
    }
    keep((untimed + untitled).sorted { $0.item.order < $1.item.order }, place)
  }

  /// Adds what is no whole session, each before the session with that index.
  private func keep(_ items: [(item: JSONValue, index: Int)], _ place: Place) {
    let count = draft.sessions.count
    var indices: [Int] = []
    for (item, index) in items {
      guard let fields = fields(item) else { continue }
      add(fields, times(sources(of: fields, place), place), place)
      // What is in no programme is not added.
      if draft.sessions.count > count + indices.count { indices.append(index) }
    }
    guard let first = indices.first else { return }
    var late = zip(indices, draft.sessions[count...]).makeIterator()
    var next = late.next()
    var merged: [SessionDraft] = []
    for index in first...count {
      while let (target, session) = next, target == index {
        merged.append(session)
        next = late.next()
      }
      if index < count { merged.append(draft.sessions[index]) }
    }
    draft.sessions.replaceSubrange(first..., with: merged)
  }

  /// An object's own fields, then those of objects in it that say when it is.
  private func sources(of fields: SessionFields, _ place: Place) -> [SessionFields] {
    var sources = [fields]
    for entry in fields.entries(.time) {
      guard let inner = self.fields(entry.value) else { continue }
      if draft.zoneName == nil { draft.zoneName = inner.object.string(of: ["timezone", "tz"]) }
      sources.append(inner)
    }
    for entry in fields.entries(.start) where draft.zoneName == nil && entry.value.kind == .object {
      draft.zoneName = JSONFields(entry.value, log, isFolded: true)?.string(of: ["timezone", "tz"])
    }
    // A session that is given several times stands in the grid several times.
    guard fields.object["slots"]?.kind == .array else { return sources }
    let slots = fields.object.list("slots").compactMap { self.fields($0) }
    guard slots.allSatisfy({ $0.entries(.title).isEmpty }) else { return sources }
    let own = slots.first { slot in
      slot.times(.start).first.flatMap { LooseTime.moment($0) }?.written.date == place.day
    }
    return sources + [own ?? slots.first].compactMap(\.self)
  }

  private func object(_ fields: SessionFields, _ place: Place, _ depth: Int) -> Found {
    let sources = sources(of: fields, place)
    let times = times(sources, place)
    let hasOwnTime = times.hasClock && !times.isEndAlone
    let hasTitle = title(of: fields, isTimed: hasOwnTime) != nil
    if hasTitle, hasOwnTime { return session(fields, times, sources, place, depth) }
    var inner = place
    (inner.isMap, inner.isGrid, inner.list) = (false, false, nil)
    if let name = fields.text(.title)?.variants.first?.string, !hasOwnTime {
      if place.list == .room { inner.room = name }
      if place.list == .track { inner.track = name }
    }
    if hasOwnTime, let start = times.start?.written {
      (inner.day, inner.clock) = (start.date, start.secondOfDay)
      inner.end = times.length.map { start.secondOfDay + Int($0) }
    } else if let day = day(of: fields, times, isRoot: depth == 0) {
      inner.day = day
    }
    let (before, out) = (draft.sessions.count, tally.leftOut)
    let hasParts = parts(of: fields, inner, place, depth)
    addPlainSlots(of: fields.value, inner)
    if draft.sessions.count > before || tally.leftOut > out { return .sessions }
    guard hasTitle else { return hasOwnTime ? .untitled : .nothing }
    if times.isDay, depth > 0, !hasParts {
      add(fields, times, place)
      return .session
    }
    return depth > 0 && !hasParts ? .untimed : .nothing
  }

  /// What has a title and a time: a session, and perhaps others in it; or the conference that these are of.
  private func session(
    _ fields: SessionFields, _ times: SessionTimes, _ sources: [SessionFields], _ place: Place, _ depth: Int
  ) -> Found {
    let before = draft.sessions.count
    var inner = Place()
    inner.day = times.start?.written.date
    inner.room = place.room
    if hasParallelParts(fields), let start = times.start?.written.secondOfDay {
      inner.clock = start
      inner.end = times.length.map { start + Int($0) }
    }
    for (name, value) in fields.object.fields where SessionFieldNames.isPart(name) && value.kind == .array {
      walk(value, inner, depth: depth + 1)
    }
    let isLong =
      times.end.flatMap { end in times.start.map { end.written.count - $0.written.count > 20 * 3_600 } } ?? false
    if draft.sessions.count > before, depth == 0 || isLong { return .sessions }
    let slots = sources.dropFirst().first { $0.value.kind == .object && !$0.entries(.room).isEmpty }
    add(fields, times, place, slot: slots, at: before)
    return .session
  }

  /// Whether what stands in a session are talks at the same time, which say more than a title and people.
  private func hasParallelParts(_ fields: SessionFields) -> Bool {
    fields.object.fields.contains { name, value in
      SessionFieldNames.isPart(name) && value.kind == .array
        && value.values.contains { part in
          self.fields(part).map { !$0.entries(.room).isEmpty || !$0.entries(.text).isEmpty } ?? false
        }
    }
  }

  /// Goes on to what stands in an object that is no session; whether there is anything that could hold some.
  private func parts(of fields: SessionFields, _ inner: Place, _ outer: Place, _ depth: Int) -> Bool {
    let value = fields.value
    let isPureMap = value.names.allSatisfy { [.array, .object].contains($0.valueOfName.kind) }
    var hasParts = false
    for name in value.names {
      guard let key = name.rawString, [.array, .object].contains(name.valueOfName.kind) else { continue }
      let folded = ColumnChoice.folded(key)
      guard !names.isAside(folded) else { continue }
      var place = inner
      if let day = day(ofKey: key, name) {
        (place.day, place.isGrid, place.isMap) = (day, true, true)
      } else if let (clock, end) = clock(ofKey: key, outer, inner) {
        (place.clock, place.end, place.isMap) = (clock, end, true)
      } else if known.roomKeys.contains(key) {
        (place.room, place.isMap) = (known.name(key, of: .room) ?? key, true)
      } else if names.isContainer(folded) {
        place.isMap = true
        place.list = listKind(folded)
        hasParts = true
      } else if let label = names.meaning(of: folded)?.label, label != .title,
        !isPureMap || inner.day == nil || label != .room,
        listKind(folded) == nil || name.valueOfName.kind != .array
      {
        continue
      } else if let kind = listKind(folded), name.valueOfName.kind == .array, !isPureMap || inner.day == nil {
        place.list = kind
      } else if inner.day != nil, isPureMap || inner.clock != nil && name.valueOfName.kind == .object {
        setPlace(ofKey: key, folded, &place)
      } else if !isWide, !outer.isMap, inner.day == nil {
        continue
      }
      walk(name.valueOfName, place, depth: depth + 1)
    }
    return hasParts
  }

  /// Whether a list is of rooms, or of tracks, by what it is called.
  private func listKind(_ name: String) -> WrittenWords.Label? {
    if ["rooms", "stages", "halls", "locations", "venues", "salles", "räume"].contains(name) { return .room }
    return ["tracks", "streams", "themes", "categories"].contains(name) ? .track : nil
  }

  /// Clocks with no more than a title behind each: `{"9:00": "Welcome", "9:30": "Keynote"}`.
  private func addPlainSlots(of value: JSONValue, _ place: Place) {
    guard place.day != nil, place.clock == nil else { return }
    let slots = value.names.compactMap { name -> (JSONValue, Int, Int?, String)? in
      guard let key = name.rawString, let (start, end) = clock(ofKey: key, Place(), place),
        let title = name.valueOfName.rawString?.trimmingBlanks, title.contains(where: \.isLetter)
      else { return nil }
      return (name, start, end, title)
    }
    guard slots.count > 1, let day = place.day else { return }
    for (name, start, end, title) in slots {
      var session = SessionDraft(place: Problem.Place(line: name.line, session: title))
      session.title = Text(title)
      session.listedDay = day
      session.start = .listed(under: day, second: start)
      session.length = end.map { Int64($0 - start) }
      (session.room, session.track) = (place.room, place.track)
      draft.sessions.append(session)
    }
  }

  /// In a grid, what is no field of its own is a room, or a track.
  private func setPlace(ofKey key: String, _ folded: String, _ place: inout Place) {
    let isTime = ["morning", "afternoon", "evening", "night", "matin", "aprèsmidi", "soir", "vormittag", "nachmittag"]
      .contains(folded)
    guard !isTime, !key.isEmpty else { return }
    if folded.hasPrefix("track") || folded.hasPrefix("stream") {
      place.track = key
    } else {
      place.room = key
    }
  }

  // Days and clocks of what sessions stand in

  /// The day that an object with sessions in it is: by its date, else by its name or number.
  private func day(of fields: SessionFields, _ times: SessionTimes, isRoot: Bool) -> CalendarDate? {
    let hasLists = fields.value.names.contains { [.array, .object].contains($0.valueOfName.kind) }
    guard hasLists, !isRoot || days.span == nil else { return nil }
    if case .day(let day) = times.start { return day }
    guard !isRoot else { return nil }
    let at = Problem.Place(line: fields.value.line)
    let names = fields.strings(.title) + ["id", "label", "slug"].compactMap { fields.object.string(of: [$0]) }
    return names.lazy.compactMap { self.writtenDay($0, at, hasWords: true) }.first
      ?? names.lazy.filter { Int($0) == nil }.compactMap { self.namedDay($0, at) }.first
  }

  private func day(ofKey key: String, _ name: JSONValue) -> CalendarDate? {
    if let date = LooseTime.date(key) { return date }
    guard key.contains(where: \.isLetter) || key.contains("/") || key.contains(".") else { return nil }
    let at = Problem.Place(line: name.line)
    return writtenDay(key, at, hasWords: true) ?? namedDay(key, at)
  }

  /// `08:50`, `9:00 - 9:30`; in a grid below a date also `530`, minutes after midnight.
  private func clock(ofKey key: String, _ outer: Place, _ inner: Place) -> (start: Int, end: Int?)? {
    guard inner.clock == nil else { return nil }
    if key.contains(where: { ":.hm".contains($0) }), key.first?.isNumber ?? false,
      let time = WrittenTime(cell: key), time.rest.isEmpty
    {
      return (time.start, time.end)
    }
    guard outer.isGrid else { return nil }
    return Int(key).flatMap { (0..<2_880).contains($0) ? ($0 * 60, nil) : nil }
  }
}
