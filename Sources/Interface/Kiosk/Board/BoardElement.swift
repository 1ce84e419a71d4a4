import Cells

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

extension [BoardElement] {
  var height: Int { reduce(0) { $0 + $1.height } }
}

/// Puts elements together for a block of some width.
struct BoardComposer {
  let width: Int
  let isASCII: Bool
  var elements: [BoardElement] = []

  init(width: Int, isASCII: Bool) { (self.width, self.isASCII) = (max(1, width), isASCII) }

  mutating func text(_ text: String, _ role: BoardRole) {
    guard !text.isEmpty else { return }
    elements += wrap(text, width: width).map { .line([.init(text: $0, role: role)]) }
  }

  /// A text in the largest letters that take no more than so many rows; the smallest of them may take `most`.
  ///
  /// Where none do, in plain letters, wrapped.
  mutating func large(_ text: String, _ role: BoardRole, rows: Int, most: Int? = nil, scale largest: Int = 3) {
    if !isASCII {
      for scale in [3, 2, 1] where scale <= largest {
        let limit = scale == 1 ? max(rows, most ?? rows) : rows
        if let large = LargeText(text, scale: scale, width: width), large.height <= limit {
          elements.append(.large(large, role))
          return
        }
      }
    }
    self.text(text, role)
  }

  /// The first of some texts that can be set in large letters, the longest first; where none can, that one in plain ones.
  mutating func large(firstOf texts: [String], _ role: BoardRole, rows: Int) {
    for text in texts {
      let before = elements
      large(text, role, rows: rows)
      if case .large = elements.last { return }
      elements = before
    }
    text(texts.first ?? "", role)
  }

  /// A word on a coloured ground and what follows it, on more lines where one is too short.
  mutating func label(_ badge: String, _ role: BoardRole, _ parts: [(text: String, role: BoardRole)]) {
    let start = badge.isEmpty ? "" : " \(badge) "
    let indent = displayWidth(start)
    var line: BoardPage.Line = badge.isEmpty ? [] : [.init(text: start, role: role)]
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
        if used > 0 { line.append(.init(text: "  ", role: .text)) }
        line.append(.init(text: piece, role: part.role))
        used += displayWidth(piece) + 2
      }
    }
    if !line.isEmpty { elements.append(.line(line)) }
  }

  /// As many names as fit so many lines, and how many there are besides.
  mutating func names(_ names: [String], lines: Int, _ role: BoardRole) {
    guard !names.isEmpty, lines > 0 else { return }
    var shown = names.count
    while shown > 0 {
      let rest = names.count - shown
      let text = listed(Array(names.prefix(shown))) + (rest == 0 ? "" : " " + BoardWords.and(rest))
      if wrap(text, width: width).count <= lines {
        self.text(text, role)
        return
      }
      shown = min(shown - 1, shown * 3 / 4)
    }
  }
}
