import Catalogue
import Cells

/// Draws the interface as visitors see it, with large plain hints, or the code of an address.
enum VisitRender {
  static func picture(_ visit: Visit, _ kiosk: KioskState) -> Picture {
    let inner = render(visit.state)
    var canvas = Canvas(size: kiosk.size, theme: visit.state.theme, isASCII: kiosk.isASCII)
    for y in 0..<min(inner.buffer.size.height, kiosk.size.height) {
      for (x, cell) in inner.buffer.cells(inRow: y).enumerated() where cell.width > 0 { canvas.buffer[x, y] = cell }
    }
    var cursor = inner.cursor
    if let address = visit.address {
      drawCode(address, kiosk, into: &canvas)
      cursor = nil
    }
    drawHints(visit, kiosk, into: &canvas)
    return Picture(buffer: canvas.buffer, cursor: cursor)
  }

  private static func drawHints(_ visit: Visit, _ kiosk: KioskState, into canvas: inout Canvas) {
    let rows = Visit.hintRows(kiosk.size)
    let rect = Rect(x: 0, y: max(0, kiosk.size.height - rows), width: kiosk.size.width, height: rows)
    canvas.fill(rect, .titleBar)
    if let seconds = kiosk.secondsLeft {
      let y = rect.y + rows / 2
      let words = VisitWords.goingBack(seconds: seconds)
      let text = words.first { displayWidth($0) + 3 <= rect.width } ?? words.last ?? ""
      canvas.putFitted(
        text, x: min(2, rows - 1), y: y, .titleBarDay, in: Rect(x: 0, y: y, width: rect.width, height: 1))
      return
    }
    // In the middle, or on the first row and the last where one does not hold them.
    let lines = lines(VisitWords.hints(visit), width: rect.width, most: rows > 1 ? 2 : 1)
    for (index, line) in lines.enumerated() {
      let y = lines.count == 1 ? rect.y + rows / 2 : rect.y + index * (rows - 1)
      var x = 1
      for hint in line {
        x += canvas.put(" \(hint.key) ", x: x, y: y, .titleBarDay, in: rect)
        x += canvas.put(" \(hint.words)", x: x, y: y, .titleBar, in: rect) + 2
      }
    }
  }

  /// As many hints as so many lines hold, none of them in part.
  private static func lines(_ hints: [VisitWords.Hint], width: Int, most: Int) -> [[VisitWords.Hint]] {
    var lines: [[VisitWords.Hint]] = [[]]
    var used = 1
    for hint in hints {
      let length = displayWidth(hint.key) + displayWidth(hint.words) + 3
      if used + length > width {
        guard lines.count < most else { break }
        lines.append([])
        used = 1
      }
      lines[lines.count - 1].append(hint)
      used += length + 2
    }
    return lines
  }

  /// The code in the middle, its address under it; where the screen is too small for a code, the address alone.
  private static func drawCode(_ address: AddressLink, _ kiosk: KioskState, into canvas: inout Canvas) {
    let rows = kiosk.size.height - Visit.hintRows(kiosk.size)
    canvas.fill(Rect(x: 0, y: 0, width: kiosk.size.width, height: rows), .text)
    let width = max(1, kiosk.size.width - 4)
    let words = wrap(address.url, width: width)
    let title = address.title.isEmpty ? [] : wrap(address.title, width: width)
    let picture = kiosk.codePicture(address.url, in: Size(width: kiosk.size.width, height: rows - words.count))
    var y = 0
    if let picture {
      let isTitled = picture.size.height + words.count + title.count <= rows
      if isTitled { y = put(title, role: .title, y: y, &canvas) }
      let free = rows - y - picture.size.height - words.count
      y += free / 2
      picture.draw(at: Point(x: (kiosk.size.width - picture.size.width) / 2, y: y), into: &canvas.buffer)
      y += picture.size.height
    } else {
      y = put(title, role: .title, y: max(0, (rows - words.count - title.count) / 2), &canvas)
    }
    _ = put(words, role: .link, y: y, &canvas)
  }

  private static func put(_ lines: [String], role: Role, y: Int, _ canvas: inout Canvas) -> Int {
    for (index, line) in lines.enumerated() {
      canvas.put(
        line, x: max(0, (canvas.buffer.size.width - displayWidth(line)) / 2), y: y + index, role,
        in: Rect(canvas.buffer.size))
    }
    return y + lines.count
  }
}

extension KioskState {
  /// A code in this screen's looks, as large as fits; nil where none does, or for an address that is too long.
  func codePicture(_ url: String, in size: Size) -> CodePicture? {
    let ink: CodePicture.Ink = theme == .mono ? .mono(isLightTerminal: settings.isLightTerminal) : .colors
    for isLarge in isASCII ? [true] : [true, false] {
      guard let picture = CodePicture(url, isLarge: isLarge, ink: ink) else { return nil }
      if picture.size.width <= size.width, picture.size.height <= size.height { return picture }
    }
    return nil
  }
}
