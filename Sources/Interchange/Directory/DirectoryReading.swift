public import Agenda
import JSON
public import Messages

/// Why something is no directory of conferences.
public enum DirectoryFailure: Error, Equatable, Sendable {
  /// A schedule, another list.
  case noDirectory
  /// A page of the web.
  case page
  /// It is one, and no entry in it can be used.
  case empty
  /// More values than any list has.
  case tooManyValues(limit: Int)

  public var message: Message {
    switch self {
    case .noDirectory: Message("found no list of conferences there")
    case .page: Message("found a web page, expected a list of conferences")
    case .empty: Message("found a list in which no conference can be used")
    case .tooManyValues(let limit): Message("found more than %d values, which no list of conferences has", limit)
    }
  }
}

/// The conferences that a directory names: the menu of Giggity, or the list of events that a pretalx gives
/// (`/api/events/`).
///
/// It comes from anywhere. What is no title, no date and no address of the web is passed over; of texts for other programs,
/// such as the regular expressions by which Giggity names rooms, nothing is looked at. Where the JSON is damaged, what can
/// be read of it counts.
public struct DirectoryReading: Equatable, Sendable {
  /// Each address once.
  public private(set) var conferences: [ListedConference] = []
  /// Entries that name no conference that could be fetched.
  public private(set) var passedOver = 0
  /// Whether it is not JSON to the letter, so that some may be missing.
  public private(set) var isDamaged = false

  /// Bytes of a list; one of thousands of conferences has a tenth of them.
  public static let sizeLimit = 4 << 20
  private static let valueLimit = 500_000
  private static let countLimit = 5_000

  /// - Parameter address: where it was fetched, from which those of a pretalx's events follow.
  public init(_ bytes: [UInt8], from address: SourceAddress) throws(DirectoryFailure) {
    if DirectoryReading.isPage(bytes) { throw .page }
    let document: JSONDocument
    do throws(JSONReader.Failure) {
      document = try JSONReader(valueLimit: DirectoryReading.valueLimit).read(bytes)
    } catch {
      throw .tooManyValues(limit: DirectoryReading.valueLimit)
    }
    guard let root = document.root.map({ JSONTree($0) }) else { throw .noDirectory }
    isDamaged = !document.isStrict
    if let schedules = root["schedules"]?.array {
      take(schedules) { ListedConference(menuEntry: $0) }
    } else if let events = root.array ?? root["results"]?.array, events.contains(where: { $0["slug"] != nil }) {
      let events = events.filter { $0["is_public"] != .boolean(false) }
      take(events) { ListedConference(event: $0, ofPretalx: address) }
    } else {
      throw .noDirectory
    }
    if conferences.isEmpty { throw .empty }
  }

  private static func isPage(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(1_000).drop { $0 <= 0x20 || $0 >= 0x80 }
    let beginning = String(decoding: start.prefix(15), as: UTF8.self).lowercased()
    return beginning.hasPrefix("<!doctype html") || beginning.hasPrefix("<html")
  }

  private mutating func take(_ entries: [JSONTree], _ read: (JSONTree) -> ListedConference?) {
    var addresses: Set<String> = []
    for entry in entries {
      guard conferences.count < DirectoryReading.countLimit, let conference = read(entry) else {
        passedOver += 1
        continue
      }
      if addresses.insert(conference.address).inserted { conferences.append(conference) }
    }
  }
}

extension ListedConference {
  /// Scalars of a title.
  private static let titleLimit = 200
  private static let addressLimit = 1_000
  /// What is taken of an interval, in minutes.
  private static let intervals = 5...(7 * 24 * 60)

  /// An entry of Giggity's menu (`https://ggt.gaa.st/schema`); nil without a title, or an address that anybody may have.
  init?(menuEntry entry: JSONTree) {
    guard let title = ListedConference.title(entry["title"]),
      let address = entry["url"]?.string.flatMap(ListedConference.address)
    else { return nil }
    self.init(title: title, address: address, id: ListedConference.identifier(entry["id"]))
    setDates(entry["start"], entry["end"])
    timeZone = ListedConference.zone(entry["timezone"])
    if case .number(let digits)? = entry["refresh_interval"], let seconds = Int(digits), seconds > 0 {
      interval = min(max(seconds / 60, ListedConference.intervals.lowerBound), ListedConference.intervals.upperBound)
    }
  }

  /// The same as `init(menuEntry:)` reads it, which is how it is kept.
  var menuEntry: JSONTree {
    var members: JSONMembers = ["title": title.tree, "url": .string(address)]
    if !id.isEmpty { members.append("id", .string(id)) }
    if let start { members.append("start", .string(start.description)) }
    if let end { members.append("end", .string(end.description)) }
    if let timeZone { members.append("timezone", .string(timeZone)) }
    if let interval { members.append("refresh_interval", .number(interval * 60)) }
    return .object(members)
  }

  /// An event of a pretalx; its schedule has a place of its own below the event's.
  init?(event: JSONTree, ofPretalx list: SourceAddress) {
    guard let title = ListedConference.title(event["name"]), let slug = event["slug"]?.string,
      Identifier.isUsable(slug)
    else { return nil }
    guard let address = ListedConference.address("\(list.site)/\(slug)/schedule/export/schedule.xml") else {
      return nil
    }
    self.init(title: title, address: address, id: slug)
    setDates(event["date_from"], event["date_to"])
    timeZone = ListedConference.zone(event["timezone"])
  }

  private mutating func setDates(_ first: JSONTree?, _ last: JSONTree?) {
    start = ListedConference.date(first)
    end = ListedConference.date(last) ?? start
    start = start ?? end
    if let start, let last = end, last < start { end = start }
  }

  // MARK: - What is taken

  /// A string, or one for each language; without what a terminal would obey, and no longer than a title is.
  private static func title(_ value: JSONTree?) -> Text? {
    func clean(_ string: String) -> String {
      let beginning = String(String.UnicodeScalarView(string.unicodeScalars.prefix(titleLimit)))
      return TextCleaner(lines: .single).clean(beginning).string
    }
    switch value {
    case .string(let string)?:
      let title = clean(string)
      return title.isEmpty ? nil : Text(title)
    case .object(let members)?:
      let variants = members.pairs.prefix(100).compactMap { language, value -> Text.Variant? in
        guard LanguageTag.isWellFormed(language), let title = value.string.map(clean), !title.isEmpty else {
          return nil
        }
        return Text.Variant(language: language, string: title)
      }
      return variants.isEmpty ? nil : Text(variants: variants)
    case .null?, .boolean?, .number?, .array?, nil: return nil
    }
  }

  /// An address of the web as it may be told to anybody: without a user, and with nothing in it that is no sign.
  private static func address(_ text: String) -> String? {
    let isClean = text.unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) }
    guard isClean, text.utf8.count <= addressLimit, TextCleaner(lines: .single).clean(text).string == text,
      let address = SourceAddress(text), address.user == nil
    else { return nil }
    return address.text
  }

  private static func identifier(_ value: JSONTree?) -> String {
    value?.string.flatMap { Identifier.isUsable($0) ? $0 : nil } ?? ""
  }

  /// A date, or the date of a time.
  private static func date(_ value: JSONTree?) -> CalendarDate? {
    guard let text = value?.string, text.utf8.count == 10 || text.dropFirst(10).first == "T" else { return nil }
    return try? StrictTime.date(String(text.prefix(10)))
  }

  /// Only what a name of a zone is made of.
  private static func zone(_ value: JSONTree?) -> String? {
    value?.string.flatMap { text in
      let isName = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"),
          UInt8(ascii: "+"):
          true
        default: false
        }
      }
      return isName && !text.isEmpty && text.utf8.count <= 64 ? text : nil
    }
  }
}

extension Text {
  fileprivate var tree: JSONTree {
    if variants.count == 1, let only = variants.first, only.language.isEmpty { return .string(only.string) }
    return .object(JSONMembers(variants.map { ($0.language, .string($0.string)) }))
  }
}
