/// Reads a bundle: `agenda.json` and the texts beside it (format version 1, Resources/schema).
public struct BundleReader: Sendable {
  /// How much is read before the reader says that it is too much.
  public struct Limits: Equatable, Sendable {
    /// Bytes of agenda.json.
    public var file = 256 << 20
    /// Values in agenda.json: each takes 24 bytes of memory, whatever its own size.
    public var values = 16_000_000
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

  /// Nodes hold their places in 32 bits.
  private static let addressable = 1 << 31

  public init(limits: Limits = .standard) { self.limits = limits }

  /// Reads the bundle at a path: its folder, or its agenda.json.
  ///
  /// Whatever the files hold, this gives what is sound in them and a problem for everything else; nothing outside
  /// the folder is opened. A bundle of 20 MB takes about a third of a second.
  ///
  /// - Parameter withPlaces: whether it is told where each session stands.
  public func read(_ path: String, withPlaces: Bool = false) -> BundleReading {
    let (folderPath, name) = BundleReader.split(path)
    let log = ProblemLog(file: Excerpt.shown(name), limit: limits.problems)
    let whole = folderPath == "." ? name : folderPath.hasSuffix("/") ? folderPath + name : "\(folderPath)/\(name)"
    // Somebody has typed this path: they are shown all of it.
    let shownPath = Excerpt.shown(whole, limit: 4_096)
    do throws(Problem.FileFailure) {
      let folder = try BundleFolder(path: folderPath)
      let source = try folder.read(name, limit: min(limits.file, BundleReader.addressable), links: .inside)
      let texts = TextFiles(folder: folder, limits: limits)
      if source.count == 0 { throw .empty }
      if let encoding = source.withBytes(Problem.Encoding.guess) { throw .encoding(encoding) }
      var places: [Session.ID: Problem.Place] = [:]
      let agenda = tape(source, log).flatMap { tape -> Agenda? in
        for index in tape.omitted {
          log.report(.tooDeep(limit: limits.depth), at: JSONValue(tape: tape, index: index))
        }
        let decoder = BundleDecoder(log: log, limits: limits, texts: texts)
        decoder.keepsPlaces = withPlaces
        let agenda = decoder.agenda(tape.root)
        places = decoder.valuesOfSessions.mapValues { log.place(of: $0) }
        return agenda
      }
      return BundleReading(agenda: agenda, problems: log.problems, files: [name] + texts.files, places: places)
    } catch {
      log.report(.file(shownPath, error))
      return BundleReading(agenda: nil, problems: log.problems)
    }
  }

  /// The JSON of a file; nil, with a problem, where it is none.
  func tape(_ source: FileBytes, _ log: ProblemLog) -> JSONTape? {
    let parser = JSONParser(depthLimit: limits.depth, valueLimit: limits.values)
    do throws(JSONParser.Failure) {
      return try parser.parse(source)
    } catch {
      switch error {
      case .tooManyValues(let limit): log.report(.tooManyValues(limit: limit))
      case .syntax(let error):
        // Raw control characters are against the grammar, but clear in what they mean.
        if let mended = ControlCharacterMending.mended(source), let tape = try? parser.parse(mended) { return tape }
        log.report(
          .syntax(column: error.column, found: error.found, expected: error.expected), line: error.line)
      }
      return nil
    }
  }

  /// The folder of a bundle and the name of its JSON file.
  private static func split(_ path: String) -> (folder: String, name: String) {
    switch BundleFolder.kind(of: path) {
    case .folder: return (path, BundleFormat.file)
    case .file: break
    case nil where path.hasSuffix(".json"): break
    case nil: return (path, BundleFormat.file)
    }
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }
}
