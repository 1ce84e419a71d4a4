import Agenda
import Glibc
import Interchange
import Messages
import Notes

extension Wording {
  static let nothingToImport = "import: found no file, expected one: plenary import FILE [BUNDLE]"

  /// What a file is called in messages.
  static func file(_ path: String) -> String {
    path == "-" ? "standard input" : TextCleaner(lines: .single).clean(path).string
  }

  static func isBundleAlready(_ path: String) -> String { "\(path): found a bundle, which needs no import" }

  static func notPlaced(_ failure: BundlePlacing.Failure, bundle: String) -> String {
    switch failure {
    case .isThere:
      "\(bundle): found a bundle there; plenary import --update renews its agenda and keeps its other files, and another "
        + "BUNDLE leaves it alone"
    case .isNoBundle: "\(bundle): found something that is no bundle, expected nothing there; nothing is written"
    case .interrupted: "\(bundle): cancelled; nothing is written"
    case .cannotWrite(let error): notWritten(bundle, fileError(error))
    }
  }

  /// `[######..................] 25 %`.
  static func progress(bar: String, percent: Int) -> String { "[\(bar)] \(percent) %" }
  static func reading(_ path: String) -> String { "Reading \(name(ofFile: path))" }
  static func waiting(_ path: String) -> String { "Waiting for \(file(path)); Ctrl-C cancels" }
  static func indexing(_ path: String) -> String { "Indexing \(name(ofFile: path))" }
  static func writing(_ path: String) -> String { "Writing \(name(ofFile: path))" }

  /// The last part of a path, which says more in a short line than its beginning.
  private static func name(ofFile path: String) -> String {
    file(path.split(separator: "/").last.map(String.init) ?? path)
  }

  static func further(_ count: Int) -> String { "\(count) more findings, which are not listed" }

  static func format(_ format: ImportFormat) -> String {
    switch format {
    case .bundle: "a bundle"
    case .scheduleXML: "schedule XML (frab, Pentabarf)"
    case .scheduleJSON: "schedule JSON"
    case .scheduleJSON2: "schedule JSON, version 2"
    case .iCalendar: "iCalendar"
    case .sessionizeAll: "Sessionize, view All"
    case .sessionizeGrid: "Sessionize, view GridSmart"
    case .sessionList: "a list of sessions in JSON"
    }
  }

  /// The report of an import, a line for each thing that there is to say.
  ///
  /// - Parameters:
  ///   - isKnown: the bundle lies where it is found without being named.
  ///   - width: columns of the terminal; nil breaks no lines.
  static func report(_ report: ImportReport, bundle: String, isKnown: Bool, width: Int?) -> String {
    let agenda = report.agenda
    var lines = ["\(report.file): \(format(report.format))"]
    func row(_ word: String, _ text: String) {
      let head = "  " + word + String(repeating: " ", count: max(1, 10 - word.count))
      lines += wrapped(head + text, indent: 12, width: width)
    }
    row("read", read(agenda, days: report.days))
    row("times", agenda.conference.zone.identifier)
    for kind in ImportReport.kinds {
      for group in report.groups(kind) {
        row(Messages.english.text(kind.message), groupLine(group))
      }
    }
    if report.furtherProblems > 0 { row("", further(report.furtherProblems)) }
    row("written", bundle)
    if isKnown { row("", "plenary offers it, and plenary list names it") }
    return TextCleaner(lines: .multiple).clean(lines.joined(separator: "\n") + "\n").string
  }

  private static func groupLine(_ group: ImportReport.Group) -> String {
    let fact = group.first.fact
    let words = Messages.english.text(group.count == 1 ? fact.message : fact.message(count: group.count))
    guard !group.lines.isEmpty else { return words }
    let lines = group.lines.map(String.init).joined(separator: ", ") + (group.count > group.lines.count ? ", …" : "")
    return "\(words) (\(group.lines.count == 1 ? "line" : "lines") \(lines))"
  }

  /// A line broken between words, the further ones indented.
  private static func wrapped(_ line: String, indent: Int, width: Int?) -> [String] {
    guard let width, width > indent + 20, line.count > width else { return [line] }
    var lines: [String] = []
    var current = String(line.prefix(indent))
    for word in line.dropFirst(indent).split(separator: " ") {
      if current.count > indent, current.count + 1 + word.count > width {
        lines.append(current)
        current = String(repeating: " ", count: indent)
      }
      current += (current.count > indent ? " " : "") + word
    }
    return lines + [current]
  }

  /// `883 sessions on 2 days in 30 rooms, 70 tracks, 927 people`.
  static func read(_ agenda: Agenda, days: Int) -> String {
    let parts = [
      "\(counted(agenda.sessions.count, "session", "sessions")) on \(counted(days, "day", "days")) in "
        + counted(agenda.rooms.count, "room", "rooms"), counted(agenda.tracks.count, "track", "tracks"),
      counted(agenda.people.count, "person", "people"),
    ]
    return parts.joined(separator: ", ")
  }

  static func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}
