import Agenda
import Catalogue
import Interchange
import Messages

/// Opens the catalogue of a bundle or of another program's file: from the cache where that is fresh, else compiled.
struct BundleOpener {
  let path: String
  /// The state of its files before they were opened last; nil before the first time.
  private(set) var opened: BundleState?
  private let console: Console
  private let store: CatalogueStore

  enum Failure: Error {
    /// Nothing of the bundle or file can be shown, and why, one line each.
    case unreadable([Message])
    case database
  }

  init(path: String, console: Console) {
    self.path = BundleOpener.folder(of: path)
    self.console = console
    store = CatalogueStore(
      cacheFolder: CatalogueStore.cacheFolder(environment: Environment.value), programVersion: programVersion)
  }

  /// The bundle's folder, where its agenda.json itself was named.
  static func folder(of path: String) -> String {
    let name = "agenda.json"
    guard path == name || path.hasSuffix("/" + name) else { return path }
    let folder = path.dropLast(name.utf8.count)
    return folder.isEmpty ? "." : String(folder)
  }

  /// The cached catalogue, where it is fresh; nothing is read or compiled.
  func cached() -> Catalogue? { store.cached(bundle: path, languages: console.languages) }

  mutating func open() throws(Failure) -> Catalogue {
    opened = BundleState(of: path)
    let (path, console) = (path, console)
    var complaints: [Message] = []
    let bar = ProgressBar(console)
    func indexing() -> Message { Message("Indexing %s", Console.shortName(ofFile: path)) }
    defer { bar.close() }
    let catalogue = usableStore.open(
      bundle: path, languages: console.languages, progress: { share in bar.show(share, indexing) }
    ) {
      let source = ConferenceSource(path, console, bar: bar)
      complaints = source.complaints
      bar.show(0, indexing)
      return (source.agenda, source.problemCount)
    }
    return try BundleOpener.catalogue(catalogue, complaints)
  }

  /// The catalogue of what has been read already; it is put into the cache too.
  func open(_ source: ConferenceSource) throws(Failure) -> Catalogue {
    try BundleOpener.catalogue(
      usableStore.open(bundle: path, languages: console.languages) { (source.agenda, source.problemCount) },
      source.complaints)
  }

  private var usableStore: CatalogueStore {
    // A bundle whose agenda.json has another name: its texts beside it would change unseen.
    let isOdd = ConferenceSource.isForeign(path) && ImportSource.isBundle(at: path)
    return isOdd ? CatalogueStore(cacheFolder: nil) : store
  }

  private static func catalogue(
    _ opened: CatalogueStore.Opened, _ complaints: [Message]
  ) throws(Failure) -> Catalogue {
    switch opened {
    case .cached(let catalogue), .compiled(let catalogue), .memory(let catalogue, _): return catalogue
    case .nothing: throw .unreadable(complaints)
    case .failed: throw .database
    }
  }

  /// Compiles anew, after the cached catalogue has turned out to be damaged.
  mutating func reopen() throws(Failure) -> Catalogue {
    store.discard(bundle: path, languages: console.languages)
    return try open()
  }
}
