public import Agenda

/// Writes an agenda as a bundle's files (format version 1, Resources/schema).
public enum BundleWriter {
  public struct File: Equatable, Sendable {
    /// Relative to the bundle: `agenda.json`, `texts/about.md`.
    public var path: String
    public var bytes: [UInt8]
  }

  /// Descriptions of so many sessions at most stand in files of their own, which people can edit; of more, in
  /// agenda.json, since every start looks at every file.
  static let textFileLimit = 200

  /// agenda.json comes last, so that it never names a file that is not there yet.
  public static func files(of agenda: Agenda) -> [File] {
    var writer = BundleAgendaWriter(agenda)
    let bytes = writer.bytes
    return writer.files + [File(path: "agenda.json", bytes: bytes)]
  }
}
