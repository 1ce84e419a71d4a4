import Agenda
import Cells
import Messages

/// An emergency of the staff: it has the whole screen, whatever was on it, in words and colour, until it is cleared.
///
/// What is longer than a screen is turned through, by itself and by any key.
enum Emergency {
  /// Signs of the blank rows and columns around the words.
  private static let margin = 2

  static func picture(_ texts: [String], _ world: BoardWorld) -> Picture {
    let size = world.size
    let style = BoardLook(world.theme, isNight: false, hasFewColors: world.settings.hasFewColors)[.emergency]
    var buffer = CellBuffer(size: size, style: style)
    let area = Rect(size)
    for y in 0..<max(0, size.height) {
      buffer.put(String(repeating: " ", count: size.width), at: Point(x: 0, y: y), style: style, in: area)
    }
    let margin = size.width < 40 ? 0 : Emergency.margin
    let width = max(1, size.width - 2 * margin)
    // The last row tells the time, and which part it is.
    let isTitled = size.height >= 5
    let top = isTitled ? 2 : 0
    let pages = pages(texts, world, width: width, rows: max(1, size.height - top - (isTitled ? 2 : 0)))
    let (index, clock) = (world.turn % pages.count, world.local.clock)
    func put(_ text: String, x: Int, y: Int) {
      buffer.put(text, at: Point(x: x, y: y), style: style, in: area)
    }
    if isTitled {
      put("! " + world.text(Message("EMERGENCY")), x: margin, y: 0)
      put(clock, x: size.width - margin - displayWidth(clock), y: 0)
      let part = BoardPage.part(index, of: pages.count)
      put(part, x: size.width - margin - displayWidth(part), y: size.height - 1)
    }
    for (row, line) in pages[index].enumerated() { put(line, x: margin, y: top + row) }
    return Picture(buffer: buffer, cursor: nil)
  }

  /// Each by itself, in the largest letters in which all of it is on one screen, else in plain ones on as many as it takes.
  private static func pages(_ texts: [String], _ world: BoardWorld, width: Int, rows: Int) -> [[String]] {
    var pages: [[String]] = []
    for text in texts {
      if !world.isASCII, let large = world.letters.largest(text, width: width, rows: rows) {
        pages.append(large.rows)
        continue
      }
      let lines = wrap(text, width: width)
      for start in stride(from: 0, to: lines.count, by: rows) {
        pages.append(Array(lines[start..<min(lines.count, start + rows)]))
      }
    }
    return pages.isEmpty ? [[]] : pages
  }
}
