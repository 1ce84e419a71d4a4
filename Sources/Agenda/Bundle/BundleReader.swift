import Glibc
import JSON

/// Reads a bundle: `agenda.json` and the texts beside it (format version 1, Resources/schema).
public struct BundleReader: Sendable {
  /// How much is read before the reader says that it is too much.
  public struct Limits: Equatable, Sendable {
    /// Bytes of agenda.json.
    public var file = 256 << 20
    /// Values in agenda.json, each of which takes 24 bytes of memory, whatever its own size.
    public var values = 4_000_000
    public var sessions = 60_000
    /// Parts of any other list.
    public var parts = 400_000
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
  /// the folder is opened. A bundle of 20 MB takes about a third of a second.
  ///
  /// - Parameter withPlaces: whether it is told where each session stands.
  public func read(_ path: String, withPlaces: Bool = false) -> BundleReading {
    let (folder, name) = BundleReader.split(path)
    return read(folder, name, nil, withPlaces: withPlaces)
  }

  /// Reads an agenda.json that is in memory; text files that it names are looked for in a folder.
  package func read(_ source: FileBytes, in folder: String) -> BundleReading {
    read(folder, BundleFormat.file, source, withPlaces: false)
  }

  /// What the agenda of a bundle says that is written in words; nil where the bundle has none of these.
  package func writtenAgenda(in path: String) throws(FileFailure) -> FileBytes? {
    guard BundleFolder.kind(of: path) == .folder, access("\(path)/\(BundleFormat.writtenFile)", F_OK) == 0 else {
      return nil
    }
    return try BundleFolder(path: path).read(BundleFormat.writtenFile, limit: limits.textFile, links: .inside)
  }

  /// - Parameter source: what the file holds, where that is known.
  private func read(_ folderPath: String, _ name: String, _ source: FileBytes?, withPlaces: Bool) -> BundleReading {
    let log = ProblemLog(file: Excerpt.shown(name), limit: limits.problems)
    let whole = folderPath == "." ? name : folderPath.hasSuffix("/") ? folderPath + name : "\(folderPath)/\(name)"
    // Somebody has typed this path: they are shown all of it.
    let shownPath = Excerpt.shown(whole, limit: 4_096)
    do throws(FileFailure) {
      let folder = try BundleFolder(path: folderPath)
      let source = if let source { source } else { try folder.read(name, limit: limits.file, links: .inside) }
      let texts = TextFiles(folder: folder, limits: limits)
      if source.count == 0 { throw .empty }
      if let encoding = source.withBytes(OtherEncoding.guess) { throw .encoding(encoding) }
      var places: [Session.ID: Problem.Place] = [:]
      let agenda = document(source, log).flatMap { document -> Agenda? in
        guard let root = document.root else { return nil }
        for value in document.tooDeep {
          log.report(.grammar(.tooDeep(limit: limits.depth, isLeftOut: true)), at: value)
        }
        let decoder = BundleDecoder(log: log, limits: limits, texts: texts)
        decoder.keepsPlaces = withPlaces
        decoder.isSound = document.slips.isEmpty
        let agenda = decoder.agenda(root)
        places = decoder.valuesOfSessions.mapValues { log.place(of: $0) }
        return agenda
      }
      return BundleReading(agenda: agenda, problems: log.problems, files: [name] + texts.files, places: places)
    } catch {
      log.report(.file(.notRead(shownPath, error)))
      return BundleReading(agenda: nil, problems: log.problems)
    }
  }

  /// The JSON of a file, as far as it can be read; nil, with a problem, where that is nothing or only its beginning: half
  /// an agenda would pass for a whole one.
  func document(_ source: FileBytes, _ log: ProblemLog) -> JSONDocument? {
    do throws(JSONReader.Failure) {
      let document = try JSONReader(depthLimit: limits.depth, valueLimit: limits.values).read(source)
      log.report(document)
      return document.isCutShort ? nil : document
    } catch {
      switch error {
      case .tooManyValues(let limit): log.report(.file(.tooManyValues(limit: limit)))
      case .tooLarge(let limit):
        log.report(.file(.notRead(log.file ?? "", .tooLarge(bytes: source.count, limit: limit))))
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

/// What came of reading a bundle: all that is sound in it, and all that is not.
public struct BundleReading: Equatable, Sendable {
  /// Nil only where nothing can be shown: no file, no JSON, no conference in it.
  public var agenda: Agenda?
  /// In the order of the file, those of its texts where they are named.
  public var problems: [Problem]
  /// Every file that was read, relative to the bundle.
  public var files: [String]

  /// Where each session stands, if that was asked for.
  public var places: [Session.ID: Problem.Place]

  public init(
    agenda: Agenda?, problems: [Problem] = [], files: [String] = [], places: [Session.ID: Problem.Place] = [:]
  ) {
    (self.agenda, self.problems, self.files, self.places) = (agenda, problems, files, places)
  }

  /// How many problems make a version one that should not take the place of a sound one.
  public var errorCount: Int { problems.count { $0.severity == .error } }
  /// How many problems the status line speaks of: all but the notes.
  public var countShown: Int { problems.countShown }
}
