import Agenda
import Markup

/// Reads an iCalendar file into its components.
struct CalendarParser {
  private let limits: ImportLimits
  private let log: ProblemLog
  private var open: [CalendarComponent] = []
  /// The calendars of the file; events that stand in none are in one of their own.
  private(set) var calendars: [CalendarComponent] = []
  private var loose = CalendarComponent(name: "VCALENDAR", line: 1)

  private static let depthLimit = 16

  static func calendars(
    _ source: FileBytes, _ limits: ImportLimits, _ log: ProblemLog, _ monitor: ImportMonitor
  ) throws(ImportFailure) -> [CalendarComponent] {
    try source.withBytes { bytes throws(ImportFailure) in
      var parser = CalendarParser(limits: limits, log: log)
      if isLegacy(bytes), let text = TextDecoding.text(of: bytes, log) {
        try FileBytes(Array(text.utf8)).withBytes { bytes throws(ImportFailure) in
          try parser.run(bytes, monitor) { _ in }
        }
        return parser.calendars
      }
      try parser.run(bytes, monitor) { source.release(upTo: $0) }
      return parser.calendars
    }
  }

  /// Whether the bytes beyond ASCII are of an encoding of single bytes: none of them make characters of UTF-8, also where
  /// a fold stands inside one.
  private static func isLegacy(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isFound = false
    var wanted = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x80..<0xC0 where wanted > 0:
        wanted -= 1
        if wanted == 0 { return false }
      case 0x80...:
        isFound = true
        wanted = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC2 ? 1 : 0
      case 0x0A, 0x0D: break
      case 0x20, 0x09: if index > 0, bytes[index - 1] != 0x0A, bytes[index - 1] != 0x0D { wanted = 0 }
      default: wanted = 0
      }
    }
    return isFound
  }

  private init(limits: ImportLimits, log: ProblemLog) { (self.limits, self.log) = (limits, log) }

  private mutating func run(
    _ bytes: UnsafeBufferPointer<UInt8>, _ monitor: ImportMonitor, release: (Int) -> Void
  ) throws(ImportFailure) {
    var reader = ContentLineReader(bytes, limit: limits.text) { [log] found, line in
      log.report(.calendar(.badLine(found: Excerpt.shown(found, limit: 40))), at: Problem.Place(line: line))
    }
    var count = 0
    var last = 1
    while let line = reader.next() {
      last = line.line
      count += 1
      if count % 4_096 == 0 {
        if !monitor.read(reader.position) { throw ImportFailure(.file(.cancelled)) }
        release(reader.position)
      }
      if count > limits.lines { throw ImportFailure(.file(.tooManyValues(limit: limits.lines))) }
      switch line.name {
      case "BEGIN":
        guard open.count < CalendarParser.depthLimit else {
          throw ImportFailure(.grammar(.tooDeep(limit: CalendarParser.depthLimit, isLeftOut: false)), line: line.line)
        }
        open.append(CalendarComponent(name: line.value.trimmingBlanks.uppercased(), line: line.line))
      case "END": end(line.value.trimmingBlanks.uppercased(), at: line.line)
      default: if !open.isEmpty { open[open.count - 1].lines.append(line) }
      }
    }
    if let line = reader.longLine { throw ImportFailure(.file(.endlessText(limit: limits.text)), line: line) }
    if reader.hasBadFolding { log.report(.calendar(.badFolding)) }
    if let unfinished = open.first {
      throw ImportFailure(.file(.cutShort(expected: "END:\(Excerpt.shown(unfinished.name))")), line: last)
    }
    if !loose.components.isEmpty { calendars.append(loose) }
  }

  /// Ends the innermost component of that name, and those inside it that have no end.
  private mutating func end(_ name: String, at line: Int) {
    guard let index = open.lastIndex(where: { $0.name == name }) else {
      return log.report(.calendar(.badLine(found: "END:\(Excerpt.shown(name))")), at: Problem.Place(line: line))
    }
    while open.count > index, let ended = open.popLast() {
      if open.count > index {
        log.report(
          .calendar(.missingEndOfComponent(name: Excerpt.shown(ended.name))), at: Problem.Place(line: ended.line))
      }
      if !open.isEmpty {
        open[open.count - 1].components.append(ended)
      } else if ended.name == "VCALENDAR" {
        calendars.append(ended)
      } else {
        loose.components.append(ended)
      }
    }
  }
}

/// A component of an iCalendar file: what stands between BEGIN and END (RFC 5545 §3.6).
struct CalendarComponent {
  /// In capitals.
  var name: String
  /// Where it begins, from 1.
  var line: Int
  var lines: [ContentLine] = []
  var components: [CalendarComponent] = []

  /// The first property of that name.
  subscript(name: String) -> ContentLine? { lines.first { $0.name == name } }

  func all(_ name: String) -> [ContentLine] { lines.filter { $0.name == name } }

  /// The text of the first property of that name; nil where there is none or it is empty.
  func text(_ name: String) -> String? {
    guard let text = self[name]?.text, !text.isEmpty else { return nil }
    return text
  }
}
