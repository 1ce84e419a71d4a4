import Agenda

/// What the first screen needs, in one run of bytes at the end of a cached catalogue.
///
/// SQLite wants half a millisecond to read its schema and to prepare the dozen questions of a first screen, which is a
/// third of a start. So the answers are kept ready: the conference, its days, the rows of each, and the page of each
/// session, which are taken out one by one when they are asked for. They are the answers of the compiled tables
/// themselves. All else is asked of the tables, and a conference whose record would be large has none: reading it
/// would cost more than the questions do.
struct StartRecord {
  /// Bytes; a start reads all of them.
  static let limit = 1 << 18

  let conference: ConferenceCard
  /// The length of the longest session, in seconds.
  let longest: Int64
  let days: [Day]
  let meetings: [MeetingRow]
  let documents: [DocumentRow]
  let tracks: [TrackCard]
  let hasRooms: Bool
  private let bytes: ArraySlice<UInt8>
  private let programme: [Entry]
  private let rowsOfDays: [RecordReader.Span]

  /// What a look through all sessions needs of each.
  private struct Entry {
    var start: Int64
    var until: Int64
    var isCancelled: Bool
    var id: RecordReader.Span
    var row: RecordReader.Span
    var page: RecordReader.Span
  }

  /// Nil for bytes that no `bytes(of:)` has made.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return nil }
    self.bytes = bytes
    var isBroken = false
    (conference, longest, days, meetings, documents, tracks, hasRooms, rowsOfDays, programme) = bytes.withUnsafeBytes {
      var reader = RecordReader($0)
      defer { isBroken = reader.isBroken }
      return (
        reader.conference(), reader.integer(), reader.list { $0.day() }, reader.list { $0.meeting() },
        reader.list { $0.document() }, reader.list { $0.track() }, reader.flag(), reader.list { $0.span() },
        reader.list { reader in
          Entry(
            start: reader.integer(), until: reader.integer(), isCancelled: reader.flag(), id: reader.span(),
            row: reader.span(), page: reader.span())
        }
      )
    }
    if isBroken || rowsOfDays.count != days.count { return nil }
  }

  /// The record of a compiled catalogue; empty where it would be too large.
  static func bytes(of catalogue: Catalogue) -> [UInt8] {
    var writer = RecordWriter()
    writer.put(catalogue.conference)
    writer.put(catalogue.longest)
    writer.put(catalogue.days) { $0.put($1) }
    writer.put(catalogue.meetings()) { $0.put($1) }
    writer.put(catalogue.documents()) { $0.put($1) }
    writer.put(catalogue.allTracks) { $0.put($1) }
    writer.put(catalogue.hasRooms)
    var rows: [SessionRow] = []
    writer.put(Array(catalogue.days.indices)) { writer, day in
      let ofDay = catalogue.sessions(onDay: day)
      rows += ofDay
      var list = RecordWriter()
      list.put(ofDay) { $0.put($1) }
      writer.put(list.bytes)
    }
    if writer.bytes.count > limit { return [] }
    let ends = catalogue.ends()
    guard ends.count == rows.count else { return [] }
    writer.put(rows.count)
    for (row, until) in zip(rows, ends) {
      guard let page = catalogue.session(row.id) else { return [] }
      var own = RecordWriter()
      own.put(row)
      var whole = RecordWriter()
      whole.put(page)
      writer.put(row.start.seconds)
      writer.put(until)
      writer.put(row.status == .cancelled)
      writer.put(row.id)
      writer.put(own.bytes)
      writer.put(whole.bytes)
      if writer.bytes.count > limit { return [] }
    }
    return catalogue.damage == nil ? writer.bytes : []
  }

  // Each answers as `Catalogue` says.

  func sessions(onDay day: Int) -> [SessionRow] { read(rowsOfDays[day]) { $0.list { $0.session() } } }

  func sessionRow(_ id: Session.ID) -> SessionRow? { entry(id).map { read($0.row) { $0.session() } } }

  func session(_ id: Session.ID) -> SessionPage? { entry(id).map { read($0.page) { $0.page() } } }

  func current(at instant: Instant) -> [SessionRow] {
    programme.filter { $0.start <= instant.seconds && $0.until > instant.seconds }
      .map { read($0.row) { $0.session() } }
  }

  func next(after instant: Instant) -> SessionRow? {
    var found: Entry?
    for entry in programme where entry.start > instant.seconds && !entry.isCancelled {
      if entry.start < found?.start ?? Int64.max { found = entry }
    }
    return found.map { read($0.row) { $0.session() } }
  }

  /// The first session of this identifier.
  private func entry(_ id: Session.ID) -> Entry? {
    let wanted = Array(id.utf8)
    return bytes.withUnsafeBytes { bytes in programme.first { bytes[$0.id.range].elementsEqual(wanted) } }
  }

  private func read<Value>(_ span: RecordReader.Span, _ value: (inout RecordReader) -> Value) -> Value {
    bytes.withUnsafeBytes {
      var reader = RecordReader(UnsafeRawBufferPointer(rebasing: $0[span.range]))
      return value(&reader)
    }
  }
}
