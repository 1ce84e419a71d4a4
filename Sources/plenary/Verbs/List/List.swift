import Agenda
import Interface
import Messages

extension Verb {
  /// The conferences that can be opened, with where they are.
  static let list = Verb(
    "list", Message("the conferences that are known: opened before, imported without BUNDLE, or shipped")
  ) { _, console in
    let paths = ConferenceShelf.paths()
    guard !paths.isEmpty else {
      console.complain(Message("there is no conference to open: name a bundle or a file"))
      return ExitStatus.problems
    }
    for path in paths {
      console.say("\(console.messages.text(title(of: path, console)))\n    \(Console.cleaned(path))")
    }
    return ExitStatus.success
  }

  /// The title and dates; of what has never been opened too, which takes as long as reading it.
  private static func title(of path: String, _ console: Console) -> Message {
    let entry = ConferenceShelf.entry(path, console)
    if !entry.detail.isEmpty { return .data("\(entry.title), \(entry.detail)") }
    guard let read = ConferenceShelf.read(path, console) else {
      return Message("%s (cannot be read: see plenary check)", entry.title)
    }
    return .data("\(read.title), \(read.detail)")
  }
}
