public import Agenda

/// Why nothing of a file could be read.
public struct ImportFailure: Error, Equatable, Sendable {
  public var fact: ProblemFact
  /// Counted from 1; nil for the file as a whole.
  public var line: Int?

  public init(_ fact: ProblemFact, line: Int? = nil) { (self.fact, self.line) = (fact, line) }

  /// Why its bytes could not be had.
  public init(_ failure: FileFailure) { self.init(.file(.notRead("", failure))) }

  /// - Parameter file: what the file is called.
  public func problem(file: String) -> Problem {
    var fact = fact
    if case .file(.notRead(_, let failure)) = fact { fact = .file(.notRead(file, failure)) }
    return Problem(place: Problem.Place(file: file, line: line), fact: fact)
  }
}

/// How much is read before it is too much.
public struct ImportLimits: Equatable, Sendable {
  /// Bytes of a file.
  public var file = 128 << 20
  /// Values of JSON, each of which takes 24 bytes.
  public var values = 4_000_000
  /// Levels of elements, lists or objects inside each other.
  public var depth = 64
  /// Bytes of one text; a longer one is no text of a schedule, and the file is refused.
  public var text = 8 << 20
  /// Bytes that are kept of one text.
  public var keptText = 1 << 20
  /// Sessions, series spread out.
  public var sessions = 60_000
  /// Parts of a file that are no sessions: people, tracks, rooms, elements of an XML that are held at once.
  public var parts = 400_000
  /// Lines of an iCalendar file.
  public var lines = 1_000_000

  public static let standard = ImportLimits()

  public init() {}
}

/// How far an import has come.
final class ImportMonitor {
  private let total: Int
  private let progress: (Double) -> Bool

  init(total: Int, progress: @escaping (Double) -> Bool) { (self.total, self.progress) = (max(total, 1), progress) }

  /// So many bytes have been read, which is about half of the work; false to stop.
  func read(_ bytes: Int) -> Bool { read(share: min(1, Double(bytes) / Double(total))) }

  /// The same as a share, from 0 to 1.
  func read(share: Double) -> Bool { progress(share * 0.5) }

  /// The file is read, and of its parts some are made into sessions; false to stop.
  func built(_ share: Double) -> Bool { progress(0.5 + share * 0.5) }
}
