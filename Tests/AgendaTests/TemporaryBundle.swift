import Agenda
import Foundation
import Messages

/// A bundle of our own making in a temporary folder, gone when it is.
final class TemporaryBundle {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "plenary-test-\(UUID().uuidString)/bundle")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  convenience init(agenda: String) throws {
    try self.init()
    try write("agenda.json", agenda)
  }

  deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

  func write(_ path: String, _ text: String) throws { try write(path, bytes: Array(text.utf8)) }

  func write(_ path: String, bytes: [UInt8]) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// The target may be relative to the link's folder.
  func link(_ path: String, to target: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: url.path, withDestinationPath: target)
  }

  func read(limits: BundleReader.Limits = .standard) -> BundleReading {
    BundleReader(limits: limits).read(folder.path)
  }

  /// What the check would print.
  func lines(limits: BundleReader.Limits = .standard) -> [String] {
    read(limits: limits).problems.map { $0.line(in: .english) }
  }
}

/// Agendas as JSON, one field a line, so that a test knows the lines.
enum SampleAgenda {
  /// A sound conference; its object is on line 3.
  static let conference = """
    "conference": {"id": "c", "title": "C", "timeZone": "America/New_York", "start": "2017-12-03", "end": "2017-12-05"}
    """

  /// A bundle with a sound conference and further fields, which begin on line 4.
  static func with(_ fields: String) -> String {
    """
    {
    "format": "plenary-agenda", "formatVersion": 1,
    \(conference)\(fields.isEmpty ? "" : ",")
    \(fields)
    }
    """
  }

  /// A bundle whose sessions begin on line 5, one a line.
  static func sessions(_ sessions: String...) -> String {
    with("\"sessions\": [\n\(sessions.joined(separator: ",\n"))\n]")
  }

  static let opening = #"{"id": "opening", "title": "Opening", "start": "2017-12-04T09:00", "end": "2017-12-04T10:30"}"#
}
