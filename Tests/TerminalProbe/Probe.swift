import Cells
import Glibc
import Terminal

/// Shows a picture with all that can go wrong in it, and below it the events that come.
///
/// Keys are shown, and some do something: q ends, c traps, s writes to address 0, o overflows the stack, a aborts, z
/// stops the job, r redraws, b rings, m and M turn the mouse on and off, y copies, w suspends and resumes, l keeps the
/// processor for a while, d asks for a deadline, f watches a pipe,
/// e writes to standard error.
@MainActor
final class Probe {
  private let screen: Screen
  private let loop: EventLoop
  private var log: [String] = []
  private var count = 0
  private var pasted = 0
  private var deadline: Int64?
  private var exitCode: Int32?
  private var pipe: [Int32] = [-1, -1]
  private let list: ProbeList?
  private let patchwork: Patchwork?

  /// With `showsList` there is a list in place of the picture, with `patchwork` that.
  init(screen: Screen, showsList: Bool, patchwork: Patchwork?) {
    (self.screen, self.patchwork) = (screen, patchwork)
    list = showsList ? ProbeList() : nil
    loop = EventLoop(screen: screen)
  }

  func run() -> Int32 {
    show()
    while exitCode == nil {
      for event in loop.next(deadline: deadline) { receive(event) }
      show()
    }
    screen.close()
    screen.close()
    if let line = log.last(where: { $0.hasPrefix("present") }) { print(line) }
    return exitCode ?? 0
  }

  private func receive(_ event: EventLoop.Event) {
    count += 1
    switch event {
    case .input(.key(let key)):
      log.append("\(key)")
      act(on: key)
    case .input(.mouse(let action)): log.append("\(action.kind) \(action.position.x),\(action.position.y)")
    case .input(.paste(let text)):
      pasted = text.utf8.count
      let shown = text.prefix(30).map { $0 == "\n" ? "|" : String($0) }.joined()
      log.append("paste \(text.utf8.count) <\(shown)>")
    case .input(.resize): log.append("resize as input")
    case .signal(let signal): receive(signal)
    case .filesChanged:
      var byte: UInt8 = 0
      read(pipe[0], &byte, 1)
      log.append("files changed \(byte)")
    case .appearance: log.append("appearance \(screen.isLight.map { $0 ? "light" : "dark" } ?? "?")")
    case .deadline:
      deadline = nil
      log.append("deadline")
    case .terminalGone:
      exitCode = 9
    }
  }

  private func receive(_ signal: TerminalSignal) {
    log.append("signal \(signal)")
    switch signal {
    case .terminate: exitCode = 4
    case .hangup: exitCode = 5
    case .interrupt: exitCode = 6
    case .stop: screen.suspendProcess()
    case .resume: screen.resume()
    case .resize: _ = screen.resized()
    }
  }

  private func act(on key: Key) {
    switch key {
    case .character("q"): exitCode = 0
    case .character("c"):
      let numbers = [1]
      log.append("\(numbers[count + 1])")
    case .character("s"): UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case .character("o"): count = Self.deep(count)
    case .character("a"): abort()
    case .character("z"), .control("z"): screen.suspendProcess()
    case .character("r"): screen.redraw()
    case .character("b"): screen.bell()
    case .character("m"): screen.captureMouse(true)
    case .character("M"): screen.captureMouse(false)
    case .character("y"): screen.copyToClipboard("née\u{1B}]\u{202E}\n")
    case .character("w"):
      screen.suspend()
      print("outside")
      fflush(nil)
      raise(SIGINT)
      screen.resume()
    case .character("l"):
      let end = EventLoop.now + 300
      while EventLoop.now < end {}
    case .character("f"):
      Glibc.pipe(&pipe)
      loop.watch(pipe[0])
      write(pipe[1], [UInt8(42)], 1)
    case .character("e"): write(STDERR_FILENO, "a complaint\n", 12)
    case .character("t"): if let list { log.append(list.measure(screen)) }
    case .character("d"): deadline = EventLoop.now + 50
    default: break
    }
  }

  private static func deep(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { memory in
      memory.storeBytes(of: depth, as: Int.self)
      return deep(depth &+ 1) &+ memory.load(as: Int.self)
    }
  }

  private func show() {
    screen.setTitle("a probe\u{1B}]")
    if let list {
      screen.present(list.picture(size: screen.size, selected: count), cursor: Point(x: 0, y: 1 + count % 40))
      return
    }
    if let patchwork {
      screen.present(patchwork.picture(size: screen.size), cursor: Point(x: 7, y: 3))
      return
    }
    var buffer = CellBuffer(size: screen.size)
    let all = buffer.bounds
    let depth = "\(screen.colorDepth)"
    let title = "probe \(screen.size.width)x\(screen.size.height) \(depth) \(screen.usesUnicode ? "unicode" : "ascii")"
    buffer.put(title, at: Point(x: 0, y: 0), style: Style(attributes: .bold), in: all)
    buffer.put("wide 漢字|e\u{301}|👍|→…é•|", at: Point(x: 0, y: 1), style: .plain, in: all)
    buffer.put("┌─┬─┐ “quotes” – straße", at: Point(x: 0, y: 2), style: .plain, in: all)
    let samples: [(String, Style)] = [
      ("red", Style(foreground: .indexed(1))), ("bright", Style(foreground: .indexed(9))),
      ("208", Style(foreground: .indexed(208))), ("on17", Style(background: .indexed(17))),
      ("italic", Style(attributes: .italic)), ("under", Style(attributes: .underline)),
      ("reverse", Style(attributes: .reverse)),
    ]
    for (index, sample) in samples.enumerated() {
      buffer.put(sample.0, at: Point(x: index * 8, y: 3), style: sample.1, in: all)
    }
    buffer.put("events \(count) pasted \(pasted)", at: Point(x: 0, y: 4), style: .plain, in: all)
    let rows = max(0, screen.size.height - 5)
    for (index, line) in log.suffix(rows).enumerated() {
      buffer.put(line, at: Point(x: 0, y: 5 + index), style: .plain, in: all)
    }
    screen.present(buffer, cursor: log.last == "character(\"h\")" ? nil : Point(x: 2, y: 4))
  }
}
