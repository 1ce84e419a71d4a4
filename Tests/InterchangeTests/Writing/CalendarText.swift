@testable import Interchange

/// An iCalendar text taken apart as RFC 5545 §3.1 says, for the tests to look into.
struct CalendarText {
  /// As they lie in the file, without their ends.
  let physicalLines: [[UInt8]]
  /// Every line ends in CRLF, and no CR or LF stands elsewhere.
  let endsAreSound: Bool
  let lines: [String]

  init(_ bytes: [UInt8]) {
    var physical: [[UInt8]] = [[]]
    var isSound = true
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x0D: isSound = isSound && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      case 0x0A:
        isSound = isSound && index > 0 && bytes[index - 1] == 0x0D
        physical.append([])
      default: physical[physical.count - 1].append(byte)
      }
    }
    endsAreSound = isSound && physical.removeLast().isEmpty
    physicalLines = physical
    var unfolded: [[UInt8]] = []
    for line in physical {
      if line.first == 0x20, !unfolded.isEmpty {
        unfolded[unfolded.count - 1] += line.dropFirst()
      } else {
        unfolded.append(line)
      }
    }
    lines = unfolded.map { String(decoding: $0, as: UTF8.self) }
  }

  init(_ programme: Programme) { self.init(Export.bytes(of: programme, as: .iCalendar)) }

  /// The lines of each event, by the identifier at the beginning of its UID.
  var events: [String: [String]] {
    var events: [String: [String]] = [:]
    var current: [String]?
    for line in lines {
      if line == "BEGIN:VEVENT" { current = [] } else { current?.append(line) }
      guard line == "END:VEVENT", let event = current else { continue }
      let uid = event.first { $0.hasPrefix("UID:") }?.dropFirst(4).prefix { $0 != "@" } ?? ""
      events[String(uid)] = event
      current = nil
    }
    return events
  }

  /// The values of a property of an event, whatever its parameters.
  func values(_ name: String, of event: String) -> [String] {
    (events[event] ?? []).filter { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") }.map { line in
      var isQuoted = false
      let colon = line.firstIndex { sign in
        if sign == "\"" { isQuoted.toggle() }
        return sign == ":" && !isQuoted
      }
      return colon.map { String(line[line.index(after: $0)...]) } ?? ""
    }
  }

  func value(_ name: String, of event: String) -> String? { values(name, of: event).first }
}
