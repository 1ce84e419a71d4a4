import Cells
import Testing

@Suite struct BoxLinesTests {
  private func picture(_ width: Int, _ height: Int, _ set: BoxSet = .unicode, _ build: (inout BoxLines) -> Void)
    -> String
  {
    var lines = BoxLines(set: set)
    build(&lines)
    var buffer = CellBuffer(size: Size(width: width, height: height))
    lines.draw(into: &buffer, style: .plain)
    return buffer.text
  }

  /// The panels of the wide layout: agenda, reading above notes.
  private func panels(_ lines: inout BoxLines) {
    lines.add(rect: Rect(x: 0, y: 0, width: 9, height: 5))
    lines.add(rect: Rect(x: 4, y: 0, width: 5, height: 3))
    lines.add(rect: Rect(x: 4, y: 2, width: 5, height: 3))
  }

  @Test func panelsThatShareEdgesAreJoined() {
    #expect(
      picture(9, 5, .unicode, panels) == """
        ┌───┬───┐
        │   │   │
        │   ├───┤
        │   │   │
        └───┴───┘
        """)
  }

  @Test func inASCIIEveryJointIsAPlus() {
    #expect(
      picture(9, 5, .ascii, panels) == """
        +---+---+
        |   |   |
        |   +---+
        |   |   |
        +---+---+
        """)
  }

  @Test func linesCrossAndEnd() {
    let crossed = picture(5, 5) { lines in
      lines.addHorizontal(y: 2, from: 4, to: 0)
      lines.addVertical(x: 2, from: 0, to: 4)
    }
    #expect(crossed == "  │\n  │\n──┼──\n  │\n  │")
    #expect(picture(3, 1) { $0.addHorizontal(y: 0, from: 1, to: 1) } == " ─")
  }

  @Test func aRectangleOfOneColumnOrRowIsALine() {
    #expect(picture(3, 3) { $0.add(rect: Rect(x: 1, y: 0, width: 1, height: 3)) } == " │\n │\n │")
    #expect(picture(3, 1) { $0.add(rect: Rect(x: 0, y: 0, width: 3, height: 1)) } == "───")
    #expect(picture(3, 1) { $0.add(rect: Rect(x: 0, y: 0, width: 3, height: 0)) } == "")
  }

  @Test func whatLiesOutsideIsClippedAndKeepsItsJoints() {
    #expect(picture(3, 2) { $0.add(rect: Rect(x: -2, y: -1, width: 4, height: 3)) } == " │\n─┘")
    let far = picture(3, 1) { lines in
      lines.add(rect: Rect(x: Int.min, y: 0, width: Int.max, height: Int.max))
      lines.addHorizontal(y: 0, from: Int.min, to: Int.max)
    }
    #expect(far == "───")
  }

  @Test func theFocusedPanelsEdgeTakesItsOwnStyle() {
    var lines = BoxLines(set: .unicode)
    panels(&lines)
    var buffer = CellBuffer(size: Size(width: 9, height: 5))
    lines.draw(into: &buffer, style: .plain)
    let before = buffer.text
    lines.draw(edgeOf: Rect(x: 4, y: 0, width: 5, height: 3), into: &buffer, style: look)
    #expect(buffer.text == before)
    #expect(
      buffer.styleMap(letter) == """
        ....sssss
        ....s...s
        ....sssss
        .........
        .........
        """)
  }
}
