import Agenda
import JSON

extension ChangeReport {
  /// The report for programs (Resources/schema/plenary-report-1.schema.json), with a line break at the end.
  public var json: String {
    JSONTree.object([
      "old": .string(oldName), "new": .string(newName), "title": .string(title),
      "conference": .array(changes.conference.map { json(row(of: $0)) }),
      "sessions": .array(changes.sessions.map(json)), "things": .array(changes.things.map(json)),
    ]).text()
  }

  private func json(_ change: SessionChange) -> JSONTree {
    .object([
      "changes": .array(entry(change).rows.map(json)), "old": json(change.old, in: changes.old),
      "new": json(change.new, in: changes.new), "parts": .array(change.parts.map { json($0, in: changes.new) }),
    ])
  }

  private func json(_ change: ThingChange) -> JSONTree {
    .object([
      "kind": .string(change.kind.rawValue), "changes": .array(entry(change).rows.map(json)), "old": json(change.old),
      "new": json(change.new),
    ])
  }

  private func json(_ row: Row) -> JSONTree {
    let pieces = row.pieces.map { piece in
      let name =
        switch piece.kind {
        case .same: "same"
        case .gone: "gone"
        case .come: "come"
        }
      return JSONTree.object(JSONMembers([(name, .string(piece.text))]))
    }
    return .object(["change": .string(row.aspect), "words": .array(pieces)])
  }

  private func json(_ session: Session?, in agenda: Agenda) -> JSONTree {
    guard let session else { return .null }
    let zone = agenda.conference.zone
    return .object([
      "id": .string(session.id), "title": .string(session.title.variants.first?.string ?? ""),
      "start": .string(WireTime.iso(session.start, in: zone)),
      "end": .orNull(session.end.map { WireTime.iso($0, in: zone) }), "status": .string(session.status.rawValue),
    ])
  }

  private func json(_ state: ThingChange.State?) -> JSONTree {
    state.map { .object(["id": .string($0.id), "name": .string($0.name.variants.first?.string ?? "")]) } ?? .null
  }
}
