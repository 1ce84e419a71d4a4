import Cells
import Glibc
import Terminal

/// A screen full of text in two columns, with a selected row, such as an agenda is.
@MainActor
struct ProbeList {
  func picture(size: Size, selected: Int) -> CellBuffer {
    var buffer = CellBuffer(size: size)
    let all = buffer.bounds
    let row = 1 + selected % 40
    buffer.put("A list of sessions", at: Point(x: 0, y: 0), style: Style(attributes: .bold), in: all)
    for y in 1..<max(1, size.height - 1) {
      let time = Style(foreground: .indexed(y % 2 == 0 ? 6 : 3))
      buffer.put("09:\(10 + y)-10:30", at: Point(x: 2, y: y), style: time, in: all)
      let title = "Session number \(y), with a long title that goes on and on — as they do"
      buffer.put(title, at: Point(x: 16, y: y), style: .plain, in: Rect(x: 16, y: y, width: 60, height: 1))
      buffer.put(
        "│ The text of what is selected stands here, all the while.", at: Point(x: 78, y: y), style: .plain, in: all)
    }
    let bar = Rect(x: 1, y: row, width: 76, height: 1)
    buffer.restyle(bar, with: Style(background: .indexed(4), attributes: .bold))
    buffer.put(">", at: Point(x: 0, y: row), style: .plain, in: all)
    return buffer
  }

  /// Presents many pictures in turn, and says how long one took in the middle, in microseconds.
  func measure(_ screen: Screen) -> String {
    var times: [Int] = []
    for step in 0..<500 {
      let next = picture(size: screen.size, selected: step)
      let start = Self.microseconds
      screen.present(next, cursor: Point(x: 0, y: 1 + step % 40))
      times.append(Self.microseconds - start)
      // Lets the other side read, so that every picture is painted.
      usleep(200)
    }
    times.sort()
    return "present \(times[250]) us in the middle, \(times[490]) us at the 98th percentile"
  }

  private static var microseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }
}
