import Agenda
import Catalogue

/// Opens a bundle's catalogue: from the cache where that is fresh, else compiled from the bundle.
struct BundleOpener {
  let path: String
  let languages: [String]
  let store: CatalogueStore

  enum Failure: Error {
    /// Nothing of the bundle can be shown, and why.
    case unreadable([Problem])
    case database
  }

  init(path: String, languages: [String]) {
    self.path = BundleOpener.folder(of: path)
    self.languages = languages
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

  /// The cached catalogue, where it is fresh and what a first screen needs of it is whole.
  func cached() -> Catalogue? { store.cached(bundle: path, languages: languages) }

  func open() throws(Failure) -> Catalogue {
    var problems: [Problem] = []
    let opened = store.open(bundle: path, languages: languages) {
      let reading = BundleReader().read(path)
      problems = reading.problems
      return (reading.agenda, reading.countShown)
    }
    switch opened {
    case .cached(let catalogue), .compiled(let catalogue), .memory(let catalogue, _): return catalogue
    case .nothing: throw .unreadable(problems)
    case .failed: throw .database
    }
  }

  /// Compiles anew, after the cached catalogue has turned out to be damaged.
  func reopen() throws(Failure) -> Catalogue {
    store.discard(bundle: path, languages: languages)
    return try open()
  }
}
