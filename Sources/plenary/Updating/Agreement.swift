import Glibc
import Interface
import Messages

/// What the user has to say before an update does it, and what keeps it from being done.
enum UpdateOption {
  static let yes = Option(flag: "yes", Message("take a new agenda though half of the sessions are gone in it"))
  static let trust = Option(
    flag: "trust", Message("fetch from the address that the agenda itself names, from now on"))
  static let offline = Option(flag: "offline", Message("fetch nothing, neither now nor later"))
}

/// What the user has said on the command line or says on the terminal.
struct Agreement {
  private let given: Set<UpdateConsent>
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    var given: Set<UpdateConsent> = []
    if arguments.has(UpdateOption.yes) { given.insert(.yes) }
    if arguments.has(UpdateOption.trust) { given.insert(.trust) }
    (self.given, self.console) = (given, console)
  }

  /// Asks where nothing was said and there is somebody; else it is no.
  func agrees(_ question: Message, _ consent: UpdateConsent) -> Bool {
    if given.contains(consent) { return true }
    guard isatty(0) == 1, isatty(2) == 1 else { return false }
    console.complain(Message("%s [y/N]", question))
    guard let first = readLine()?.first else { return false }
    // TRANSLATORS: the letter with which a question is answered by yes; English y is understood as well.
    return first.lowercased() == "y" || first.lowercased() == console.messages.text(.within("answer", "y"))
  }
}
