import Agenda

@testable import Interchange

/// Agendas in words, for tests.
enum OutlineSample {
  /// Start, end, title, place, people, and what a mark says, a row for each session.
  static func rows(_ reading: ImportReading) -> [String] { rows(reading.agenda) }

  static func rows(_ agenda: Agenda) -> [String] {
    func name(_ text: Text?) -> String? { ReadingSample.string(text) }
    let rooms = Dictionary(uniqueKeysWithValues: agenda.rooms.map { ($0.id, name($0.name) ?? "") })
    let people = Dictionary(uniqueKeysWithValues: agenda.people.map { ($0.id, name($0.name) ?? "") })
    return agenda.sessions.map { session in
      let zone = agenda.conference.zone
      let start = zone.local(session.start)
      let marks = [
        session.isOptional ? "optional" : nil, session.attribution == .public ? nil : session.attribution.rawValue,
        session.status == .confirmed ? nil : session.status.rawValue,
      ]
      let parts = [
        "\(start.date) \(start.clock)", session.end.map { zone.local($0).clock } ?? "-", name(session.title) ?? "",
        session.room.flatMap { rooms[$0] } ?? name(session.place) ?? "",
        session.people.map { people[$0.person] ?? "?" }.joined(separator: ", "),
        marks.compactMap(\.self).joined(separator: " "),
      ]
      return parts.joined(separator: " | ")
    }
  }
}
