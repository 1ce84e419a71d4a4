import Agenda
import Files
import Interchange

/// The directories that the user asks for conferences, and what they last gave.
enum DirectoryShelf {
  /// Where they are written down; nil without a home.
  static var file: DirectoryFile? { ConferenceShelf.dataFolder.map { DirectoryFile(in: Path.split($0).folder) } }

  static func all() -> [DirectoryRecord] { file?.load() ?? DirectoryRecord.usual }

  /// What they name, for whoever looks for words.
  static func search(in records: [DirectoryRecord] = all()) -> ConferenceSearch {
    ConferenceSearch(records.flatMap(\.conferences))
  }

  /// Minutes from one look to the next that a directory wants of whoever fetches a conference from an address.
  static func interval(of address: SourceAddress) -> Int? {
    all().lazy.flatMap(\.conferences).first { $0.address == address.text }?.interval
  }
}
