/// The words of the kiosk outside its screen: its options and its log.
extension Wording {
  static let nightExpected = "two times such as 22:00-07:00"
  static let idleExpected = "a number of seconds from 5 to 3600"

  static func kioskStarted(_ path: String, problems: Int) -> String {
    problems == 0 ? "started with \(path)" : "started with \(path), in which plenary check finds \(problems) problems"
  }

  static let kioskEnded = "ended by SIGTERM"
  static let kioskTerminalGone = "ended: the terminal is gone"
}
