import Agenda
import Interchange
import Interface
import Messages

/// What the open program has done for it beside the screen, so that no key waits for the network (`FindDesk`).
///
/// Addresses come on standard input, since others see command lines.
extension Verb {
  /// Asks the directories that are due, or the one at an address, which is then kept; a line for each that something is
  /// to be said of.
  static let renewDirectories = Verb(
    "renew-directories", .data("ask directories for their lists, for the open program"), "[-]", count: 0...1,
    isHidden: true
  ) { arguments, console in
    Interruption.watch()
    let update = DirectoryUpdate(console: console, bar: ProgressBar(console, isQuiet: true))
    if arguments.operands.isEmpty {
      let now = WallClock(simulated: nil).reading.now
      for record in DirectoryShelf.all() where record.isDue(at: now) {
        let asked = update.renew(record)
        if Interruption.signal != 0 { return 128 + Interruption.signal }
        update.keep([asked])
        for words in asked.troubles { say(words, console) }
      }
      return ExitStatus.success
    }
    guard let address = givenAddress() else { return ExitStatus.usage }
    do throws(DirectoryUpdate.Failure) {
      let asked = try update.find(address)
      if Interruption.signal != 0 { return 128 + Interruption.signal }
      try update.add(asked)
      for words in asked.troubles { say(words, console) }
      return ExitStatus.success
    } catch {
      say(Message("%1$s: no list: %2$s", address.shown, error.reason), console)
      return ExitStatus.problems
    }
  }

  /// Brings what is at an address as `plenary ADDRESS` does before it opens it: on a line its bundle, on another one what
  /// is to be said of it; or, where there is none, only why.
  static let bring = Verb(
    "bring-conference", .data("make or renew the bundle of an address, for the open program"), "-", count: 1...1,
    isHidden: true
  ) { _, console in
    guard let address = givenAddress() else { return ExitStatus.usage }
    do throws(UpdateFailure) {
      let opened = try AddressOpening(address, isOffline: false, console) { _, _ in false }
      // What takes longest is then done before the screen waits for it.
      var opener = BundleOpener(path: opened.bundle, console: console)
      _ = try? opener.open()
      console.say(opened.bundle)
      if let words = opened.words { say(words, console) }
      return ExitStatus.success
    } catch {
      say(Message("%s: cannot be opened: %s", address.shown, error.reason), console)
      return ExitStatus.problems
    }
  }

  private static func givenAddress() -> SourceAddress? { readLine().flatMap { SourceAddress($0) } }

  private static func say(_ words: Message, _ console: Console) {
    console.say(Console.cleaned(console.messages.text(words)))
  }
}
