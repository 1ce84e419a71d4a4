import CPosix
import Glibc
import JSON

/// What came of reading notices.
public struct NoticeReading: Equatable, Sendable {
  /// Nil where the file is there, but nothing of it can be read.
  public var notices: [Notice]?
  /// Where each of them stands among those of the file, from 0.
  public var places: [Int] = []
  public var problems: [Problem]

  public init(notices: [Notice]?, places: [Int] = [], problems: [Problem]) {
    (self.notices, self.places, self.problems) = (notices, places, problems)
  }
}

/// Reads `notices.json`: what the staff want the kiosks to say (format version 1, Resources/schema).
public struct NoticeReader: Sendable {
  /// Bytes that are read at the most.
  public static let limit = 1 << 20
  /// Notices that are taken at the most.
  public static let countLimit = 100
  /// The name that the file has in a bundle's folder.
  public static let file = "notices.json"
  /// What a file says that it is.
  public static let format = NoticeFormat.name

  private let zone: OffsetTable
  private let dayChange: DayChange
  private let rooms: [(id: Room.ID, name: String)]?
  private let hasSession: @Sendable (Session.ID) -> Bool

  /// - Parameters:
  ///   - zone: the venue's, for times without an offset.
  ///   - dayChange: when a notice without an end is no longer shown.
  ///   - rooms: identifiers and names, either of which a notice may give; nil where they are not known.
  ///   - hasSession: whether there is a session of that identifier.
  public init(
    zone: OffsetTable, dayChange: DayChange, rooms: [(id: Room.ID, name: String)]?,
    hasSession: @escaping @Sendable (Session.ID) -> Bool
  ) {
    (self.zone, self.dayChange, self.rooms, self.hasSession) = (zone, dayChange, rooms, hasSession)
  }

  /// Reads the file at a path; one that is not there has no notices.
  ///
  /// A notice without `until` holds to the end of the day on which the file was changed last; an emergency until it is
  /// taken away.
  public func read(_ path: String) -> NoticeReading {
    let (folderPath, name) = NoticeReader.split(path)
    let log = ProblemLog(file: Excerpt.shown(name), limit: 100)
    do throws(FileFailure) {
      var status = stat()
      if stat(path, &status) != 0 {
        if errno == ENOENT || errno == ENOTDIR { return NoticeReading(notices: [], problems: []) }
        throw .unreadable(errno)
      }
      let folder = try BundleFolder(path: folderPath)
      let source = try folder.read(name, limit: NoticeReader.limit, links: .inside)
      if source.count == 0 { throw .empty }
      let texts = TextFiles(folder: folder, limits: .standard)
      guard let document = BundleReader().document(source, log), let root = document.root else {
        return NoticeReading(notices: nil, problems: log.problems)
      }
      let decoder = BundleDecoder(log: log, limits: .standard, texts: texts)
      decoder.zone = zone
      let end = dayChange.end(ofDayOf: Instant(seconds: Int64(status.st_mtim.tv_sec)), in: zone)
      let found = notices(root, decoder, end: end)
      // Where no conference is known, no offset is known either.
      let problems = log.problems.filter { problem in
        if case .value(.offsetDisagrees) = problem.fact { rooms != nil } else { true }
      }
      return NoticeReading(notices: found?.map(\.notice), places: found?.map(\.place) ?? [], problems: problems)
    } catch {
      log.report(.file(.notRead(Excerpt.shown(path, limit: 4_096), error)))
      return NoticeReading(notices: nil, problems: log.problems)
    }
  }

  private func notices(_ root: JSONValue, _ decoder: BundleDecoder, end: Instant) -> [(place: Int, notice: Notice)]? {
    guard let object = ObjectReader<NoticesField>(root, decoder.log) else { return nil }
    guard object[.format]?.rawString == NoticeFormat.name else {
      decoder.log.report(
        .grammar(.wrongFormat(found: object[.format]?.found ?? .nothing, expected: NoticeFormat.name)),
        at: object[.format] ?? root)
      return nil
    }
    decoder.checkVersion(object[.formatVersion], known: NoticeFormat.version, in: root)
    let (values, limit) = (decoder.list(object[.notices]), NoticeReader.countLimit)
    if values.count > limit {
      decoder.log.report(.file(.tooManyNotices(count: values.count, limit: limit)), at: values[limit])
    }
    return values.prefix(limit).enumerated().compactMap { place, value in
      notice(value, decoder, end: end).map { (place, $0) }
    }
  }

  /// A notice; nil where it says nothing, or would move what it is not meant for.
  private func notice(_ value: JSONValue, _ decoder: BundleDecoder, end: Instant) -> Notice? {
    let log = decoder.log
    guard let object = ObjectReader<NoticeField>(value, log) else { return nil }
    var notice = Notice(text: decoder.text(object[.text]), from: decoder.instant(object[.from]))
    notice.level = decoder.choice(object[.level], Notice.Level.self) ?? .info
    notice.state = decoder.choice(object[.state], Notice.RoomState.self)
    notice.until = decoder.instant(object[.until]) ?? (notice.level == .emergency ? nil : end)
    if let from = notice.from, let until = object[.until], notice.until.map({ $0 <= from }) ?? false {
      log.report(.value(.endBeforeStart(start: object[.from]?.excerpt ?? "", end: until.excerpt)), at: until)
    }
    if let late = object[.late] {
      let minutes = late.kind == .number ? Int(late.excerpt) : nil
      if let minutes, (1...720).contains(minutes) {
        notice.late = minutes
      } else {
        log.report(.value(.wrongType(found: late.found, expected: .minutes)), at: late)
      }
    }
    var isLost = false
    if let field = object[.room] {
      let names = field.kind == .array ? decoder.list(field) : [field]
      notice.rooms = names.compactMap { room(decoder.string($0) ?? "", at: $0, log) }
      isLost = notice.rooms.isEmpty
    }
    if let session = object[.session] {
      let id = decoder.string(session) ?? ""
      notice.session = hasSession(id) ? id : nil
      if notice.session == nil {
        log.report(.value(.deadReference(id: session.excerpt, to: .session)), at: session)
        isLost = true
      }
    }
    // What is late or full is not known: the words, if there are any, are still worth saying.
    if isLost { (notice.late, notice.state) = (nil, nil) }
    if notice.state != nil, notice.rooms.isEmpty {
      log.report(.value(.missingField(name: NoticeField.room.rawValue, expected: .line)), at: value)
      notice.state = nil
    }
    if notice.text == nil, notice.late == nil, notice.state == nil {
      if !isLost { log.report(.value(.missingField(name: NoticeField.text.rawValue, expected: .text)), at: value) }
      return nil
    }
    return notice
  }

  /// The room of that identifier, or of that name without regard to capitals; nil where there is none, and that is told.
  private func room(_ name: String, at value: JSONValue, _ log: ProblemLog) -> Room.ID? {
    guard let rooms else { return name }
    let room = Identifier.named(name, among: rooms)
    if room == nil { log.report(.value(.deadReference(id: value.excerpt, to: .room)), at: value) }
    return room
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }
}

/// What a file says that it has notices.
enum NoticeFormat {
  static let name = "plenary-notices"
  static let version = 1
}

enum NoticesField: String, BundleField {
  case schema = "$schema"
  case format, formatVersion, notices
}

enum NoticeField: String, BundleField {
  case text, level, late, room, state, session, from, until
}
