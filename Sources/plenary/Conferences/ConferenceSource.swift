import Agenda
import Glibc
import Interchange
import Messages

/// What a path on the command line leads to, read: a bundle, or a file that another program has made.
struct ConferenceSource {
  enum Reading {
    case bundle(BundleReading)
    case imported(ImportReading)
    case refused(ImportFailure)
  }

  let reading: Reading
  let path: String
  private let console: Console

  /// - Parameters:
  ///   - path: of a folder or a file; `-` is standard input.
  ///   - choices: what holds of a file whatever it says.
  ///   - withPlaces: whether it is told where each session stands.
  ///   - isInterruptible: stops at a signal that `Interruption` has noted.
  ///   - takesNamesakes: an agenda.json that says nowhere that it is a bundle's is another program's.
  ///   - bar: shows how far it is; nil has one of its own.
  init(
    _ path: String, _ console: Console, choices: ImportChoices = ImportChoices(), withPlaces: Bool = false,
    isInterruptible: Bool = false, takesNamesakes: Bool = false, bar: ProgressBar? = nil
  ) {
    (self.path, self.console) = (path, console)
    if path != ImportSource.standardInput, access(path, F_OK) != 0 {
      reading = .refused(ImportFailure(errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(errno)))
      return
    }
    guard ConferenceSource.isForeign(path, takesNamesakes: takesNamesakes) else {
      reading = .bundle(WrittenBundle.read(path, today: WallClock.today, withPlaces: withPlaces))
      return
    }
    let bar = bar ?? ProgressBar(console)
    defer { bar.close() }
    do throws(ImportFailure) {
      let bytes = try ImportSource.bytes(at: path) { isWaiting in
        if isWaiting { bar.show(nil) { Message("Waiting for %s; Ctrl-C cancels", Console.name(ofFile: path)) } }
        return !isInterruptible || Interruption.signal == 0
      }
      if ImportSource.isBundle(bytes), path != ImportSource.standardInput {
        reading = .bundle(BundleReader().read(path, withPlaces: withPlaces))
      } else {
        let imported = try Import.read(
          bytes, name: ConferenceSource.name(of: path), today: WallClock.today, choices: choices,
          pandoc: Pandoc(environment: Environment.value)
        ) { share in
          bar.show(share) { Message("Reading %s", Console.shortName(ofFile: path)) }
          return !isInterruptible || Interruption.signal == 0
        }
        reading = .imported(imported)
      }
    } catch {
      reading = .refused(error)
    }
  }

  /// Whether the path leads to something that may be no bundle; what is missing is looked for as a bundle.
  static func isForeign(_ path: String, takesNamesakes: Bool = false) -> Bool {
    if path == ImportSource.standardInput { return true }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return false }
    let isNamed = path == BundleFormat.file || path.hasSuffix("/" + BundleFormat.file)
    return !isNamed || takesNamesakes && !ImportSource.isBundle(at: path)
  }

  /// The file's name without its ending, for a conference that has no title.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    guard path != ImportSource.standardInput else { return "" }
    return String(file.lastIndex(of: ".").map { file[..<$0] } ?? file)
  }

  /// What is sound of it; nil where that is nothing.
  var agenda: Agenda? {
    switch reading {
    case .bundle(let reading): reading.agenda
    case .imported(let reading): reading.agenda
    case .refused: nil
    }
  }

  /// The agenda of a bundle or file, where none is named of the conference that was opened last; nil where nothing of it
  /// can be read, and that is said.
  static func read(_ path: String?, _ console: Console) -> (agenda: Agenda, source: ConferenceSource)? {
    guard let path = path ?? ConferenceShelf.usual else {
      console.complain(.noShippedBundle)
      return nil
    }
    let source = ConferenceSource(path, console)
    guard let agenda = source.agenda else {
      source.complaints.forEach(console.complain)
      return nil
    }
    return (agenda, source)
  }

  /// How many problems the page of the conference speaks of.
  var problemCount: Int {
    switch reading {
    case .bundle(let reading): reading.countShown
    case .imported(let reading): reading.problemCount
    case .refused: 1
    }
  }

  /// What makes a version one that should not take the place of a sound one.
  var errors: [Problem] {
    switch reading {
    case .bundle(let reading): reading.problems.filter { $0.severity == .error }
    // Of another program's file half is refused, and what is odd in it has been set right.
    case .imported, .refused: []
    }
  }

  /// Why nothing of it can be used, one line each.
  var complaints: [Message] {
    switch reading {
    case .bundle(let reading): reading.problems.prefix(10).map { .data($0.line(in: console.messages)) }
    case .imported: []
    case .refused(let failure):
      [.data(failure.problem(file: console.messages.text(Console.name(ofFile: path))).line(in: console.messages))]
    }
  }
}
