import Agenda
import Files

/// Several runs of the program write notes of one folder: windows, and verbs beside them.
///
/// Each has a journal and reads those of the others, and before it writes into its own it takes in what the others have
/// written, while a lock keeps them from writing. So there is one order of all that is typed, all texts become the same,
/// and nothing contradicts. Who has not got the lock writes all the same; then the text that both had in common is known
/// from what each journal says that it had seen of the other.
extension NoteStore {
  /// Milliseconds for which the lock is not asked for after somebody has kept it too long.
  private static let lockPause: Int64 = 5_000

  /// Milliseconds that somebody who types is held up by another run at most.
  static let usualPatience = 250

  /// Does something while no other run writes into its journal.
  func alone(now: Int64, isWriting: Bool = false, _ body: () -> Void) {
    if let due = lockDue, now < due { return body() }
    // Those who begin at the same time have to have something to lock. Where it cannot be made, or is not on disk, the
    // journal that is begun next tells so.
    if isWriting || !pending.isEmpty, journals.current == nil, folderFailure == nil {
      do throws(FileError) {
        try places.make(places.folders[0], calls: .system)
      } catch {
        folderFailure = error
      }
    }
    let lock = FolderLock(in: places.folders[0], within: patience)
    lockDue = lock.isRefused ? now + NoteStore.lockPause : nil
    body()
    lock.release()
  }

  /// Takes in what other runs have written since the last time.
  func join(now: Int64) {
    takeMarks()
    catchUp()
    for target in untaken {
      guard var note = notes[target] else {
        listDue = listDue ?? max(now, (listed ?? .min) &+ NoteStore.listPause)
        continue
      }
      let text = note.text
      join(into: &note, target)
      note.conflicts = 0
      notes[target] = note
      publish(target)
      if note.text != text { news.append(.replaced(target, String(decoding: note.text, as: UTF8.self), .joined)) }
    }
    untaken = []
  }

  /// Reads what other runs have written.
  func catchUp() { untaken.formUnion(reader.read()) }

  /// Lets other runs know what has become of a note here, and of what.
  func publish(_ target: Subject) {
    guard notes[target]?.isUnpublished == true else { return }
    notes[target]?.isUnpublished = false
    keepState(of: target, isOwn: true)
  }

  /// Says that notes have changed that nobody writes here.
  func tellList(now: Int64) {
    guard let due = listDue, due <= now else { return }
    (listDue, listed) = (nil, now)
    if !news.contains(.filesChanged) { news.append(.filesChanged) }
  }

  /// Sees to it that what another window has typed comes into its file, should that have died.
  func proxy(_ target: Subject, now: Int64) {
    notes[target]?.isJoinedUnsaved = false
    if let note = notes[target], note.saveDue == nil, note.saving == nil {
      notes[target]?.saveDue = now + NoteStore.proxyPause
      notes[target]?.isProxy = true
    }
  }

  /// What the present journal is to say about other runs.
  func seen(in note: OpenNote, _ target: Subject) -> JournalRecord {
    .seen(target, note.joined.mapValues(\.place))
  }

  /// Takes what other runs have written of a note into it, and has the present journal say so.
  func join(into note: inout OpenNote, _ target: Subject) {
    let before = note.before ?? note.text
    var text = before
    let others = reader.runs.compactMap { run, replay in replay.notes[target].map { (run, $0) } }
    // The same order whoever reads.
    let news = others.sorted { $0.0 < $1.0 }.filter { run, other in
      note.joined[run].map { $0.version < other.version } ?? true
    }
    func isThere(_ run: UInt64) -> Bool { run == journals.run || reader.runs[run] != nil || note.joined[run] != nil }
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
      for (third, place) in other.seen where third != journals.run && note.joined[third]?.place ?? .none < place {
        note.joined[third] = OpenNote.Joined(
          place: place, version: place, text: self.text(of: target, by: third, at: place) ?? other.text, merged: text,
          own: note.place)
      }
    }
    for (run, other) in news where !isIncluded(run, other) {
      text = joined(other, of: run, with: text, from: before, &note, target)
      take(run, other)
    }
    // What others have taken in has come with them.
    for (run, other) in news where isIncluded(run, other) { take(run, other) }
    if !news.isEmpty { note.isNewsToJournal = true }
    guard text != before else {
      if note.isUnpublished, note.isInJournal {
        pending += [seen(in: note, target), .own(target)]
        (note.isUnpublished, note.isNewsToJournal) = (false, false)
      }
      return
    }
    if note.saveDue == nil, note.saving == nil {
      note.isJoinedUnsaved = note.base.map { $0 != text } ?? !text.isEmpty
    }
    let isEdited = note.before.map { $0 != note.text } ?? false
    let edited = isEdited ? Merge(base: before, ours: note.text, theirs: text, between: .windows).text : text
    record(from: before, to: text, then: edited, of: &note, target)
    note.text = edited
    note.before = isEdited ? text : nil
  }

  /// Has the journal say what has become of a note's text, in the place of what is pending about it.
  private func record(
    from before: [UInt8], to text: [UInt8], then edited: [UInt8], of note: inout OpenNote, _ target: Subject
  ) {
    guard note.isInJournal else { return }
    var isKnown = true
    pending.removeAll { record in
      if case .state(target, _, _) = record { isKnown = false }
      return record.isText(of: target)
    }
    if isKnown {
      pending += NoteStore.edits(from: before, to: text).map { .joined(target, $0) }
    } else {
      pending.append(.state(target, base: note.base ?? [], text: text))
    }
    pending.append(seen(in: note, target))
    if note.isUnpublished { pending.append(.own(target)) }
    note.isUnpublished = false
    pending += NoteStore.edits(from: text, to: edited).map { .edit(target, $0) }
    note.isNewsToJournal = false
    note.isUnkept = true
  }

  /// One after the other they make one text of another.
  static func edits(from old: [UInt8], to new: [UInt8]) -> [NoteEdit] {
    TextSplice.all(from: old, to: new).map {
      NoteEdit(
        offset: $0.range.lowerBound, removed: $0.range.count, inserted: String(decoding: $0.inserted, as: UTF8.self))
    }
  }

  /// A text with what another run has written; `before` is the text that the present journal has.
  private func joined(
    _ other: JournalReplay.Note, of run: UInt64, with text: [UInt8], from before: [UInt8],
    _ note: inout OpenNote, _ target: Subject
  ) -> [UInt8] {
    let (isAbove, isBelow) = (covers(other, of: run, note, target), isCovered(other, of: run, by: note))
    // It has nothing that is not here; where both have the same, one of both orders has to be everybody's.
    if isBelow, !isAbove || note.place != .none && run > journals.run { return text }
    // What has everything of ours in it takes its place.
    let base = isAbove ? before : common(other, of: run, note, from: before, target)
    let merged = Merge(base: base, ours: text, theirs: other.text, between: .windows).text
    // Neither had it so.
    if !isAbove, merged != other.text { note.isUnpublished = true }
    return merged
  }

  /// Whether everything in another run's text is in a note here.
  private func isCovered(_ other: JournalReplay.Note, of run: UInt64, by note: OpenNote) -> Bool {
    guard let known = note.joined[run], known.place >= other.place else { return false }
    return other.seen.allSatisfy { third, place in
      third == journals.run || note.joined[third].map { $0.place >= place } ?? false
    }
  }

  /// Whether another run's text has everything in it that is in a note here, wherever that has come from.
  private func covers(
    _ other: JournalReplay.Note, of run: UInt64, _ note: OpenNote, _ target: Subject
  ) -> Bool {
    guard note.place == .none || other.seen[journals.run].map({ $0 >= note.place }) ?? false else { return false }
    for (third, joined) in note.joined where third != run {
      guard other.seen[third].map({ $0 >= joined.place }) ?? other.history.contains(joined.text) else { return false }
    }
    // What other programs have done is in a journal from then on.
    if note.place != .none || note.outside.isEmpty || other.history.contains(note.outside) { return true }
    if other.seen.keys.contains(where: { reader.runs[$0]?.notes[target]?.history.contains(note.outside) ?? false }) {
      return true
    }
    // One that it has seen may have gone before this run began.
    guard other.seen.keys.contains(where: { $0 != journals.run && reader.runs[$0] == nil }) else { return false }
    return reader.retired(target) { other.seen[$0] != nil && $1.history.contains(note.outside) } != nil
  }

  /// The last text that this run and another one had in common.
  private func common(
    _ other: JournalReplay.Note, of run: UInt64, _ note: OpenNote, from before: [UInt8], _ target: Subject
  ) -> [UInt8] {
    let known = note.joined[run]
    if let seen = other.seen[journals.run] {
      if seen >= note.place { return before }
      if let known, seen == known.own { return known.merged }
      if known.map({ seen > $0.own }) ?? true, let own = reader.text(of: target, by: journals.run, at: seen) {
        return own
      }
    }
    if let known {
      // It may have taken in since then what is here too: what both have of others nobody has put in anew.
      var places = note.joined.mapValues(\.place)
      places[journals.run] = note.place
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
  func joinAll(into note: inout OpenNote, _ target: Subject, but ended: Set<UInt64>) {
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
    let source = others.contains { $0.base == file && $0.text == file } ? nil : source(of: file, target)
    // A file that is gone takes nothing away, and one that was half written holds nothing of anybody else's.
    let start: [UInt8]
    if note.base == nil {
      start = first.base
    } else if source != nil || others.contains(where: { $0.history.contains(file) }) {
      start = file
    } else {
      start = others.first { NoteStore.isTorn(file, $0) }?.base ?? origin(of: file, in: others, target)
    }
    let isChanged = note.base != nil && start != file && !others.contains { NoteStore.isTorn(file, $0) }
    if !isChanged { takeEnded() }
    (note.text, note.outside) = (start, start)
    note.history.add(start)
    take(source ?? self.source(of: start, target), of: start, into: &note, target)
    join(into: &note, target)
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
    other.saving.values.contains { isTorn(file, between: other.base, and: $0) }
      || file.starts(with: other.base) && other.text.starts(with: file)
  }

  /// The text from which another program has made what a file holds.
  private func origin(of file: [UInt8], in others: [JournalReplay.Note], _ target: Subject) -> [UInt8] {
    var history = NoteHistory()
    // What was never written into the file nobody has read there, but where nothing could be kept any more.
    for other in others where file.starts(with: other.text) { history.add(other.text) }
    for version in others.flatMap(\.history.versions) { history.add(version) }
    return history.base(of: file, ours: Array(others.map(\.text).joined(separator: [0x0A]))) {
      reader.history(of: target)
    } ?? file
  }

  /// What of each run is in a text that one of them has written into the file; nil where none has.
  private func source(of text: [UInt8], _ target: Subject) -> [UInt64: JournalPlace]? {
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
    _ source: [UInt64: JournalPlace]?, of text: [UInt8], into note: inout OpenNote, _ target: Subject
  ) {
    for (run, place) in source ?? [:] {
      note.joined[run] = OpenNote.Joined(
        place: place, version: place, text: self.text(of: target, by: run, at: place) ?? text, merged: text,
        own: note.place)
    }
  }

  /// What a run had at a place; nil for one that has gone, of which nothing more will come.
  private func text(of target: Subject, by run: UInt64, at place: JournalPlace) -> [UInt8]? {
    guard let other = reader.runs[run]?.notes[target] else { return nil }
    return place >= other.place ? other.text : reader.text(of: target, by: run, at: place)
  }
}
