/// The words of the kiosk outside its screen: its options and its log.
extension Wording {
  static let nightExpected = "two times such as 22:00-07:00"
  static let idleExpected = "a number of seconds from 5 to 3600"

  static func kioskStarted(_ path: String, problems: Int) -> String {
    problems == 0 ? "started with \(path)" : "started with \(path), in which plenary check finds \(problems) problems"
  }

  static let kioskNewVersion = "a new version of the agenda is shown"

  static func kioskBroken(_ why: String) -> String { "the agenda was not taken over, the last good one stays: \(why)" }

  static func kioskNotices(_ count: Int) -> String { count == 1 ? "1 notice was read" : "\(count) notices were read" }

  static func kioskNoticeProblem(_ why: String) -> String { "in the notices: \(why)" }

  static let kioskEnded = "ended by SIGTERM"
  static let kioskTerminalGone = "ended: the terminal is gone"
}
