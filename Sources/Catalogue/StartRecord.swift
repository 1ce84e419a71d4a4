import Agenda

/// What the first screen needs, in one run of bytes at the end of a cached catalogue.
///
/// SQLite wants half a millisecond to read its schema and to prepare the dozen questions of a first screen, which is a
/// third of a start. So the answers are kept ready: the conference, its days, the row of each session, and, as bodies
/// that are read one by one when they are asked for, its page. They are the answers of the compiled tables themselves.
/// All else is asked of the tables, and a conference whose record would be large has none: reading it would cost more
/// than the questions do.
struct StartRecord {
  /// What is put into the file: the record, which every start reads whole, and the bodies that it points to.
  struct Parts {
    var head: [UInt8] = []
    var bodies: [UInt8] = []
  }

  /// Bytes of the head.
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
  private let body: (_ offset: Int, _ count: Int) -> [UInt8]?

  /// What a look through all sessions needs of each.
  private struct Entry {
    var start: Int64
    var until: Int64
    var isCancelled: Bool
    var id: RecordReader.Span
    var row: RecordReader.Span
    /// Where its page stands among the bodies, and the checksum of it.
    var page: Range<Int>
    var checksum: Int64
  }

  /// Nil for bytes that no `parts(of:)` has made; `body` reads a part of the bodies.
  init?(_ bytes: ArraySlice<UInt8>, body: @escaping (_ offset: Int, _ count: Int) -> [UInt8]?) {
    guard !bytes.isEmpty else { return nil }
    (self.bytes, self.body) = (bytes, body)
    var isBroken = false
    (conference, longest, days, meetings, documents, tracks, hasRooms, programme) = bytes.withUnsafeBytes {
      var reader = RecordReader($0)
      defer { isBroken = reader.isBroken }
      return (
        reader.conference(), reader.integer(), reader.list { $0.day() }, reader.list { $0.meeting() },
        reader.list { $0.document() }, reader.list { $0.track() }, reader.flag(),
        reader.list { reader in
          Entry(
            start: reader.integer(), until: reader.integer(), isCancelled: reader.flag(), id: reader.span(),
            row: reader.span(), page: reader.place(), checksum: reader.integer())
        }
      )
    }
    guard !isBroken, days.allSatisfy({ (0...programme.count).contains($0.sessionCount) }),
      programme.count == days.reduce(0, { $0 + $1.sessionCount })
    else { return nil }
  }

  /// The record of a compiled catalogue; empty where it would be too large.
  static func parts(of catalogue: Catalogue) -> Parts {
    var writer = RecordWriter()
    writer.put(catalogue.conference)
    writer.put(catalogue.longest)
    writer.put(catalogue.days) { $0.put($1) }
    writer.put(catalogue.meetings()) { $0.put($1) }
    writer.put(catalogue.documents()) { $0.put($1) }
    writer.put(catalogue.allTracks) { $0.put($1) }
    writer.put(catalogue.hasRooms)
    // A row takes more than this.
    let count = catalogue.days.reduce(0) { $0 + $1.sessionCount }
    guard count * 64 <= limit else { return Parts() }
    let rows = catalogue.days.indices.flatMap { catalogue.sessions(onDay: $0) }
    let ends = catalogue.ends()
    guard ends.count == rows.count, rows.count == count else { return Parts() }
    var bodies: [UInt8] = []
    writer.put(rows.count)
    for (row, until) in zip(rows, ends) {
      guard let page = catalogue.session(row.id) else { return Parts() }
      var own = RecordWriter()
      own.put(row)
      var whole = RecordWriter()
      whole.put(page)
      writer.put(row.start.seconds)
      writer.put(until)
      writer.put(row.status == .cancelled)
      writer.put(row.id)
      writer.put(own.bytes)
      writer.put(bodies.count)
      writer.put(whole.bytes.count)
      writer.put(checksum(of: whole.bytes))
      bodies += whole.bytes
      if writer.bytes.count > limit { return Parts() }
    }
    return catalogue.damage == nil ? Parts(head: writer.bytes, bodies: bodies) : Parts()
  }

  private static func checksum(of body: [UInt8]) -> Int64 {
    var hash = StableHash()
    body.withUnsafeBytes { hash.add($0) }
    return Int64(bitPattern: hash.value)
  }

  // Each answers as `Catalogue` says.

  func sessionRow(_ number: RowID) -> SessionRow? {
    let place = Int(number) - 1
    return programme.indices.contains(place) ? read(programme[place].row) { $0.session() } : nil
  }

  /// The number of a session; nil where there is none of this identifier.
  func number(of id: Session.ID) -> RowID? { place(of: id).map { RowID($0) + 1 } }

  func sessionRow(_ id: Session.ID) -> SessionRow? { entry(id).map { read($0.row) { $0.session() } } }

  /// Nil where it cannot be read too: the tables have it then.
  func session(_ id: Session.ID) -> SessionPage? {
    guard let entry = entry(id), let body = body(entry.page.lowerBound, entry.page.count),
      StartRecord.checksum(of: body) == entry.checksum
    else { return nil }
    return body.withUnsafeBytes { bytes in
      var reader = RecordReader(bytes)
      return reader.page()
    }
  }

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
  private func entry(_ id: Session.ID) -> Entry? { place(of: id).map { programme[$0] } }

  private func place(of id: Session.ID) -> Int? {
    let wanted = Array(id.utf8)
    return bytes.withUnsafeBytes { bytes in programme.firstIndex { bytes[$0.id.range].elementsEqual(wanted) } }
  }

  private func read<Value>(_ span: RecordReader.Span, _ value: (inout RecordReader) -> Value) -> Value {
    bytes.withUnsafeBytes {
      var reader = RecordReader(UnsafeRawBufferPointer(rebasing: $0[span.range]))
      return value(&reader)
    }
  }
}
