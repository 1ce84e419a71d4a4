import Agenda
import Catalogue
import Interface

/// `plenary list`: the conferences that can be opened, with where they are.
enum ListCommand {
  static let verb = Verb(name: "list", options: [], limit: 0) { _ in list() }

  private static func list() -> Int32 {
    let paths = ConferenceShelf.paths()
    guard !paths.isEmpty else {
      complain(Wording.noConferences)
      return ExitStatus.problems
    }
    for path in paths { print(Wording.listed(title(of: path), path: TextCleaner(lines: .single).clean(path).string)) }
    return ExitStatus.success
  }

  /// The title and dates; of what has never been opened too, which takes as long as reading it.
  private static func title(of path: String) -> String {
    let entry = ConferenceShelf.entry(path)
    if !entry.detail.isEmpty { return Wording.conference(entry.title, dates: entry.detail) }
    guard let read = ConferenceShelf.read(path) else { return Wording.unreadable(entry.title) }
    return Wording.conference(read.title, dates: read.detail)
  }
}
