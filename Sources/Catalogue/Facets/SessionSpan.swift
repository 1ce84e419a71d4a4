/// When and in which room a session is, as a timetable lays it out.
public struct SessionSpan: Equatable, Sendable {
  /// Seconds since 1970.
  public var start: Int64
  /// Where no end is known, the likely one: the next start of its day, at most four hours; for a milestone the start.
  public var end: Int64
  /// A row's `roomNumber`.
  public var room: Int

  public init(start: Int64, end: Int64, room: Int) { (self.start, self.end, self.room) = (start, end, room) }
}

extension Catalogue {
  /// The name of a room by a row's `roomNumber`; empty for -1.
  public func roomName(_ number: Int) -> String { NameTable.name(number, in: names.rooms) }

  /// The spans of a list's sessions in its order, without reading their rows.
  public func spans(of list: SessionList) -> [SessionSpan] {
    let facets = self.facets
    return list.indices.map { index in
      let place = Int(list.number(at: index)) - 1
      guard facets.starts.indices.contains(place) else { return SessionSpan(start: 0, end: 0, room: -1) }
      return SessionSpan(start: facets.starts[place], end: facets.ends[place], room: Int(facets.rooms[place]))
    }
  }
}
