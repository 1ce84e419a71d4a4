public import Agenda
public import Files

/// Notes follow what they are about when an updated agenda has another identifier for it.
extension SubjectMemory {
  /// Gives a note the name of what the user says its session has become; EEXIST where that has a note already.
  ///
  /// What may be told of it stays as strict as it was.
  public mutating func carry(_ target: Subject, to successor: NoteSubject) throws(FileError) {
    try NoteFiles(in: folder).move(target, to: successor.target, calls: calls)
    try change { content in
      content.inherit(successor, from: target)
      content.forget(target)
    }
  }

  /// Gives notes whose session has another identifier in an updated agenda the name of that, unless that has a note
  /// already, and remembers what all are about.
  ///
  /// Where the identifier was given to another session meanwhile, and the note's own is gone, the note gets a name that no
  /// session has: it never becomes that of another one.
  ///
  /// What cannot be written is tried again at the next start: nothing of the user's is in it.
  /// - Parameters:
  ///   - targets: of all notes that there are.
  ///   - isOpen: whether a note may be written at any time, so that its file has to stay where it is.
  public mutating func bringBack(
    _ targets: [Subject], in source: some SubjectSource, isOpen: (Subject) -> Bool = { _ in false }
  ) {
    let files = NoteFiles(in: folder)
    var taken = Set(targets)
    var known: [NoteSubject] = []
    var moved: [(from: Subject, to: NoteSubject)] = []
    var followed: [(from: Subject, to: Subject)] = []
    for target in targets {
      let (old, there) = (remembered[target], source[target])
      if let there, old?.isSame(as: there) ?? true {
        known.append(there)
        continue
      }
      guard let old, !isOpen(target) else { continue }
      let successor = old.successor(among: source.titled(like: old)) ?? (there == nil ? nil : old.aside)
      guard let successor, taken.insert(successor.target).inserted,
        (try? files.move(target, to: successor.target, calls: calls)) != nil
      else { continue }
      moved.append((target, successor))
    }
    // A forgotten note may come back under the identifier that another machine knows already.
    for target in content.forgotten.keys where !taken.contains(target) && source[target] == nil {
      guard let old = remembered[target], let to = old.successor(among: source.titled(like: old))?.target else {
        continue
      }
      followed.append((target, to))
    }
    try? change { content in
      for (from, to) in followed { content.inheritMark(to, from: from) }
      for (from, to) in moved {
        content.inherit(to, from: from)
        content.forget(from)
      }
      for subject in known { content.remember(subject) }
    }
  }
}
