import Agenda
import Files
import Glibc
import Messages
import Notes

extension Verb {
  /// `plenary notes forget`: a note that is to be nowhere any more.
  static let forgetting = [
    Verb(
      "notes forget", Message("take a note out of files, copies, journals and the shared folder, with no way back"),
      "SESSION", count: 1...Int.max, expected: session, options: [forgetWithoutAsking.row, notesBundle.row]
    ) { arguments, console in
      withSession(arguments, console) { subject, shelf in
        runForget(subject, asks: !arguments.has(forgetWithoutAsking), in: shelf, console)
      }
    }
  ]

  private static let forgetWithoutAsking = Option(flag: "yes", Message("do it without asking, as scripts need it"))
}

private func runForget(_ subject: NoteSubject, asks: Bool, in shelf: NoteShelf, _ console: Console) -> Int32 {
  guard !shelf.isMemoryUnreadable else {
    console.complain(
      Message("nothing is forgotten: %s cannot be read, so nothing can be marked there", shelf.memoryPath))
    return ExitStatus.usage
  }
  guard shelf.hasTraces(of: subject.target) else {
    console.complain(Message("there is no note on %s", subject.title))
    return ExitStatus.problems
  }
  do throws(FileError) {
    let text = String(decoding: try shelf.store.bytes(of: subject.target) ?? [], as: UTF8.self)
    if asks {
      guard isatty(0) == 1, isatty(2) == 1 else {
        console.complain(Message("found nobody to ask, expected --yes; nothing is forgotten"))
        return ExitStatus.usage
      }
      guard isConfirmed(subject, text, console) else {
        console.complain(Message("nothing is forgotten"))
        return ExitStatus.problems
      }
    }
    signal(SIGXFSZ, SIG_IGN)
    let result = try shelf.forget(subject.target, text: text)
    tell(result, of: subject, console)
    return result.isWhole ? ExitStatus.success : ExitStatus.usage
  } catch {
    console.complain(Message("nothing is forgotten: %s", error.message))
    return ExitStatus.usage
  }
}

/// Asks on the terminal; no answer is no.
private func isConfirmed(_ subject: NoteSubject, _ text: String, _ console: Console) -> Bool {
  let lines = text.utf8.count { $0 == 0x0A } + (text.isEmpty || text.utf8.last == 0x0A ? 0 : 1)
  console.complain(
    lines == 0
      ? Message("forget what is left of the note on %s? There is no way back [y/N]", subject.title)
      : Message(
        "forget 1 line on %2$s? There is no way back [y/N]", "forget %1$d lines on %2$s? There is no way back [y/N]",
        count: lines, subject.title))
  guard let answer = readLine()?.lowercased() else { return false }
  return ["yes", console.messages.text(Message("yes"))].contains { $0 == answer || $0.prefix(1) == answer }
}

/// Says what is gone, what is left to do, and what no program can reach.
private func tell(_ result: Forgetting.Result, of subject: NoteSubject, _ console: Console) {
  func say(_ message: Message) { console.say(Console.cleaned(console.messages.text(message))) }
  say(Message("Forgotten: the note on %s.", subject.title))
  for path in result.removed { say(Message("Removed: %s", path)) }
  for path in result.journals { say(Message("Taken out of the journal %s", path)) }
  for path in result.quoting { say(Message("%s has lines of it still: a report, which is yours to remove", path)) }
  for path in result.linked {
    say(Message("%s had other names too, which are not known: its text is still there", path))
  }
  for (folder, paths) in Dictionary(grouping: result.foreign, by: { Path.split($0).folder }).sorted(by: {
    $0.key < $1.key
  }) {
    say(
      Message(
        "1 journal in %2$s may have it still: it belongs to notes in a folder that is not there now",
        "%1$d journals in %2$s may have it still: they belong to notes in folders that are not there now",
        count: paths.count, folder))
  }
  say(
    Message(
      "Out of reach: backups, other machines and colleagues that have it already, what was copied or sent, and the disk’s spare blocks until they are written over."
    ))
  for path in result.held {
    console.complain(
      Message(
        "%s: a window of Plenary that does not go on has it there still and drops it as soon as it does; forget it again then, to be sure",
        path))
  }
  for problem in result.problems { console.complain(problem.message) }
}
