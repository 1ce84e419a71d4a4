import Agenda
import Testing

@testable import Interchange

extension Import {
  static func read(_ bytes: [UInt8], name: String, today: CalendarDate) throws(ImportFailure) -> ImportReading {
    try read(FileBytes(bytes), name: name, today: today)
  }
}

/// Reading texts as files, for tests.
enum ReadingSample {
  /// What today is where a file has no date.
  static let today = CalendarDate(dayNumber: 19_000)

  static func read(_ text: String, name: String = "sample") throws -> ImportReading {
    try Import.read(Array(text.utf8), name: name, today: today)
  }

  /// The failure of a file that must be refused.
  static func failure(_ bytes: [UInt8]) throws -> ImportFailure {
    do throws(ImportFailure) {
      _ = try Import.read(bytes, name: "sample", today: today)
    } catch {
      return error
    }
    Issue.record("it was read")
    return ImportFailure(.file(.noMemory))
  }

  static func xml(conference: String = "", days: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <schedule><conference><title>Sample</title>\(conference)</conference>\(days)</schedule>
    """
  }

  /// `2024-12-27 10:30`, at the venue.
  static func local(_ instant: Instant?, _ reading: ImportReading) -> String? {
    instant.map { instant in
      let local = reading.agenda.conference.zone.local(instant)
      return "\(local.date) \(local.clock)"
    }
  }

  static func starts(_ reading: ImportReading) -> [String] {
    reading.agenda.sessions.compactMap { local($0.start, reading) }
  }

  static func days(_ reading: ImportReading) -> [String] {
    reading.agenda.sessions.map { reading.agenda.conference.day(of: $0.start).description }
  }

  static func names(_ reading: ImportReading) -> [String] {
    reading.problems.map { $0.name }
  }

  static func string(_ text: Text?) -> String? { text?.string(for: ["en"]) }
}
