import Cells
import Testing

@testable import Terminal

struct MouseTests {
  private func actions(_ reports: [(String, Int64)]) -> [Input] {
    var decoder = InputDecoder()
    for (text, time) in reports { decoder.feed(Array(text.utf8), now: time) }
    return decoder.removeInputs()
  }

  @Test("A press is a click, beyond column 223 too")
  func click() {
    let place = Point(x: 299, y: 49)
    #expect(actions([("\u{1B}[<0;300;50M", 0), ("\u{1B}[<0;300;50m", 9)]) == [.mouse(MouseAction(.click, at: place))])
  }

  @Test("The second click on a place within 400 ms is a double click, the third begins anew")
  func doubleClick() {
    let press = "\u{1B}[<0;3;4M"
    let place = Point(x: 2, y: 3)
    let kinds: [MouseAction.Kind] = [.click, .doubleClick, .click]
    #expect(actions([(press, 0), (press, 400), (press, 500)]) == kinds.map { .mouse(MouseAction($0, at: place)) })
    #expect(actions([(press, 0), (press, 401)]) == [.click, .click].map { .mouse(MouseAction($0, at: place)) })
    #expect(
      actions([(press, 0), ("\u{1B}[<0;3;5M", 100)])
        == [.mouse(MouseAction(.click, at: place)), .mouse(MouseAction(.click, at: Point(x: 2, y: 4)))])
  }

  @Test("The wheel goes up and down, also with a key held")
  func wheel() {
    let place = Point(x: 0, y: 0)
    #expect(
      actions([("\u{1B}[<64;1;1M\u{1B}[<65;1;1M\u{1B}[<69;1;1M", 0)])
        == [.wheelUp, .wheelDown, .wheelDown].map { .mouse(MouseAction($0, at: place)) })
  }

  @Test("The mouse is dragged from where it was pressed, until it is let go, and only to other places")
  func dragging() {
    #expect(
      actions([
        ("\u{1B}[<32;2;2M", 0), ("\u{1B}[<0;2;2M", 10), ("\u{1B}[<32;2;2M", 20), ("\u{1B}[<32;3;2M", 30),
        ("\u{1B}[<36;3;4M", 40), ("\u{1B}[<0;3;4m", 50), ("\u{1B}[<32;9;9M", 60),
      ])
        == [
          .mouse(MouseAction(.click, at: Point(x: 1, y: 1))), .mouse(MouseAction(.drag, at: Point(x: 2, y: 1))),
          .mouse(MouseAction(.drag, at: Point(x: 2, y: 3))),
        ])
    #expect(actions([("\u{1B}[M !!\u{1B}[M@\u{22}!\u{1B}[M#\u{22}!\u{1B}[M@##", 0)]).count == 2)
  }

  @Test("The reports of terminals without SGR are read too")
  func olderReports() {
    #expect(actions([("\u{1B}[M !!", 0)]) == [.mouse(MouseAction(.click, at: Point(x: 0, y: 0)))])
    #expect(actions([("\u{1B}[M#!!", 0)]) == [])
    #expect(actions([("\u{1B}[M`*+", 0)]) == [.mouse(MouseAction(.wheelUp, at: Point(x: 9, y: 10)))])
    #expect(actions([("\u{1B}[32;7;8M", 0)]) == [.mouse(MouseAction(.click, at: Point(x: 6, y: 7)))])
  }
}
