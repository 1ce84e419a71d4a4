public import Agenda
import CPosix
import Files
import Glibc

/// What was forgotten, by a command here, by another window or by a verb, is in nothing here from then on, and is never
/// written back.
extension NoteStore {
  /// Whether a note was forgotten and is not begun anew.
  public func isForgotten(_ target: Subject) -> Bool { marks[target].map { $0.begun == nil } ?? false }

  /// Files of forgotten notes that have come back.
  public func returned(known targets: [Subject] = []) -> [ReturnedNote] {
    if marks.isEmpty { return [] }
    let strangers = strangers(among: files.all(known: targets).notes, known: targets)
    return files.returned(known: targets)
      + strangers.sorted { $0.key < $1.key }.map { ReturnedNote(target: $0.value, path: $0.key) }
  }

  /// Of these notes the paths of those that are what was forgotten, or a copy of it, though they are younger than the note
  /// that was begun anew.
  func strangers(among found: [NoteText], known targets: [Subject]) -> [String: Subject] {
    if marks.isEmpty { return [:] }
    let forgotten = ForgottenFiles(files.folder, known: targets)
    var strangers: [String: Subject] = [:]
    for note in found {
      guard let target = forgotten.begunNote(ofFile: Path.split(note.path).name) else { continue }
      var own: [UInt8]?
      if note.isMisnamed, let file = (try? files.file(of: target)).flatMap(\.self) {
        own = isStranger(file.bytes, on: target) ? nil : file.bytes
      }
      if isStranger(Array(note.text.utf8), on: target, beside: own) { strangers[note.path] = target }
    }
    return strangers
  }

  /// Takes in what was forgotten since the last time; true where something was.
  @discardableResult
  func takeMarks() -> Bool {
    let forgotten = marks.refresh()
    if forgotten.isEmpty { return false }
    reader.forget(marks.numbers)
    for target in forgotten { drop(target) }
    isScrubDue = true
    return true
  }

  private func drop(_ target: Subject) {
    notes[target] = nil
    if let file = held.removeValue(forKey: target) { watch.forget(file.watch) }
    for (other, file) in replaced where other == target { watch.forget(file.watch) }
    replaced.removeAll { $0.target == target }
    pending.removeAll { $0.target == target }
    typed.remove(target)
    untaken.remove(target)
    fileTroubles[target] = nil
    news.append(.forgotten(target))
  }

  /// What a journal says of a note that was forgotten once before it says anything else of it.
  func beginning(of target: Subject) -> [JournalRecord] {
    marks[target].map { [.anew(target, $0.number)] } ?? []
  }

  /// Says that a note which was forgotten is begun anew, by the user's writing in it.
  func beginAnew(_ target: Subject) {
    guard let mark = marks[target], mark.begun == nil else { return }
    // What has come back stays, beside the new one.
    setAside(target)
    begin(target, after: mark, at: Instant(seconds: Int64(time(nil))))
  }

  /// Where this cannot be written, the journal has it, and it is tried again with the next save.
  private func begin(_ target: Subject, after mark: ForgottenMark, at time: Instant) {
    var memory = SubjectMemory(in: files.folder, calls: calls)
    do throws(FileError) {
      try memory.begin(target, after: mark.number, at: time)
      unclaimed.remove(target)
    } catch {
      unclaimed.insert(target)
    }
    marks.begin(target, at: time)
  }

  /// Makes sure that a file that was just written from here is known for the new note.
  func claim(_ target: Subject, _ identity: FileIdentity) {
    guard let mark = marks[target], unclaimed.contains(target) || mark.hides(identity.seconds) else { return }
    let time = Instant(seconds: Int64(identity.seconds))
    begin(target, after: mark, at: min(mark.begun ?? time, time))
  }

  /// Gives a file that has come back in a note's place another name, under which it is told and read by nobody.
  @discardableResult
  func setAside(_ target: Subject) -> Bool {
    let path = files.path(for: target)
    var info = stat()
    guard lstat(path, &info) == 0 else { return false }
    for attempt in 1...100 {
      let other = "\(path.dropLast(3))\(NoteName.setAsideSign)\(attempt == 1 ? "" : "-\(attempt)")"
      do throws(FileError) {
        try DurableFile(path, calls: calls).move(to: other)
        if !news.contains(.filesChanged) { news.append(.filesChanged) }
        return true
      } catch .system(_, _, EEXIST) {
        continue
      } catch {
        return false
      }
    }
    return false
  }

  /// Whether a file in the place of a note is what was forgotten before the note was begun anew: it is older, or has next
  /// to nothing of what is known of the new one.
  func isReturned(_ bytes: [UInt8], _ identity: FileIdentity?, on target: Subject) -> Bool {
    guard let mark = marks[target] else { return false }
    if let identity, mark.hides(identity.seconds) { return true }
    return isStranger(bytes, on: target)
  }

  /// - Parameter own: what the note's own file has, where another one is asked about.
  private func isStranger(_ bytes: [UInt8], on target: Subject, beside own: [UInt8]? = nil) -> Bool {
    var versions = [own].compactMap(\.self)
    versions += reader.runs.values.compactMap { $0.notes[target] }.flatMap { [$0.text] + $0.history.versions }
    if let note = notes[target] { versions += [note.text] + note.history.versions }
    versions += reader.history(of: target)
    versions.removeAll { RuleLine.isAlone(in: String(decoding: $0, as: UTF8.self)) }
    let text = String(decoding: bytes, as: UTF8.self)
    if versions.isEmpty || RuleLine.isAlone(in: text) || versions.contains(bytes) { return false }
    return !versions.contains { CopyNames.isAlike(text, String(decoding: $0, as: UTF8.self)) }
  }

  /// Takes what was forgotten out of this run's journals.
  func scrubJournals(now: Int64) {
    guard isScrubDue else { return }
    if !worker.isBusy { journals.letGo() }
    let scrub = JournalScrub(marks.numbers.mapValues { Optional($0) }, calls: calls)
    do throws(FileError) {
      try journals.rewrite(with: scrub)
      isScrubDue = false
    } catch {
      // All that is written here goes into another journal, and that one is free for whoever takes notes out of it.
      beginJournal(because: error, now: now)
      isScrubDue = false
    }
  }
}
