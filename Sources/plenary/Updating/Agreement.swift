import Glibc
import Interchange
import Interface
import Markup
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

  /// Asks in which zone the venue of a schedule is that does not say it, so that what people read is the venue's clock;
  /// nil where nobody can be asked, or nobody knows.
  ///
  /// - Parameter name: of the file or address.
  func zone(of name: String) -> String? {
    guard isatty(0) == 1, isatty(2) == 1 else {
      console.complain(
        Message("%s: names no time zone, so that its times are shown in UTC; --time-zone Europe/Brussels says it", name)
      )
      return nil
    }
    for _ in 0..<3 {
      console.complain(
        Message("%s: names no time zone. Where is the venue? A zone such as Europe/Brussels, or nothing for UTC:", name)
      )
      guard let answer = readLine()?.trimmingBlanks, !answer.isEmpty else { return nil }
      if ImportChoices.isZone(answer) { return answer }
      console.complain(Message("found \"%s\", expected %s", answer, Message("a time zone such as Europe/Brussels")))
    }
    return nil
  }
}
