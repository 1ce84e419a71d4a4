import Agenda
import Glibc
import Interchange
import Messages

/// What a path on the command line leads to, read: a bundle, or a file that another program has made.
enum ConferenceSource {
  case bundle(BundleReading)
  case imported(ImportReading)
  case refused(ImportFailure)

  /// - Parameters:
  ///   - path: of a folder or a file; `-` is standard input.
  ///   - withPlaces: whether it is told where each session stands.
  ///   - isInterruptible: stops at a signal that `Interruption` has noted.
  ///   - bar: shows how far it is.
  init(
    _ path: String, withPlaces: Bool = false, isInterruptible: Bool = false, bar: ProgressBar = ProgressBar()
  ) {
    if path != ImportSource.standardInput, access(path, F_OK) != 0 {
      self = .refused(ImportFailure(errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(errno)))
      return
    }
    guard ConferenceSource.isForeign(path) else {
      self = .bundle(BundleReader().read(path, withPlaces: withPlaces))
      return
    }
    defer { bar.close() }
    do throws(ImportFailure) {
      let bytes = try ImportSource.bytes(at: path) { isWaiting in
        if isWaiting { bar.show(nil) { Wording.waiting(path) } }
        return !isInterruptible || Interruption.signal == 0
      }
      if ImportSource.isBundle(bytes), path != ImportSource.standardInput {
        self = .bundle(BundleReader().read(path, withPlaces: withPlaces))
      } else {
        let reading = try Import.read(bytes, name: ConferenceSource.name(of: path), today: WallClock.today) {
          share in
          bar.show(share) { Wording.reading(path) }
          return !isInterruptible || Interruption.signal == 0
        }
        self = .imported(reading)
      }
    } catch {
      self = .refused(error)
    }
  }

  /// Whether the path leads to something that may be no bundle; what is missing is looked for as a bundle.
  static func isForeign(_ path: String) -> Bool {
    if path == ImportSource.standardInput { return true }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return false }
    return path != "agenda.json" && !path.hasSuffix("/agenda.json")
  }

  /// The file's name without its ending, for a conference that has no title.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    guard path != ImportSource.standardInput else { return "" }
    return String(file.lastIndex(of: ".").map { file[..<$0] } ?? file)
  }

  /// What is sound of it; nil where that is nothing.
  var agenda: Agenda? {
    switch self {
    case .bundle(let reading): reading.agenda
    case .imported(let reading): reading.agenda
    case .refused: nil
    }
  }

  /// How many problems the status line speaks of.
  var problemCount: Int {
    switch self {
    case .bundle(let reading): reading.countShown
    case .imported(let reading): reading.problemCount
    case .refused: 1
    }
  }

  /// Why nothing of it can be used, one line each.
  func complaints(path: String) -> [String] {
    switch self {
    case .bundle(let reading): reading.problems.prefix(10).map { $0.line(in: .english) }
    case .imported: []
    case .refused(let failure): [failure.problem(file: Wording.file(path)).line(in: .english)]
    }
  }
}
