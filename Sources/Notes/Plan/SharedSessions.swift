import Agenda

/// The sessions of a shared plan in as few bits as will do: numbers in order, each as its distance from the one before in
/// Rice's code.
///
/// Identifiers that are all numbers stay these numbers, which the next version of an agenda still has. Others become
/// beginnings of checksums, so long that in one of a thousand plans one may be mistaken for another's.
struct SharedSessions: Equatable {
  /// In order, each once.
  private let numbers: [UInt64]
  /// Bits of each checksum; nil where they are the identifiers themselves.
  private let width: Int?

  /// More than any agenda has.
  private static let limit = 60_000
  /// Numbers that are written as they are.
  private static let greatest: UInt64 = 1 << 53

  var count: Int { numbers.count }

  init(_ ids: [Session.ID], conference: String, sessionCount: Int) {
    let plain = ids.compactMap(SharedSessions.number)
    if plain.count == ids.count {
      width = nil
      numbers = Set(plain).sorted()
      return
    }
    let pairs = max(1, ids.count) * max(1, sessionCount)
    let width = min(48, max(16, Int.bitWidth - pairs.leadingZeroBitCount + 10))
    self.width = width
    numbers = Set(ids.map { SharedSessions.checksum($0, conference, width) }).sorted()
  }

  /// What of these is meant, in their order; a checksum of two of them means neither.
  func matching(_ ids: some Sequence<Session.ID>, conference: String) -> [Session.ID] {
    let wanted = Set(numbers)
    var found: [(number: UInt64, id: Session.ID)] = []
    var counts: [UInt64: Int] = [:]
    for id in ids {
      let number = width.map { SharedSessions.checksum(id, conference, $0) } ?? SharedSessions.number(id)
      guard let number, wanted.contains(number) else { continue }
      found.append((number, id))
      counts[number, default: 0] += 1
    }
    return found.filter { counts[$0.number] == 1 }.map(\.id)
  }

  /// An identifier that is a number, and is written as nobody else would write it.
  private static func number(_ id: Session.ID) -> UInt64? {
    guard let number = UInt64(id), number < greatest, String(number) == id else { return nil }
    return number
  }

  /// The highest bits of a hash that hardly differ for texts that hardly differ are mixed with the others (MurmurHash3's
  /// last step).
  private static func checksum(_ id: Session.ID, _ conference: String, _ width: Int) -> UInt64 {
    let hash = StableNumber.hash([conference, id])
    var bits = UInt64(truncatingIfNeeded: hash ^ hash >> 64)
    for factor in [0xFF51_AFD7_ED55_8CCD, 0xC4CE_B9FE_1A85_EC53] as [UInt64] {
      bits ^= bits >> 33
      bits = bits &* factor
    }
    bits ^= bits >> 33
    return bits >> UInt64(64 - width)
  }

  // MARK: - In bits

  func write(to bits: inout BitWriter) {
    bits.bits(width == nil ? 0 : 1, 1)
    if let width { bits.bits(UInt64(width), 6) }
    bits.number(UInt64(numbers.count))
    guard let first = numbers.first else { return }
    let distances = zip(numbers.dropFirst(), numbers).map { $0 - $1 - 1 }
    let split = SharedSessions.split(for: distances)
    bits.bits(UInt64(split), 6)
    bits.number(first)
    for distance in distances {
      for _ in 0..<(distance >> UInt64(split)) { bits.bits(1, 1) }
      bits.bits(0, 1)
      bits.bits(distance, split)
    }
  }

  /// Nil where what is there is no such list.
  init?(_ bits: inout BitReader) {
    guard let kind = bits.bits(1) else { return nil }
    var width: Int?
    if kind == 1 {
      guard let read = bits.bits(6), (1...64).contains(read) else { return nil }
      width = Int(read)
    }
    guard let count = bits.number(), count <= SharedSessions.limit else { return nil }
    self.width = width
    guard count > 0 else {
      numbers = []
      return
    }
    guard let split = bits.bits(6), let first = bits.number() else { return nil }
    var numbers = [first]
    while numbers.count < count {
      var high: UInt64 = 0
      while let bit = bits.bits(1), bit == 1 { high += 1 }
      guard let low = bits.bits(Int(split)), high <= UInt64.max >> (split + 1), let last = numbers.last else {
        return nil
      }
      let (next, isTooGreat) = last.addingReportingOverflow((high << split | low) + 1)
      guard !isTooGreat else { return nil }
      numbers.append(next)
    }
    self.numbers = numbers
  }

  /// How many low bits of distances are written as they are, so that all take the fewest.
  private static func split(for distances: [UInt64]) -> Int {
    func cost(_ split: Int) -> UInt64 {
      distances.reduce(0) { $0 &+ min($1 >> UInt64(split), 1 << 40) + UInt64(split) }
    }
    return (0..<54).min { cost($0) < cost($1) } ?? 0
  }
}

/// Bits one behind the other, the highest of each byte first.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var free = 0

  /// The lowest `count` bits of a value, the highest of them first.
  mutating func bits(_ value: UInt64, _ count: Int) {
    for place in stride(from: count - 1, through: 0, by: -1) {
      if free == 0 {
        bytes.append(0)
        free = 8
      }
      free -= 1
      if value >> UInt64(place) & 1 == 1 { bytes[bytes.count - 1] |= 1 << UInt8(free) }
    }
  }

  /// A number below 2^63 in Elias's gamma code of the next greater one: small ones are short.
  mutating func number(_ value: UInt64) {
    let length = UInt64.bitWidth - (value + 1).leadingZeroBitCount
    bits(0, length - 1)
    bits(value + 1, length)
  }
}

struct BitReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nil at the end.
  mutating func bits(_ count: Int) -> UInt64? {
    guard place + count <= bytes.count * 8 else { return nil }
    var value: UInt64 = 0
    for _ in 0..<count {
      value = value << 1 | UInt64(bytes[place / 8] >> UInt8(7 - place % 8) & 1)
      place += 1
    }
    return value
  }

  /// What `BitWriter.number` has written.
  mutating func number() -> UInt64? {
    var length = 0
    while let bit = bits(1) {
      guard bit == 0 else {
        return bits(length).map { (1 << UInt64(length) | $0) - 1 }
      }
      length += 1
      if length > 62 { return nil }
    }
    return nil
  }
}

/// Base64 with the signs that need no escaping in addresses, without padding (RFC 4648 §5).
enum Base64 {
  private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func encoded(_ bytes: [UInt8]) -> String {
    var (result, held, count) = ([UInt8](), 0, 0)
    for byte in bytes {
      (held, count) = ((held << 8 | Int(byte)) & 0xFFFF, count + 8)
      while count >= 6 {
        count -= 6
        result.append(signs[held >> count & 63])
      }
    }
    if count > 0 { result.append(signs[held << (6 - count) & 63]) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Nil where another sign stands in it.
  static func decoded(_ text: some Collection<UInt8>) -> [UInt8]? {
    var (result, held, count) = ([UInt8](), 0, 0)
    for byte in text {
      let value: Int
      switch byte {
      case 0x41...0x5A: value = Int(byte) - 0x41
      case 0x61...0x7A: value = Int(byte) - 0x61 + 26
      case 0x30...0x39: value = Int(byte) - 0x30 + 52
      case UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "_"): value = 63
      default: return nil
      }
      (held, count) = ((held << 6 | value) & 0xFFFF, count + 6)
      if count >= 8 {
        count -= 8
        result.append(UInt8(held >> count & 0xFF))
      }
    }
    return result
  }
}
