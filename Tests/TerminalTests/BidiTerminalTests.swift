import Cells
import Testing

@testable import Terminal

/// Rows for terminals that turn letters round by themselves.
@Suite struct BidiTerminalTests {
  private static func plain(_ name: String) -> String? { nil }
  private static func environment(_ values: [String: String]) -> (String) -> String? { { values[$0] } }

  private static func cells(_ text: String) -> [Cell] {
    var buffer = CellBuffer(size: Size(width: displayWidth(text), height: 1))
    for (x, glyph) in Glyphs(text).flatMap({ [$0] + Array(repeating: nil, count: $0.width - 1) }).enumerated() {
      if let glyph { buffer[x, 0] = Cell(base: glyph.base, marks: glyph.marks, width: UInt8(glyph.width)) }
    }
    return Array(buffer.cells(inRow: 0))
  }

  private static func text(_ cells: [Cell]?) -> String? {
    cells.map { String($0.filter { $0.width > 0 }.compactMap { Unicode.Scalar($0.base).map(Character.init) }) }
  }

  @Test("They are known by their type or by what they put into the environment, and not inside of another program")
  func known() {
    #expect(BidiTerminal.of("xterm-kitty", environment: Self.plain(_:)) == .wordwise)
    #expect(BidiTerminal.of("xterm-256color", environment: Self.plain(_:)) == .obedient)
    let konsole = ["KONSOLE_VERSION": "221203"]
    #expect(BidiTerminal.of("xterm-256color", environment: Self.environment(konsole)) == .linewise)
    #expect(BidiTerminal.of("screen", environment: Self.environment(konsole.merging(["STY": "1"]) { $1 })) == .obedient)
    #expect(BidiTerminal.of("tmux", environment: Self.environment(konsole.merging(["TMUX": "1"]) { $1 })) == .obedient)
  }

  @Test("kitty gets the letters of a word from its end, and beside them another font")
  func words() throws {
    let row = Self.cells("│םולש (םלוע) abc│")
    let encoded = try #require(BidiTerminal.wordwise.encoded(row[...]))
    #expect(Self.text(encoded) == "│שלום (עולם) abc│")
    #expect(encoded.indices.filter { encoded[$0].style.attributes == .bold } == [6, 11])
    #expect(BidiTerminal.wordwise.encoded(Self.cells("│abc│")[...]) == nil)
    #expect(BidiTerminal.obedient.encoded(row[...]) == nil)
    // Colours stay in their places.
    var colored = Self.cells("אב")
    colored[0].style.foreground = .indexed(1)
    #expect(BidiTerminal.wordwise.encoded(colored[...])?.map(\.style.foreground) == [.indexed(1), .terminal])
  }

  @Test(
    "konsole gets a row that it puts in order itself between borders, with its colours and brackets",
    arguments: [
      "│abc (שלום)12 עולם│ def", "12 (abc) גבא│", "│ a │גבא 12 דה│", "人 גבא 人", "│ 10:00  םולש │  םלוע │",
      "│ A םולש ├ 5 Notes ──┤",
    ])
  func lines(seen: String) throws {
    let row = Self.cells(seen)
    let encoded = try #require(BidiTerminal.linewise.encoded(row[...]))
    #expect(encoded.count == row.count)
    let parts = encoded.split(omittingEmptySubsequences: false) { (0x2500...0x25FF).contains($0.base) }
    let again = parts.flatMap { part in
      let glyphs = part.filter { $0.width > 0 }.map { Glyph(base: $0.base, width: Int($0.width), utf8Length: 0) }
      return VisualLine(glyphs, direction: .leftToRight).places.map(\.glyph.base)
    }
    #expect(again == row.filter { $0.width > 0 && !(0x2500...0x25FF).contains($0.base) }.map(\.base), "\(seen)")
  }

  @Test("Colours go with the letters")
  func colors() {
    var colored = Self.cells("a אב")
    colored[2].style.foreground = .indexed(1)
    #expect(BidiTerminal.linewise.encoded(colored[...])?.map(\.style.foreground).last == .indexed(1))
  }
}
