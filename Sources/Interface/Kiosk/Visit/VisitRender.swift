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
    let y = rect.y + rows / 2
    if let seconds = kiosk.secondsLeft {
      let words = VisitWords.goingBack(seconds: seconds)
      canvas.putFitted(words, x: 2, y: y, .titleBarDay, in: Rect(x: 0, y: y, width: rect.width - 1, height: 1))
      return
    }
    var x = 1
    for hint in VisitWords.hints(visit) {
      let width = displayWidth(hint.key) + displayWidth(hint.words) + 6
      guard x + width - 2 <= rect.maxX else { break }
      x += canvas.put(" \(hint.key) ", x: x, y: y, .titleBarDay, in: rect)
      x += canvas.put(" \(hint.words)", x: x, y: y, .titleBar, in: rect) + 2
    }
  }

  /// The code in the middle, its address under it; where the screen is too small for a code, the address alone.
  private static func drawCode(_ address: AddressLink, _ kiosk: KioskState, into canvas: inout Canvas) {
    let rows = kiosk.size.height - Visit.hintRows(kiosk.size)
    canvas.fill(Rect(x: 0, y: 0, width: kiosk.size.width, height: rows), .text)
    let width = max(1, kiosk.size.width - 4)
    let words = wrap(address.url, width: width)
    let title = address.title.isEmpty ? [] : wrap(address.title, width: width)
    let picture = kiosk.codePicture(address.url)
    var y = 0
    if let picture, picture.size.width <= kiosk.size.width, picture.size.height + words.count <= rows {
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
  /// A code in this screen's looks.
  func codePicture(_ url: String) -> CodePicture? {
    CodePicture(
      url, isASCII: isASCII, ink: theme == .mono ? .mono(isLightTerminal: settings.isLightTerminal) : .colors)
  }
}
