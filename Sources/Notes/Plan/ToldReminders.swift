public import Agenda
import Files

/// Which reminders have been told on this machine, so that each is told once however many windows are open.
///
/// They are lines of `$XDG_STATE_HOME/plenary/reminded/<conference>`.
public struct ToldReminders: Sendable {
  /// More than a conference has sessions that one person goes to.
  private static let limit = 2_000

  private let folder: String
  private let file: String

  /// Nil without a home to keep it in; `~/.local/state` stands in for an `XDG_STATE_HOME` that is not set or not absolute.
  public init?(conference id: String, environment: (String) -> String?) {
    func absolute(_ name: String) -> String? { environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
    guard let state = absolute("XDG_STATE_HOME") ?? absolute("HOME").map({ $0 + "/.local/state" }) else { return nil }
    folder = state + "/plenary/reminded"
    file = folder + "/" + SafeName.of(id)
  }

  /// Takes it on oneself to tell a reminder; false where another window has told it.
  ///
  /// Where nothing can be written it is told: twice is better than never.
  public func claim(_ reminder: Reminder) -> Bool {
    guard (try? Folder.make(folder)) != nil else { return true }
    let lock = FolderLock(in: folder)
    defer { lock.release() }
    let bytes = (try? RegularFile.read(file, limit: 1 << 20))?.bytes ?? []
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    // A line cannot hold what an identifier can.
    let line = Array(SafeName.of(reminder.key).utf8)
    if lines.contains(line) { return false }
    let kept = lines.suffix(ToldReminders.limit) + [line]
    try? DurableFile(file).replace(with: kept.flatMap { $0 + [UInt8(ascii: "\n")] })
    return true
  }
}

/// Something on the plan that begins soon, or has begun unseen.
public struct Reminder: Equatable, Sendable {
  public var slot: PlanSlot
  /// It began while nobody could be told.
  public var isMissed: Bool

  /// The same for every window.
  var key: String {
    switch slot.id {
    case .session(let id): "session \(id) \(slot.start.seconds)"
    case .appointment(let id): "own \(id) \(slot.start.seconds)"
    }
  }
}

/// Finds what is to be reminded of as time goes on, whatever the clock does.
public struct ReminderClock: Sendable {
  /// Up to when it was looked.
  private var seen: Instant
  /// What was found, by key, so that a clock that is set back finds nothing twice.
  private var found: Set<String> = []

  /// From an instant on; what should have been told before it is not.
  public init(from instant: Instant) { seen = instant.advanced(by: -1) }

  /// What is due by now, in the order in which it begins: `minutes` before each entry that is not for later.
  ///
  /// What has begun by then was missed, as after a suspend; what is over is told too, once.
  public mutating func due(at now: Instant, in slots: [PlanSlot], minutes: Int) -> [Reminder] {
    defer { seen = now }
    guard minutes > 0, now > seen else { return [] }
    let lead = Int64(minutes * 60)
    var due: [Reminder] = []
    for slot in slots where slot.grade != .later {
      let time = slot.start.advanced(by: -lead)
      guard time > seen, time <= now else { continue }
      let reminder = Reminder(slot: slot, isMissed: slot.start < now)
      if found.insert(reminder.key).inserted { due.append(reminder) }
    }
    return due
  }

  /// When something is due next; nil where nothing is.
  public func next(after now: Instant, in slots: [PlanSlot], minutes: Int) -> Instant? {
    guard minutes > 0 else { return nil }
    let lead = Int64(minutes * 60)
    return slots.lazy.filter { $0.grade != .later && $0.start.advanced(by: -lead) > now }.map(\.start).min()?
      .advanced(by: -lead)
  }
}
