import Agenda
import Catalogue
import Cells

extension BoardPainter {
  mutating func drawHeader(_ time: LocalTime) {
    let (header, rect) = (layout.header, layout.headerRect)
    for (index, line) in header.lines.enumerated() { draw(line, x: rect.x, y: rect.y + header.linesTop + index) }
    put(header.corner, x: rect.maxX - displayWidth(header.corner), y: rect.y, .dim)
    if let large = header.large {
      large.draw(
        x: rect.x + shift.x, y: rect.y + header.clockTop + shift.y,
        style: look[kiosk.roomName == nil ? .clock : .title],
        in: Rect(kiosk.size), into: &buffer)
    }
    guard !kiosk.isASCII else {
      let text = kiosk.clockText(time)
      put(text, x: rect.maxX - displayWidth(text), y: rect.y, .strong)
      return
    }
    let seconds = (time.second < 10 ? "0" : "") + String(time.second)
    var x = rect.maxX
    let y = rect.y + header.clockTop
    if kiosk.settings.showsSeconds {
      if header.hasBigSeconds, let set = LargeText(seconds, font: .digits, scale: header.scale - 1, width: 100) {
        x -= set.width
        set.draw(
          x: x + shift.x, y: y + (header.scale * 3 - set.lineHeight) + shift.y, style: look[.time],
          in: Rect(kiosk.size), into: &buffer)
        x -= header.scale
      } else {
        put(seconds, x: x - 2, y: y + 2, .time)
        x -= 3
      }
    }
    guard let clock = LargeText(time.clock, font: .digits, scale: header.scale, width: 200) else { return }
    clock.draw(x: x - clock.width + shift.x, y: y + shift.y, style: look[.clock], in: Rect(kiosk.size), into: &buffer)
  }
}
