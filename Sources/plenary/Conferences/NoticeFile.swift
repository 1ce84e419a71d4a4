import Agenda
import Catalogue
import Files
import Interchange
import Messages

/// The file of a conference's notices: read by kiosks, changed by the staff.
struct NoticeFile {
  let path: String
  let zone: OffsetTable
  let dayChange: DayChange
  private let reader: NoticeReader

  /// - Parameters:
  ///   - bundle: a bundle's folder, or a file in whose folder the notices are.
  ///   - path: of another file; nil takes that one.
  static func path(_ path: String?, of bundle: String) -> String {
    let folder = ConferenceSource.isForeign(bundle) ? Path.split(bundle).folder : BundleOpener.folder(of: bundle)
    return path ?? "\(folder)/\(NoticeReader.file)"
  }

  /// One of which no conference is known: its rooms and sessions are taken as they are named.
  init(alone path: String) {
    self.init(path, zone: .utc, dayChange: .usual, rooms: nil) { _ in true }
  }

  init(_ path: String, of agenda: Agenda, languages: [String]) {
    let sessions = Set(agenda.sessions.map(\.id))
    self.init(
      path, zone: agenda.conference.zone, dayChange: agenda.conference.dayChange,
      rooms: agenda.rooms.map { ($0.id, $0.name.string(for: languages)) }
    ) { sessions.contains($0) }
  }

  /// Of a catalogue whose sessions are looked through once: whoever looks often keeps it.
  init(_ path: String, of catalogue: Catalogue) {
    let card = catalogue.conference
    self.init(
      path, zone: card.zone, dayChange: card.dayChange,
      rooms: catalogue.choices(.room).map { (id: $0.id, name: $0.name) }
    ) { [ids = Set(catalogue.days.indices.flatMap { catalogue.sessions(onDay: $0).map(\.id) })] in ids.contains($0) }
  }

  private init(
    _ path: String, zone: OffsetTable, dayChange: DayChange, rooms: [(id: Room.ID, name: String)]?,
    hasSession: @escaping @Sendable (Session.ID) -> Bool
  ) {
    (self.path, self.zone, self.dayChange) = (path, zone, dayChange)
    reader = NoticeReader(zone: zone, dayChange: dayChange, rooms: rooms, hasSession: hasSession)
  }

  /// Whether a path leads to such a file, by its name or by what is in it.
  static func isOne(_ path: String) -> Bool {
    Path.split(path).name == NoticeReader.file || ImportSource.names(NoticeReader.format, at: path)
  }

  func read() -> NoticeReading { reader.read(path) }

  /// How many there are in the file, those that cannot be read too.
  var count: Int {
    (try? RegularFile.read(path, limit: NoticeReader.limit))?.flatMap { NoticeBook($0.bytes) }?.count ?? 0
  }

  /// Adds one, to the end of its day where it has no end and is no emergency; nil where it was written, else why it was
  /// not.
  func add(_ notice: Notice, at now: Instant) -> Message? {
    var notice = notice
    if notice.until == nil, notice.level != .emergency {
      notice.until = dayChange.end(ofDayOf: notice.from ?? now, in: zone)
    }
    // What was over before it could be late is left alone.
    if let late = notice.late, notice.from == nil { notice.from = now.advanced(by: -60 * Int64(late)) }
    return change { book, _ in
      guard book.count < NoticeReader.countLimit else {
        return Message(
          "found %d notices, expected fewer: plenary notice clear --over takes away those that are over", book.count)
      }
      book.add(notice, in: zone)
      return nil
    }
  }

  /// Takes those away that are at these places of the file, from 0; nil where that was done, else why it was not.
  func remove(_ isWanted: (_ place: Int, _ notice: Notice?) -> Bool) -> Message? {
    change { book, reading in
      let known = Dictionary(zip(reading.places, reading.notices ?? [])) { first, _ in first }
      book.remove(Set((0..<book.count).filter { isWanted($0, known[$0]) }))
      return nil
    }
  }

  /// One change after another, also of several people; what cannot be understood is never written over.
  private func change(_ body: (inout NoticeBook, NoticeReading) -> Message?) -> Message? {
    let lock = FolderLock(in: Path.split(path).folder, within: 2_000)
    defer { lock.release() }
    do throws(FileError) {
      var (book, before) = (NoticeBook(), NoticeBook().bytes)
      let reading = read()
      if let file = try RegularFile.read(path, limit: NoticeReader.limit) {
        guard let known = NoticeBook(file.bytes) else {
          return Message(
            "%s: not written, as what is in it is no file of notices: plenary check tells what is wrong", path)
        }
        (book, before) = (known, file.bytes)
        book.settle(reading, in: zone)
      }
      if let why = body(&book, reading) { return Message("%s: %s", path, why) }
      if book.bytes == before { return nil }
      try DurableFile(path, isPrivate: false).replace(with: book.bytes)
      return nil
    } catch {
      return .notWritten(path, error.reason)
    }
  }
}
