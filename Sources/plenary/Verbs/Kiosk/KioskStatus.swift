import Agenda
import Files
import JSON
import Messages

/// How a kiosk does, in a file for whatever watches over it: renewed each minute, and when anything changes.
struct KioskStatus: Equatable {
  enum State: String {
    case ok
    /// What is shown is older than it should be.
    case stale
    /// The bundle cannot be read any more; what was shown before stays.
    case broken
    /// The bundle could not be read at the start, and the last good one is shown.
    case lastGood = "last-good"
  }

  var state = State.ok
  /// Why it is not what it should be; nil where it is.
  var trouble: String?
  var conference = ""
  /// Of what is shown, equal on all screens that show the same (SHA-256 of the agenda's file).
  var fingerprint: String?
  /// When that was last known to be its source's; nil where nobody has said.
  var asOf: Instant?
  var notices = 0
  var noticeProblems = 0

  /// - Parameters:
  ///   - now: the machine's time.
  ///   - started: when the kiosk was.
  func bytes(bundle: String, now: Instant, started: Instant) -> [UInt8] {
    func stamp(_ instant: Instant) -> JSONTree { .string(WireTime.iso(instant, in: .utc)) }
    return JSONTree.object([
      "format": .string("plenary-kiosk-status"), "formatVersion": .number(1), "state": .string(state.rawValue),
      "trouble": .orNull(trouble), "written": stamp(now), "started": stamp(started), "plenary": .string(programVersion),
      "bundle": .string(bundle), "conference": .string(conference), "fingerprint": .orNull(fingerprint),
      "asOf": asOf.map(stamp) ?? .null, "ageSeconds": asOf.map { .number(Int(now.since($0))) } ?? .null,
      "notices": .number(notices), "noticeProblems": .number(noticeProblems),
    ]).bytes()
  }
}

/// Keeps that file; what cannot be written is told in the log once, and tried again.
final class KioskStatusFile {
  /// Milliseconds after which it is written though nothing has changed.
  private static let interval: Int64 = 60_000

  private let path: String?
  private let bundle: String
  private let started: Instant
  private var written: KioskStatus?
  private var lastWrite: Int64 = 0
  private var isBroken = false

  /// - Parameter path: nil keeps none.
  init(path: String?, bundle: String, started: Instant) {
    (self.path, self.bundle, self.started) = (path, bundle, started)
  }

  /// When it is to be written at the latest, in milliseconds of the loop's clock.
  var deadline: Int64 { lastWrite + KioskStatusFile.interval }

  /// Writes it where something has changed, or where it is time; gives what went wrong first.
  func write(_ status: KioskStatus, now: Instant, uptime: Int64) -> Message? {
    guard status != written || uptime >= deadline else { return nil }
    (written, lastWrite) = (status, uptime)
    guard let path else { return nil }
    do throws(FileError) {
      let bytes = status.bytes(bundle: bundle, now: now, started: started)
      try DurableFile(path, isPrivate: false).replace(with: bytes)
      isBroken = false
      return nil
    } catch {
      defer { isBroken = true }
      return isBroken ? nil : .notWritten(path, error.reason)
    }
  }
}
