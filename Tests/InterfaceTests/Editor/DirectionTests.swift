import Cells
import Testing

@testable import Interface

/// A note with lines that are written from the right.
@Suite struct WrittenFromTheRightTests {
  /// The row of the caret, its column within the text's columns, and what stands under it.
  private static func caret(_ story: WritingStory) throws -> (row: String, column: Int, under: String) {
    let picture = story.story.picture
    let place = try #require(picture.cursor)
    let cell = picture.buffer[place.x, place.y]
    return (
      picture.buffer.row(place.y), place.x, Unicode.Scalar(cell.base).map { String(Character($0)) } ?? ""
    )
  }

  @Test("The caret stands on the letter behind it, at the left of the line's end, and every key passes over one letter")
  func caret() throws {
    var story = try WritingStory.writing("אבג de 12 הו")
    story.press(.controlHome)
    var under: [String] = []
    var columns: [Int] = []
    for _ in 0..<12 {
      let place = try Self.caret(story)
      under.append(place.under)
      columns.append(place.column)
      story.press(.left)
    }
    #expect(under.joined() == "אבג de 12 הו")
    let first = try #require(columns.first)
    #expect(columns.map { first - $0 } == [0, 1, 2, 3, 8, 7, 6, 5, 4, 9, 10, 11])
    #expect(story.text == "אבג de 12 הו|")
    #expect(try Self.caret(story).column == first - 12)
    story.press(.right, .right)
    #expect(story.text == "אבג de 12 |הו")
    story.press(.wordRight)
    #expect(story.text == "אבג de |12 הו")
    story.press(.end)
    #expect(story.text == "אבג de 12 הו|")
    story.press(.home, .shiftLeft, .shiftLeft)
    #expect(story.text == "[אב]ג de 12 הו")
    story.press(.right)
    #expect(story.text == "|אבג de 12 הו")
  }

  @Test("Lines of either direction stand at their own edge, and up and down keep to the column that is seen")
  func edges() throws {
    var story = try WritingStory.writing("abcdef\nאבגדהו\nabcdef")
    let rows = story.story.screen.split(separator: "\n").map(String.init)
    let hebrew = try #require(rows.first { $0.contains("והדגבא") })
    #expect(hebrew.hasSuffix("והדגבא│") || hebrew.hasSuffix("והדגבא │"))
    story.press(.controlHome, .right, .right, .down)
    // Nothing stands there: it is behind the end of what is written.
    #expect(story.text == "abcdef\nאבגדהו|\nabcdef")
    story.press(.down)
    #expect(story.text == "abcdef\nאבגדהו\nab|cdef")
  }

  @Test("A click finds the letter that is seen there, a second one its word, and the wheel of colours goes where it is")
  func mouse() throws {
    var story = try WritingStory.writing("one אבג דהו two")
    let place = try #require(story.story.place(of: "והד גבא"))
    story.send(.input(.mouse(MouseAction(.click, at: Point(x: place.x + 6, y: place.y)))))
    #expect(story.text == "one |אבג דהו two")
    story.send(.input(.mouse(MouseAction(.click, at: Point(x: place.x + 1, y: place.y)))))
    #expect(story.text == "one אבג ד|הו two")
    story.send(.input(.mouse(MouseAction(.doubleClick, at: Point(x: place.x + 1, y: place.y)))))
    #expect(story.text == "one אבג [דהו] two")
    let picture = story.story.picture
    let selected = (0..<picture.buffer.size.width).filter {
      picture.buffer[$0, place.y].style == story.story.app.world.theme.style(.selected)
        || picture.buffer[$0, place.y].style.attributes.contains(.reverse)
    }
    #expect(selected == [place.x, place.x + 1, place.x + 2])
  }

  @Test("A selection over both directions is seen in two parts")
  func parts() {
    let layout = PieceLayout(Array("ab אבג".utf8), width: 20, hasEnd: true)
    #expect(layout.ranges(inRow: 0, from: 1, to: 5) == [1..<3, 4..<6])
    #expect(layout.ranges(inRow: 0, from: 0, to: nil) == [0..<6])
    #expect((0..<7).map { layout.column(ofStop: $0) } == [0, 1, 2, 5, 4, 3, 6])
    #expect((0..<7).map { layout.offset(inRow: 0, column: $0) } == [0, 1, 2, 7, 5, 3, 9])
  }

  @Test("Rows of a long line are those of one paragraph, and blanks at a break do not push it out")
  func rows() {
    let layout = PieceLayout(Array("אבג דהו Swift 12  זח".utf8), width: 8, hasEnd: true)
    var buffer = CellBuffer(size: Size(width: 8, height: 4))
    for row in layout.texts.indices {
      buffer.put(
        layout.texts[row], at: Point(x: layout.indent(ofRow: row), y: row), style: .plain, in: buffer.bounds)
    }
    #expect(buffer.text == " והד גבא\nSwift 12\n      חז\n")
  }

  @Test("A line that is typed into goes by what is typed: caret at the left of its end, arrows as the text does")
  func inputLine() throws {
    var story = try Story()
    story.press("/")
    story.type("אבג")
    let picture = story.picture
    let place = try #require(story.place(of: "גבא"))
    #expect(picture.cursor == Point(x: place.x - 1, y: place.y))
    story.press(.right)
    #expect(story.picture.cursor == place)
    story.press(.left)
    story.type("ד12")
    #expect(story.shows("12דגבא"))
  }

  @Test("A name that is written from the right turns nothing round in a sentence")
  func sentence() {
    #expect(listed(["a", "b"]) == "a, b" && listed(["", "שלום"]) == "שלום")
    #expect(gathered(["x", "שלום", "12:30"]) == "x, שלום, 12:30")
    var buffer = CellBuffer(size: Size(width: 24, height: 1))
    buffer.put(listed(["x", "שלום", "12:30"]), at: Point(x: 0, y: 0), style: .plain, in: buffer.bounds)
    #expect(buffer.text == "x, םולש, 12:30")
    buffer = CellBuffer(size: Size(width: 24, height: 1))
    buffer.put(listed(["שלום", "abc", "12:30"]), at: Point(x: 0, y: 0), style: .plain, in: buffer.bounds)
    #expect(buffer.text == "12:30 ,abc ,םולש")
  }
}
