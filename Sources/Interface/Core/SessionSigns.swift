import Agenda
import Catalogue
import Cells
public import Notes

/// The columns in which rows of sessions have their signs, one for each respect, in this order: notes, stars, what somebody
/// else has on a shared plan, clashes, how certain it is, changes.
///
/// There are none that would be empty in all rows, since titles want the room.
struct SignColumns: Equatable, Sendable {
  var hasNotes = true
  var hasStars = true
  /// Whether a shared plan is shown.
  var hasShared = false
  var hasClashes = false
  /// Whether sessions are optional, tentative, cancelled or removed.
  var hasStates = false
  var hasChanges = false

  static let all = SignColumns(hasShared: true, hasClashes: true, hasStates: true, hasChanges: true)

  var width: Int { [hasNotes, hasStars, hasShared, hasClashes, hasStates, hasChanges].reduce(0) { $0 + ($1 ? 1 : 0) } }
}

/// A sign of a session.
struct SessionSign {
  var text: String
  var role: Role

  static let blank = SessionSign(text: " ", role: .dim)
}

extension Plan.Grade {
  /// How it is shown before a session.
  public var sign: String {
    switch self {
    case .must: "*"
    case .maybe: "o"
    case .later: "+"
    }
  }
}

/// The signs that sessions have, as notes, the plan and the agenda's changes are at this moment.
struct SessionSigns {
  private let stars: Stars
  private let notes: [Subject: String]
  private let changed: Set<Session.ID>
  /// What somebody else has on a shared plan; nil where none is shown.
  private let shared: Set<Session.ID>?
  private let hasStates: Bool
  private let isASCII: Bool

  init(_ world: World) {
    (stars, notes, changed, isASCII) = (world.stars, world.notes.texts, world.changed, world.isASCII)
    shared = world.shared?.sessions
    hasStates = world.catalogue.conference.hasStates || world.catalogue.hasRemoved
  }

  /// Where something is starred and noted at any moment: those of stars and notes are always there.
  var columns: SignColumns {
    SignColumns(
      hasShared: shared != nil, hasClashes: stars.found.hasOverlappingSessions, hasStates: hasStates,
      hasChanges: !changed.isEmpty)
  }

  /// Of what is only read: no column without a sign in the whole conference.
  var usedColumns: SignColumns {
    var columns = columns
    (columns.hasNotes, columns.hasStars) = (!notes.isEmpty, !stars.starred.isEmpty)
    return columns
  }

  var note: String { isASCII ? "." : "•" }
  var change: String { isASCII ? "#" : "±" }
  var sharedPlan: String { "&" }

  func hasNotes(_ row: SessionRow) -> Bool { notes[.session(row.id)] != nil }
  func isShared(_ row: SessionRow) -> Bool { shared?.contains(row.id) == true }
  func isChanged(_ row: SessionRow) -> Bool { changed.contains(row.id) }

  /// A session's signs, one for each of the columns, blank where it has none there.
  func of(_ row: SessionRow, in columns: SignColumns) -> [SessionSign] {
    var signs: [SessionSign] = []
    if columns.hasNotes { signs.append(hasNotes(row) ? SessionSign(text: note, role: .sign) : .blank) }
    if columns.hasStars { signs.append(star(of: row.id)) }
    if columns.hasShared { signs.append(isShared(row) ? SessionSign(text: sharedPlan, role: .sign) : .blank) }
    if columns.hasClashes {
      signs.append(stars.isClashing(row.id) ? SessionSign(text: "!", role: .warning) : .blank)
    }
    if columns.hasStates { signs.append(state(of: row)) }
    if columns.hasChanges { signs.append(isChanged(row) ? SessionSign(text: change, role: .warning) : .blank) }
    return signs
  }

  /// The same of a session that the agenda has not, of which nothing is known but that it is starred.
  func of(starred id: Session.ID, in columns: SignColumns) -> [SessionSign] {
    var row = SessionRow()
    (row.id, row.isRemoved) = (id, true)
    return of(row, in: columns)
  }

  /// The same of an entry that somebody else has beside the programme.
  func ofSharedEntry(in columns: SignColumns) -> [SessionSign] {
    [columns.hasNotes, columns.hasStars].filter { $0 }.map { _ in .blank }
      + (columns.hasShared ? [SessionSign(text: sharedPlan, role: .sign)] : [])
  }

  /// The same one behind the other, without those that it has not.
  func text(of row: SessionRow) -> String {
    of(row, in: .all).reduce(into: "") { if $1.text != " " { $0 += $1.text } }
  }

  func star(of id: Session.ID) -> SessionSign {
    stars.grade(of: id).map { SessionSign(text: $0.sign, role: .sign) } ?? .blank
  }

  private func state(of row: SessionRow) -> SessionSign {
    if row.isRemoved || row.status == .cancelled { return SessionSign(text: "x", role: .warning) }
    if row.isOptional { return SessionSign(text: "~", role: .dim) }
    return row.status == .tentative ? SessionSign(text: "?", role: .dim) : .blank
  }
}

extension World {
  var signs: SessionSigns { SessionSigns(self) }
}

extension Canvas {
  /// Puts signs side by side, and gives how many columns they take.
  @discardableResult
  mutating func put(_ signs: [SessionSign], x: Int, y: Int, in clip: Rect) -> Int {
    for (index, sign) in signs.enumerated() { put(sign.text, x: x + index, y: y, sign.role, in: clip) }
    return signs.count
  }
}
