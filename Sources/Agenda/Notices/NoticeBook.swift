import JSON
import Times

/// The notices of a file as they stand there, to add to and to take away from: whatever else is in it stays.
public struct NoticeBook: Sendable {
  private var root: JSONTree

  /// A file that has no notices yet.
  public init() {
    root = .object([
      "format": .string(NoticeFormat.name), "formatVersion": .number(NoticeFormat.version), "notices": .array([]),
    ])
  }

  /// What a file holds; nil where that is no JSON to the letter, or not such a file: it is not written over then.
  public init?(_ bytes: [UInt8]) {
    guard let root = JSONTree(strict: bytes), root["format"]?.string == NoticeFormat.name, root["notices"]?.array != nil
    else { return nil }
    self.root = root
  }

  private var notices: [JSONTree] {
    get { root["notices"]?.array ?? [] }
    set { root["notices"] = .array(newValue) }
  }

  public var count: Int { notices.count }
  /// The file's text.
  public var bytes: [UInt8] { root.bytes() }

  /// Puts one behind the others, or before them if it is more than news, as they are shown in their order.
  ///
  /// - Parameter zone: the venue's, in which its times are written.
  public mutating func add(_ notice: Notice, in zone: OffsetTable) {
    var members = JSONMembers()
    func set(_ field: NoticeField, _ value: JSONTree?) { members[field.rawValue] = value }
    set(.text, notice.text.map(NoticeBook.tree))
    if notice.level != .info { set(.level, .string(notice.level.rawValue)) }
    set(.late, notice.late.map { .number($0) })
    switch notice.rooms.count {
    case 0: break
    case 1: set(.room, .string(notice.rooms[0]))
    default: set(.room, .array(notice.rooms.map { .string($0) }))
    }
    set(.state, notice.state.map { .string($0.rawValue) })
    set(.session, notice.session.map { .string($0) })
    set(.from, notice.from.map { .string(WireTime.iso($0, in: zone)) })
    set(.until, notice.until.map { .string(WireTime.iso($0, in: zone)) })
    notices.insert(.object(members), at: notice.level == .emergency ? 0 : notices.count)
  }

  /// Takes those away that are at these places, from 0.
  public mutating func remove(_ places: Set<Int>) {
    notices = notices.enumerated().filter { !places.contains($0.offset) }.map(\.element)
  }

  /// Writes the ends of those that have none: the file's own time, which they go by, becomes another.
  ///
  /// - Parameter reading: what was read of this same file.
  public mutating func settle(_ reading: NoticeReading, in zone: OffsetTable) {
    for (place, notice) in zip(reading.places, reading.notices ?? []) where notices.indices.contains(place) {
      guard let until = notice.until, notices[place][NoticeField.until.rawValue] == nil else { continue }
      notices[place][NoticeField.until.rawValue] = .string(WireTime.iso(until, in: zone))
    }
  }

  private static func tree(_ text: Text) -> JSONTree {
    if text.variants.count == 1, text.variants[0].language.isEmpty { return .string(text.variants[0].string) }
    return .object(JSONMembers(text.variants.map { ($0.language, .string($0.string)) }))
  }
}
