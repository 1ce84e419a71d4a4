import Agenda
import Interchange
import Interface
import Messages

extension Verb {
  /// The conferences that can be opened, with where they are.
  static let list = Verb(
    "list", Message("the conferences that are known: opened before, imported without BUNDLE, or shipped"),
    options: [versions.row]
  ) { arguments, console in
    if let name = arguments.value(versions) { return listVersions(of: name, console) }
    let paths = ConferenceShelf.paths()
    guard !paths.isEmpty else {
      console.complain(Message("there is no conference to open: name a bundle or a file"))
      return ExitStatus.problems
    }
    let sources = Dictionary(SourceShelf.all().map { ($0.bundle, $0.record) }) { first, _ in first }
    let now = WallClock(simulated: nil).reading.now
    for path in paths {
      console.say("\(console.messages.text(title(of: path, console)))\n    \(Console.cleaned(path))")
      guard let record = SourceShelf.absolute(path).flatMap({ sources[$0] }), let address = record.address,
        let confirmed = record.confirmed
      else { continue }
      let words = Message("from %s, as of %s", address.shown, Message.ago(seconds: now.since(confirmed)))
      console.say("    \(Console.cleaned(console.messages.text(words)))")
    }
    return ExitStatus.success
  }

  private static let versions = Option(
    "versions", "NAME", Message("the versions that are kept of one: its bundle, file or identifier"),
    completion: .files)

  /// Number, date and the name by which it is opened, the newest first.
  private static func listVersions(of name: String, _ console: Console) -> Int32 {
    guard let (_, history) = VersionName.conference(name, console) else {
      console.complain(Message("%s: no version of this is kept", name))
      return ExitStatus.problems
    }
    for version in history.versions.all().reversed() {
      console.say("\(version.number)\t\(VersionName.date(of: version))\t\(Console.cleaned(name))@\(version.number)")
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
