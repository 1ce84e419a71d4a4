import Agenda
import Catalogue

/// A bundle compiled in memory: a kiosk leaves no files behind.
@MainActor
final class KioskBundle {
  let path: String
  private let languages: [String]
  /// What was wrong when the bundle was read last.
  private(set) var problems: [Problem] = []

  init(path: String, languages: [String]) { (self.path, self.languages) = (path, languages) }

  /// Reads the bundle as it is now; nil where nothing of it can be shown.
  func open() -> Catalogue? {
    let reading = BundleReader().read(path)
    problems = reading.problems
    // Visitors have no use for the number of problems, so none are counted.
    return reading.agenda.flatMap { try? Catalogue.compile($0, problemCount: 0, languages: languages) }
  }

  /// The room of that identifier or name, without regard to capitals.
  static func room(named name: String, in catalogue: Catalogue) -> Room.ID? {
    let rooms = catalogue.rooms()
    return (rooms.first { $0.id == name } ?? rooms.first { $0.name.lowercased() == name.lowercased() })?.id
  }
}
