import CPosix
import Glibc
import Interchange
import Interface

/// What the command line asks for.
struct Options: Equatable {
  enum Verb: Equatable {
    /// Nil opens the shipped conference.
    case open(String?)
    case check(String?)
    case export(ExportRequest, bundle: String?)
    case help
    case version
  }

  enum Mistake: Error, Equatable {
    case unknownOption(String)
    case missingValue(String)
    case badValue(option: String, value: String, expected: String)
    case tooManyArguments(String)
    /// An option of `export` without it.
    case onlyForExport(String)
  }

  var verb = Verb.open(nil)
  /// As it was typed; the venue's zone is known only once the bundle is open.
  var now: SimulatedTime?
  var isASCII = false
  var hasMouse = true
  /// Nil looks at the environment.
  var theme: Theme.Name?
  private var request = ExportRequest()
  /// The first option that only `export` has.
  private var exportOption: String?

  init(arguments: [String]) throws(Mistake) {
    var rest = arguments
    let word = rest.count > 1 && ["check", "export"].contains(rest[1]) ? rest.remove(at: 1) : ""
    let paths = try read(rest)
    guard case .open = verb else { return }
    guard paths.count <= 1 else { throw .tooManyArguments(paths[1]) }
    if let exportOption, word != "export" { throw .onlyForExport(exportOption) }
    switch word {
    case "check": verb = .check(paths.first)
    case "export": verb = .export(request, bundle: paths.first)
    default: verb = .open(paths.first)
    }
  }

  private enum Letter {
    static let now = Int32(UInt8(ascii: "n"))
    static let help = Int32(UInt8(ascii: "h"))
    static let version = Int32(UInt8(ascii: "V"))
    static let output = Int32(UInt8(ascii: "o"))
    static let ascii: Int32 = 256
    static let noMouse: Int32 = 257
    static let theme: Int32 = 258
    static let format: Int32 = 259
    static let day: Int32 = 260
    static let room: Int32 = 261
    static let plan: Int32 = 262
  }

  private static let long: [(name: StaticString, hasValue: Bool, letter: Int32)] = [
    ("now", true, Letter.now), ("help", false, Letter.help), ("version", false, Letter.version),
    ("ascii", false, Letter.ascii), ("no-mouse", false, Letter.noMouse), ("theme", true, Letter.theme),
    ("format", true, Letter.format), ("output", true, Letter.output), ("day", true, Letter.day),
    ("room", true, Letter.room), ("plan", false, Letter.plan),
  ]

  /// Reads the options with getopt_long (POSIX.1-2017 §12.2 and GNU's long ones) and gives what else there is.
  private mutating func read(_ arguments: [String]) throws(Mistake) -> [String] {
    plenary_getopt_quiet()
    let table =
      Options.long.map { name, hasValue, letter in
        option(
          name: UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self), has_arg: hasValue ? 1 : 0,
          flag: nil, val: letter)
      } + [option(name: nil, has_arg: 0, flag: nil, val: 0)]
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    while true {
      // The word being read, for what a mistake is called.
      let index = max(1, Int(plenary_optind()))
      let letter = getopt_long(Int32(arguments.count), &words, ":n:o:hV", table, nil)
      if letter == -1 { break }
      try take(letter, word: arguments.indices.contains(index) ? arguments[index] : "")
    }
    return words[Int(plenary_optind())..<arguments.count].compactMap { $0.map { String(cString: $0) } }
  }

  private mutating func take(_ letter: Int32, word: String) throws(Mistake) {
    let value = plenary_optarg().map { String(cString: $0) } ?? ""
    switch letter {
    case Letter.help: verb = .help
    case Letter.version: verb = .version
    case Letter.ascii: isASCII = true
    case Letter.noMouse: hasMouse = false
    case Letter.now:
      guard let time = SimulatedTime(value) else {
        throw .badValue(option: "--now", value: value, expected: Wording.timeExpected)
      }
      now = time
    case Letter.theme:
      guard let name = Theme.Name(rawValue: value) else {
        let names = Theme.Name.allCases.map(\.rawValue).joined(separator: ", ")
        throw .badValue(option: "--theme", value: value, expected: names)
      }
      theme = name
    case Letter.format, Letter.output, Letter.day, Letter.room, Letter.plan:
      exportOption = exportOption ?? word
      try takeForExport(letter, value)
    case Int32(UInt8(ascii: ":")): throw .missingValue(word)
    default: throw .unknownOption(word)
    }
  }

  private mutating func takeForExport(_ letter: Int32, _ value: String) throws(Mistake) {
    switch letter {
    case Letter.output: request.output = value
    case Letter.day: request.day = value
    case Letter.room: request.room = value
    case Letter.plan: request.isPlan = true
    default:
      guard let format = ExportFormat(rawValue: value) else {
        throw .badValue(option: "--format", value: value, expected: Wording.formats)
      }
      request.format = format
    }
  }
}
