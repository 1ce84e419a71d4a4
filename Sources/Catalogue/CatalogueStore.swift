public import Agenda

public struct CatalogueStore {
  public enum Opened {
    case cached(Catalogue)
    case compiled(Catalogue)
    /// The cache could not be used; the catalogue lives as long as the process.
    case memory(Catalogue, CacheTrouble)
    /// The bundle gave no agenda.
    case nothing
    case failed(CatalogueError)

    public var catalogue: Catalogue? {
      switch self {
      case .cached(let catalogue), .compiled(let catalogue), .memory(let catalogue, _): catalogue
      case .nothing, .failed: nil
      }
    }
  }
  public enum CacheTrouble: Error, Equatable, Sendable {
    case noFolder
    case failed(path: String, errno: Int32)
    case sqlite(CatalogueError)
    case bundleTooLarge
  }

  public init(cacheFolder: String?, programVersion: String = "") {}

  public func open(
    bundle path: String, languages: [String], read: () -> (agenda: Agenda?, problemCount: Int)
  ) -> Opened { .nothing }

  /// Forgets the cached catalogue of a bundle, so that the next start compiles it again.
  public func discard(bundle path: String, languages: [String]) {}
}
