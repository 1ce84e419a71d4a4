import Cells
import Dice
import Glibc
import Stage

/// Resizes without end and random bytes as keys; afterwards the board is the one of a kiosk that was left alone.
struct Storm {
  private(set) var faults: [String] = []
  let summary: String

  init(_ options: SoakOptions) {
    summary = "\(options.resizes) resizes and \(options.bytes) random bytes as keys, the same board after"
    do {
      // Two that were started together: in one nothing happens.
      let now = "2017-12-04T09:30"
      let (kiosk, other) = (try Guest(options, now: now, idle: 5), try Guest(options, now: now, idle: 5))
      guard kiosk.wait(seconds: 20, until: { kiosk.isBoard }), other.wait(seconds: 20, until: { other.isBoard }) else {
        faults.append("the board did not come:\n\(kiosk.screen)")
        return
      }
      var dice = Dice(seed: 11)
      for count in 0..<options.resizes {
        kiosk.resize(to: Size(width: 1 + dice.roll(250), height: 1 + dice.roll(80)))
        if count % 10 == 0 { kiosk.pump(milliseconds: 0) }
      }
      kiosk.resize(to: Guest.size)
      var left = options.bytes
      while left > 0, kiosk.isRunning {
        let count = min(left, 4_096)
        kiosk.send((0..<count).map { _ in UInt8(dice.roll(256)) })
        left -= count
      }
      // Whatever sequence was begun ends here.
      kiosk.send([0x1B, 0x5C, 0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E])
      let same = kiosk.wait(seconds: 30) {
        other.pump(milliseconds: 0)
        return kiosk.isBoard && Storm.lasting(kiosk.screen) == Storm.lasting(other.screen)
      }
      if !same { faults.append("not the same board:\n\(kiosk.screen)\n\(other.screen)") }
      for guest in [kiosk, other] {
        guest.pseudoTerminal.signal(SIGTERM)
        _ = guest.wait(seconds: 5) { false }
        if guest.pseudoTerminal.exitIfEnded() != .status(0) { faults.append("SIGTERM did not end it with 0") }
      }
    } catch {
      faults.append("\(error)")
    }
  }

  /// The part of the board that does not turn: the clock, what is on and what comes next.
  private static func lasting(_ screen: String) -> String {
    screen.split(separator: "\n", omittingEmptySubsequences: false).prefix(12).joined(separator: "\n")
  }
}
