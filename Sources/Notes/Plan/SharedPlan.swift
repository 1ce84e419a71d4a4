public import Agenda
import Files

/// What is on a plan, as it is handed to others without a server: sessions of a conference.
///
/// Nothing else of the user's is in it, no name and no note, but entries beside the programme where these are asked for.
///
/// As an address it is `plenary:plan/1/CONFERENCE/CODE`: the version, the conference's identifier percent-encoded, and in
/// base64url (RFC 4648 §5) the sessions, perhaps entries beside them, and a CRC-32C over all before it.
public struct SharedPlan: Equatable, Sendable {
  /// Why a text is no plan.
  public enum Problem: Error, Equatable, Sendable {
    case noAddress
    /// A later Plenary has written it.
    case newer
    case tooLong(limit: Int)
    /// What stands in it was cut off, or is not what was written.
    case damaged
    case strangeCharacters
  }

  /// Bytes of the longest address: more than all sessions of a large conference take.
  public static let limit = 1 << 16
  /// What every address begins with.
  public static let scheme = "plenary:"

  public let conference: String
  private let sessions: SharedSessions
  /// What somebody has beside the programme; safe to show.
  public let appointments: [Plan.Appointment]

  /// What somebody means to go to, certainly or perhaps; what is watched later is nobody's to meet at.
  /// - Parameters:
  ///   - sessionCount: how many sessions the conference has, so that theirs are not taken for each other.
  ///   - includesOwn: whether the entries of one's own go along.
  public init(_ plan: Plan, conference: String, sessionCount: Int, includesOwn: Bool = false) {
    self.conference = conference
    let ids = plan.stars.filter { $0.grade != .later }.map(\.id)
    sessions = SharedSessions(ids, conference: conference, sessionCount: sessionCount)
    appointments = includesOwn ? plan.appointments.map { $0.plain } : []
  }

  public var isEmpty: Bool { sessions.count == 0 && appointments.isEmpty }
  /// How many sessions are on it.
  public var count: Int { sessions.count }

  /// Those of these sessions that are on it, in their order.
  ///
  /// Fewer than `count` where an agenda has not all of them.
  public func sessions(among ids: some Sequence<Session.ID>) -> [Session.ID] {
    sessions.matching(ids, conference: conference)
  }

  // MARK: - As an address

  private static let head = scheme + "plan/"
  private static let version = "1"

  public var address: String {
    let start = "\(SharedPlan.head)\(SharedPlan.version)/\(SharedPlan.encoded(conference))/"
    var bits = BitWriter()
    sessions.write(to: &bits)
    bits.number(UInt64(appointments.count))
    for appointment in appointments { appointment.write(to: &bits) }
    let bytes = bits.bytes
    let sum = Checksum.of(Array(start.utf8) + bytes)
    return start + Base64.encoded(bytes + (0..<4).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) })
  }

  /// Reads an address; blanks and line breaks around it, which mail puts there, do not count.
  public init(address: String) throws(Problem) {
    var text = address.utf8[...]
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
    if text.count > SharedPlan.limit + 64 { throw .tooLong(limit: SharedPlan.limit) }
    while let first = text.first, isBlank(first) { text.removeFirst() }
    while let last = text.last, isBlank(last) { text.removeLast() }
    guard text.starts(with: SharedPlan.scheme.utf8) else { throw .noAddress }
    guard text.count <= SharedPlan.limit else { throw .tooLong(limit: SharedPlan.limit) }
    guard text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .strangeCharacters }
    guard text.starts(with: SharedPlan.head.utf8) else { throw .noAddress }
    let parts = text.dropFirst(SharedPlan.head.utf8.count).split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let version = parts.first.flatMap({ Int(String(decoding: $0, as: UTF8.self)) }) else { throw .noAddress }
    guard version == 1 else { throw .newer }
    guard parts.count == 3, let name = SharedPlan.decoded(parts[1]), let all = Base64.decoded(parts[2]), all.count > 4
    else { throw .damaged }
    let (bytes, sum) = (all.dropLast(4), all.suffix(4))
    let start = text.prefix(text.count - parts[2].count)
    let wanted = sum.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard Checksum.of(Array(start) + bytes) == wanted else { throw .damaged }
    var reader = BitReader(Array(bytes))
    guard let sessions = SharedSessions(&reader), let count = reader.number(), count <= 10_000 else { throw .damaged }
    var appointments: [Plan.Appointment] = []
    for place in 0..<Int(count) {
      guard let appointment = Plan.Appointment(&reader, id: "shared-\(place)") else { throw .damaged }
      appointments.append(appointment)
    }
    (conference, self.sessions, self.appointments) = (name, sessions, appointments)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
      if isPlain(byte) {
        result.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  /// Nil where it is not encoded as it is written here; safe to show.
  private static func decoded(_ text: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if isPlain(byte) {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    let name = String(decoding: bytes, as: UTF8.self)
    return name.isEmpty ? nil : name
  }
}

extension Plan.Appointment {
  /// Without what tells one's own plan apart from another window's.
  fileprivate var plain: Plan.Appointment {
    Plan.Appointment(id: "", title: title, place: place, start: start, end: end)
  }

  fileprivate func write(to bits: inout BitWriter) {
    let minutes = start.seconds / 60
    bits.bits(minutes < 0 ? 1 : 0, 1)
    bits.number(UInt64(minutes.magnitude))
    bits.number(UInt64(max(0, end.since(start)) / 60))
    for text in [title, place] {
      bits.number(UInt64(text.utf8.count))
      for byte in text.utf8 { bits.bits(UInt64(byte), 8) }
    }
  }

  fileprivate init?(_ bits: inout BitReader, id: String) {
    // Times of year 1 to 9999 at most.
    let far: UInt64 = 5_000_000_000
    guard let isEarly = bits.bits(1), let minutes = bits.number(), minutes < far, let length = bits.number(),
      length < far
    else { return nil }
    func text() -> String? {
      guard let count = bits.number(), count <= 4_000 else { return nil }
      var bytes: [UInt8] = []
      for _ in 0..<count {
        guard let byte = bits.bits(8) else { return nil }
        bytes.append(UInt8(truncatingIfNeeded: byte))
      }
      return bytes.withUnsafeBufferPointer { TextCleaner(lines: .single).clean(utf8: $0).string }
    }
    guard let title = text(), let place = text() else { return nil }
    let start = Instant(seconds: (isEarly == 1 ? -1 : 1) * Int64(minutes) * 60)
    self.init(id: id, title: title, place: place, start: start, end: start.advanced(by: Int64(length) * 60))
  }
}
