public import Agenda
import CPosix
public import Files
import Glibc

/// Takes a note out of everything that is within reach.
///
/// The mark is on disk first (`ForgottenMark`): whatever happens afterwards, nothing shows the note any more or writes it
/// back, and what is left of it goes when it is forgotten once more. Each step can be repeated.
public struct Forgetting {
  /// What has become of it.
  public struct Result: Equatable, Sendable {
    /// Whole paths of files that are gone.
    public var removed: [String] = []
    /// Journals out of which the note was taken.
    public var journals: [String] = []
    /// Journals that another process still has it in, which is stopped or does not go on.
    public var held: [String] = []
    /// Journals of notes in a folder that is not there now.
    public var foreign: [String] = []
    /// Reports beside the notes that have lines of it.
    public var quoting: [String] = []
    /// Files that are gone, and had other names elsewhere, under which their text is still there.
    public var linked: [String] = []
    /// What could not be removed or written.
    public var problems: [FileError] = []

    /// Nothing that was within reach is left.
    public var isWhole: Bool { held.isEmpty && problems.isEmpty }
  }

  private let files: NoteFiles
  private let places: JournalPlaces
  private let shared: SharedFolder?
  private let calls: FileCalls

  /// - Parameter shared: where the user's notes are laid for colleagues.
  public init(files: NoteFiles, places: JournalPlaces, shared: SharedFolder?) {
    self.init(files: files, places: places, shared: shared, calls: .system)
  }

  init(files: NoteFiles, places: JournalPlaces, shared: SharedFolder?, calls: FileCalls) {
    (self.files, self.places, self.shared, self.calls) = (files, places, shared, calls)
  }

  /// Whether there is anything of a note: its file, copies of it, or what journals have of it.
  public func hasTraces(of target: Subject, known: [Subject]) -> Bool {
    if ForgottenMarks(in: files.folder)[target] != nil || access(files.path(for: target), F_OK) == 0 { return true }
    if !copies(of: target, text: "", known: known).paths.isEmpty { return true }
    let scrub = JournalScrub([target: nil], calls: calls)
    let here = NotesFolder(files.folder.notes)
    return [".jnl", ".jnl.old"].contains { ending in
      JournalShelf.paths(in: places, ending: ending).contains { path in
        JournalScrub.origin(of: path).map { here.isSame(as: $0.notes) } ?? false && scrub.concerns(path)
      }
    }
  }

  /// Forgets a note, and waits so long at most until other windows have let go of it.
  ///
  /// Where the mark cannot be written it throws, and nothing was done.
  /// - Parameters:
  ///   - text: what the note is now, by which copies with a name of their own are known, and reports in which it stands.
  ///   - known: what notes can be about.
  public func run(
    _ target: Subject, text: String, known: [Subject], at now: Instant, within milliseconds: Int
  ) throws(FileError) -> Result {
    var result = Result()
    // What the file itself has, where it is one that has come back.
    let file = (try? RegularFile.read(files.path(for: target), limit: NoteFiles.limit)).flatMap(\.self)
    let texts = [text, file.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""].filter { !$0.isEmpty }
    let whole = texts.joined(separator: "\n")
    try files.folder.make(calls)
    var memory = SubjectMemory(in: files.folder, calls: calls)
    // Under identifiers that its session had before, unless another one has them by now.
    let former = memory.former(target).filter { !known.contains($0) && memory.remembered[$0] == nil }
    var marked: [(target: Subject, mark: ForgottenMark, copies: [String])] = []
    for target in [target] + former.sorted(by: { $0.id < $1.id }) {
      let (copies, kept) = copies(of: target, text: whole, known: known)
      marked.append((target, try memory.forget(target, at: now, kept: kept), copies))
    }
    for (target, _, copies) in marked {
      removeFiles(of: target, copies, texts: whole, into: &result)
      if let shared {
        let gone = shared.forget(target, known: known, marks: ForgottenMarks(in: files.folder))
        result.removed += gone.removed
        result.problems += gone.problems
      }
    }
    result.quoting += reports(quoting: whole)
    let numbers = marked.map { ($0.target, Optional($0.mark.number)) }
    takeOutOfJournals(Dictionary(numbers) { first, _ in first }, within: milliseconds, into: &result)
    return result
  }

  // MARK: - Files

  /// Removes them while no other program of ours writes a note: what waits for that finds the mark.
  private func removeFiles(of target: Subject, _ copies: [String], texts: String, into result: inout Result) {
    let lock = FolderLock(in: files.folder.notes, within: 2_000)
    defer { lock.release() }
    let path = files.path(for: target)
    var paths = [path] + copies
    // A link of the user's own: what it leads to is the note.
    if let real = try? Path.resolve(path), real != path {
      let (folder, name) = Path.split(real)
      paths += ["\(folder)/\(name)"] + Forgetting.left(by: name).map { "\(folder)/\($0)" }
    }
    if case .document(let id) = target { paths += DocumentVersions(in: files.folder).paths(of: id) }
    TemporaryName.sweep(files.folder.notes, calls: calls)
    // What a save has found in its way lies under such a name too.
    for name in Folder.names(in: files.folder.notes) where TemporaryName.isOne(name) {
      let temporary = "\(files.folder.notes)/\(name)"
      let file = (try? RegularFile.read(temporary, limit: NoteFiles.limit, followsLinks: false)).flatMap(\.self)
      if let file, CopyNames.isAlike(String(decoding: file.bytes, as: UTF8.self), texts) { paths.append(temporary) }
    }
    var folders: Set<String> = []
    for path in paths {
      var info = stat()
      guard lstat(path, &info) == 0 else { continue }
      // A folder is no copy of a note.
      if info.st_mode & S_IFMT == S_IFDIR { continue }
      do throws(FileError) {
        try FileCalls.check("unlink", path, calls.unlink(path))
        result.removed.append(path)
        folders.insert(Path.split(path).folder)
        if info.st_nlink > 1, info.st_mode & S_IFMT == S_IFREG { result.linked.append(path) }
      } catch {
        result.problems.append(error)
      }
    }
    for folder in folders.sorted() {
      do throws(FileError) { try calls.syncFolder(folder) } catch { result.problems.append(error) }
    }
  }

  /// What editors leave beside a file of that name.
  private static func left(by name: String) -> [String] {
    [
      "\(name)~", "\(name).bak", "\(name).orig", "#\(name)#", ".\(name).swp", ".\(name).swo", ".\(name).swn",
      ".\(name).un~",
    ]
  }

  /// Copies of a note beside it, whoever has made them; and names of files that look like one and are something else.
  private func copies(of target: Subject, text: String, known: [Subject]) -> (paths: [String], kept: [String]) {
    let marks = ForgottenMarks(in: files.folder)
    let remembered = Array(SubjectMemory(in: files.folder).remembered.keys)
    let all = Set(known + remembered)
    let names = CopyNames(all.union([target]))
    var (paths, kept): ([String], [String]) = ([], [])
    var others: [Subject] = []
    for name in Folder.names(in: files.folder.notes).sorted() {
      guard let plain = NoteName.subject(ofFile: name), name != NoteName.of(target) else { continue }
      let path = "\(files.folder.notes)/\(name)"
      if all.contains(plain), name == NoteName.of(plain) { continue }
      switch names.finding(ofFile: name) {
      case .copy(of: target): paths.append(path)
      case .likely(of: target):
        let file = (try? RegularFile.read(path, limit: NoteFiles.limit)).flatMap(\.self)
        let isAlike = file.map { CopyNames.isAlike(String(decoding: $0.bytes, as: UTF8.self), text) } ?? false
        let hasReturned =
          marks[target].map { !$0.kept.contains(name) && $0.hides(ForgottenFiles.modified(path)) } ?? false
        if isAlike || hasReturned {
          paths.append(path)
        } else {
          kept.append(name)
          others.append(plain)
        }
      case .copy, .likely, nil: others.append(plain)
      }
    }
    // Backups and swap files: the longest name that is in theirs is meant.
    let backups = CopyNames(all.union([target]).union(others))
    for name in Folder.names(in: files.folder.notes).sorted()
    where NoteName.subject(ofFile: name) == nil && !TemporaryName.isOne(name)
      && backups.original(ofFile: name) == target
    {
      paths.append("\(files.folder.notes)/\(name)")
    }
    return (paths, kept)
  }

  /// Reports beside the notes that have a line of this text.
  private func reports(quoting text: String) -> [String] {
    let lines = Set(text.split(separator: "\n").filter { $0.utf8.count > 8 && !RuleLine.isOne($0) })
    guard !lines.isEmpty else { return [] }
    return Folder.names(in: files.folder.path).sorted().filter { $0.hasPrefix("report-") }.compactMap { name in
      let path = "\(files.folder.path)/\(name)"
      guard let file = (try? RegularFile.read(path, limit: NoteFiles.limit)).flatMap(\.self) else { return nil }
      let report = String(decoding: file.bytes, as: UTF8.self)
      return lines.contains { report.has(part: String($0)) } ? path : nil
    }
  }

  // MARK: - Journals

  private func takeOutOfJournals(
    _ numbers: [Subject: UInt64?], within milliseconds: Int, into result: inout Result
  ) {
    let scrub = JournalScrub(numbers, calls: calls)
    let step = 50
    for round in 0...max(0, milliseconds / step) {
      if round > 0 { usleep(useconds_t(step * 1_000)) }
      let found = scrub.run(in: places, notes: files.folder.notes)
      result.journals += found.rewritten
      (result.held, result.foreign) = (found.held, found.foreign)
      if !found.problems.isEmpty {
        result.problems += found.problems
        break
      }
      if found.held.isEmpty { break }
    }
  }
}
