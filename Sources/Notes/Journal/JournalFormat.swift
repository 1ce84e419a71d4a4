import Agenda
import Files

/// One record of a journal.
enum JournalRecord: Equatable {
  /// Whose journal this is; the first record, and no other.
  case beginning(JournalOrigin)
  /// From here on the note's file is known to hold `base`, and its text is `text`; nil is the same as `base`.
  case state(Subject, base: [UInt8], text: [UInt8]?)
  case edit(Subject, NoteEdit)
  /// The same, for what other runs have written and this one has taken in.
  case joined(Subject, NoteEdit)
  /// What the note is here has something of this run's own in it that no edit tells of.
  case own(Subject)
  /// The note's text as it is here is being written into its file, which from now on may hold it.
  case saving(Subject)
  /// The file holds the text as it was at the `saving` of that sequence.
  case saved(Subject, sequence: UInt64)
  /// The note's text has in it what other runs had written of the note up to there.
  case seen(Subject, [UInt64: JournalPlace])
  /// What comes behind this of the note was begun after the forgetting of that number (`ForgottenMark`), and what was
  /// before is not part of it.
  case anew(Subject, UInt64)
}

/// Which run of the program wrote a journal, the how manieth of that run it is, and the folder of the notes in it.
struct JournalOrigin: Equatable {
  /// Random, one for each run.
  var run: UInt64
  /// A later one replaces what an earlier one says.
  var number: UInt32
  var notes: NotesFolder
}

/// A place in what a run has written: which of its journals, and which record there.
struct JournalPlace: Comparable, Sendable {
  var number: UInt32
  var sequence: UInt64

  /// Before everything.
  static let none = JournalPlace(number: 0, sequence: 0)

  static func < (a: JournalPlace, b: JournalPlace) -> Bool { (a.number, a.sequence) < (b.number, b.sequence) }
}

/// The bytes of a journal, format version 2: records one after the other, numbers with their low byte first.
///
///     length u32 · sequence u64 · operation u8 · note · what the operation needs · CRC-32C u32
///
/// `length` counts what comes after it. `note` is its kind u8, the length of its identifier u32, and that. The checksum
/// is of everything before it, length included. The file begins with `PLENARY JOURNAL 2` and a line break.
///
/// Version 1 is read too: its beginning has no device and inode of the folder, and it tells of no other runs.
enum JournalFormat {
  static let signature = Array("PLENARY JOURNAL 2\n".utf8)
  private static let firstSignature = Array("PLENARY JOURNAL 1\n".utf8)

  private enum Operation {
    static let beginning: UInt8 = 0
    static let state: UInt8 = 1
    static let stateAndText: UInt8 = 2
    static let edit: UInt8 = 3
    static let saving: UInt8 = 4
    static let saved: UInt8 = 5
    static let seen: UInt8 = 6
    static let beginningInFolder: UInt8 = 7
    static let joined: UInt8 = 8
    static let own: UInt8 = 9
    static let anew: UInt8 = 10
  }

  // Writing

  static func write(_ record: JournalRecord, sequence: UInt64, to bytes: inout [UInt8]) {
    let start = bytes.count
    put(UInt32(0), to: &bytes)
    put(sequence, to: &bytes)
    switch record {
    case .beginning(let origin):
      bytes.append(Operation.beginningInFolder)
      put(origin.run, to: &bytes)
      put(origin.number, to: &bytes)
      put(origin.notes.device, to: &bytes)
      put(origin.notes.inode, to: &bytes)
      bytes += origin.notes.path.utf8
    case .state(let note, let base, let text):
      bytes.append(text == nil ? Operation.state : Operation.stateAndText)
      put(note, to: &bytes)
      put(UInt32(base.count), to: &bytes)
      bytes += base
      if let text { bytes += text }
    case .edit(let note, let edit):
      bytes.append(Operation.edit)
      put(note, edit, to: &bytes)
    case .joined(let note, let edit):
      bytes.append(Operation.joined)
      put(note, edit, to: &bytes)
    case .own(let note):
      bytes.append(Operation.own)
      put(note, to: &bytes)
    case .saving(let note):
      bytes.append(Operation.saving)
      put(note, to: &bytes)
    case .saved(let note, let earlier):
      bytes.append(Operation.saved)
      put(note, to: &bytes)
      put(earlier, to: &bytes)
    case .seen(let note, let places):
      bytes.append(Operation.seen)
      put(note, to: &bytes)
      for (run, place) in places {
        put(run, to: &bytes)
        put(place.number, to: &bytes)
        put(place.sequence, to: &bytes)
      }
    case .anew(let note, let number):
      bytes.append(Operation.anew)
      put(note, to: &bytes)
      put(number, to: &bytes)
    }
    let length = UInt32(bytes.count - start)
    for place in 0..<4 { bytes[start + place] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(place))) }
    put(Checksum.of(bytes[start...]), to: &bytes)
  }

  private static func put(_ value: some FixedWidthInteger & UnsignedInteger, to bytes: inout [UInt8]) {
    var value = value
    for _ in 0..<value.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: value))
      value >>= 8
    }
  }

  private static func put(_ note: Subject, _ edit: NoteEdit, to bytes: inout [UInt8]) {
    put(note, to: &bytes)
    put(UInt32(edit.offset), to: &bytes)
    put(UInt32(edit.removed), to: &bytes)
    bytes += edit.inserted.utf8
  }

  /// The bytes with which every record of a note names it.
  static func name(of note: Subject) -> [UInt8] {
    var bytes: [UInt8] = []
    put(note, to: &bytes)
    return bytes
  }

  private static func put(_ note: Subject, to bytes: inout [UInt8]) {
    let (kind, id): (UInt8, String) =
      switch note {
      case .session(let id): (0, id)
      case .meeting(let id): (1, id)
      case .document(let id): (2, id)
      case .person, .room, .conference: preconditionFailure("notes are about sessions, meetings and documents")
      }
    bytes.append(kind)
    put(UInt32(id.utf8.count), to: &bytes)
    bytes += id.utf8
  }

  // Reading

  /// A record, and which of its journal it is.
  typealias Numbered = (sequence: UInt64, record: JournalRecord)

  /// The records up to the first that is cut, has another checksum, or does not go on from the one before.
  static func read(_ bytes: [UInt8]) -> [Numbered] {
    guard let start = start(of: bytes) else { return [] }
    return read(bytes[start...], after: 0).records
  }

  /// Where the records begin; nil where the bytes are not the beginning of a journal.
  static func start(of bytes: [UInt8]) -> Int? {
    bytes.starts(with: signature) || bytes.starts(with: firstSignature) ? signature.count : nil
  }

  /// The same for what has been written behind the record of that sequence; `end` is behind the last whole one.
  static func read(_ bytes: ArraySlice<UInt8>, after sequence: UInt64) -> (records: [Numbered], end: Int) {
    let (placed, end) = places(in: bytes, after: sequence)
    return (placed.map { ($0.sequence, $0.record) }, end)
  }

  /// The same with the bytes of each record, checksum included.
  static func places(
    in bytes: ArraySlice<UInt8>, after sequence: UInt64
  ) -> (records: [(sequence: UInt64, record: JournalRecord, bytes: ArraySlice<UInt8>)], end: Int) {
    var records: [(sequence: UInt64, record: JournalRecord, bytes: ArraySlice<UInt8>)] = []
    var last = sequence
    var rest = bytes
    while let length = Cursor(rest).peekLength, length >= 13, length + 4 <= rest.count {
      let body = rest.prefix(length)
      var end = Cursor(rest.dropFirst(length).prefix(4))
      guard end.number(UInt32.self) == Checksum.of(body) else { break }
      var cursor = Cursor(body.dropFirst(4))
      guard let sequence = cursor.number(UInt64.self), sequence > last, let record = record(&cursor) else { break }
      records.append((sequence, record, rest.prefix(length + 4)))
      last = sequence
      rest = rest.dropFirst(length + 4)
    }
    return (records, rest.startIndex)
  }

  private static func record(_ cursor: inout Cursor) -> JournalRecord? {
    guard let operation = cursor.number(UInt8.self) else { return nil }
    if operation == Operation.beginning {
      guard let run = cursor.number(UInt64.self), let number = cursor.number(UInt32.self) else { return nil }
      return .beginning(JournalOrigin(run: run, number: number, notes: NotesFolder(recorded: cursor.rest)))
    }
    if operation == Operation.beginningInFolder {
      guard let run = cursor.number(UInt64.self), let number = cursor.number(UInt32.self),
        let device = cursor.number(UInt64.self), let inode = cursor.number(UInt64.self)
      else { return nil }
      let folder = NotesFolder(recorded: cursor.rest, device: device, inode: inode)
      return .beginning(JournalOrigin(run: run, number: number, notes: folder))
    }
    guard let note = cursor.note() else { return nil }
    switch operation {
    case Operation.state, Operation.stateAndText:
      guard let count = cursor.number(UInt32.self), let base = cursor.bytes(Int(count)) else { return nil }
      return .state(note, base: base, text: operation == Operation.state ? nil : Array(cursor.remaining))
    case Operation.edit, Operation.joined:
      guard let offset = cursor.number(UInt32.self), let removed = cursor.number(UInt32.self) else { return nil }
      let edit = NoteEdit(offset: Int(offset), removed: Int(removed), inserted: cursor.rest)
      return operation == Operation.edit ? .edit(note, edit) : .joined(note, edit)
    case Operation.own: return .own(note)
    case Operation.saving: return .saving(note)
    case Operation.saved: return cursor.number(UInt64.self).map { .saved(note, sequence: $0) }
    case Operation.seen:
      var places: [UInt64: JournalPlace] = [:]
      while let run = cursor.number(UInt64.self), let number = cursor.number(UInt32.self),
        let sequence = cursor.number(UInt64.self)
      { places[run] = JournalPlace(number: number, sequence: sequence) }
      return .seen(note, places)
    case Operation.anew: return cursor.number(UInt64.self).map { .anew(note, $0) }
    default: return nil
    }
  }

  /// A place in bytes that are read from the front.
  private struct Cursor {
    var remaining: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { remaining = bytes }

    var rest: String { String(decoding: remaining, as: UTF8.self) }

    /// Bytes from the start of the record to its checksum.
    var peekLength: Int? {
      var copy = self
      return copy.number(UInt32.self).map(Int.init)
    }

    mutating func number<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
      bytes(Number.bitWidth / 8)?.reversed().reduce(Number(0)) { $0 << 8 | Number($1) }
    }

    mutating func bytes(_ count: Int) -> [UInt8]? {
      guard count <= remaining.count else { return nil }
      defer { remaining = remaining.dropFirst(count) }
      return Array(remaining.prefix(count))
    }

    mutating func note() -> Subject? {
      guard let kind = number(UInt8.self), let count = number(UInt32.self), let id = bytes(Int(count)) else {
        return nil
      }
      let identifier = String(decoding: id, as: UTF8.self)
      return switch kind {
      case 0: .session(identifier)
      case 1: .meeting(identifier)
      case 2: .document(identifier)
      default: nil
      }
    }
  }
}

extension JournalRecord {
  /// Whether it says that this run has brought something into a note.
  var isOwn: Bool {
    switch self {
    case .edit, .own: true
    case .beginning, .state, .joined, .saving, .saved, .seen, .anew: false
    }
  }

  /// The note that it is about; nil for the beginning of a journal.
  var target: Subject? {
    switch self {
    case .beginning: nil
    case .state(let target, _, _), .edit(let target, _), .joined(let target, _), .own(let target),
      .saving(let target), .saved(let target, _), .seen(let target, _), .anew(let target, _):
      target
    }
  }

  /// Whether it says what a note's text is, or where that has come from.
  func isText(of target: Subject) -> Bool {
    switch self {
    case .state(target, _, _), .edit(target, _), .joined(target, _), .own(target), .seen(target, _): true
    default: false
    }
  }
}
