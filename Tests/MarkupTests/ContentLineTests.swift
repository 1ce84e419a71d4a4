import Testing

@testable import Markup

/// iCalendar's lines, written and read.
struct ContentLineTests {
  private func lines(_ bytes: [UInt8]) -> (lines: [ContentLine], bad: [String]) {
    var bad: [String] = []
    let lines = bytes.withUnsafeBufferPointer { bytes in
      var reader = ContentLineReader(bytes, limit: 1 << 20) { found, line in bad.append("\(line): \(found)") }
      var lines: [ContentLine] = []
      while let line = reader.next() { lines.append(line) }
      return lines
    }
    return (lines, bad)
  }

  @Test("A line of exactly 75 octets is not folded, and one of 76 is", arguments: [66, 67, 68])
  func edge(length: Int) {
    var writer = ContentLineWriter()
    writer.add("SUMMARY", text: String(repeating: "x", count: length))
    #expect(writer.bytes.count { $0 == 0x0A } == (length + 8 <= 75 ? 1 : 2))
    #expect(lines(writer.bytes).lines.map(\.text) == [String(repeating: "x", count: length)])
  }

  @Test(
    "What is written is read back, whatever stands in it",
    arguments: [
      "", "a, b; c\\n d\ne", "\"q\": x", String(repeating: "é人👩‍👩‍👧", count: 40), "\\", "\\\\,", "a\n\nb",
    ])
  func roundTrip(text: String) {
    var writer = ContentLineWriter()
    writer.add("DESCRIPTION", [ContentLineWriter.Parameter("FILENAME", "a; \"b\": c")], text: text)
    writer.add("CATEGORIES", text: text + "x", "y,z")
    let read = lines(writer.bytes)
    #expect(read.bad == [])
    #expect(read.lines.first?.text == text)
    #expect(read.lines.last?.texts == [text + "x", "y,z"])
    #expect(read.lines.first?[parameter: "FILENAME"] == "a; ^'b^': c")
  }

  @Test("Backslashes, commas, semicolons and line breaks are escaped; nothing else is")
  func escaping() {
    #expect(CalendarEscapes.escaped("a\\b;c,d\ne:f\"g\tü") == "a\\\\b\\;c\\,d\\ne:f\"g\tü")
    #expect(CalendarEscapes.resolved(#"a\\b\;c\,d\Ne\x\"#) == "a\\b;c,d\ne\\x\\")
    #expect(CalendarEscapes.parts(of: #"a\,b,c\\,"#) == [#"a\,b"#, #"c\\"#, ""])
  }

  @Test("A line that is none is told with its number; a text broken without a fold goes on")
  func strays() {
    let read = lines(Array("SUMMARY:a\r\n b\nno line at all\n\n:\nUID:1\n".utf8))
    #expect(read.lines.map(\.value) == ["ab\\nno line at all", "1"])
    #expect(read.bad == ["5: :"])
  }
}
