import Agenda
public import Files
import JSON
public import Times

/// Where a conference comes from, and what is known of its last fetches: `source.json` among the user's own files, never
/// in a bundle, since the address may hold what nobody else may know.
public struct SourceRecord: Equatable, Sendable {
  /// Nil for one that was made of a file.
  public var address: SourceAddress?
  /// Where it was before its server said that it has moved: by that too it is known.
  public private(set) var formerAddress: SourceAddress?
  /// The bundle that is made of it: an absolute path.
  public var bundle: String?
  public var validators = Validators()
  /// SHA-256 of the body that the bundle was made of, as there are servers whose validators are wrong.
  public var bodyHash: String?
  /// When it was last asked for, whatever came of it.
  public var asked: Instant?
  /// When the server last gave or confirmed what the bundle holds: the agenda's age.
  public var confirmed: Instant?
  /// When the agenda last changed.
  public var changed: Instant?
  /// Not to be asked for by itself before then, as the server has said.
  public var rest: Instant?
  /// Minutes from one look to the next while the program is open; nil is the usual.
  public var interval: Int?
  public var choices = ImportChoices()
  /// What a newer version has written beside these, which is kept.
  private var others = JSONMembers()

  /// Minutes from one look to the next where nothing is said.
  public static let usualInterval = 30
  /// What is taken of an interval, in minutes: no server is asked all the time, and none forgotten.
  private static let intervals = 5...(7 * 24 * 60)

  public init() {}

  /// The record that a file holds.
  ///
  /// Nil where it is none. A field that cannot be read is as if it were missing.
  init?(_ bytes: [UInt8]) {
    guard case .object(let members)? = JSONTree(strict: bytes), members["format"]?.string == SourceRecord.format else {
      return nil
    }
    others = members
    for name in Field.allCases { others[name.rawValue] = nil }
    func text(_ field: Field) -> String? { members[field.rawValue]?.string }
    func time(_ field: Field) -> Instant? { text(field).flatMap { Instant(iso: $0) } }
    address = text(.address).flatMap { SourceAddress($0) }
    formerAddress = text(.formerAddress).flatMap { SourceAddress($0) }
    bundle = text(.bundle).flatMap { $0.hasPrefix("/") ? $0 : nil }
    validators = Validators(entityTag: text(.entityTag), lastModified: text(.lastModified))
    bodyHash = text(.bodyHash)
    (asked, confirmed, changed, rest) = (time(.asked), time(.confirmed), time(.changed), time(.rest))
    if case .number(let digits)? = members[Field.interval.rawValue] {
      interval = Int(digits).map { min(max($0, SourceRecord.intervals.lowerBound), SourceRecord.intervals.upperBound) }
    }
    choices = ImportChoices(
      title: text(.title), timeZone: text(.timeZone).flatMap { ImportChoices.isZone($0) ? $0 : nil },
      id: text(.id).flatMap { ImportChoices.isIdentifier($0) ? $0 : nil },
      language: text(.language).flatMap { ImportChoices.isLanguage($0) ? $0 : nil },
      map: text(.map).flatMap { ImportChoices.isMap($0) ? $0 : nil })
  }

  private static let format = "plenary-source"

  private enum Field: String, CaseIterable {
    case format, formatVersion, address, formerAddress, bundle, entityTag, lastModified, bodyHash, asked, confirmed,
      changed, rest
    case interval, title, timeZone, id, language, map
  }

  var bytes: [UInt8] {
    var members: JSONMembers = [
      Field.format.rawValue: .string(SourceRecord.format), Field.formatVersion.rawValue: .number(1),
    ]
    func put(_ field: Field, _ text: String?) {
      if let text { members.append(field.rawValue, .string(text)) }
    }
    func put(_ field: Field, _ time: Instant?) { put(field, time.map { WireTime.iso($0, in: .utc) }) }
    put(.address, address?.text)
    put(.formerAddress, formerAddress?.text)
    put(.bundle, bundle)
    put(.entityTag, validators.entityTag)
    put(.lastModified, validators.lastModified)
    put(.bodyHash, bodyHash)
    put(.asked, asked)
    put(.confirmed, confirmed)
    put(.changed, changed)
    put(.rest, rest)
    if let interval { members.append(Field.interval.rawValue, .number(interval)) }
    put(.title, choices.title)
    put(.timeZone, choices.timeZone)
    put(.id, choices.id)
    put(.language, choices.language)
    put(.map, choices.map)
    members += others
    return JSONTree.object(members).bytes()
  }

  /// Takes the address at which it is from now on, as its server has said.
  public mutating func move(to address: SourceAddress) {
    formerAddress = formerAddress ?? self.address
    self.address = address
  }

  public func isKnown(by address: SourceAddress) -> Bool { self.address == address || formerAddress == address }

  /// Seconds until it may be asked for by itself, by a clock that may have been set; none where it is time.
  public func wait(at now: Instant) -> Int64 {
    let interval = Int64(interval ?? SourceRecord.usualInterval) * 60
    // What lies ahead was written by another clock.
    let sinceAsked = asked.map { now.since($0) }.flatMap { $0 >= 0 ? $0 : nil }
    let rest = rest.map { $0.since(now) }.flatMap { $0 <= 7 * 86_400 ? $0 : nil }
    return max(0, max(sinceAsked.map { interval - $0 } ?? 0, rest ?? 0))
  }
}

extension Instant {
  /// A date and a time with an offset; nil where the text is no such.
  init?(iso text: String) {
    guard let time = try? StrictTime.dateTime(text), let offset = time.offset else { return nil }
    self = time.local.instant(offset: offset)
  }
}

/// The file with a conference's source, for the user alone.
public struct SourceFile: Sendable {
  public let path: String
  private let calls: FileCalls

  /// No record is as large.
  private static let limit = 1 << 20

  /// - Parameter folder: where what the user has written about the conference lies.
  public init(in folder: String, calls: FileCalls = .system) { (path, self.calls) = (folder + "/source.json", calls) }

  /// What it holds; nil where it is missing or damaged, when the source has to be named once more.
  public func load() -> SourceRecord? {
    let file = try? RegularFile.read(path, limit: SourceFile.limit)
    return (file ?? nil).flatMap { SourceRecord($0.bytes) }
  }

  public func save(_ record: SourceRecord) throws(FileError) {
    let folder = Path.split(path).folder
    try Folder.make(folder, calls: calls)
    // What a killed program has left there may hold an address.
    TemporaryName.sweep(folder, calls: calls)
    try DurableFile(path, calls: calls).replace(with: record.bytes)
  }
}
