import Cells
import Testing

@Suite struct TextLineTests {
  private let line = TextLine(
    [Span("see "), Span("the rép人ort", role: .link, attributes: .italic, link: 3)], paragraph: 7)

  @Test func aLineIsDrawnInTheStylesOfItsRoles() {
    var buffer = CellBuffer(size: Size(width: 14, height: 1))
    let used = line.draw(into: &buffer, at: Point(x: 1, y: 0), in: buffer.bounds) { $0.role == .link ? look : .plain }
    #expect(used == 13)
    #expect(buffer.row(0) == " see the rép人")
    #expect(buffer.styleMap(letter) == ".....sssssssss")
    #expect(buffer[5, 0].style == Style(foreground: .indexed(3), attributes: .italic))
  }

  @Test func aLineIsClippedAtBothSides() {
    var buffer = CellBuffer(size: Size(width: 6, height: 1))
    line.draw(into: &buffer, at: Point(x: -7, y: 0), in: Rect(x: 1, y: 0, width: 4, height: 1)) { _ in .plain }
    #expect(buffer.row(0) == " rép  ")
  }

  @Test func markedPartsKeepTheirLinks() {
    let marked = line.marking([8..<12])
    #expect(marked.plain == line.plain && marked.paragraph == 7)
    #expect(
      marked.spans == [
        Span("see "), Span("the ", role: .link, attributes: .italic, link: 3),
        Span("rép", role: .match, attributes: .italic, link: 3),
        Span("人ort", role: .link, attributes: .italic, link: 3),
      ])
  }

  @Test func marksGoOverSpansAndCoverWholeGlyphs() {
    // Two bytes of the wide character's three, and a range behind the end.
    #expect(line.marking([13..<14, 90..<99]).spans.filter { $0.role == .match }.map(\.text) == ["人"])
    #expect(line.marking([2..<6]).spans.filter { $0.role == .match }.map(\.text) == ["e ", "th"])
    #expect(line.marking([5..<7, 2..<3, 2..<6]).spans.filter { $0.role == .match }.map(\.text) == ["e ", "the"])
  }

  @Test func withoutRangesNothingChanges() {
    #expect(line.marking([]) == line)
    #expect(line.marking([4..<4]) == line)
    #expect(line.marking([-5 ..< -1]) == line)
  }
}
