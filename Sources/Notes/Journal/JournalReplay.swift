import Agenda

/// What a run of the program knew of its notes, from the records of its journals.
struct JournalReplay: Equatable {
  struct Note: Equatable {
    /// What the file was last known to hold.
    var base: [UInt8]
    var text: [UInt8]
    /// Texts that were being written into the file, by the sequence of the record that says so; it may hold any.
    var saving: [UInt64: [UInt8]] = [:]

    /// Whether the file may hold another text than this.
    var isUnsaved: Bool { text != base || saving.values.contains { $0 != text } }
  }

  private(set) var origin: JournalOrigin?
  private(set) var notes: [Subject: Note] = [:]

  init() {}

  /// Adds a journal of the same run; it replaces what an earlier one said of the same note.
  mutating func add(_ records: [(sequence: UInt64, record: JournalRecord)]) {
    var known: Set<Subject> = []
    for (sequence, record) in records {
      switch record {
      case .beginning(let origin): self.origin = origin
      case .state(let target, let base, let text):
        known.insert(target)
        notes[target] = Note(base: base, text: text ?? base)
      case .edit(let target, let edit):
        // One that does not fit means that something before it is missing; what comes after it would not fit either.
        let end = edit.offset + edit.removed
        guard known.contains(target), end <= notes[target]?.text.count ?? -1 else { return }
        notes[target]?.text.replaceSubrange(edit.offset..<end, with: edit.inserted.utf8)
      case .saving(let target):
        let text = notes[target]?.text
        notes[target]?.saving[sequence] = text
      case .saved(let target, let earlier):
        guard let saving = notes[target]?.saving, let text = saving[earlier] else { break }
        notes[target]?.base = text
        notes[target]?.saving = saving.filter { $0.key > earlier }
      }
    }
  }
}
