import Agenda
import Catalogue
import Glibc
import Interface
import Messages

/// The conferences that can be opened without naming a path: those opened of late, those in
/// `$XDG_DATA_HOME/plenary/conferences`, and those that come with the program, in this order.
enum ConferenceShelf {
  /// Paths of bundles and files, each once.
  static func paths() -> [String] {
    var found: [String] = []
    var known: Set<String> = []
    let own = dataFolder.map { bundles(in: $0) } ?? []
    for path in RecentConferences.paths() + own + shipped {
      guard let resolved = realpath(path, nil) else { continue }
      defer { free(resolved) }
      if known.insert(String(cString: resolved)).inserted { found.append(path) }
    }
    return found
  }

  /// Whether there is anything besides the shipped conference; a start asks this, so no more than that is looked at.
  static var hasSeveral: Bool {
    guard RecentConferences.exist || dataFolder.map({ access($0, F_OK) == 0 }) ?? false else {
      return shipped.count > 1
    }
    return paths().count > 1
  }

  /// The bundles that come with the program, by name; the first one is opened where none is named.
  static let shipped: [String] = Resources.folder.map { bundles(in: $0 + "/conferences") } ?? []

  /// Bytes of a file that is read for nothing but its title while somebody waits.
  private static let quicklyRead = 1 << 20

  /// What is to be said of a conference: the catalogue's words where there is one, else those of the file, or the name of
  /// one that would take long to read.
  static func entry(_ path: String, _ console: Console) -> ConferenceEntry {
    let opener = BundleOpener(path: path, console: console)
    let name = fileName(path)
    if let card = opener.cached()?.conference {
      let place = card.city.isEmpty ? card.venue : card.city
      return entry(path, card.title, card.dates, place, console)
    }
    let isQuick = size(of: path).map { $0 <= quicklyRead } ?? false
    return isQuick
      ? read(path, console) ?? ConferenceEntry(path: path, title: name, detail: "")
      : ConferenceEntry(path: path, title: name, detail: "")
  }

  /// The same from the file itself, however long that takes; nil where nothing of it can be read.
  static func read(_ path: String, _ console: Console) -> ConferenceEntry? {
    guard let conference = ConferenceSource(path, console).agenda?.conference else { return nil }
    let places = [conference.venue?.city, conference.venue?.name].map { $0?.string(for: console.languages) ?? "" }
    return entry(
      path, conference.title.string(for: console.languages), .dates(conference.start, conference.end),
      places.first { !$0.isEmpty } ?? "", console)
  }

  private static func entry(
    _ path: String, _ title: String, _ dates: Message, _ place: String, _ console: Console
  ) -> ConferenceEntry {
    ConferenceEntry(
      path: path, title: title, detail: console.messages.text(dates), place: place, file: fileName(path))
  }

  /// The last part of a path, safe to show.
  private static func fileName(_ path: String) -> String {
    TextCleaner(lines: .single).clean(String(path.split(separator: "/").last ?? "")).string
  }

  /// The size of a file, or of a bundle's agenda.
  private static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFDIR, stat("\(path)/\(BundleFormat.file)", &status) != 0,
      stat("\(path)/\(BundleFormat.writtenFile)", &status) != 0
    {
      return nil
    }
    return Int(status.st_size)
  }

  /// How help names `dataFolder`.
  static let usualDataFolder = "~/.local/share/plenary/conferences"

  /// Where conferences lie that are the user's own; nil without a home.
  static var dataFolder: String? {
    (Environment.folder("XDG_DATA_HOME") ?? Environment.folder("HOME").map { $0 + "/.local/share" })
      .map { $0 + "/plenary/conferences" }
  }

  /// The folders with an agenda in a folder, by name.
  private static func bundles(in folder: String) -> [String] {
    guard let list = opendir(folder) else { return [] }
    defer { closedir(list) }
    var names: [String] = []
    while names.count < 10_000, let entry = readdir(list) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), BundleFormat.isBundle("\(folder)/\(name)") { names.append(name) }
    }
    return names.sorted().map { "\(folder)/\($0)" }
  }
}
