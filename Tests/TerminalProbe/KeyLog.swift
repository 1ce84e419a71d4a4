import Cells
import Glibc
import Interface
import Messages
import Terminal

/// Writes down the name of every key that comes, as the table of keys has it, and does nothing else: one a line.
@MainActor
struct KeyLog {
  let screen: Screen
  let path: String

  /// Until it is ended by a signal, or the terminal goes.
  func run() -> Int32 {
    guard let file = fopen(path, "w") else { return 3 }
    defer { fclose(file) }
    let loop = EventLoop(screen: screen)
    show("Press keys")
    while true {
      for event in loop.next(deadline: nil) {
        switch event {
        case .input(.key(let key)):
          let name = Messages.english.text(KeyTable.name(of: [key]))
          fputs(name + "\n", file)
          fflush(file)
          show(name)
        case .input(.paste(let text)):
          fputs("paste \(text.utf8.count)\n", file)
          fflush(file)
        case .signal(.resize): _ = screen.resized()
        case .signal, .terminalGone:
          screen.close()
          return 0
        case .input, .filesChanged, .appearance, .deadline: break
        }
      }
    }
  }

  private func show(_ name: String) {
    var buffer = CellBuffer(size: screen.size)
    for color in 1...7 {
      buffer.put(name, at: Point(x: 0, y: color), style: Style(foreground: .indexed(UInt8(color))), in: buffer.bounds)
    }
    screen.present(buffer, cursor: Point(x: 0, y: 0))
  }
}
