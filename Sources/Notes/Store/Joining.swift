import Agenda
import Files

/// Brings a note of this run together with what the journals of other runs have of it.
///
/// Each of these has a journal and reads those of the others; each text in there has a place, by which it is known what
/// of whom it has in it already.
struct Joining {
  let target: Subject
  /// This run.
  let own: UInt64
  let reader: JournalReader

  /// Takes what other runs have written of a note into it, and has the present journal say so.
  func join(into note: inout OpenNote, _ pending: inout [JournalRecord]) {
    let before = note.before ?? note.text
    var text = before
    let others = reader.runs.compactMap { run, replay in replay.notes[target].map { (run, $0) } }
    // The same order whoever reads.
    let news = others.sorted { $0.0 < $1.0 }.filter { run, other in
      note.joined[run].map { $0.version < other.version } ?? true
    }
    func isThere(_ run: UInt64) -> Bool { run == own || reader.runs[run] != nil || note.joined[run] != nil }
    func isIncluded(_ run: UInt64, _ other: JournalReplay.Note) -> Bool {
      // What it has only taken in is in the journals that it has come from.
      if other.place == .none, note.joined[run] == nil, other.seen.keys.allSatisfy({ isThere($0) }) { return true }
      return others.contains { third, note in
        guard third != run, note.place != .none, note.includes(other, of: run, for: third) else { return false }
        return third < run || !other.includes(note, of: third, for: run)
      }
    }
    func take(_ run: UInt64, _ other: JournalReplay.Note) {
      note.joined[run] = OpenNote.Joined(
        place: other.place, version: other.version, text: other.text, merged: text, own: note.place)
      // What it had taken in has come with it, be that run still there or not.
      for (third, place) in other.seen where third != own && note.joined[third]?.place ?? .none < place {
        note.joined[third] = OpenNote.Joined(
          place: place, version: place, text: self.text(by: third, at: place) ?? other.text, merged: text,
          own: note.place)
      }
    }
    for (run, other) in news where !isIncluded(run, other) {
      text = joined(other, of: run, with: text, from: before, &note)
      take(run, other)
    }
    // What others have taken in has come with them.
    for (run, other) in news where isIncluded(run, other) { take(run, other) }
    if !news.isEmpty { note.isNewsToJournal = true }
    guard text != before else {
      if note.isUnpublished, note.isInJournal {
        pending += [note.seen(target), .own(target)]
        (note.isUnpublished, note.isNewsToJournal) = (false, false)
      }
      return
    }
    if note.saveDue == nil, note.saving == nil {
      note.isJoinedUnsaved = note.base.map { $0 != text } ?? !text.isEmpty
    }
    let isEdited = note.before.map { $0 != note.text } ?? false
    let edited = isEdited ? Merge(base: before, ours: note.text, theirs: text, between: .windows).text : text
    record(from: before, to: text, then: edited, of: &note, &pending)
    note.text = edited
    note.before = isEdited ? text : nil
  }

  /// Has the journal say what has become of a note's text, in the place of what is pending about it.
  private func record(
    from before: [UInt8], to text: [UInt8], then edited: [UInt8], of note: inout OpenNote,
    _ pending: inout [JournalRecord]
  ) {
    guard note.isInJournal else { return }
    var isKnown = true
    pending.removeAll { record in
      if case .state(target, _, _) = record { isKnown = false }
      return record.isText(of: target)
    }
    if isKnown {
      pending += NoteEdit.all(from: before, to: text).map { .joined(target, $0) }
    } else {
      pending.append(.state(target, base: note.base ?? [], text: text))
    }
    pending.append(note.seen(target))
    if note.isUnpublished { pending.append(.own(target)) }
    note.isUnpublished = false
    pending += NoteEdit.all(from: text, to: edited).map { .edit(target, $0) }
    note.isNewsToJournal = false
    note.isUnkept = true
  }

  /// A text with what another run has written; `before` is the text that the present journal has.
  private func joined(
    _ other: JournalReplay.Note, of run: UInt64, with text: [UInt8], from before: [UInt8], _ note: inout OpenNote
  ) -> [UInt8] {
    let (isAbove, isBelow) = (covers(other, of: run, note), isCovered(other, of: run, by: note))
    // It has nothing that is not here; where both have the same, one of both orders has to be everybody's.
    if isBelow, !isAbove || note.place != .none && run > own { return text }
    // What has everything of ours in it takes its place.
    let base = isAbove ? before : common(other, of: run, note, from: before)
    let merged = Merge(base: base, ours: text, theirs: other.text, between: .windows).text
    // Neither had it so.
    if !isAbove, merged != other.text { note.isUnpublished = true }
    return merged
  }

  /// Whether everything in another run's text is in a note here.
  private func isCovered(_ other: JournalReplay.Note, of run: UInt64, by note: OpenNote) -> Bool {
    guard let known = note.joined[run], known.place >= other.place else { return false }
    return other.seen.allSatisfy { third, place in
      third == own || note.joined[third].map { $0.place >= place } ?? false
    }
  }

  /// Whether another run's text has everything in it that is in a note here, wherever that has come from.
  private func covers(_ other: JournalReplay.Note, of run: UInt64, _ note: OpenNote) -> Bool {
    guard note.place == .none || other.seen[own].map({ $0 >= note.place }) ?? false else { return false }
    for (third, joined) in note.joined where third != run {
      guard other.seen[third].map({ $0 >= joined.place }) ?? other.history.contains(joined.text) else { return false }
    }
    // What other programs have done is in a journal from then on.
    if note.place != .none || note.outside.isEmpty || other.history.contains(note.outside) { return true }
    if other.seen.keys.contains(where: { reader.runs[$0]?.notes[target]?.history.contains(note.outside) ?? false }) {
      return true
    }
    // One that it has seen may have gone before this run began.
    guard other.seen.keys.contains(where: { $0 != own && reader.runs[$0] == nil }) else { return false }
    return reader.retired(target) { other.seen[$0] != nil && $1.history.contains(note.outside) } != nil
  }

  /// The last text that this run and another one had in common.
  private func common(
    _ other: JournalReplay.Note, of run: UInt64, _ note: OpenNote, from before: [UInt8]
  ) -> [UInt8] {
    let known = note.joined[run]
    if let seen = other.seen[own] {
      if seen >= note.place { return before }
      if let known, seen == known.own { return known.merged }
      if known.map({ seen > $0.own }) ?? true, let own = reader.text(of: target, by: own, at: seen) {
        return own
      }
    }
    if let known {
      // It may have taken in since then what is here too: what both have of others nobody has put in anew.
      var places = note.joined.mapValues(\.place)
      places[own] = note.place
      return reader.text(of: target, by: run, at: known.place, with: places) ?? known.text
    }
    // What both have in them of a third: the one that has taken in the most.
    let shared = note.joined.filter { third, joined in other.seen[third].map { $0 >= joined.place } ?? false }
    let latest = shared.max { a, b in
      let (mine, others) = (
        reader.runs[a.key]?.notes[target]?.seen ?? [:], reader.runs[b.key]?.notes[target]?.seen ?? [:]
      )
      return others[a.key] != nil && mine[b.key] == nil || others.count > mine.count
    }
    if let latest { return latest.value.text }
    for (third, joined) in note.joined {
      if let place = other.seen[third] { return reader.text(of: target, by: third, at: place) ?? joined.text }
      if let place = reader.runs[third]?.notes[target]?.seen[run],
        let common = reader.text(of: target, by: run, at: place)
      {
        return common
      }
    }
    if other.history.contains(note.outside) { return note.outside }
    // What the other one began with was made of a text that the file has held.
    return note.history.origin(of: other.began, ours: before) ?? note.outside
  }

  /// Brings a note that has just been read together with all that journals know of it, but for those of runs whose texts
  /// were in the file before it was read.
  func joinAll(into note: inout OpenNote, but ended: Set<UInt64>) {
    let file = note.text
    // Another program may have written an older text over what a run has left there, or one that nobody knows.
    let isKnown = reader.runs.contains { $0.value.notes[target]?.history.contains(file) ?? false }
    let ended = ended.filter { run in
      let versions = reader.runs[run]?.notes[target]?.history.versions ?? []
      return isKnown && (versions.last == file || !versions.contains(file))
    }
    let others = reader.runs.filter { !ended.contains($0.key) }.sorted { $0.key < $1.key }
      .compactMap { $0.value.notes[target] }
    func takeEnded() {
      for run in ended {
        guard let other = reader.runs[run]?.notes[target] else { continue }
        note.joined[run] = OpenNote.Joined(
          place: other.place, version: other.version, text: other.text, merged: file, own: note.place)
      }
      note.isNewsToJournal = !note.joined.isEmpty
    }
    guard let first = others.first else { return takeEnded() }
    let source = others.contains { $0.base == file && $0.text == file } ? nil : source(of: file)
    // A file that is gone takes nothing away, and one that was half written holds nothing of anybody else's.
    let start: [UInt8]
    if note.base == nil {
      start = first.base
    } else if source != nil || others.contains(where: { $0.history.contains(file) }) {
      start = file
    } else {
      start = others.first { Joining.isTorn(file, $0) }?.base ?? origin(of: file, in: others)
    }
    let isChanged = note.base != nil && start != file && !others.contains { Joining.isTorn(file, $0) }
    if !isChanged { takeEnded() }
    (note.text, note.outside) = (start, start)
    note.history.add(start)
    take(source ?? self.source(of: start), of: start, into: &note)
    // No journal knows of it yet, and so none is told.
    var pending: [JournalRecord] = []
    join(into: &note, &pending)
    note.isNewsToJournal = !note.joined.isEmpty
    if isChanged {
      let merge = Merge(base: start, ours: note.text, theirs: file)
      (note.text, note.conflicts, note.outside) = (merge.text, merge.conflicts, file)
      note.isUnpublished = true
    }
    note.isJoinedUnsaved = note.base.map { $0 != note.text && file != note.text } ?? !note.text.isEmpty
  }

  /// Whether a file holds what a run that has died in the midst of a write has left.
  private static func isTorn(_ file: [UInt8], _ other: JournalReplay.Note) -> Bool {
    other.saving.values.contains { CheckedSave.isTorn(file, between: other.base, and: $0) }
      || file.starts(with: other.base) && other.text.starts(with: file)
  }

  /// The text from which another program has made what a file holds.
  private func origin(of file: [UInt8], in others: [JournalReplay.Note]) -> [UInt8] {
    var history = NoteHistory()
    // What was never written into the file nobody has read there, but where nothing could be kept any more.
    for other in others where file.starts(with: other.text) { history.add(other.text) }
    for version in others.flatMap(\.history.versions) { history.add(version) }
    return history.base(of: file, ours: Array(others.map(\.text).joined(separator: [0x0A]))) {
      reader.history(of: target)
    } ?? file
  }

  /// What of each run is in a text that one of them has written into the file; nil where none has.
  private func source(of text: [UInt8]) -> [UInt64: JournalPlace]? {
    func save(_ run: UInt64, _ other: JournalReplay.Note) -> [UInt64: JournalPlace]? {
      guard let save = other.saves.last(where: { $0.text == text }) else { return nil }
      return save.seen.merging([run: save.place]) { _, own in own }
    }
    for (run, replay) in reader.runs {
      if let other = replay.notes[target], let source = save(run, other) { return source }
    }
    return reader.retired(target) { save($0, $1) != nil }.flatMap { save($0.run, $0.note) }
  }

  private func take(
    _ source: [UInt64: JournalPlace]?, of text: [UInt8], into note: inout OpenNote
  ) {
    for (run, place) in source ?? [:] {
      note.joined[run] = OpenNote.Joined(
        place: place, version: place, text: self.text(by: run, at: place) ?? text, merged: text,
        own: note.place)
    }
  }

  /// What a run had at a place; nil for one that has gone, of which nothing more will come.
  private func text(by run: UInt64, at place: JournalPlace) -> [UInt8]? {
    guard let other = reader.runs[run]?.notes[target] else { return nil }
    return place >= other.place ? other.text : reader.text(of: target, by: run, at: place)
  }

  /// The text from which another program has made what a file holds: that which it had read.
  func origin(of theirs: [UInt8], for note: OpenNote) -> [UInt8] {
    // What another window has written we have taken in before.
    let others = reader.runs.filter { note.joined[$0.key] != nil }.compactMap { $0.value.notes[target]?.history }
    if note.history.contains(theirs) || others.contains(where: { $0.contains(theirs) }) { return theirs }
    var history = note.history
    for other in others { for version in other.versions where !history.contains(version) { history.add(version) } }
    if let base = note.base { history.add(OpenNote.repaired(base)) }
    return history.base(of: theirs, ours: note.text) { reader.history(of: target) } ?? []
  }
}
