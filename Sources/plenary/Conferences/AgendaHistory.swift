import Agenda
import Catalogue
import Files
import Glibc
import Interchange
import Interface
import Messages
import Notes

/// The versions of a conference's agenda that were met here.
struct AgendaHistory: Sendable {
  let versions: AgendaVersions

  /// Nil where there is no home to keep them in.
  init?(conference id: String) {
    guard let folder = UserFolder(conference: id, environment: Environment.value) else { return nil }
    versions = AgendaVersions(in: folder.versions)
  }

  /// Keeps versions that were met, each of which may be the last one once more.
  ///
  /// Whoever reads, imports or fetches an agenda calls this: where one takes another's place, with the old one first.
  /// - Returns: the number of the last, and what went wrong, in words; nothing else is harmed by it.
  @discardableResult
  func met(_ agendas: Agenda...) -> (number: Int?, problem: Message?) {
    do throws(FileError) {
      let kept = try versions.keep(agendas, at: WallClock(simulated: nil).reading.now)
      return (
        kept.number,
        kept.damaged.map { Message("The versions of the agenda were damaged; begun anew, and kept as %s", $0) }
      )
    } catch {
      return (nil, Message("This version of the agenda is not kept: %s", error.message))
    }
  }
}

/// A kept version as it is named: `NAME@3`, or `NAME@2026-11-30` for the last one of that day or before.
struct VersionName {
  let history: AgendaHistory
  let version: AgendaVersions.Version
  /// Of the conference.
  let id: String

  /// Nil where the text names none that is kept.
  init?(_ text: String, _ console: Console) {
    guard access(text, F_OK) != 0, let sign = text.lastIndex(of: "@"),
      let (id, history) = VersionName.conference(String(text[..<sign]), console)
    else { return nil }
    let wanted = String(text[text.index(after: sign)...])
    let all = history.versions.all()
    let found: AgendaVersions.Version?
    if let number = Int(wanted) {
      found = all.first { $0.number == number }
    } else if let date = try? StrictTime.date(wanted) {
      // A day ends everywhere, whatever the zone of who asks, by the clock of this machine.
      found = all.last { VersionName.date(of: $0) <= date }
    } else {
      found = nil
    }
    guard let found else { return nil }
    (self.history, version, self.id) = (history, found, id)
  }

  /// The conference of a path, or of its own identifier, with its versions.
  static func conference(_ name: String, _ console: Console) -> (id: String, AgendaHistory)? {
    let id: String
    if access(name, F_OK) == 0 {
      let known = BundleOpener(path: name, console: console).cached()?.conference.id
      guard let read = known ?? ConferenceSource(name, console).agenda?.conference.id else { return nil }
      id = read
    } else {
      id = name
    }
    guard let history = AgendaHistory(conference: id), !history.versions.all().isEmpty else { return nil }
    return (id, history)
  }

  var agenda: Agenda? { history.versions.agenda(version.number) }

  /// `version 3 of Thu 30 Nov 2026`.
  var words: Message { VersionName.words(version) }

  static func words(_ version: AgendaVersions.Version) -> Message {
    Message("version %1$d of %2$s", version.number, Message.date(date(of: version)))
  }

  /// On this machine's calendar.
  static func date(of version: AgendaVersions.Version) -> CalendarDate {
    let year = Int(version.kept.seconds / 31_556_952 + 1970)
    return OffsetTable.ofThisMachine(around: year...year).local(version.kept).date
  }
}
