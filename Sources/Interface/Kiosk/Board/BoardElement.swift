import Cells
import Messages

/// A piece of a block of the board, one above the other.
enum BoardElement: Equatable, Sendable {
  case line(BoardPage.Line)
  case large(LargeText, BoardRole)
  /// The bar of a session and what is left of it; in large letters where there are any.
  case progress(BoardSession, large: LargeText?)
  case banner(BoardBanner)
  case blank

  var height: Int {
    switch self {
    case .line, .blank: 1
    case .large(let text, _): text.height
    case .banner(let banner): banner.height
    case .progress(_, let large): large?.height ?? 1
    }
  }
}

extension BoardElement {
  var isBanner: Bool { if case .banner = self { true } else { false } }

  /// A line with a few more words at its end.
  func followed(by words: String) -> BoardElement {
    guard case .line(let line) = self else { return self }
    return .line(line + [.init(text: words, role: .dim)])
  }
}

extension [BoardElement] {
  var height: Int { reduce(0) { $0 + $1.height } }
}

/// Words on a coloured ground and what may follow them, all in large letters on one line.
struct BoardBanner: Equatable, Sendable {
  /// Columns of the ground at each side of the words.
  static let margin = 2

  let badge: LargeText
  let badgeRole: BoardRole
  let text: LargeText?
  let role: BoardRole

  /// Nil where the two do not fit on one line of that width, or a character has no drawing.
  init?(
    _ badge: String, _ badgeRole: BoardRole, _ text: String, _ role: BoardRole, _ world: BoardWorld,
    size: LetterSize, width: Int
  ) {
    guard !world.isASCII, let badge = world.letters.text(badge, size: size, width: width), badge.lines.count == 1 else {
      return nil
    }
    let large = text.isEmpty ? nil : world.letters.text(text, size: size, width: width)
    guard text.isEmpty || large?.lines.count == 1 else { return nil }
    (self.badge, self.badgeRole, self.text, self.role) = (badge, badgeRole, large, role)
    guard start + (large?.width ?? -BoardBanner.margin) <= width else { return nil }
  }

  /// Columns before the text.
  var start: Int { badge.width + 3 * BoardBanner.margin }
  /// The last row keeps what stands below it apart.
  var height: Int { badge.height + 1 }
}

/// Puts elements together for a block of some width.
struct BoardComposer {
  let width: Int
  private let world: BoardWorld
  var elements: [BoardElement] = []

  init(_ world: BoardWorld, width: Int) { (self.world, self.width) = (world, max(1, width)) }

  mutating func text(_ words: Message, _ role: BoardRole) {
    elements += BoardComposer.lines(world.text(words), role, width: width)
  }

  /// A text in plain letters, wrapped.
  static func lines(_ text: String, _ role: BoardRole, width: Int) -> [BoardElement] {
    BoardPage.wrapped(text, role, width: width).map { .line($0) }
  }

  /// Words on a coloured ground and what follows them, on more lines where one is too short.
  mutating func label(_ badge: Message, _ role: BoardRole, _ parts: [(text: String, role: BoardRole)]) {
    let start = " \(world.text(badge)) "
    let indent = displayWidth(start)
    var line: BoardPage.Line = [.init(text: start, role: role)]
    var used = indent
    for part in parts where !part.text.isEmpty {
      let length = displayWidth(part.text) + 2
      if used + length > width, used > indent {
        elements.append(.line(line))
        line = [.init(text: String(repeating: " ", count: indent), role: .text)]
        used = indent
      }
      // One that fits keeps the blanks around it, which may have a colour.
      let pieces =
        length + indent <= width ? [part.text] : wrap(part.text, width: max(1, width - indent - 2))
      for (index, piece) in pieces.enumerated() {
        if index > 0 {
          elements.append(.line(line))
          line = [.init(text: String(repeating: " ", count: indent), role: .text)]
          used = indent
        }
        line.append(.init(text: "  ", role: .text))
        line.append(.init(text: piece, role: part.role))
        used += displayWidth(piece) + 2
      }
    }
    elements.append(.line(line))
  }

  /// As many names as fit so many lines, and how many there are besides.
  mutating func names(_ names: [String], lines: Int, _ role: BoardRole) {
    guard !names.isEmpty, lines > 0 else { return }
    var shown = names.count
    while shown > 0 {
      let rest = names.count - shown
      let text = listed(Array(names.prefix(shown))) + (rest == 0 ? "" : " " + world.text(BoardWorld.more(rest)))
      if wrap(text, width: width).count <= lines {
        self.text(.data(text), role)
        return
      }
      shown = min(shown - 1, shown * 3 / 4)
    }
  }
}
