import Agenda
import Catalogue
import Glibc
import Interchange
import Messages

/// A bundle compiled in memory: a kiosk leaves no files behind.
final class KioskBundle {
  let path: String
  let noticesPath: String
  private let console: Console
  /// How many problems the version that is shown has, and how many of them are errors.
  private(set) var problemCount = 0
  private var errorCount = 0
  /// Why nothing of it could be shown, one line each.
  private(set) var complaints: [Message] = []
  /// The state of the files before they were read; nil before the first time.
  private var opened: BundleState?

  init(path: String, notices: String?, _ console: Console) {
    self.path = BundleOpener.folder(of: path)
    self.console = console
    let folder = ConferenceSource.isForeign(self.path) ? KioskBundle.folder(of: self.path) : self.path
    noticesPath = notices ?? "\(folder)/\(NoticeReader.file)"
  }

  /// Reads the bundle for the first time; nil where nothing of it can be shown.
  func open() -> (agenda: Agenda, catalogue: Catalogue)? {
    opened = BundleState(of: path)
    let source = ConferenceSource(path, console)
    (problemCount, errorCount) = (source.problemCount, source.errors.count)
    complaints = source.complaints
    guard let agenda = source.agenda, let catalogue = KioskBundle.compiled(source, console.languages) else {
      return nil
    }
    return (agenda, catalogue)
  }

  /// Follows its files, and the notices, from now on.
  func follower(now: Int64) -> BundleFollower {
    BundleFollower(
      path, others: [noticesPath], shown: opened, errors: errorCount, conference: nil, console, now: now
    ) { [languages = console.languages] source in KioskBundle.compiled(source, languages) }
  }

  /// The notices as they are now.
  func notices(for catalogue: Catalogue) -> NoticeReading {
    let card = catalogue.conference
    let rooms = catalogue.choices(.room).map { (id: $0.id, name: $0.name) }
    let sessions = Set(catalogue.days.indices.flatMap { catalogue.sessions(onDay: $0).map(\.id) })
    return NoticeReader(zone: card.zone, dayChange: card.dayChange, rooms: rooms) { sessions.contains($0) }
      .read(noticesPath)
  }

  /// The agenda as it was in the morning of a conference's day; nil where no version is kept that a kiosk may read.
  ///
  /// What was changed since is told after a restart too.
  func morning(of catalogue: Catalogue, now: Instant) -> (agenda: Agenda, catalogue: Catalogue)? {
    let card = catalogue.conference
    guard let versions = AgendaHistory(conference: card.id)?.versions else { return nil }
    let (all, today) = (versions.all(), card.date(of: now))
    guard let known = all.last(where: { card.date(of: $0.kept) < today }) ?? all.first,
      let agenda = versions.agenda(known.number),
      let catalogue = try? Catalogue.compile(agenda, problemCount: 0, languages: console.languages)
    else { return nil }
    return (agenda, catalogue)
  }

  /// The room or track of that identifier or name, without regard to capitals.
  static func id(named name: String, among all: [(id: String, name: String)]) -> String? {
    (all.first { $0.id == name } ?? all.first { $0.name.lowercased() == name.lowercased() })?.id
  }

  private static func compiled(_ source: ConferenceSource, _ languages: [String]) -> Catalogue? {
    // Visitors have no use for the number of problems, so none are counted.
    source.agenda.flatMap { try? Catalogue.compile($0, problemCount: 0, languages: languages) }
  }

  private static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }
}
