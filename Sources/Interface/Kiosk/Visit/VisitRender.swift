import Catalogue
import Cells
import Messages

/// Draws the interface as visitors see it, with large plain hints, or the code of an address.
enum VisitRender {
  /// - Parameter notice: what the staff want to be known, whose turn it is.
  static func picture(_ visit: Visit, size: Size, notice: String?, secondsLeft: Int?) -> Picture {
    let (inner, hintRows) = (visit.app.draw(), Visit.hintRows(size))
    var canvas = Canvas(size: size, theme: visit.app.world.theme, isASCII: visit.app.world.isASCII)
    for y in 0..<min(inner.buffer.size.height, size.height) {
      for (x, cell) in inner.buffer.cells(inRow: y).enumerated() where cell.width > 0 { canvas.buffer[x, y] = cell }
    }
    var cursor = inner.cursor
    if let address = visit.address {
      drawCode(address, visit, into: &canvas)
      cursor = nil
    }
    if let notice, visit.hasNotice {
      let row = Rect(x: 0, y: size.height - hintRows - 1, width: size.width, height: 1)
      canvas.fill(row, .titleBarDay)
      canvas.putFitted("! " + notice, x: 1, y: row.y, .titleBarDay, in: row)
    }
    drawHints(visit, secondsLeft: secondsLeft, into: &canvas)
    return Picture(buffer: canvas.buffer, cursor: cursor)
  }

  private static func drawHints(_ visit: Visit, secondsLeft: Int?, into canvas: inout Canvas) {
    let size = canvas.buffer.size
    let rows = Visit.hintRows(size)
    let rect = Rect(x: 0, y: max(0, size.height - rows), width: size.width, height: rows)
    canvas.fill(rect, .titleBar)
    if let seconds = secondsLeft {
      let y = rect.y + rows / 2
      let words = goingBack(seconds).map { " \(visit.messages.text($0)) " }
      let text = words.first { displayWidth($0) + 3 <= rect.width } ?? words.last ?? ""
      canvas.putFitted(
        text, x: min(2, rows - 1), y: y, .titleBarDay, in: Rect(x: 0, y: y, width: rect.width, height: 1))
      return
    }
    for place in places(visit) {
      let x = place.rect.x
      canvas.put(" \(place.hint.key) ", x: x, y: place.rect.y, .titleBarDay, in: rect)
      canvas.put(" \(place.hint.words)", x: x + displayWidth(place.hint.key) + 2, y: place.rect.y, .titleBar, in: rect)
    }
  }

  /// Where each hint stands: in the middle, or on the first row and the last where one does not hold them.
  private static func places(_ visit: Visit) -> [(hint: Hint, rect: Rect)] {
    let size = visit.screen
    let rows = Visit.hintRows(size)
    let top = max(0, size.height - rows)
    let lines = lines(hints(visit), width: size.width, most: rows > 1 ? 2 : 1)
    var places: [(hint: Hint, rect: Rect)] = []
    for (index, line) in lines.enumerated() {
      let y = lines.count == 1 ? top + rows / 2 : top + index * (rows - 1)
      var x = 1
      for hint in line {
        let width = displayWidth(hint.key) + displayWidth(hint.words) + 3
        places.append((hint, Rect(x: x, y: y, width: width, height: 1)))
        x += width + 2
      }
    }
    return places
  }

  /// The key of the hint that is touched, of a hint of two keys the nearer one; nil beside the hints.
  ///
  /// The rows above and below it belong to it where those are free.
  static func key(at point: Point, _ visit: Visit) -> Key? {
    let places = places(visit)
    let rows = Visit.hintRows(visit.screen)
    guard point.y >= visit.screen.height - rows else { return nil }
    let isOneLine = Set(places.map(\.rect.y)).count == 1
    let place = places.first { place in
      let rect = place.rect
      return point.x >= rect.x - 1 && point.x < rect.maxX + 1 && (isOneLine || abs(point.y - rect.y) <= rows / 3)
    }
    guard let place, !place.hint.keys.isEmpty else { return nil }
    let width = displayWidth(place.hint.key) + 2
    let index = max(0, point.x - place.rect.x) * place.hint.keys.count / max(1, width)
    return place.hint.keys[min(index, place.hint.keys.count - 1)]
  }

  /// As many hints as so many lines hold, none of them in part.
  private static func lines(_ hints: [Hint], width: Int, most: Int) -> [[Hint]] {
    var lines: [[Hint]] = [[]]
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
  private static func drawCode(_ address: AddressLink, _ visit: Visit, into canvas: inout Canvas) {
    let size = canvas.buffer.size
    let rows = size.height - Visit.hintRows(size)
    canvas.fill(Rect(x: 0, y: 0, width: size.width, height: rows), .text)
    let width = max(1, size.width - 4)
    let words = wrap(address.url, width: width)
    let title = address.title.isEmpty ? [] : wrap(address.title, width: width)
    let picture = CodePicture.largest(
      address.url, in: Size(width: size.width, height: rows - words.count), isASCII: visit.app.world.isASCII,
      ink: visit.codeInk)
    var y = 0
    if let picture {
      let isTitled = picture.size.height + words.count + title.count <= rows
      if isTitled { y = put(title, role: .title, y: y, &canvas) }
      let free = rows - y - picture.size.height - words.count
      y += free / 2
      picture.draw(at: Point(x: (size.width - picture.size.width) / 2, y: y), into: &canvas.buffer)
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

  // What the visitors are told about the keys

  private struct Hint {
    var key: String
    var words: String
    /// What touching it does: the only key, or the one at that side.
    var keys: [Key]
  }

  /// The longest first.
  private static func goingBack(_ seconds: Int) -> [Message] {
    [
      Message("Back to the board in %d s. Press any key to stay.", seconds),
      Message("Back in %d s: any key to stay", seconds),
    ]
  }

  /// The most useful first.
  private static func hints(_ visit: Visit) -> [Hint] {
    func hint(_ key: Message, _ words: Message, _ keys: Key...) -> Hint {
      Hint(key: visit.messages.text(key), words: visit.messages.text(words), keys: keys)
    }
    if visit.address != nil { return [hint(Message("Any key"), Message("go back"), .escape)] }
    let isASCII = visit.app.world.isASCII
    let choose = hint(isASCII ? Message("Up Down") : .data("↑ ↓"), Message("choose"), .up, .down)
    let sides: Message = isASCII ? Message("Left Right") : .data("← →")
    if visit.app.stack.mode.isTyped {
      return [
        visit.app.stack.isSearching
          ? hint(.data("A-Z"), Message("type words")) : hint(.data("0-9"), Message("number of the link")),
        choose, hint(Message("Enter"), Message("go there"), .enter), hint(Message("Esc"), Message("close"), .escape),
      ]
    }
    let isTop = visit.app.stack.reason("back", visit.app.world) != nil
    let back = hint(Message("Esc"), isTop ? Message("board") : Message("back"), .escape)
    let code = visit.addressToTake == nil ? [] : [hint(.data("C"), Message("code"), Visit.codeKey)]
    let search = hint(.data("/"), Message("search"), "/")
    let background = hint(.data("B"), Message("background"), "b")
    let read = hint(Message("Enter"), Message("read"), .enter)
    // Its own tag, for those who cannot read the words around it.
    let voice = visit.nextVoice.map { [hint(.data("L"), .data($0.uppercased()), Visit.voiceKey)] } ?? []
    let desk = visit.app.stack.desk
    if desk.focusedPage != nil {
      let links =
        visit.app.stack.reason("nextLink", visit.app.world) == nil ? [hint(sides, Message("links"), .left, .right)] : []
      return [hint(isASCII ? Message("Up Down") : .data("↑ ↓"), Message("read on"), .up, .down), back] + code
        + [search, background] + links + voice
    }
    if desk.focus == .background || desk.focus == .documents {
      return [choose, read, back] + code + [search, hint(.data("1"), Message("agenda"), "1")] + voice
    }
    return [choose, read, back] + code + [hint(sides, Message("day"), .left, .right), search, background] + voice
  }
}
