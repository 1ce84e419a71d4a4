import Agenda
import Glibc

/// A folder of its own for every file that the measured programs read and write, so that nobody's own are touched.
struct Workplace: ~Copyable {
  private let folder: String

  /// - Throws: `BenchError.cannotWrite` where there is no room for temporary files.
  init() throws(BenchError) {
    var name = Array("/tmp/plenary-bench.XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw .cannotWrite("/tmp") }
    folder = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    // Handed no sign that a shell would read: the name is the one made above.
    _ = system("rm -rf \(folder)")
  }

  /// The program itself on its shipped conference, on a Monday morning in the middle of a session.
  ///
  /// - Parameter bundle: named, as it has to be where others have been opened before.
  func plenary(_ binary: String, opening bundle: String? = nil) -> Contender {
    Contender(
      name: "plenary", program: binary, arguments: ["--now", "2017-12-04T09:41"] + [bundle].compactMap(\.self),
      environment: environment)
  }

  /// The program on a bundle of its own, made here.
  func plenary(_ binary: String, bundle: String, named name: String, now: String? = nil) throws(BenchError) -> Contender
  {
    let path = "\(folder)/\(name)"
    try TextFile.makeFolder(path)
    try TextFile.write(bundle, to: "\(path)/agenda.json")
    return Contender(
      name: "plenary", program: binary, arguments: (now.map { ["--now", $0] } ?? []) + [path],
      environment: environment, patience: .seconds(60))
  }

  /// Command lines that filter lines with fzf, one for each query; none where it is not installed.
  func filters(_ lines: [String], queries: [String]) throws(BenchError) -> [String] {
    guard let program = path(of: "fzf") else { return [] }
    let file = "\(folder)/lines.txt"
    try TextFile.write(lines.joined(separator: "\n"), to: file)
    return queries.map { "\(program) --filter='\($0)' <\(file) >\(folder)/hits.txt" }
  }

  /// khal's screen with the programme as its calendar, or nil where it is not installed.
  func khal(_ programme: Programme) throws(BenchError) -> Contender? {
    guard let program = path(of: "khal") else { return nil }
    let calendar = "\(folder)/khal"
    try TextFile.makeFolder(calendar)
    for (index, text) in programme.calendarFiles.enumerated() {
      try TextFile.write(text, to: "\(calendar)/\(index).ics")
    }
    try TextFile.write(
      """
      [calendars]
      [[crowd]]
      path = \(calendar)
      [locale]
      local_timezone = UTC
      default_timezone = UTC
      [sqlite]
      path = \(folder)/khal.db
      """, to: "\(folder)/khal.conf")
    return Contender(
      name: "khal", program: program, arguments: ["-c", "\(folder)/khal.conf", "interactive"], environment: environment,
      patience: .seconds(60))
  }

  /// `less` on the programme as a page, or nil where it is not installed.
  func less(_ programme: Programme) throws(BenchError) -> Contender? {
    guard let program = path(of: "less") else { return nil }
    let page = "\(folder)/programme.txt"
    try TextFile.write(programme.page, to: page)
    return Contender(name: "less", program: program, arguments: [page], environment: environment)
  }

  /// calcurse with the programme as its appointments, or nil where it is not installed.
  func calcurse(_ programme: Programme, folder name: String) throws(BenchError) -> Contender? {
    guard let program = path(of: "calcurse") else { return nil }
    let data = "\(folder)/\(name)"
    try TextFile.makeFolder(data)
    try TextFile.write(programme.appointments, to: "\(data)/apts")
    return Contender(name: "calcurse", program: program, arguments: ["-D", data], environment: environment)
  }

  /// Forgets the compiled catalogue, so that the next start has to make it.
  func emptyCache() { _ = system("rm -rf \(folder)/cache") }

  private var environment: [String: String] {
    [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": folder, "LESSHISTFILE": "-",
      "XDG_CACHE_HOME": "\(folder)/cache", "XDG_DATA_HOME": "\(folder)/data", "XDG_STATE_HOME": "\(folder)/state",
      "XDG_CONFIG_HOME": "\(folder)/config",
    ]
  }

  private func path(of program: String) -> String? {
    ["/usr/bin", "/bin", "/usr/local/bin"].map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }
}
