import Agenda
import CPosix
import Files
import Glibc

/// What was forgotten among the notes that are written here, and what was begun anew since.
struct ForgottenNotes {
  let files: NoteFiles
  let calls: FileCalls
  private(set) var marks: ForgottenMarks
  /// Notes that were begun anew, of which that could not be written yet.
  private var unclaimed: Set<Subject> = []
  /// This run's journals may have something in them that was forgotten.
  var isScrubDue = false

  init(_ files: NoteFiles, calls: FileCalls) {
    (self.files, self.calls) = (files, calls)
    marks = ForgottenMarks(in: files.folder)
  }

  /// Takes in what was forgotten since the last time.
  mutating func refresh() -> Set<Subject> { marks.refresh() }

  /// What a journal says of a note that was forgotten once before it says anything else of it.
  func beginning(of target: Subject) -> [JournalRecord] {
    marks[target].map { [.anew(target, $0.number)] } ?? []
  }

  /// Where this cannot be written, the journal has it, and it is tried again with the next save.
  mutating func begin(_ target: Subject, at time: Instant) {
    guard let mark = marks[target] else { return }
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
  mutating func claim(_ target: Subject, _ identity: FileIdentity) {
    guard let mark = marks[target], unclaimed.contains(target) || mark.hides(identity.seconds) else { return }
    let time = Instant(seconds: Int64(identity.seconds))
    begin(target, at: min(mark.begun ?? time, time))
  }

  /// Gives a file that has come back in a note's place another name, under which it is told and read by nobody.
  func setAside(_ target: Subject) -> Bool {
    let path = files.path(for: target)
    var info = stat()
    guard lstat(path, &info) == 0 else { return false }
    for attempt in 1...100 {
      let other = "\(path.dropLast(3))\(NoteName.setAsideSign)\(attempt == 1 ? "" : "-\(attempt)")"
      do throws(FileError) {
        try DurableFile(path, calls: calls).move(to: other)
        return true
      } catch .system(_, _, EEXIST) {
        continue
      } catch {
        return false
      }
    }
    return false
  }

  /// Of these notes the paths of those that are what was forgotten, or a copy of it, though they are younger than the note
  /// that was begun anew.
  /// - Parameter versions: what is known of a note as it was since then.
  func strangers(
    among found: [NoteText], known targets: [Subject], versions: (Subject) -> [[UInt8]]
  ) -> [String: Subject] {
    if marks.isEmpty { return [:] }
    let forgotten = ForgottenFiles(files.folder, known: targets)
    var strangers: [String: Subject] = [:]
    for note in found {
      guard let target = forgotten.begunNote(ofFile: Path.split(note.path).name) else { continue }
      let known = versions(target)
      var own: [[UInt8]] = []
      if note.isMisnamed, let file = (try? files.file(of: target)).flatMap(\.self),
        !ForgottenNotes.isStranger(file.bytes, to: known)
      {
        own = [file.bytes]
      }
      if ForgottenNotes.isStranger(Array(note.text.utf8), to: own + known) { strangers[note.path] = target }
    }
    return strangers
  }

  /// Whether a file in the place of a note is what was forgotten before the note was begun anew: it is older, or has next
  /// to nothing of what is known of the new one.
  func isReturned(
    _ bytes: [UInt8], _ identity: FileIdentity?, on target: Subject, versions: (Subject) -> [[UInt8]]
  ) -> Bool {
    guard let mark = marks[target] else { return false }
    if let identity, mark.hides(identity.seconds) { return true }
    return ForgottenNotes.isStranger(bytes, to: versions(target))
  }

  private static func isStranger(_ bytes: [UInt8], to versions: [[UInt8]]) -> Bool {
    let known = versions.filter { !RuleLine.isAlone(in: String(decoding: $0, as: UTF8.self)) }
    let text = String(decoding: bytes, as: UTF8.self)
    if known.isEmpty || RuleLine.isAlone(in: text) || known.contains(bytes) { return false }
    return !known.contains { CopyNames.isAlike(text, String(decoding: $0, as: UTF8.self)) }
  }
}
