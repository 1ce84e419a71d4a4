import Cells
import Dice
import Glibc
import Stage

/// People at a real kiosk for some minutes, with strace looking on where it is installed.
struct Crowd {
  private(set) var faults: [String] = []
  private(set) var summary = ""

  private static let strace = "/usr/bin/strace"
  private static let calls =
    "execve,execveat,fork,vfork,clone,clone3,socket,connect,open,openat,openat2,creat,rename,renameat,renameat2,unlink,"
    + "unlinkat,mkdir,mkdirat,link,linkat,symlink,symlinkat,truncate,ftruncate"

  init(_ options: SoakOptions) {
    do {
      let folder = try TemporaryFolder()
      let trace = folder.path + "/trace"
      let isWatched = access(Crowd.strace, X_OK) == 0
      let watcher = isWatched ? [Crowd.strace, "-f", "-qq", "-o", trace, "-e", "trace=" + Crowd.calls] : []
      if !isWatched { print("NOT TESTED: strace is not installed, so no system calls are looked at") }
      let kiosk = try Guest(options, now: "2017-12-04T09:00", idle: 5, watcher: watcher)
      guard kiosk.wait(seconds: 30, until: { kiosk.isBoard }) else {
        faults.append("the board did not come:\n\(kiosk.screen)")
        return
      }
      if isWatched { kiosk.findChild() }
      var dice = Dice(seed: 13)
      let end = Soak.now + options.minutes * 60
      var first: (memory: Int, descriptors: Int)?
      var visits = 0
      repeat {
        let visit = min(end, Soak.now + Double(dice.roll(30)))
        repeat {
          Crowd.press(kiosk, &dice)
          kiosk.pump(milliseconds: 20)
        } while Soak.now < visit && kiosk.isRunning
        kiosk.resize(to: Guest.size)
        // Ends whatever sequence was begun.
        kiosk.send([0x1B, 0x5C])
        visits += 1
        if !kiosk.wait(seconds: 15, until: { kiosk.isBoard }) { faults.append("no board after idle:\n\(kiosk.screen)") }
        let facts = (ProcessFacts.resident(kiosk.process), ProcessFacts.descriptors(kiosk.process))
        if let first, facts.1 != first.descriptors {
          faults.append("\(first.descriptors) descriptors are now \(facts.1)")
        }
        if visits == 3 || first == nil { first = facts }
        if let first, facts.0 > first.memory + 4_096 { faults.append("\(first.memory) KiB are now \(facts.0)") }
      } while Soak.now < end && kiosk.isRunning && faults.count < 5
      let memory = ProcessFacts.resident(kiosk.process)
      kill(kiosk.process, SIGTERM)
      _ = kiosk.wait(seconds: 5) { false }
      if kiosk.pseudoTerminal.exitIfEnded() != .status(0) { faults.append("SIGTERM did not end it with 0") }
      if isWatched { faults += Crowd.forbidden(in: trace) }
      summary =
        "\(options.minutes) minutes of keys, mouse, pastes and resizes, \(visits) visits, "
        + "\(first?.memory ?? 0) KiB at first and \(memory) at last"
        + (isWatched ? ", no execve, fork, socket, nor a file opened for writing or renamed" : "")
    } catch {
      faults.append("\(error)")
    }
  }

  private static func press(_ kiosk: Guest, _ dice: inout Dice) {
    switch dice.roll(12) {
    case 0: kiosk.send((0..<dice.roll(40)).map { _ in UInt8(dice.roll(256)) })
    case 1: kiosk.send(Array("\u{1B}[<\(dice.roll(3) * 32);\(dice.roll(90));\(dice.roll(30))M".utf8))
    case 2: kiosk.send(Array("\u{1B}[200~:q\r!sh\r\u{1B}[201~".utf8))
    case 3: kiosk.resize(to: Size(width: 1 + dice.roll(200), height: 1 + dice.roll(60)))
    case 4: kiosk.send([[3], [28], [26], [4], [19, 17]][dice.roll(5)])
    case 5: kiosk.pseudoTerminal.signal([SIGINT, SIGTSTP, SIGQUIT, SIGWINCH][dice.roll(3)])
    default: kiosk.send(kiosk.terminal.bytes(for: Keyboard.key(&dice)))
    }
  }

  /// Calls that a kiosk must not make, the start of it left out.
  private static func forbidden(in trace: String) -> [String] {
    let text = String(decoding: (try? TemporaryFolder.bytes(of: trace)) ?? [], as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.contains("+++") && !$0.contains("---") }
    guard let start = lines.first, start.contains("execve(") else { return ["nothing was traced"] }
    return lines.dropFirst().filter { line in
      if line.contains("openat(") || line.contains("openat2(") || line.contains(" open(") {
        // The terminal is the only thing that is written to.
        let isWriting = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"].contains { line.contains($0) }
        return isWriting && !line.contains("\"/dev/tty\"") && !line.contains("\"/proc/self/fd/1\"")
      }
      // The file in memory that errors go to while the screen is shown; a thread of its own, which reads a bundle that
      // may never answer, is no program.
      return !line.contains("ftruncate(") && !line.contains("CLONE_THREAD")
    }.map(String.init)
  }
}
