import Agenda
import Catalogue
import Glibc
import Messages

/// A bundle compiled in memory: a kiosk leaves no files behind.
final class KioskBundle {
  /// What came of looking at the bundle once more.
  enum News {
    case unchanged
    case version(Catalogue)
    /// It cannot be shown, and why; what was shown before stays.
    case broken(Message)
  }

  let path: String
  let noticesPath: String
  private let console: Console
  /// How many problems the version that is shown has, and how many of them are errors.
  private(set) var problemCount = 0
  private var errorCount = 0
  /// Why nothing of it could be shown, one line each.
  private(set) var complaints: [Message] = []
  /// The state of the files that was looked at last; nil before the first look.
  private var seen: Seen?

  private struct Seen: Equatable {
    var place: String
    var signature: UInt64?
  }

  init(path: String, notices: String?, _ console: Console) {
    self.path = BundleOpener.folder(of: path)
    self.console = console
    let folder = ConferenceSource.isForeign(self.path) ? KioskBundle.folder(of: self.path) : self.path
    noticesPath = notices ?? "\(folder)/\(NoticeReader.file)"
  }

  /// Reads the bundle for the first time; nil where nothing of it can be shown.
  func open() -> Catalogue? {
    seen = look()
    let source = ConferenceSource(path, console)
    (problemCount, errorCount) = (source.problemCount, errors(of: source).count)
    complaints = source.complaints
    return source.agenda.flatMap(compiled)
  }

  /// Reads the bundle again where its files look different.
  ///
  /// A version with more errors than the one that is shown counts as broken.
  func reread() -> News {
    let now = look()
    guard now != seen else { return .unchanged }
    seen = now
    let source = ConferenceSource(path, console)
    let errors = self.errors(of: source)
    guard let agenda = source.agenda, errors.count <= errorCount, let catalogue = compiled(agenda) else {
      return .broken(errors.first ?? source.complaints.first ?? .cannotOpen(path))
    }
    (problemCount, errorCount) = (source.problemCount, errors.count)
    return .version(catalogue)
  }

  /// The notices as they are now.
  func notices(for catalogue: Catalogue) -> NoticeReading {
    let card = catalogue.conference
    let rooms = catalogue.rooms().map { (id: $0.id, name: $0.name) }
    let sessions = Set(catalogue.days.indices.flatMap { catalogue.sessions(onDay: $0).map(\.id) })
    return NoticeReader(zone: card.zone, dayChange: card.dayChange, rooms: rooms) { sessions.contains($0) }
      .read(noticesPath)
  }

  /// The room of that identifier or name, without regard to capitals.
  static func room(named name: String, in catalogue: Catalogue) -> Room.ID? {
    let rooms = catalogue.rooms()
    return (rooms.first { $0.id == name } ?? rooms.first { $0.name.lowercased() == name.lowercased() })?.id
  }

  private func compiled(_ agenda: Agenda) -> Catalogue? {
    // Visitors have no use for the number of problems, so none are counted.
    try? Catalogue.compile(agenda, problemCount: 0, languages: console.languages)
  }

  private static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  private func look() -> Seen {
    let place = realpath(path, nil)
    defer { free(place) }
    return Seen(place: place.map { String(cString: $0) } ?? "", signature: BundleSignature(of: path)?.value)
  }

  /// What makes a version one that should not be shown, one line each.
  private func errors(of source: ConferenceSource) -> [Message] {
    guard case .bundle(let reading) = source.reading else { return [] }
    return reading.problems.filter { $0.severity == .error }.map { .data($0.line(in: console.messages)) }
  }
}
