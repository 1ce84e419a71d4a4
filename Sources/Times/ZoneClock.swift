import CPosix
import Glibc
import Synchronization

/// The C library's clock in any time zone of the system's database.
enum ZoneClock {
  /// The zone of the C library belongs to the whole process, so one at a time is asked for.
  private static let turn = Mutex(())

  private static let folder = "/usr/share/zoneinfo"
  /// What the C library takes where `TZ` says nothing.
  private static let usual = "/etc/localtime"

  /// Lets `TZ` say what holds without it.
  static func name() {
    turn.withLock { _ in if getenv("TZ") == nil { setenv("TZ", ":\(usual)", 1) } }
  }

  /// Whether the database has the zone.
  ///
  /// A name that leads out of the database, or is none of IANA's, is not known.
  static func isKnown(_ identifier: String) -> Bool {
    let isName = identifier.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "/"):
        true
      default: false
      }
    }
    guard isName, identifier.utf8.contains(UInt8(ascii: "/")), identifier.utf8.first != UInt8(ascii: "/") else {
      return false
    }
    let file = plenary_open("\(folder)/\(identifier)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var magic = [UInt8](repeating: 0, count: 4)
    return read(file, &magic, 4) == 4 && magic.elementsEqual("TZif".utf8)
  }

  /// What the reader's own zone is called; `UTC` where nothing names one.
  static var ownName: String {
    if let value = getenv("TZ") {
      let name = String(cString: value).drop { $0 == ":" }
      if !name.isEmpty, name != usual { return String(name) }
    }
    guard let target = realpath(usual, nil) else { return "UTC" }
    defer { free(target) }
    let path = String(cString: target)
    return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : "UTC"
  }

  /// Runs `body` with the C library in a zone; nil is the reader's own.
  static func inZone<Result>(_ identifier: String?, _ body: () -> Result) -> Result {
    turn.withLock { _ in
      guard let identifier else {
        tzset()
        return body()
      }
      let own = getenv("TZ").map { String(cString: $0) }
      setenv("TZ", ":\(folder)/\(identifier)", 1)
      tzset()
      defer {
        if let own { setenv("TZ", own, 1) } else { unsetenv("TZ") }
        tzset()
      }
      return body()
    }
  }

  /// Offset and name that the zone in force has at an instant.
  static func reading(at instant: Instant) -> OffsetTable.Transition {
    var seconds = time_t(instant.seconds)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else {
      return OffsetTable.Transition(start: instant, offset: 0, abbreviation: "UTC")
    }
    let offset = Int(parts.tm_gmtoff)
    let letters = parts.tm_zone.map { String(cString: $0) } ?? ""
    let isName = letters.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    return OffsetTable.Transition(
      start: instant, offset: offset, abbreviation: isName && !letters.isEmpty ? letters : numbers(offset))
  }

  static func isSame(_ a: OffsetTable.Transition, _ b: OffsetTable.Transition) -> Bool {
    a.offset == b.offset && a.abbreviation == b.abbreviation
  }

  /// `GMT+2`, for a zone without letters of its own.
  private static func numbers(_ offset: Int) -> String {
    if offset == 0 { return "GMT" }
    let minutes = abs(offset) / 60
    let rest = minutes % 60
    let tail = rest == 0 ? "" : (rest < 10 ? ":0" : ":") + "\(rest)"
    return "GMT\(offset < 0 ? "-" : "+")\(minutes / 60)\(tail)"
  }
}

extension OffsetTable {
  /// The table of an IANA zone, from 15 years before the given ones to 30 after; nil where the zone is unknown.
  ///
  /// Only names of the IANA database and `UTC` are taken, not `EST` or `GMT+5` as some libraries do. Asks the C library
  /// and the system's zone files, which takes milliseconds: for the compiling of a catalogue, not for start-up.
  public static func named(_ identifier: String, around years: ClosedRange<Int>) -> OffsetTable? {
    if identifier == "UTC" || identifier == "Etc/UTC" {
      return OffsetTable(identifier: identifier, transitions: OffsetTable.utc.transitions)
    }
    guard ZoneClock.isKnown(identifier) else { return nil }
    return ZoneClock.inZone(identifier) { OffsetTable(identifier: identifier, around: years) }
  }

  /// The table of the reader's own zone, as `TZ` or /etc/localtime have it; UTC where neither says anything.
  public static func ofThisMachine(around years: ClosedRange<Int>) -> OffsetTable {
    ZoneClock.inZone(nil) { OffsetTable(identifier: ZoneClock.ownName, around: years) }
  }

  /// To be called before a second thread asks for zones.
  ///
  /// The C library has its zone from the environment. From now on the variable is there and stays, and only its value is
  /// exchanged, so that whoever reads the environment at that moment finds it whole.
  public static func prepareForThreads() { ZoneClock.name() }

  /// Reads the zone in force.
  ///
  /// A week is shorter than any two changes have ever been apart.
  private init(identifier: String, around years: ClosedRange<Int>) {
    // A conference of a thousand years is a slip of the pen: the last rules known hold on.
    let first = max(1, years.lowerBound - 15)
    let last = min(9999, min(years.upperBound, years.lowerBound + 50) + 30)
    let end = OffsetTable.newYear(last + 1)
    var before = ZoneClock.reading(at: OffsetTable.newYear(first))
    var transitions = [before]
    while before.start < end {
      let after = ZoneClock.reading(at: min(end, before.start.advanced(by: 7 * 86_400)))
      if !ZoneClock.isSame(before, after) {
        transitions.append(OffsetTable.change(between: before, and: after))
      }
      before = after
    }
    self.init(identifier: identifier, transitions: transitions)
  }

  /// The second from which on the later reading holds.
  private static func change(between early: Transition, and late: Transition) -> Transition {
    var (low, high) = (early, late)
    while high.start.since(low.start) > 1 {
      let middle = ZoneClock.reading(at: low.start.advanced(by: high.start.since(low.start) / 2))
      if ZoneClock.isSame(low, middle) { low = middle } else { high = middle }
    }
    return high
  }

  private static func newYear(_ year: Int) -> Instant {
    Instant(seconds: Int64(CalendarDate(year: year, month: 1, day: 1)?.dayNumber ?? 0) * 86_400)
  }
}
