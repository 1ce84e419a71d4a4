import Cells

/// Where everything stands on a screen of some size.
public struct Layout: Equatable, Sendable {
  public enum Mode: Equatable, Sendable {
    /// Below 20x5: one line says so.
    case tooSmall
    /// One panel and a line of tabs: below 60 columns.
    case single
    /// Two panels under a line of tabs, without borders: below 12 rows.
    case short
    /// Agenda, reading and notes.
    case normal
    /// Agenda, reading and background side by side, notes under the background: from 140 columns. Without any background
    /// its room is the agenda's.
    case wide
  }

  /// A place for one panel, or for several that share it.
  struct Frame: Equatable, Sendable {
    var tabs: [Panel]
    var shown: Panel
    /// With the border, which neighbours share.
    var outer: Rect
    /// What the panel itself may draw in.
    var inner: Rect
    var isBordered: Bool
  }

  static let smallest = Size(width: 20, height: 5)
  /// Text is set no wider than this, however wide the panel.
  static let textWidth = 72
  /// Stands for a note that takes all lines that it can have.
  static let mostLines = 10_000

  let mode: Mode
  let titleBar: Rect
  /// Tabs on a line of their own, where there are no borders to hold them.
  let tabLine: Rect?
  let status: Rect
  let footer: Rect
  let frames: [Frame]

  init(
    size: Size, focus: Panel, reading: Panel, text: Panel, isZoomed: Bool, noteLines: Int,
    isTimetable: Bool = false, agendaRows: Int = 0, agendaLines: Int = 0, hasBackground: Bool = true,
    hasNotes: Bool = true
  ) {
    guard size.width >= Layout.smallest.width, size.height >= Layout.smallest.height else {
      mode = .tooSmall
      (titleBar, tabLine, status, footer, frames) = (.zero, nil, .zero, .zero, [])
      return
    }
    let width = size.width
    let isShort = size.height < 12
    mode = Layout.mode(of: size)
    titleBar = Rect(x: 0, y: 0, width: width, height: 1)
    // A short screen has one line for status and footer together: the message wins while there is one.
    footer = Rect(x: 0, y: size.height - 1, width: width, height: 1)
    status = isShort ? footer : Rect(x: 0, y: size.height - 2, width: width, height: 1)
    let hasTabLine = mode == .single || mode == .short
    tabLine = hasTabLine ? Rect(x: 0, y: 1, width: width, height: 1) : nil
    let top = hasTabLine ? 2 : 1
    let body = Rect(x: 0, y: top, width: width, height: status.y - top)

    // A timetable needs all the columns that there are; only a wide screen has some to spare.
    let isZoomed = isZoomed || (isTimetable && focus == .agenda && mode != .wide)
    // So does a day whose titles would have to be cut: they and their rooms are read beside each other.
    let isCrowded = Layout.isCrowded(agendaLines, rows: agendaRows, body)
    let frames: [Frame]
    switch mode {
    case .tooSmall: frames = []
    case .single:
      frames = [Frame(tabs: Panel.allCases, shown: focus, outer: body, inner: body, isBordered: false)]
    case .short:
      frames =
        isZoomed
        ? [Frame(tabs: Panel.allCases, shown: focus, outer: body, inner: body, isBordered: false)]
        : Layout.shortFrames(body, focus: focus, reading: reading)
    case .normal, .wide:
      if isZoomed {
        frames = [Layout.bordered(Panel.allCases, shown: focus, body)]
      } else if mode == .normal, isCrowded, focus == .agenda {
        frames = Layout.listFrames(body, reading: reading)
      } else if mode == .normal {
        frames = Layout.normalFrames(body, focus: focus, reading: reading, noteLines: noteLines)
      } else if isTimetable || isCrowded || !hasBackground {
        frames = Layout.broadFrames(body, focus: focus, reading: reading, noteLines: noteLines)
      } else {
        frames = Layout.wideFrames(body, focus: focus, text: text, noteLines: noteLines)
      }
    }
    self.frames = hasNotes ? frames : Layout.withoutNotes(frames)
  }

  /// The frames without the notes, whose place falls to what stands above them.
  private static func withoutNotes(_ frames: [Frame]) -> [Frame] {
    let notes = frames.first { $0.tabs == [.notes] }
    return frames.filter { $0.tabs != [.notes] }.map { frame in
      let tabs = frame.tabs.filter { $0 != .notes }
      let (outer, under) = (frame.outer, notes?.outer)
      guard frame.isBordered, let under, under.x == outer.x, under.y == outer.maxY - 1 else {
        return Frame(tabs: tabs, shown: frame.shown, outer: outer, inner: frame.inner, isBordered: frame.isBordered)
      }
      return bordered(
        tabs, shown: frame.shown,
        Rect(x: outer.x, y: outer.y, width: outer.width, height: under.maxY - outer.y))
    }
  }

  /// Where a panel is drawn now; nil while it is not to be seen.
  func frame(of panel: Panel) -> Frame? { frames.first { $0.shown == panel } }

  /// Where a panel is drawn, or would be once it is chosen.
  func place(of panel: Panel) -> Frame? { frame(of: panel) ?? frames.first { $0.tabs.contains(panel) } }

  private static func bordered(_ tabs: [Panel], shown: Panel, _ outer: Rect) -> Frame {
    Frame(tabs: tabs, shown: shown, outer: outer, inner: outer.inset(x: 1, y: 1), isBordered: true)
  }

  /// Whether whole titles do not fit, and a table shows all rows, or many.
  private static func isCrowded(_ lines: Int, rows: Int, _ body: Rect) -> Bool {
    let inner = body.height - 2
    guard rows <= inner else { return true }
    return lines > inner && inner - listRest(body) + 1 >= min(rows, 10)
  }

  /// Rows of what is selected below a crowded day, with its borders.
  private static func listRest(_ body: Rect) -> Int { max(5, (body.height - 2) / 4) + 2 }

  /// A crowded day over the whole width, and the beginning of what is selected below.
  private static func listFrames(_ body: Rect, reading: Panel) -> [Frame] {
    let lower = listRest(body)
    let upper = body.height - lower + 1
    return [
      bordered([.agenda], shown: .agenda, Rect(x: 0, y: body.y, width: body.width, height: upper)),
      bordered(
        [.session, .background, .documents, .notes], shown: reading,
        Rect(x: 0, y: body.y + upper - 1, width: body.width, height: lower)),
    ]
  }

  private static func mode(of size: Size) -> Mode {
    size.width < 60 ? .single : size.height < 12 ? .short : size.width < 140 ? .normal : .wide
  }

  /// The size of the list beside what is read, without its borders; nil on a screen that has no borders.
  static func listSize(on screen: Size) -> Size? {
    let mode = mode(of: screen)
    guard mode == .normal || mode == .wide else { return nil }
    // Around it are the title bar, the status, the footer and two borders.
    return Size(width: listWidth(mode, screen.width) - 2, height: screen.height - 5)
  }

  /// Columns of the list beside what is read, with its borders.
  private static func listWidth(_ mode: Mode, _ width: Int) -> Int {
    mode == .wide ? max(42, min(72, width * 3 / 10)) : max(30, min(56, width * 2 / 5 + 1))
  }

  private static func normalFrames(_ body: Rect, focus: Panel, reading: Panel, noteLines: Int) -> [Frame] {
    // Borders are shared, so the frames overlap by one column and one row.
    let agendaWidth = listWidth(.normal, body.width)
    let right = Rect(x: agendaWidth - 1, y: body.y, width: body.width - agendaWidth + 1, height: body.height)
    let (upper, lower) = split(right, noteLines: noteLines, notesFocused: focus == .notes)
    return [
      bordered([.agenda], shown: .agenda, Rect(x: 0, y: body.y, width: agendaWidth, height: body.height)),
      bordered([.session, .background, .documents], shown: reading, upper),
      bordered([.notes], shown: .notes, lower),
    ]
  }

  /// The timetable, or a broad agenda, with what is being read beside it.
  private static func broadFrames(_ body: Rect, focus: Panel, reading: Panel, noteLines: Int) -> [Frame] {
    let textOuter = max(56, min(textWidth + 4, body.width * 2 / 5))
    let left = Rect(x: 0, y: body.y, width: body.width - textOuter + 1, height: body.height)
    let right = Rect(x: left.maxX - 1, y: body.y, width: textOuter, height: body.height)
    let (upper, lower) = split(right, noteLines: noteLines, notesFocused: focus == .notes)
    return [
      bordered([.agenda], shown: .agenda, left),
      bordered([.session, .background, .documents], shown: reading, upper),
      bordered([.notes], shown: .notes, lower),
    ]
  }

  private static func wideFrames(_ body: Rect, focus: Panel, text: Panel, noteLines: Int) -> [Frame] {
    let agendaWidth = listWidth(.wide, body.width)
    let textOuter = min(textWidth + 4, (body.width - agendaWidth) * 3 / 5)
    let textRect = Rect(x: agendaWidth - 1, y: body.y, width: textOuter + 1, height: body.height)
    let right = Rect(x: textRect.maxX - 1, y: body.y, width: body.width - textRect.maxX + 1, height: body.height)
    let (upper, lower) = split(right, noteLines: noteLines, notesFocused: focus == .notes)
    return [
      bordered([.agenda], shown: .agenda, Rect(x: 0, y: body.y, width: agendaWidth, height: body.height)),
      bordered([.session, .documents], shown: text, textRect),
      bordered([.background], shown: .background, upper),
      bordered([.notes], shown: .notes, lower),
    ]
  }

  private static func shortFrames(_ body: Rect, focus: Panel, reading: Panel) -> [Frame] {
    let agendaWidth = max(29, min(54, body.width * 2 / 5))
    let left = Rect(x: 0, y: body.y, width: agendaWidth, height: body.height)
    let right = Rect(x: agendaWidth + 1, y: body.y, width: body.width - agendaWidth - 1, height: body.height)
    let shown = focus == .notes ? Panel.notes : reading
    return [
      Frame(tabs: [.agenda], shown: .agenda, outer: left, inner: left, isBordered: false),
      Frame(
        tabs: [.session, .background, .documents, .notes], shown: shown, outer: right, inner: right,
        isBordered: false),
    ]
  }

  /// The notes below get what their text needs, up to a quarter, or half while they have the focus.
  private static func split(_ rect: Rect, noteLines: Int, notesFocused: Bool) -> (upper: Rect, lower: Rect) {
    let most = notesFocused ? rect.height / 2 : rect.height / 4
    let rows = max(1, min(noteLines, most - 2))
    let lowerHeight = rows + 2
    let upper = Rect(x: rect.x, y: rect.y, width: rect.width, height: rect.height - lowerHeight + 1)
    let lower = Rect(x: rect.x, y: upper.maxY - 1, width: rect.width, height: lowerHeight)
    return (upper, lower)
  }
}

/// A part of the screen with a title, a number and contents of its own.
public enum Panel: Int, CaseIterable, Hashable, Sendable {
  case agenda = 1
  case session, background, documents, notes

  /// The key that chooses it, which is also its number on the screen.
  public var digit: Character { Character(String(rawValue)) }

  var next: Panel { Panel(rawValue: rawValue % Panel.allCases.count + 1) ?? .agenda }
  var previous: Panel { Panel(rawValue: (rawValue + Panel.allCases.count - 2) % Panel.allCases.count + 1) ?? .agenda }
}
