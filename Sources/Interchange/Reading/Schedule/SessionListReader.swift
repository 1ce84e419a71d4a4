import Agenda
import JSON
import Markup

/// Reads JSON that follows none of the known formats and has sessions all the same: objects with something like a title
/// and something like a start, their own or that of the day, the slot or the room that they stand in, in lists and
/// objects at any depth, perhaps beside lists of the people, rooms and types that they name by id.
///
/// Fields are known by the names that they usually have, whatever their case and hyphens, or by those that the user says;
/// a title or text may stand in an object for each language.
final class SessionListReader {
  let log: ProblemLog
  private let progress: (Double) -> Bool
  let names: SessionFieldNames
  var draft = ScheduleDraft()
  private(set) var isCancelled = false
  private(set) var known = KnownNames()
  var days: WrittenDays
  /// A year that the name of the file says.
  private(set) var yearOfFile: Int?
  /// Some clock says itself of which half of the day it is.
  var hasSureClocks = false
  private let today: CalendarDate
  /// All that may hold sessions is looked into, and not only what usually does.
  private(set) var isWide: Bool
  var tally = SessionTally()

  init(
    _ choices: [ColumnChoice], today: CalendarDate, log: ProblemLog, progress: @escaping (Double) -> Bool
  ) {
    (self.log, self.progress, self.today) = (log, progress, today)
    names = SessionFieldNames(choices)
    isWide = names.isChosen
    days = WrittenDays(today: today, log: log)
  }

  /// Reads all sessions in a file; false where there is nothing like them.
  ///
  /// - Parameter name: of the file, where a year may stand that its dates do not say.
  func read(_ root: JSONValue, name: String = "") -> Bool {
    days.look(at: root.slashedTexts(depth: Self.depthLimit))
    if let fields = fields(root) {
      known = KnownNames(fields.object, log)
      readConference(fields)
    }
    yearOfFile = WrittenDays.year(in: name)
    walk(root, Place(), depth: 0)
    if isEmpty, !isWide {
      isWide = true
      walk(root, Place(), depth: 0)
    }
    let isWhole = draft.sessions.contains(where: \.hasClock)
    if !names.isChosen, !draft.sessions.isEmpty,
      SessionEvidence.isAgainst(tally.fields, of: draft.sessions.count, isWhole: isWhole)
    {
      discard(lacking: .start)
      return false
    }
    if isEmpty { readWithoutDays(root) } else { setAfternoons() }
    if tally.leftOut > 0 { log.report(.outline(.stateLeftOut(count: tally.leftOut))) }
    return !isEmpty
  }

  private var isEmpty: Bool { draft.sessions.isEmpty && tally.leftOut == 0 }

  func fields(_ value: JSONValue) -> SessionFields? {
    JSONFields(value, log, isFolded: true).map { SessionFields($0, names, log) }
  }

  /// Clocks alone are those of one day that nobody has named, or of days that follow each other.
  private func readWithoutDays(_ root: JSONValue) {
    var place = Place()
    place.day = today
    walk(root, place, depth: 0)
    guard !draft.sessions.isEmpty else { return }
    setAfternoons()
    guard
      names.isChosen
        || !SessionEvidence.isAgainst(tally.fields, of: draft.sessions.count, isWhole: false)
          && SessionEvidence.isOfOneDay(draft.sessions)
    else { return discard(lacking: .date) }
    log.report(.outline(.noDate(date: today)))
    SessionEvidence.partDays(&draft.sessions, from: today)
  }

  private func discard(lacking part: SessionPart) {
    tally.refuse(draft.sessions, lacking: part)
    draft.sessions = []
  }

  /// Whether to go on, now that everything before a value is read.
  func goesOn(at value: JSONValue) -> Bool {
    if !isCancelled, !progress(value.share) { isCancelled = true }
    return !isCancelled
  }
}

extension JSONValue {
  /// Texts in it that may be dates of two numbers in one order or the other.
  fileprivate func slashedTexts(depth: Int) -> [Substring] {
    if let text = rawString { return text.utf8.contains(UInt8(ascii: "/")) ? [Substring(text)] : [] }
    guard depth > 0 else { return [] }
    return (kind == .array ? Array(values) : names.map(\.valueOfName)).flatMap { $0.slashedTexts(depth: depth - 1) }
  }
}

/// What the objects have that are sessions, or would be if they had more.
struct SessionTally {
  /// How many sessions have a field of that folded name.
  var fields: [String: Int] = [:]
  /// Sessions that are in no programme.
  var leftOut = 0
  private(set) var lack: Lack?

  /// What is missing in the objects that are most like sessions.
  struct Lack {
    var part: SessionPart
    /// What these have.
    var fields: [String]
    /// How many they are.
    var count: Int
    /// Where the first of them begins.
    var line: Int?
  }

  /// Takes note of objects that would be sessions if they had that too.
  mutating func note(_ objects: [JSONValue], lacking part: SessionPart) {
    guard let first = objects.first, objects.count > lack?.count ?? 0 else { return }
    lack = Lack(part: part, fields: first.names.map(\.excerpt), count: objects.count, line: first.line)
  }

  /// The same of what was read as sessions and is none.
  mutating func refuse(_ sessions: [SessionDraft], lacking part: SessionPart) {
    let names = fields.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    lack = Lack(part: part, fields: names, count: sessions.count, line: sessions.first?.place.line)
  }
}
