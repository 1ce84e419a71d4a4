public import Agenda
import JSON
public import Messages

/// What a check has found.
public struct CheckReport {
  public let file: String
  public let format: ImportFormat?
  /// Nil where nothing can be used.
  public let agenda: Agenda?
  public let problems: [Problem]
  /// How many more there were than are kept.
  public let furtherProblems: Int

  public init(file: String, format: ImportFormat?, agenda: Agenda?, problems: [Problem], furtherProblems: Int) {
    (self.file, self.format, self.agenda) = (file, format, agenda)
    (self.problems, self.furtherProblems) = (problems, furtherProblems)
  }

  public func count(_ severity: ProblemSeverity) -> Int { problems.count { $0.severity == severity } }

  /// The report for programs (Resources/schema/plenary-report-1.schema.json), with a line break at the end.
  public func json(in messages: Messages) -> String {
    JSONTree.object([
      "file": .string(file), "format": .orNull(format?.rawValue),
      "sessions": agenda.map { .number($0.sessions.count) } ?? .null, "errors": .number(count(.error)),
      "warnings": .number(count(.warning)), "notes": .number(count(.note)),
      "problems": .array(problems.map { $0.json(in: messages) }), "furtherProblems": .number(furtherProblems),
    ]).text()
  }
}

/// Looks for what is odd in an agenda although each of its parts is sound: overlaps in a room, sessions that are there
/// twice, people spelt in two ways.
public enum AgendaCheck {
  /// What is odd, in the order of the sessions, then of the people.
  ///
  /// - Parameter places: where sessions stand in their file.
  public static func problems(in agenda: Agenda, places: [Session.ID: Problem.Place] = [:]) -> [Problem] {
    func place(_ session: Session) -> Problem.Place {
      var place = places[session.id] ?? Problem.Place()
      place.session = title(session)
      return place
    }
    let again = repeated(agenda.sessions).map { session, first in
      Problem(place: place(session), fact: .check(.sameAgain(first: places[first.id]?.line)))
    }
    let rooms = Dictionary(agenda.rooms.map { ($0.id, text($0.name)) }) { first, _ in first }
    let overlaps = overlapping(agenda.sessions).map { session, other in
      let room = session.room.flatMap { rooms[$0] } ?? ""
      return Problem(
        place: place(session), fact: .check(.overlap(room: Excerpt.shown(room), with: Excerpt.shown(title(other)))))
    }
    return again + overlaps + spellings(agenda.people)
  }

  private static func text(_ text: Text) -> String { text.variants.first?.string ?? "" }

  private static func title(_ session: Session) -> String { text(session.title) }

  /// Sessions with the title, the time and the room of an earlier one.
  private static func repeated(_ sessions: [Session]) -> [(Session, first: Session)] {
    struct Key: Hashable {
      var title: Text
      var start: Instant
      var end: Instant?
      var room: Room.ID?
      var place: Text?
    }
    var known: [Key: Session] = [:]
    var found: [(Session, first: Session)] = []
    for session in sessions {
      let key = Key(
        title: session.title, start: session.start, end: session.end, room: session.room, place: session.place)
      if let first = known[key] { found.append((session, first)) } else { known[key] = session }
    }
    return found
  }

  /// Sessions that begin in a room while an earlier one still goes on there; what is cancelled is in nobody's way, and
  /// what is there twice is told as that.
  private static func overlapping(_ sessions: [Session]) -> [(Session, other: Session)] {
    var found: [(Int, Session, other: Session)] = []
    let order = Dictionary(sessions.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let byRoom = Dictionary(grouping: sessions.filter { $0.room != nil && $0.status != .cancelled }) { $0.room ?? "" }
    for inRoom in byRoom.values {
      let sorted = inRoom.sorted { ($0.start, order[$0.id] ?? 0) < ($1.start, order[$1.id] ?? 0) }
      var last: Session?
      for session in sorted {
        if let other = last, let end = other.end, session.start < end, session.end ?? session.start > session.start {
          let isSame = other.title == session.title && other.start == session.start && other.end == session.end
          if !isSame { found.append((order[session.id] ?? 0, session, other)) }
        }
        // The one that goes on longest is what the next may run into.
        if (session.end ?? session.start) >= (last?.end ?? last?.start ?? session.start) { last = session }
      }
    }
    return found.sorted { $0.0 < $1.0 }.map { ($0.1, $0.other) }
  }

  /// People whose names are one name but for case, accents or the order of words, and long names with one letter between
  /// them.
  private static func spellings(_ people: [Person]) -> [Problem] {
    // Enough for the people of any conference; hundreds of thousands of like names would take minutes.
    var effort = 2_000_000
    var found: [(Int, String, String)] = []
    var byKey: [String: Int] = [:]
    var blocks: [String: [(index: Int, key: [UInt8])]] = [:]
    for (index, person) in people.enumerated() {
      let name = text(person.name)
      let key = Spelling.key(of: name)
      if let first = byKey[key] {
        if text(people[first].name) != name { found.append((index, name, text(people[first].name))) }
        continue
      }
      byKey[key] = index
      let bytes = Array(key.utf8)
      guard bytes.count >= 10 else { continue }
      // A letter between them leaves the beginning or the end as it is.
      for block in ["b" + key.prefix(5), "e" + key.suffix(5)] {
        for other in blocks[block, default: []].suffix(200) where effort > 0 {
          effort -= 1
          guard Spelling.distance(bytes, other.key, limit: 1) <= 1 else { continue }
          found.append((index, name, text(people[other.index].name)))
          break
        }
        blocks[block, default: []].append((index, bytes))
      }
    }
    var seen: Set<Int> = []
    return found.filter { seen.insert($0.0).inserted }.map { _, name, other in
      Problem(fact: .check(.spelling(name: Excerpt.shown(name), other: Excerpt.shown(other))))
    }
  }
}
