import Agenda

/// What a run of the program knew of its notes, from the records of its journals, as far as they were read.
struct JournalReplay: Equatable {
  /// A text that was being written into the file.
  struct Save {
    var text: [UInt8]
    /// How much of this run's own is in it, and of others.
    var place: JournalPlace
    var seen: [UInt64: JournalPlace]

    static let longest = 64
  }

  struct Note: Equatable {
    /// The text when this run began to write it.
    let began: [UInt8]
    /// What the file was last known to hold.
    var base: [UInt8]
    var text: [UInt8]
    /// Texts that were being written into the file, by the sequence of the record that says so; it may hold any.
    var saving: [UInt64: [UInt8]] = [:]
    /// Of the last record by which this run has brought something into the text; it begins with none.
    var place = JournalPlace.none
    /// Of the last record that has changed the text, or what it has seen.
    var version: JournalPlace
    /// What others had written and this text has in it.
    var seen: [UInt64: JournalPlace] = [:]
    /// Texts that the file has held or may have held.
    var history = NoteHistory()
    /// The last of them that were written from here, with what was in each of other runs' writing.
    var saves: [Save] = []

    /// Whether the file may hold another text than this.
    var isUnsaved: Bool { text != base || saving.values.contains { $0 != text } }

    /// Whether everything that another run has in its text is in that of this one, of `run`.
    func includes(_ other: Note, of its: UInt64, for run: UInt64) -> Bool {
      // Either it says so, or it has read the file as the other one has left it, which knew nothing of it then.
      guard let seen = seen[its] else {
        return other.seen[run] == nil && other.history.contains(other.text) && history.contains(other.text)
      }
      return seen >= other.place
        && other.seen.allSatisfy { third, place in third == run || self.seen[third].map { $0 >= place } ?? false }
    }

    static func == (a: Note, b: Note) -> Bool {
      a.base == b.base && a.text == b.text && a.saving == b.saving && a.version == b.version && a.seen == b.seen
    }
  }

  private(set) var origin: JournalOrigin?
  private(set) var notes: [Subject: Note] = [:]
  /// What the present journal has told of so far: an earlier one is not gone on with.
  private var known: Set<Subject> = []
  /// Something in the present journal is missing, and what comes after it would not fit.
  private var isBroken = false
  /// The last forgetting of each note that was forgotten, and that after which this run has begun it.
  private var forgotten: [Subject: UInt64]
  private var begunAfter: [Subject: UInt64] = [:]

  /// - Parameter forgotten: the last forgetting of each note; what was written of it before does not count.
  init(forgotten: [Subject: UInt64] = [:]) { self.forgotten = forgotten }

  /// From now on a note counts only as far as it was begun after that forgetting.
  mutating func forget(_ target: Subject, _ number: UInt64) {
    forgotten[target] = number
    guard begunAfter[target] != number else { return }
    notes[target] = nil
    known.remove(target)
  }

  /// Adds records of a run, those of an earlier journal first; gives the notes that they are about.
  @discardableResult
  mutating func add(_ records: [JournalFormat.Numbered]) -> Set<Subject> {
    var touched: Set<Subject> = []
    for (sequence, record) in records {
      if case .beginning(let origin) = record {
        (self.origin, known, isBroken) = (origin, [], false)
      } else if case .anew(let target, let number) = record {
        guard begunAfter[target] != number else { continue }
        begunAfter[target] = number
        notes[target] = nil
        known.remove(target)
      } else if let target = record.target, let number = forgotten[target], begunAfter[target] != number {
        continue
      } else if !isBroken, let target = add(record, sequence) {
        touched.insert(target)
      }
    }
    return touched
  }

  private mutating func add(_ record: JournalRecord, _ sequence: UInt64) -> Subject? {
    let place = JournalPlace(number: origin?.number ?? 0, sequence: sequence)
    switch record {
    case .beginning, .anew: return nil
    case .state(let target, let base, let text):
      known.insert(target)
      let before = notes[target]
      var note = Note(began: before?.began ?? text ?? base, base: base, text: text ?? base, version: place)
      (note.seen, note.history) = (before?.seen ?? [:], before?.history ?? NoteHistory())
      (note.saves, note.place) = (before?.saves ?? [], before?.place ?? .none)
      note.history.add(base)
      notes[target] = note
      return target
    case .edit(let target, let edit), .joined(let target, let edit):
      // One that does not fit means that something before it is missing.
      let end = edit.offset + edit.removed
      guard known.contains(target), end <= notes[target]?.text.count ?? -1 else {
        isBroken = true
        return nil
      }
      notes[target]?.text.replaceSubrange(edit.offset..<end, with: edit.inserted.utf8)
      notes[target]?.version = place
      if case .edit = record { notes[target]?.place = place }
      return target
    case .own(let target):
      notes[target]?.place = place
      notes[target]?.version = place
      return target
    case .saving(let target):
      guard let note = notes[target] else { return nil }
      notes[target]?.saving[sequence] = note.text
      notes[target]?.history.add(note.text)
      if note.saves.count == Save.longest { notes[target]?.saves.removeFirst() }
      notes[target]?.saves.append(Save(text: note.text, place: note.place, seen: note.seen))
      return target
    case .saved(let target, let earlier):
      guard let saving = notes[target]?.saving, let text = saving[earlier] else { return nil }
      notes[target]?.base = text
      notes[target]?.saving = saving.filter { $0.key > earlier }
      return target
    case .seen(let target, let places):
      notes[target]?.seen = places
      notes[target]?.version = place
      return target
    }
  }
}
