public import Agenda
import CPosix
public import Files
import Glibc

extension NoteStore {
  /// Looks at what other programs have done to the files: notes that are open here are brought together with it.
  func takeFileChanges(now: Int64) {
    let isNew = held.watch.extend()
    var changed = held.watch.changes()
    if isNew { changed.insert(files.folder.notes) }
    readOn(now: now)
    if isNew || changed.contains(files.folder.notes) { held.watch.watch(files.folder.path) }
    // What lies beside the folder of the notes is no note.
    changed = changed.filter { Path.split($0).folder != files.folder.path || $0 == files.folder.notes }
    if changed.isEmpty { return }
    let isEverything = changed.contains(files.folder.notes)
    for target in notes.keys {
      let path = files.path(for: target)
      let resolved = (try? Path.resolve(path)) ?? path
      let isTouched = changed.remove(path) != nil || changed.remove(resolved) != nil
      if isTouched || isEverything { look(at: target, because: nil, now: now) }
    }
    // Files that are not finished are nobody's notes.
    if changed.contains(where: { !Path.split($0).name.hasPrefix(".") }) { news.filesChanged() }
  }

  /// Takes in what other programs have added to files that they hold open.
  private func readOn(now: Int64) {
    let written = held.watch.takeWritten()
    if written.isEmpty { return }
    for target in held.grown(among: written) { look(at: target, because: nil, now: now) }
    for (target, known, theirs) in held.continued(among: written) {
      guard var note = notes[target] else { continue }
      let merge = Merge(base: OpenNote.repaired(known), ours: note.text, theirs: OpenNote.repaired(theirs))
      guard merge.text != note.text else { continue }
      note.text = merge.text
      (note.saveDue, note.isProxy) = (now, false)
      notes[target] = note
      keepState(of: target, isOwn: true)
      let change: NoteChange = merge.isConflict ? .conflict(count: merge.conflicts) : .merged
      news.add(.replaced(target, String(decoding: merge.text, as: UTF8.self), change))
    }
  }

  /// Takes over what a file holds, if that is not what it was known to hold.
  func look(at target: Subject, because: NoteChange?, now: Int64) {
    // While it is being written, whoever writes it looks.
    guard let note = notes[target], note.saving == nil else { return }
    do throws(FileError) {
      // A file that is gone takes nothing away from who writes; what is written next makes it anew.
      guard let file = try files.file(of: target) else {
        notes[target]?.knows(nil, nil)
        return
      }
      if file.bytes != note.base, because != .edited, isReturned(file.bytes, file.identity, on: target) {
        guard setAside(target) else { return }
        notes[target]?.knows(nil, nil)
        if !note.text.isEmpty { notes[target]?.saveDue = now }
        return
      }
      defer { hold(target) }
      if file.bytes == note.base {
        notes[target]?.file = file.identity
      } else {
        adopt(file.bytes, file.identity, for: target, because: because, now: now)
      }
    } catch {
      failSave(target, error, now: note.saveDue == nil ? nil : now)
    }
  }

  /// Takes over what another program has done to a note's file while this one waited for it, such as an editor that the
  /// user has called; to be called also when the program has crashed.
  public func edited(_ target: Subject, now: Int64) -> [NoteNews] {
    alone(now: now) {
      join(now: now)
      if (try? open(target)) != nil { look(at: target, because: .edited, now: now) }
    }
    return attend(now: now)
  }

  /// The path of a note's file, whose folder is made where it is missing, for a program that is to write it.
  public func pathForEditing(_ target: Subject) throws(FileError) -> String {
    takeMarks()
    beginAnew(target)
    try Folder.make(files.folder.notes)
    return files.path(for: target)
  }

  /// Every note as it is now: as it is written here, or in another window, or as its file and what journals have beyond
  /// that make it.
  public func all(known targets: [Subject] = []) -> (notes: [NoteText], problems: [FileError]) {
    takeMarks()
    var (found, problems) = files.all(known: targets)
    let strangers = forgotten.strangers(among: found, known: targets, versions: versions(of:))
    found.removeAll { strangers[$0.path] != nil }
    // What is not in its file yet is not shown as that.
    var written = notes.filter { $0.value.isUnsaved }.mapValues(\.text)
    for replay in reader.runs.values {
      for (target, other) in replay.notes where other.isUnsaved && notes[target] == nil && written[target] == nil {
        do throws(FileError) {
          let note = try read(target)
          if note.isJoinedUnsaved { written[target] = note.text }
        } catch {
          if !problems.contains(error) { problems.append(error) }
        }
      }
    }
    // What has come back over a note that was begun anew has taken nothing away.
    for target in Set(strangers.values) where written[target] == nil && notes[target] == nil {
      if let note = try? read(target), note.isJoinedUnsaved { written[target] = note.text }
    }
    found.removeAll { written[$0.target] != nil && !$0.isMisnamed }
    let now = Instant(seconds: Int64(time(nil)))
    found += written.map { target, text in
      NoteFiles.text(of: target, bytes: text, modified: now, path: files.path(for: target))
    }
    return (found.filter { !$0.text.isEmpty }, problems)
  }

  /// A note's bytes as it is now: those of its file where that has everything; nil where there is none.
  public func bytes(of target: Subject) throws(FileError) -> [UInt8]? {
    takeMarks()
    if let note = notes[target], note.isUnsaved { return note.text }
    let note = try read(target)
    return note.isJoinedUnsaved ? note.text : note.base
  }
}
