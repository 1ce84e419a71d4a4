import Cells
import Testing

@testable import Terminal

/// Bytes from the keyboard.
struct InputDecoderTests {
  private static let listed = KeyStrings([
    (Array("\u{1B}[7$".utf8), .shiftUp), (Array("\u{1B}OA".utf8), .up), (Array("\u{1B}[224z".utf8), .function(1)),
  ])

  /// Everything that the bytes are in the end, when they come at once and then nothing more.
  private func inputs(_ text: String, codeset: String = "UTF-8") -> [Input] {
    inputs(Array(text.utf8), codeset: codeset)
  }

  private func inputs(_ bytes: [UInt8], codeset: String = "UTF-8") -> [Input] {
    var decoder = InputDecoder(keys: Self.listed, codeset: codeset)
    decoder.feed(bytes, now: 0)
    decoder.expire(now: 10_000)
    decoder.expire(now: 20_000)
    return decoder.removeInputs()
  }

  @Test(
    "A key is known in all the usual encodings",
    arguments: [
      ("a", .character("a")), (" ", .character(" ")), ("é", .character("é")), ("漢", .character("漢")),
      ("👍", .character("👍")), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace),
      ("\u{8}", .control("h")), ("\0", .control("@")), ("\u{1}", .control("a")), ("\u{1A}", .control("z")),
      ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")), ("\u{1B}", .escape),
      ("\u{1B}x", .alt("x")), ("\u{1B}\"", .alt("\"")), ("\u{1B}é", .alt("é")), ("\u{1B}[", .alt("[")),
      ("\u{1B}O", .alt("O")), ("\u{1B}]", .alt("]")), ("\u{1B}P", .alt("P")), ("\u{1B}_", .alt("_")),
      ("\u{1B}\u{7F}", .alt("\u{7F}")),
      ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down), ("\u{1B}[C", .right),
      ("\u{1B}OC", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left),
      ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
      ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
      ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
      ("\u{1B}[Z", .backtab), ("\u{1B}[1;2A", .shiftUp), ("\u{1B}[1;2B", .shiftDown), ("\u{1B}[1;2C", .shiftRight),
      ("\u{1B}[1;2D", .shiftLeft), ("\u{1B}[a", .shiftUp), ("\u{1B}[d", .shiftLeft),
      ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;5D", .wordLeft), ("\u{1B}[5D", .wordLeft), ("\u{1B}Oc", .wordRight),
      ("\u{1B}O5C", .wordRight), ("\u{1B}[1;3C", .wordRight), ("\u{1B}\u{1B}[D", .wordLeft),
      ("\u{1B}[1;5A", .up), ("\u{1B}[1;5H", .controlHome),
      ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
      ("\u{1B}[[E", .function(5)),
      ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)), ("\u{1B}[25~", .function(13)),
      ("\u{1B}[15;2~", .function(5)), ("\u{1B}[224z", .function(1)), ("\u{1B}[7$", .shiftUp),
      ("\u{1B}OM", .enter), ("\u{1B}Ok", .character("+")), ("\u{1B}Oj", .character("*")), ("\u{1B}Oq", .end),
      ("\u{1B}Or", .down), ("\u{1B}Ot", .left), ("\u{1B}Ov", .right), ("\u{1B}Ox", .up), ("\u{1B}Ow", .home),
      ("\u{1B}Oy", .pageUp), ("\u{1B}Os", .pageDown), ("\u{1B}Op", .insert), ("\u{1B}On", .delete),
      ("\u{1B}[7^", .controlHome), ("\u{1B}[8^", .controlEnd), ("\u{1B}[8$", .shiftEnd), ("\u{1B}[3$", .delete),
      ("\u{1B}[3^", .controlDelete), ("\u{1B}[7@", .shiftControlHome), ("\u{1B}[8@", .shiftControlEnd),
      ("\u{1B}[3;5~", .controlDelete), ("\u{1B}[127;5u", .controlBackspace), ("\u{1B}[127;3u", .alt("\u{7F}")),
      ("\u{1B}\u{8}", .alt("\u{7F}")), ("\u{1B}[27;5;8~", .controlBackspace), ("\u{1B}[57419u", .up),
      ("\u{1B}[57414u", .enter), ("\u{1B}[39:34;4u", .alt("\"")), ("\u{1B}[97;4u", .alt("A")),
      ("\u{1B}[97:65;2u", .character("A")), ("\u{1B}[1;129A", .up), ("\u{1B}[1;133D", .wordLeft),
      ("\u{1B}[105;5u", .tab), ("\u{1B}[109;5u", .enter), ("\u{1B}[91;5u", .escape), ("\u{1B}[97;33u", .alt("a")),
      ("\u{1B}[97;5u", .control("a")), ("\u{1B}[27;5;97~", .control("a")), ("\u{1B}[27u", .escape),
      ("\u{1B}[9;2u", .backtab), ("\u{1B}[113;3u", .alt("q")), ("\u{1B}[32;5u", .control("@")),
    ] as [(String, Key)])
  func knownKeys(text: String, key: Key) { #expect(inputs(text) == [.key(key)]) }

  @Test(
    "What is not known is swallowed whole and runs nothing",
    arguments: [
      "\u{1B}[?1;2c", "\u{1B}[>0;276;0c", "\u{1B}[12;40R\u{1B}[1;2y", "\u{1B}[I", "\u{1B}[O", "\u{1B}[99~",
      "\u{1B}[99;99~",
      "\u{1B}[?2026;2$y", "\u{1B}[1 q", "\u{1B}[57441u", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\",
      "\u{1B}]52;c;cXVpdA==\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P>|XTerm(370)\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\",
      "\u{1B}[201~", "\u{1B}[<35;10;10M", "\u{1B}[<0;1;1m", "\u{1B}[<2;1;1M", "\u{1B}[<66;1;1M", "\u{1B}[<;M",
      "\u{1B}[1;2", "\u{1B}[97;9u", "\u{1B}[97;1:3u", "\u{1B}[1;1:3A", "\u{1B}[57441;5u", "\u{1B}Ou",
      "\u{1B}[<0;1", "\u{1B}OZ", "\u{9B}", "\u{1B}[99999999999999999999A\u{1B}[<99999999999999999999;1;1M",
    ])
  func unknownSequences(text: String) {
    let keys = inputs(text).filter { $0 != .key(.up) && $0 != .key(.function(3)) }
    #expect(keys == [])
  }

  @Test("However a sequence is cut into pieces, it means the same")
  func piecesOfAnySize() {
    let text =
      "aé漢👍\u{1B}[A\u{1B}OP\u{1B}[<0;300;2M\u{1B}[1;5C\u{1B}x\u{1B}]11;rgb:0/0/0\u{1B}\\q\u{1B}[200~p\u{1B}[q\u{1B}[201~z"
    let whole = inputs(text)
    #expect(whole.count == 12)
    for size in 1...9 {
      var decoder = InputDecoder(keys: Self.listed)
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: size) {
        decoder.feed(Array(bytes[start..<min(start + size, bytes.count)]), now: Int64(start))
        decoder.expire(now: Int64(start))
      }
      #expect(decoder.removeInputs() == whole, "in pieces of \(size)")
      #expect(decoder.deadline == nil)
    }
  }

  @Test("Esc alone is a key after 25 ms, and not before")
  func loneEscape() {
    var decoder = InputDecoder()
    decoder.feed([0x1B], now: 1000)
    #expect(decoder.deadline == 1025)
    decoder.expire(now: 1024)
    #expect(decoder.removeInputs() == [])
    decoder.expire(now: 1025)
    #expect(decoder.removeInputs() == [.key(.escape)])
    #expect(decoder.deadline == nil)
  }

  @Test("The longer the beginning of a sequence, the longer its rest is waited for")
  func patience() {
    var decoder = InputDecoder()
    decoder.feed([0x1B, 0x5B], now: 0)
    #expect(decoder.deadline == 100)
    decoder.expire(now: 99)
    decoder.feed([0x31], now: 99)
    #expect(decoder.deadline == 349)
    decoder.feed([0x7E], now: 349)
    #expect(decoder.removeInputs() == [.key(.home)])
    #expect(decoder.deadline == nil)
  }

  @Test("Esc and a control key pressed at once are two keys")
  func escapeAndControl() {
    #expect(inputs("\u{1B}\u{13}") == [.key(.escape), .key(.control("s"))])
    #expect(inputs("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
  }

  @Test(
    "A letter right behind a sequence is a letter",
    arguments: [
      "\u{1B}[7$", "\u{1B}[3$", "\u{1B}[3^", "\u{1B}[7@", "\u{1B}Ot", "\u{1B}OA", "\u{1B}[A", "\u{1B}[3~",
      "\u{1B}[1;5C",
      "\u{1B}[a", "\u{1B}Oc", "\u{1B}[127;5u",
    ])
  func letterBehind(sequence: String) {
    let read = inputs(sequence + "yes")
    #expect(read.count == 4)
    #expect(read.suffix(3) == [.key(.character("y")), .key(.character("e")), .key(.character("s"))])
  }

  @Test("Typing goes on after an invalid or a cut sequence")
  func recovery() {
    #expect(inputs("\u{1B}[1;\u{3}q") == [.key(.control("c")), .key(.character("q"))])
    #expect(inputs("\u{1B}[12\u{1B}[Aq") == [.key(.up), .key(.character("q"))])
    #expect(inputs([0xFF, 0x71]) == [.key(.character("\u{FFFD}")), .key(.character("q"))])
    #expect(inputs([0xC3, 0x71]) == [.key(.character("\u{FFFD}")), .key(.character("q"))])
    #expect(inputs([0xED, 0xA0, 0x80]) == [.key(.character("\u{FFFD}"))])
    #expect(inputs([0xE6, 0xBC]) == [.key(.character("\u{FFFD}"))])
  }

  @Test("A string without an end does not keep the keyboard dead")
  func endlessString() {
    var decoder = InputDecoder()
    decoder.feed(Array("\u{1B}]11;rgb".utf8), now: 0)
    decoder.expire(now: 1000)
    decoder.feed(Array("q".utf8), now: 1001)
    #expect(decoder.removeInputs() == [.key(.character("q"))])
    let flood = inputs("\u{1B}P1" + String(repeating: "x", count: 5000) + "\u{1B}[A")
    #expect(flood.last == .key(.up))
  }

  @Test("Backspace is what the terminal says it is")
  func controlH() {
    var decoder = InputDecoder(isControlHBackspace: true)
    decoder.feed([0x08, 0x7F], now: 0)
    #expect(decoder.removeInputs() == [.key(.backspace), .key(.backspace)])
  }

  @Test("The C locale says nothing of the terminal, which sends UTF-8")
  func cLocale() { #expect(inputs("é", codeset: "ANSI_X3.4-1968") == [.key(.character("é"))]) }
}
