import Agenda
import Files
import Glibc
import Interchange
import Notes

/// A conference whose source is known, and the bundle that is made of it.
struct KnownSource {
  let file: SourceFile
  var record: SourceRecord
  /// A folder, which may be gone.
  let bundle: String

  /// What it is called where nothing is read: the bundle's name.
  var name: String { String(bundle.split(separator: "/").last ?? "") }
}

/// The sources of the user's conferences.
enum SourceShelf {
  /// Those that are fetched from an address, by the names of their bundles.
  static func all() -> [KnownSource] {
    guard let folder = ConferenceShelf.dataFolder.map({ Path.split($0).folder }) else { return [] }
    return Folder.names(in: folder).compactMap { name in
      let file = SourceFile(in: "\(folder)/\(name)")
      guard access(file.path, F_OK) == 0, let record = file.load(), record.address != nil else { return nil }
      return record.bundle.map { KnownSource(file: file, record: record, bundle: $0) }
    }.sorted { ($0.name, $0.bundle) < ($1.name, $1.bundle) }
  }

  static func known(by address: SourceAddress) -> KnownSource? { all().first { $0.record.isKnown(by: address) } }

  /// Where the source of a conference is written down; nil without a home.
  static func file(ofConference id: String) -> SourceFile? {
    UserFolder(conference: id, environment: Environment.value).map { SourceFile(in: $0.path) }
  }

  /// What is known of a bundle's source, perhaps nothing; nil where there is no bundle, or no home.
  static func source(ofBundle path: String) -> (source: KnownSource, conference: Conference)? {
    let folder = BundleOpener.folder(of: path)
    guard BundleFormat.isBundle(folder), let bundle = absolute(folder),
      let conference = WrittenBundle.read(folder, today: WallClock.today).agenda?.conference,
      let file = file(ofConference: conference.id)
    else { return nil }
    return (KnownSource(file: file, record: file.load() ?? SourceRecord(), bundle: bundle), conference)
  }

  /// The source that somebody means by a name: its bundle or its name, its conference's or its address.
  ///
  /// No bundle is read for it.
  static func source(called name: String) -> KnownSource? {
    let all = all()
    if let address = SourceAddress(name) { return all.first { $0.record.isKnown(by: address) } }
    if let named = all.first(where: { $0.name == name }) { return named }
    let folder = BundleOpener.folder(of: name)
    if BundleFormat.isBundle(folder), let path = absolute(folder),
      let own = all.first(where: { $0.bundle == path })
    {
      return own
    }
    return file(ofConference: name).flatMap { file in all.first { $0.file.path == file.path } }
  }

  /// A path without links and from the root; nil where it leads nowhere.
  static func absolute(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
