import Cells

/// What a terminal does with letters that are written from the right; pictures come with these in the order of the screen.
///
/// Found by trying: xterm, urxvt, st, alacritty and foot show cells as they come. VTE's terminals put them in order
/// unless mode 8 is off (BDSM of ECMA-48, as the Terminal Working Group has it), mlterm unless told by a setting of its
/// own. kitty and konsole cannot be told: they get what they turn into the picture.
enum BidiTerminal: Equatable {
  /// It shows every cell in its place, or can be told to.
  case obedient
  /// It turns each word round, a run of cells in one font (kitty).
  case wordwise
  /// It puts the letters of rows in order, between borders, as of a paragraph that is written from the left (konsole).
  case linewise

  static func of(_ type: String, environment: (String) -> String?) -> BidiTerminal {
    // Inside of another program the variables are those of the terminal around it, or of one before.
    if environment("TMUX") != nil || environment("STY") != nil { return .obedient }
    if type.hasPrefix("xterm-kitty") { return .wordwise }
    if environment("KONSOLE_VERSION") != nil, environment("VTE_VERSION") == nil { return .linewise }
    return .obedient
  }

  /// What tells it to leave the order of cells alone, and what takes that back.
  static func explicit(_ type: String, environment: (String) -> String?) -> (on: String, off: String) {
    if type.hasPrefix("mlterm") || environment("MLTERM") != nil, environment("TMUX") == nil, environment("STY") == nil {
      // It takes a change of this setting for any program that sends it, and has no mode for it.
      return ("\u{1B}]5379;use_ctl=false\u{7}", "\u{1B}]5379;use_ctl=true\u{7}")
    }
    // GNU screen hands on to the terminal around it what stands in such a string.
    if environment("STY") != nil, environment("TMUX") == nil {
      return ("\u{1B}P\u{1B}[8l\u{1B}\\", "\u{1B}P\u{1B}[8h\u{1B}\\")
    }
    return ("\u{1B}[8l", "\u{1B}[8h")
  }

  /// A row as this terminal has to get it, so that the picture's is what is seen.
  func encoded(_ row: ArraySlice<Cell>) -> [Cell]? {
    guard self != .obedient, row.contains(where: \.isRightToLeft) else { return nil }
    return self == .wordwise ? BidiTerminal.words(Array(row)) : BidiTerminal.lines(Array(row))
  }

  /// Letters from the end of each word to its beginning; colours stay in their places, as they do in kitty.
  ///
  /// What else stands in the word without a blank between is bold where that is not, and the other way round: another
  /// font, and with it a run of its own, which is not turned.
  private static func words(_ row: [Cell]) -> [Cell] {
    var cells = row
    var start = 0
    while start < cells.count {
      guard !cells[start].endsWord else {
        start += 1
        continue
      }
      let end = cells[start...].firstIndex(where: \.endsWord) ?? cells.count
      if cells[start..<end].contains(where: \.isRightToLeft) { turn(start..<end, in: &cells) }
      start = end
    }
    return cells
  }

  private static func turn(_ word: Range<Int>, in cells: inout [Cell]) {
    var start = word.lowerBound
    while start < word.upperBound {
      let isTurned = cells[start].isRightToLeft
      let end = cells[start..<word.upperBound].firstIndex { $0.isRightToLeft != isTurned } ?? word.upperBound
      let old = Array(cells[start..<end])
      for index in start..<end {
        if isTurned {
          let source = old[end - 1 - index]
          (cells[index].base, cells[index].marks) = (source.base, source.marks)
        } else {
          cells[index].style.attributes.formSymmetricDifference(.bold)
        }
      }
      start = end
    }
  }

  /// Each part between two lines of a border, which konsole takes for letters that are written from the left.
  private static func lines(_ row: [Cell]) -> [Cell] {
    row.split(omittingEmptySubsequences: false, whereSeparator: \.isBorder).reduce(into: []) { cells, part in
      cells += part.contains(where: \.isRightToLeft) ? line(Array(part)) : Array(part)
      if part.endIndex < row.endIndex { cells.append(row[part.endIndex]) }
    }
  }

  /// Cells that become these when they are put in order: putting them in order twice nearly always leads back.
  private static func line(_ row: [Cell]) -> [Cell] {
    let owners = row.indices.filter { row[$0].width > 0 }
    let glyphs = owners.map {
      Glyph(base: row[$0].base, marks: row[$0].marks, width: Int(row[$0].width), utf8Length: 0)
    }
    return VisualLine(glyphs, direction: .leftToRight).places.flatMap { place in
      let owner = owners[place.source]
      var cells = Array(row[owner..<owner + max(1, Int(row[owner].width))])
      cells[0].base = place.glyph.base
      return cells
    }
  }
}

extension Cell {
  /// Whether its letter is one of a script that is written from the right.
  var isRightToLeft: Bool { base >= 0x590 && VisualLine.isRightToLeft(base) }

  /// Whether kitty draws it apart from what stands beside it.
  fileprivate var endsWord: Bool { base == 0x20 || base == 0 || (0x2500...0x259F).contains(base) }

  /// Whether konsole takes it for part of a table.
  fileprivate var isBorder: Bool { (0x2500...0x25FF).contains(base) }
}
