public import Agenda
import Files
import JSON
public import Messages

extension ChangeReport {
  /// One change as it is shown, and by what it is known when it is acknowledged.
  public struct Told: Sendable {
    /// In which respect something is otherwise, and what is gone, has come and stays of it.
    public struct Row: Sendable {
      public let label: Message
      public let pieces: [WordChanges.Piece]
    }

    /// The same for the same change, whatever else changes; of a session in every language.
    public let key: String
    /// The conference's day of a session.
    public let day: CalendarDate?
    /// Empty for the conference itself.
    public let heading: String
    public let rows: [Row]
    /// Nil where it is none of a session.
    public let session: SessionChange?
  }

  /// All changes: the conference first, then sessions by time, then rooms, people and texts.
  public var told: [Told] {
    func told(_ key: String, _ entry: Entry, _ day: CalendarDate? = nil, _ session: SessionChange? = nil) -> Told {
      Told(
        key: key, day: day, heading: entry.heading,
        rows: entry.rows.map { Told.Row(label: $0.label, pieces: $0.pieces) }, session: session)
    }
    var all: [Told] = []
    if !changes.conference.isEmpty {
      let rows = changes.conference.map { row(of: $0) }
      let words = rows.map { row in row.aspect + row.pieces.map(\.text).joined(separator: "\n") }
      all.append(told("conference \(ChangeReport.mark(words.joined(separator: "\n")))", Entry(heading: "", rows: rows)))
    }
    var (old, new) = (BundleAgendaWriter(changes.old, isWhole: true), BundleAgendaWriter(changes.new, isWhole: true))
    func mark(_ session: Session?, _ writer: inout BundleAgendaWriter) -> String {
      session.map { ChangeReport.mark(writer.session($0).text(.compact)) } ?? ""
    }
    for change in changes.sessions {
      let parts = change.parts.map { mark($0, &new) }
      let marks = [mark(change.old, &old), mark(change.new, &new)] + parts
      all.append(told("session \(marks.joined(separator: " "))", entry(change), day(of: change), change))
    }
    for change in changes.things {
      let entry = entry(change)
      let words = entry.rows.map { row in row.aspect + row.pieces.map(\.text).joined(separator: "\n") }
      let ids = [change.old?.id, change.new?.id].map { $0 ?? "" }
      let key = ChangeReport.mark((ids + words).joined(separator: "\n"))
      all.append(told("\(change.kind.rawValue) \(key)", entry))
    }
    return all
  }

  /// A checksum (CRC-32C) in eight digits.
  private static func mark(_ text: String) -> String {
    let digits = String(Checksum.of(text.utf8), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
