import Agenda
import CPosix
import Files
import Glibc
import Messages
import Notes

extension Verb {
  /// `plenary notes share` and `notes gather`: the notes of several rapporteurs.
  static let sharing = [
    Verb(
      "notes share", Message("share your notes with colleagues in FOLDER; without it, tell where they are shared"),
      "[FOLDER]", count: 0...1, options: ShareRequest.options + [notesBundle.row]
    ) { arguments, console in
      withShelf(arguments, console) { runShare(ShareRequest(arguments), in: $0, console) }
    },
    Verb(
      "notes gather", Message("one report of your notes and of all that lie in shared folders"), "FOLDER...",
      count: 1...Int.max, expected: Message("a shared folder"), options: ReportRequest.options + [notesBundle.row]
    ) { arguments, console in
      var request = ReportRequest(arguments)
      return withShelf(arguments, console) { shelf in
        guard request.select(arguments, in: shelf, console) else { return ExitStatus.usage }
        return runReport(request, of: shelf, gatheredFrom: arguments.operands, console)
      }
    },
  ]
}

/// What `plenary notes share` is asked for.
private struct ShareRequest {
  var folder: String?
  var author: String?
  var includesOffTheRecord: Bool
  var ends: Bool

  private static let author = Option("author", "NAME", Message("the name that colleagues see; otherwise your own"))
  private static let offTheRecord = Option(
    flag: "include-off-the-record", Message("keep notes on sessions that were off the record"))
  private static let stop = Option(flag: "stop", Message("share no more; what lies in the folder already stays there"))

  static let options = [author.row, offTheRecord.row, stop.row]

  init(_ arguments: Arguments) {
    folder = arguments.operands.first
    author = arguments.value(ShareRequest.author)
    includesOffTheRecord = arguments.has(ShareRequest.offTheRecord)
    ends = arguments.has(ShareRequest.stop)
  }
}

private func runShare(_ request: ShareRequest, in shelf: NoteShelf, _ console: Console) -> Int32 {
  let file = SharingFile(in: shelf.files.folder)
  do throws(FileError) {
    if request.ends {
      try file.save(nil)
      say(Message("Your notes on this conference are not shared any more."), console)
      return ExitStatus.success
    }
    guard let folder = request.folder else { return tellSharing(file.load(), in: shelf, console) }
    // A stick that is not plugged in must not become a folder of its name.
    guard let path = absolute(folder) else {
      console.complain(
        Message("%s: found no such folder, expected one that is there, to be shared with colleagues", folder))
      return ExitStatus.usage
    }
    let author = try AuthorFile(beside: shelf.files.folder).make(
      name: request.author, fallback: Author.systemName(environment: Environment.value))
    guard !author.name.isEmpty else {
      console.complain(Message("found no name to share your notes under, expected --author NAME"))
      return ExitStatus.usage
    }
    let sharing = Sharing(folder: path, includesOffTheRecord: request.includesOffTheRecord)
    try file.save(sharing)
    return lay(sharing, of: author, in: shelf, console)
  } catch {
    console.complain(error.message)
    return ExitStatus.usage
  }
}

/// Lays all notes in the shared folder at once, and says what is there now and what stayed here.
private func lay(_ sharing: Sharing, of author: Author, in shelf: NoteShelf, _ console: Console) -> Int32 {
  let shared = SharedFolder(sharing.folder, conference: shelf.agenda.conference.id, author: author)
  let (notes, isWhole) = shelf.notes()
  let confidence = shelf.confidence(of: notes)
  let allowed = NoteShelf.shareable(notes, includesOffTheRecord: sharing.includesOffTheRecord, confidence)
  let problems = shared.lay(allowed, forgotten: ForgottenMarks(in: shelf.files.folder))
  for problem in problems { console.complain(problem.message) }
  say(
    Message(
      "%2$s shares %1$d note in %3$s", "%2$s shares %1$d notes in %3$s", count: allowed.count, author.name, shared.own),
    console)
  let (kept, confidential) = (
    notes.filter { !$0.isMisnamed && allowed[$0.target] == nil },
    notes.filter { !$0.isMisnamed && allowed[$0.target] != nil }
  )
  func titles(_ notes: [NoteText]) -> String {
    notes.map { shelf.subject(of: $0.target)?.title ?? $0.target.id }.joined(separator: "; ")
  }
  if !kept.isEmpty { console.complain(Message("Not shared, for it was off the record: %s.", titles(kept))) }
  let named = confidential.filter { confidence.finding(for: $0).rule == .chathamHouse }
  if !named.isEmpty {
    console.complain(
      Message(
        "Shared with the names in it, under the Chatham House rule, which binds all who read it: %s.", titles(named)))
  }
  let unruled = confidential.filter { confidence.finding(for: $0).rule == .offTheRecord }
  if !unruled.isEmpty { console.complain(Message("Shared, though it was off the record: %s.", titles(unruled))) }
  return problems.isEmpty && isWhole ? ExitStatus.success : ExitStatus.usage
}

private func tellSharing(_ sharing: Sharing?, in shelf: NoteShelf, _ console: Console) -> Int32 {
  guard let sharing, let author = AuthorFile(beside: shelf.files.folder).load() else {
    say(Message("Your notes on this conference are not shared."), console)
    return ExitStatus.problems
  }
  let shared = SharedFolder(sharing.folder, conference: shelf.agenda.conference.id, author: author)
  say(Message("%s shares in %s", author.name, shared.own), console)
  let (notes, problems) = shared.colleagues()
  var authors: [String] = []
  for note in notes where !authors.contains(note.author) { authors.append(note.author) }
  for author in authors {
    let count = notes.count { $0.author == author }
    say(Message("%2$s: %1$d note", "%2$s: %1$d notes", count: count, author), console)
  }
  for problem in problems { console.complain(problem.message) }
  return ExitStatus.success
}

/// The folder's own path, links followed; nil where it is none.
private func absolute(_ folder: String) -> String? {
  guard let path = realpath(folder, nil) else { return nil }
  defer { free(path) }
  var info = stat()
  guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { return nil }
  return String(cString: path)
}

private func say(_ message: Message, _ console: Console) { console.say(console.messages.text(message)) }
