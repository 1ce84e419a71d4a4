import Cells
import Dice
import Testing

@Suite struct CellBufferTests {
  @Test func textIsPutWhereItIsAskedFor() {
    var buffer = CellBuffer(size: Size(width: 6, height: 2))
    #expect(buffer.put("abc", at: Point(x: 1, y: 1), style: look, in: buffer.bounds) == 3)
    #expect(buffer.text == "\n abc")
    #expect(buffer.styleMap(letter) == "......\n.sss..")
    #expect(buffer.row(1) == " abc  ")
  }

  @Test(arguments: [
    (Point(x: -2, y: 0), "cdef..", 6), (Point(x: 4, y: 0), "....ab", 2), (Point(x: 6, y: 0), "......", 0),
    (Point(x: -9, y: 0), "......", 6), (Point(x: 0, y: -1), "......", 6), (Point(x: 0, y: 1), "......", 6),
    (Point(x: Int.max, y: 0), "......", 0), (Point(x: Int.min, y: Int.max), "......", 6),
  ]) func textIsClippedAtEveryEdge(_ point: Point, _ row: String, _ used: Int) {
    var buffer = CellBuffer(size: Size(width: 6, height: 1))
    buffer.fill(buffer.bounds, with: 0x2E, style: .plain)
    #expect(buffer.put("abcdef", at: point, style: .plain, in: buffer.bounds) == used)
    #expect(buffer.text == row)
  }

  @Test func theClipHoldsInsideTheBuffer() {
    var buffer = buffer("........", "........", "........", width: 8)
    let clip = Rect(x: 2, y: 1, width: 3, height: 1)
    #expect(buffer.put("abcdefgh", at: Point(x: 1, y: 1), style: .plain, in: clip) == 4)
    buffer.put("xxxxxxxx", at: Point(x: 0, y: 0), style: .plain, in: clip)
    buffer.put("x", at: Point(x: 3, y: 1), style: .plain, in: .zero)
    #expect(buffer.text == "........\n..bcd...\n........")
  }

  @Test func halfOfAWideCharacterAtAnEdgeIsABlank() {
    var buffer = buffer("......", width: 6)
    #expect(buffer.put("人権会議", at: Point(x: -1, y: 0), style: .plain, in: buffer.bounds) == 7)
    #expect(buffer.text == " 権会")
    #expect(buffer[5, 0].base == 0x20)
    buffer.put("人", at: Point(x: 5, y: 0), style: .plain, in: buffer.bounds)
    #expect(buffer.text == " 権会")
  }

  @Test func overwritingOneHalfBlanksTheOther() {
    var first = buffer("人人", width: 4)
    first.put("x", at: Point(x: 0, y: 0), style: .plain, in: first.bounds)
    #expect(first.row(0) == "x 人")
    first.put("x", at: Point(x: 3, y: 0), style: .plain, in: first.bounds)
    #expect(first.row(0) == "x  x")
    var second = buffer("人人", width: 4)
    second.put("会", at: Point(x: 1, y: 0), style: .plain, in: second.bounds)
    #expect(second.row(0) == " 会 ")
    var third = buffer("人人", width: 4)
    third.fill(Rect(x: 1, y: 0, width: 2, height: 1), with: 0x2D, style: .plain)
    #expect(third.row(0) == " -- ")
  }

  @Test func aWideCharacterIsRestyledWhole() {
    var buffer = buffer("人人人", width: 6)
    buffer.restyle(Rect(x: 1, y: 0, width: 2, height: 1), with: Style(attributes: .reverse))
    #expect(buffer.styleMap(letter) == "RRRR..")
  }

  @Test func restylingAddsToWhatIsThere() {
    var buffer = CellBuffer(size: Size(width: 2, height: 1), style: look)
    buffer.restyle(buffer.bounds, with: Style(background: .indexed(4), attributes: .bold))
    let expected = Style(foreground: .indexed(3), background: .indexed(4), attributes: .bold)
    #expect(buffer[0, 0].style == expected && buffer[1, 0].style == expected)
  }

  @Test func marksStandOnTheirLetterAlsoAfterAClip() {
    var buffer = CellBuffer(size: Size(width: 2, height: 1))
    buffer.put("e\u{301}e\u{301}", at: Point(x: -1, y: 0), style: .plain, in: buffer.bounds)
    #expect(scalars(buffer.row(0)) == "65 301 20")
  }

  @Test func outsideReadsBlankAndIgnoresWrites() {
    var buffer = CellBuffer(size: Size(width: 2, height: 2))
    let before = buffer
    for (x, y) in [(-1, 0), (0, -1), (2, 0), (0, 2), (Int.max, Int.max), (Int.min, 0)] {
      #expect(buffer[x, y] == .blank)
      buffer[x, y] = Cell(base: 0x78)
    }
    #expect(buffer == before)
    #expect(buffer.row(-1).isEmpty && buffer.row(2).isEmpty)
  }

  @Test func aWideCellWrittenDirectlyStaysWhole() {
    var buffer = CellBuffer(size: Size(width: 3, height: 1))
    buffer[0, 0] = Cell(base: 0x4EBA, width: 2)
    buffer[2, 0] = Cell(base: 0x4EBA, width: 2)
    #expect(buffer.row(0) == "人 ")
    buffer[1, 0] = Cell(base: 0, width: 0)
    #expect(buffer.row(0) == "   ")
  }

  @Test func anEmptyBufferTakesEverythingQuietly() {
    for size in [
      Size(width: 0, height: 0), Size(width: 0, height: 3), Size(width: 3, height: 0), Size(width: -4, height: -4),
    ] {
      var buffer = CellBuffer(size: size)
      buffer.put("人a", at: Point(x: 0, y: 0), style: look, in: Rect(x: 0, y: 0, width: 9, height: 9))
      buffer.fill(Rect(x: -1, y: -1, width: 9, height: 9), style: look)
      buffer.restyle(Rect(x: -1, y: -1, width: 9, height: 9), with: look)
      #expect(buffer.text.allSatisfy { $0 == "\n" })
    }
  }

  @Test func aScreenThatCannotExistIsCut() {
    let buffer = CellBuffer(size: Size(width: Int.max, height: 2))
    #expect(buffer.size == Size(width: CellBuffer.largest.width, height: 2))
  }

  @Test func fillingWithWhatIsNoSingleColumnBlanks() {
    var buffer = buffer("abc", width: 3)
    buffer.fill(Rect(x: 0, y: 0, width: 1, height: 1), with: 0x1B, style: .plain)
    buffer.fill(Rect(x: 2, y: 0, width: 1, height: 1), with: 0x4EBA, style: .plain)
    #expect(buffer.row(0) == " b ")
  }

  /// Every row must always be made of whole glyphs: a second half only right of a wide character.
  @Test(arguments: UInt64(1)...8) func noDrawingEverTrapsOrLeavesAHalf(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    func number() -> Int {
      switch Int.random(in: 0..<12, using: &dice) {
      case 0: [Int.min, Int.max, Int.min + 1, Int.max - 1].randomElement(using: &dice) ?? 0
      default: Int.random(in: -6..<24, using: &dice)
      }
    }
    func rect() -> Rect { Rect(x: number(), y: number(), width: number(), height: number()) }
    for _ in 0..<60 {
      let (width, height) = (Int.random(in: 0..<20, using: &dice), Int.random(in: 0..<6, using: &dice))
      var buffer = CellBuffer(size: Size(width: width, height: height))
      for _ in 0..<30 {
        switch Int.random(in: 0..<7, using: &dice) {
        case 0: buffer.fill(rect(), with: UInt32.random(in: 0..<0x20000, using: &dice), style: look)
        case 1: buffer.restyle(rect(), with: look)
        case 2: buffer[number(), number()] = Cell(base: 0x4EBA, width: UInt8.random(in: 0..<4, using: &dice))
        case 3:
          var lines = BoxLines(set: .unicode)
          lines.add(rect: rect())
          lines.addHorizontal(y: number(), from: number(), to: number())
          lines.draw(into: &buffer, style: look)
          lines.draw(edgeOf: rect(), into: &buffer, style: look)
        default:
          let text = troublesomeText(12, &dice)
          let clip = Bool.random(using: &dice) ? buffer.bounds : rect()
          buffer.put(text, at: Point(x: number(), y: number()), style: look, in: clip.inset(x: number(), y: 0))
          buffer.put(text, at: Point(x: number(), y: number()), style: look, in: clip)
        }
        var broken = 0
        for y in 0..<height {
          for x in 0..<width {
            let isSecond = x > 0 && buffer[x - 1, y].width == 2
            if (buffer[x, y].width == 0) != isSecond || (buffer[x, y].width == 2 && x == width - 1) { broken += 1 }
          }
        }
        #expect(broken == 0)
      }
    }
  }
}
