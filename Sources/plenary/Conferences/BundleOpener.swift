import Agenda
import Catalogue
import Interchange
import Messages

/// Opens the catalogue of a bundle or of another program's file: from the cache where that is fresh, else compiled.
struct BundleOpener {
  let path: String
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

  func open() throws(Failure) -> Catalogue {
    var complaints: [Message] = []
    // A bundle whose agenda.json has another name: its texts beside it would change unseen.
    let isOdd = ConferenceSource.isForeign(path) && ImportSource.isBundle(at: path)
    let store = isOdd ? CatalogueStore(cacheFolder: nil) : self.store
    let bar = ProgressBar(console)
    func indexing() -> Message { Message("Indexing %s", Console.shortName(ofFile: path)) }
    defer { bar.close() }
    let opened = store.open(
      bundle: path, languages: console.languages, progress: { share in bar.show(share, indexing) }
    ) {
      let source = ConferenceSource(path, console, bar: bar)
      complaints = source.complaints
      bar.show(0, indexing)
      return (source.agenda, source.problemCount)
    }
    switch opened {
    case .cached(let catalogue), .compiled(let catalogue), .memory(let catalogue, _): return catalogue
    case .nothing: throw .unreadable(complaints)
    case .failed: throw .database
    }
  }

  /// Compiles anew, after the cached catalogue has turned out to be damaged.
  func reopen() throws(Failure) -> Catalogue {
    store.discard(bundle: path, languages: console.languages)
    return try open()
  }
}
