import Agenda
import Cells
import Glibc
import Interchange
import Interface
import Messages

extension Verb {
  /// Finds conferences by their names in directories, and says where their schedules are.
  static let find = Verb(
    "find", Message("find conferences by words of their names in directories, and show the addresses that open them"),
    "[ADDRESS] [WORD...]", count: 0...Int.max,
    options: [
      FindOption.add.row, FindOption.remove.row, FindOption.directories.row, FindOption.json.row,
      UpdateOption.offline.row,
    ]
  ) { arguments, console in
    runFind(arguments, console)
  }
}

private enum FindOption {
  static let add = Option(
    flag: "add", Message("keep the directory, or the pretalx, at ADDRESS among those that are asked"))
  static let remove = Option(flag: "remove", Message("ask the directory at ADDRESS no more"))
  static let directories = Option(
    flag: "directories", Message("the directories that are asked, and of when their lists are"))
  static let json = Option(flag: "json", Message("say it as JSON"))
}

@MainActor
private func runFind(_ arguments: Arguments, _ console: Console) -> Int32 {
  Interruption.watch()
  if arguments.has(FindOption.directories) { return listDirectories(console) }
  let address = arguments.operands.first.flatMap { SourceAddress($0) }
  let words = arguments.operands.dropFirst(address == nil ? 0 : 1)
  let run = FindRun(
    update: DirectoryUpdate(console: console, bar: ProgressBar(console)), console: console,
    isOffline: arguments.has(UpdateOption.offline), isJSON: arguments.has(FindOption.json))
  let isChange = arguments.has(FindOption.add) || arguments.has(FindOption.remove)
  guard let address else {
    if isChange {
      console.complain(Message("find: found no address, expected that of a directory or a pretalx"))
      return ExitStatus.usage
    }
    return run.findInAll(words.joined(separator: " "))
  }
  if arguments.has(FindOption.remove) { return run.remove(address) }
  let isAdded = arguments.has(FindOption.add)
  return run.find(in: address, words.joined(separator: " "), isAdded: isAdded, isSearched: !isAdded || !words.isEmpty)
}

/// Address and age of each directory, and how many conferences it names.
private func listDirectories(_ console: Console) -> Int32 {
  let records = DirectoryShelf.all()
  let now = WallClock(simulated: nil).reading.now
  for record in records {
    let state: Message =
      record.confirmed.map { confirmed in
        Message("%1$s, as of %2$s", record.count, Message.ago(seconds: now.since(confirmed)))
      } ?? Message("never asked")
    console.say("\(Console.cleaned(record.address.shown)): \(console.messages.text(state))")
  }
  return records.isEmpty ? ExitStatus.problems : ExitStatus.success
}

extension DirectoryRecord {
  fileprivate var count: Message { Message("1 conference", "%d conferences", count: conferences.count) }
}

/// One search.
private struct FindRun {
  let update: DirectoryUpdate
  let console: Console
  let isOffline: Bool
  let isJSON: Bool

  /// Looks in all directories that are asked.
  func findInAll(_ words: String) -> Int32 {
    let records = DirectoryShelf.all()
    if records.isEmpty {
      console.complain(Message("find: no directory is asked: plenary find --add ADDRESS adds one"))
      return ExitStatus.usage
    }
    var asked: [DirectoryUpdate.Asked] = []
    for record in records {
      asked.append(update.renew(record, isOffline: isOffline))
      if Interruption.signal != 0 { return 128 + Interruption.signal }
    }
    if !isOffline { update.keep(asked) }
    return show(asked, words)
  }

  /// Looks in one, which may be none of them.
  func find(in address: SourceAddress, _ words: String, isAdded: Bool, isSearched: Bool) -> Int32 {
    do throws(DirectoryUpdate.Failure) {
      let asked = try update.find(address, isOffline: isOffline)
      if Interruption.signal != 0 { return 128 + Interruption.signal }
      if isAdded { try update.add(asked) } else if !isOffline { update.keep([asked]) }
      if isSearched { return show([asked], words) }
      asked.troubles.forEach(console.complain)
      console.say("\(Console.cleaned(asked.record.address.shown)): \(console.messages.text(asked.record.count))")
      return ExitStatus.success
    } catch {
      console.complain(Message("%1$s: no list: %2$s", address.shown, error.reason))
      return error.isCancelled && Interruption.signal != 0 ? 128 + Interruption.signal : ExitStatus.usage
    }
  }

  func remove(_ address: SourceAddress) -> Int32 {
    do throws(DirectoryUpdate.Failure) {
      if try update.remove(address) { return ExitStatus.success }
      console.complain(
        Message("%s: is no directory that is asked; plenary find --directories lists them", address.shown))
      return ExitStatus.problems
    } catch {
      console.complain(Message("%1$s: %2$s", address.shown, error.reason))
      return ExitStatus.usage
    }
  }

  private func show(_ asked: [DirectoryUpdate.Asked], _ words: String) -> Int32 {
    asked.flatMap(\.troubles).forEach(console.complain)
    let search = DirectoryShelf.search(in: asked.map(\.record))
    let found = search.hits(words, today: WallClock.today).map { search.conferences[$0] }
    let list = FoundConferences(found, languages: console.languages, messages: console.messages)
    if isJSON {
      let status = console.write(Array(list.json.utf8))
      if status != ExitStatus.success { return status }
    } else {
      for line in list.lines { console.say(line) }
    }
    if !found.isEmpty { return ExitStatus.success }
    // Where no directory could tell, nobody knows whether there is one.
    if search.conferences.isEmpty { return ExitStatus.usage }
    console.complain(words.isEmpty ? Message("find: nothing found") : Message("find: nothing found for “%s”", words))
    return ExitStatus.problems
  }
}
