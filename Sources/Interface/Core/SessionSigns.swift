import Agenda
import Catalogue
import Cells
import Notes

/// The columns in which rows of sessions have their signs, one for each respect, in this order: notes, stars, clashes,
/// how certain it is, changes.
///
/// There are none that would be empty in all rows, since titles want the room.
struct SignColumns: Equatable, Sendable {
  var hasNotes = true
  var hasStars = true
  var hasClashes = false
  /// Whether sessions are optional, tentative, cancelled or removed.
  var hasStates = false
  var hasChanges = false

  static let all = SignColumns(hasClashes: true, hasStates: true, hasChanges: true)

  var width: Int { [hasNotes, hasStars, hasClashes, hasStates, hasChanges].reduce(0) { $0 + ($1 ? 1 : 0) } }
}

/// A sign of a session.
struct SessionSign {
  var text: String
  var role: Role

  static let blank = SessionSign(text: " ", role: .dim)
}

extension World {
  /// Where something is starred and noted at any moment: those of stars and notes are always there.
  var signColumns: SignColumns {
    SignColumns(
      hasClashes: !stars.clashes.isEmpty, hasStates: catalogue.conference.hasStates || catalogue.hasRemoved,
      hasChanges: !changed.isEmpty)
  }

  /// Of what is only read: no column without a sign in the whole conference.
  var usedSignColumns: SignColumns {
    var columns = signColumns
    (columns.hasNotes, columns.hasStars) = (!notes.texts.isEmpty, !stars.starred.isEmpty)
    return columns
  }

  /// A session's signs, one for each of the columns, blank where it has none there.
  func signs(of row: SessionRow, in columns: SignColumns) -> [SessionSign] {
    var signs: [SessionSign] = []
    if columns.hasNotes { signs.append(hasNotes(row) ? SessionSign(text: noteSign, role: .sign) : .blank) }
    if columns.hasStars { signs.append(starSign(of: row.id)) }
    if columns.hasClashes {
      signs.append(stars.clashes.contains(row.id) ? SessionSign(text: "!", role: .warning) : .blank)
    }
    if columns.hasStates { signs.append(stateSign(of: row)) }
    if columns.hasChanges { signs.append(isChanged(row) ? SessionSign(text: changeSign, role: .warning) : .blank) }
    return signs
  }

  /// The same of a session that the agenda has not, of which nothing is known but that it is starred.
  func signs(ofStarred id: Session.ID, in columns: SignColumns) -> [SessionSign] {
    var row = SessionRow()
    (row.id, row.isRemoved) = (id, true)
    return signs(of: row, in: columns)
  }

  /// The same one behind the other, without those that it has not.
  func signs(of row: SessionRow) -> String {
    signs(of: row, in: .all).reduce(into: "") { if $1.text != " " { $0 += $1.text } }
  }

  var noteSign: String { isASCII ? "." : "•" }
  var changeSign: String { isASCII ? "#" : "±" }

  func starSign(of id: Session.ID) -> SessionSign {
    switch stars.grade(of: id) {
    case .must: SessionSign(text: "*", role: .sign)
    case .maybe: SessionSign(text: "o", role: .sign)
    case .later: SessionSign(text: "+", role: .sign)
    case nil: .blank
    }
  }

  private func stateSign(of row: SessionRow) -> SessionSign {
    if row.isRemoved || row.status == .cancelled { return SessionSign(text: "x", role: .warning) }
    if row.isOptional { return SessionSign(text: "~", role: .dim) }
    return row.status == .tentative ? SessionSign(text: "?", role: .dim) : .blank
  }
}

extension Canvas {
  /// Puts signs side by side, and gives how many columns they take.
  @discardableResult
  mutating func put(_ signs: [SessionSign], x: Int, y: Int, in clip: Rect) -> Int {
    for (index, sign) in signs.enumerated() { put(sign.text, x: x + index, y: y, sign.role, in: clip) }
    return signs.count
  }
}
