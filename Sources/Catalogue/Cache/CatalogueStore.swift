public import Agenda
import CSQLite
public import Files
import Glibc

/// Where compiled catalogues live between runs: one file for a bundle and the reader's languages.
///
/// A cached file is used where it is whole and the bundle's files look as they did; their contents are not read. A
/// bundle whose files changed less than two seconds before it was read is compiled once more at the next start, since
/// a later change within the same tick of the clock could not be told. Two programs may open the same bundle at once:
/// each writes a file of its own and moves it into place.
public struct CatalogueStore: Sendable {
  /// How a catalogue came about.
  public enum Opened {
    /// From the cache; the bundle was not read.
    case cached(Catalogue)
    /// Compiled now, and kept in the cache.
    case compiled(Catalogue)
    /// Compiled now, and lost at the end of the run.
    case memory(Catalogue, CacheTrouble)
    /// The bundle gave no agenda.
    case nothing
    /// SQLite could not even compile in memory.
    case failed(CatalogueError)
  }

  /// Why the cache could not be used.
  public enum CacheTrouble: Error, Equatable, Sendable {
    /// Neither a cache folder nor a home is known.
    case noFolder
    case file(FileError)
    case sqlite(CatalogueError)
    /// More than 10,000 files, or folders more than eight deep: changes could not be noticed.
    case bundleTooLarge
    /// The path is no folder and no file that can be read.
    case noBundle(path: String)
  }

  private let folder: CacheFolder?
  private let programVersion: String
  /// The coarsest tick of a file system's clock, in nanoseconds; tests cannot wait for it.
  var tick = BundleSignature.tick
  var calls = FileCalls.system

  /// `cacheFolder` is `$XDG_CACHE_HOME/plenary` as a rule; nil keeps everything in memory.
  ///
  /// Catalogues of another program version are compiled anew.
  public init(cacheFolder: String?, programVersion: String = "") {
    folder = cacheFolder.flatMap { $0.isEmpty ? nil : CacheFolder(path: $0) }
    self.programVersion = programVersion
  }

  /// `$XDG_CACHE_HOME/plenary`, or `~/.cache/plenary` (XDG Base Directory Specification 0.8); nil where neither variable
  /// holds an absolute path.
  public static func cacheFolder(environment: (String) -> String?) -> String? {
    if let base = environment("XDG_CACHE_HOME"), base.hasPrefix("/") { return base + "/plenary" }
    if let home = environment("HOME"), home.hasPrefix("/") { return home + "/.cache/plenary" }
    return nil
  }

  /// Opens the catalogue of a bundle for a reader of these languages.
  ///
  /// `read` is called only where nothing fresh is cached, and then `progress` with how much is compiled, from 0 to 1.
  public func open(
    bundle path: String, languages: [String], progress: @escaping (Double) -> Void = { _ in },
    read: () -> (agenda: Agenda?, problemCount: Int)
  ) -> Opened {
    let trouble: CacheTrouble
    do throws(CacheTrouble) {
      guard let folder else { throw .noFolder }
      let (file, origin) = try place(of: path, in: folder, languages: languages)
      if let cached = cached(file, origin) { return .cached(cached) }
      return try compile(file, origin, in: folder, languages: languages, progress, read)
    } catch {
      trouble = error
    }
    return inMemory(languages, trouble, read(), progress)
  }

  /// The cached catalogue of a bundle, where it is fresh; nothing is compiled.
  public func cached(bundle path: String, languages: [String]) -> Catalogue? {
    guard let folder, let (file, origin) = try? place(of: path, in: folder, languages: languages) else { return nil }
    return cached(file, origin)
  }

  /// Where a bundle's catalogue is cached, and what it has to be compiled from.
  private func place(
    of path: String, in folder: CacheFolder, languages: [String]
  ) throws(CacheTrouble) -> (file: String, origin: CacheOrigin) {
    let bundle = try CatalogueStore.realPath(path)
    // Before the bundle is read: what changes from now on makes another signature.
    guard let signature = BundleSignature(of: bundle, tick: tick) else { throw .noBundle(path: path) }
    guard signature.isComplete else { throw .bundleTooLarge }
    let origin = CacheOrigin(
      key: key(languages), signature: signature.value, isSettled: signature.isSettled, bundle: bundle)
    return (folder.file(bundle: bundle, languages: languages), origin)
  }

  /// Forgets the cached catalogue of a bundle, so that the next start compiles it again: for one that turned out to
  /// be damaged while it was read.
  public func discard(bundle path: String, languages: [String]) {
    guard let folder, let bundle = try? CatalogueStore.realPath(path) else { return }
    unlink(folder.file(bundle: bundle, languages: languages))
  }

  private func cached(_ file: String, _ wanted: CacheOrigin) -> Catalogue? {
    guard let database = Database.cached(at: file), let origin = try? CacheOrigin(of: database), origin.isSettled,
      origin.key == wanted.key, origin.signature == wanted.signature
    else { return nil }
    return try? Catalogue(database)
  }

  private func compile(
    _ file: String, _ origin: CacheOrigin, in folder: CacheFolder, languages: [String],
    _ progress: @escaping (Double) -> Void,
    _ read: () -> (agenda: Agenda?, problemCount: Int)
  ) throws(CacheTrouble) -> Opened {
    let partial: String
    do throws(FileError) { partial = try folder.makePartial(calls) } catch { throw .file(error) }
    var isDone = false
    defer { if !isDone { _ = calls.unlink(partial) } }
    let bundle = read()
    guard let agenda = bundle.agenda else { return .nothing }
    let catalogue: Catalogue
    do throws(CatalogueError) {
      catalogue = try CatalogueStore.catalogue(
        of: agenda, problemCount: bundle.problemCount, languages: languages, into: partial, from: origin,
        progress: progress)
    } catch {
      return inMemory(languages, .sqlite(error), bundle, progress)
    }
    do throws(FileError) {
      try DurableFile(file, calls: calls).replace(withFile: partial)
    } catch {
      return .memory(catalogue, .file(error))
    }
    isDone = true
    folder.tidy()
    return .compiled(catalogue)
  }

  private func inMemory(
    _ languages: [String], _ trouble: CacheTrouble, _ bundle: (agenda: Agenda?, problemCount: Int),
    _ progress: @escaping (Double) -> Void
  ) -> Opened {
    guard let agenda = bundle.agenda else { return .nothing }
    do throws(CatalogueError) {
      return .memory(
        try Catalogue.compile(
          agenda, problemCount: bundle.problemCount, languages: languages, progress: progress), trouble)
    } catch {
      return .failed(error)
    }
  }

  private func key(_ languages: [String]) -> UInt64 {
    var hash = StableHash()
    hash.add(UInt64(Schema.version))
    hash.add(Schema.tables)
    // Another library may cut words otherwise.
    hash.add(UInt64(sqlite3_libversion_number()))
    hash.add(programVersion)
    for language in languages { hash.add(language) }
    return hash.value
  }

  private static func realPath(_ path: String) throws(CacheTrouble) -> String {
    guard let resolved = realpath(path, nil) else { throw .file(.system(call: "realpath", path: path, errno: errno)) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Compiles an agenda into a file that is empty or not there, and opens that.
  ///
  /// Where compiling fails, what there is of it stays behind.
  static func catalogue(
    of agenda: Agenda, problemCount: Int, languages: [String], into file: String, from origin: CacheOrigin,
    progress: @escaping (Double) -> Void
  ) throws(CatalogueError) -> Catalogue {
    do {
      let database = try Database(.building(path: file))
      try CatalogueCompiler.run(
        agenda, problemCount: problemCount, languages: languages, into: database, progress: progress)
      try origin.write(into: database)
    }
    return try Catalogue(try Database(.finished(path: file)))
  }
}
