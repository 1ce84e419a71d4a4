import Cells
import Support
import Testing

extension EndToEnd {
  /// Characters of all widths.
  struct AlignmentTests {
    /// Words that programs misplace borders by.
    private static let words: [String] = [
      "漢字の会議と日本語", "한국어 회의", "e\u{301}le\u{301}ction", "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}b",
      "👍🏽 thumbs 👍", "👨‍👩‍👧‍👦 family", "🇫🇷🇩🇪 flags 🇺🇳", "❤️ heart ❤", "שלום עולם", "مرحبا بالعالم", "हिन्दी सम्मेलन",
      "ภาษาไทย การประชุม", "ﷺ wide sign", "ｆｕｌｌｗｉｄｔｈ", "ﾊﾝｶｸ half", "zero\u{200B}width\u{200D}joined",
      "soft\u{AD}hyphen",
      "1️⃣2️⃣3️⃣ keys", "☎️☎ phones", "\u{1100}\u{1161}\u{11A8} jamo", "… – — “quotes” ‘x’", "🏳️‍🌈🏴‍☠️ joined flags",
    ]

    private static func bundle(_ home: Home) throws -> String {
      let all = words.joined(separator: " ")
      let sessions = words.enumerated().map { index, word in
        let hour = 8 + index / 2
        return
          #""id": "s\#(index)", "title": "\#(word) \#(word)", "start": "2017-12-04T\#(hour < 10 ? "0" : "")\#(hour):"#
          + #"\#(index % 2 == 0 ? "00" : "30")", "summary": "\#(all)", "place": "\#(word)", "meetings": ["m\#(index)"]"#
      }
      let meetings = words.enumerated().map { index, word in
        #"{"id": "m\#(index)", "title": "\#(word)", "date": "2016-01", "place": "\#(word)", "text": "\#(all)"}"#
      }
      return try home.bundle(
        sessions: sessions, conference: #""notice": "\#(all)", "subtitle": "\#(all)""#,
        also: #""meetings": [\#(meetings.joined(separator: ","))]"#)
    }

    private static let vertical: Set<String> = ["│", "┌", "└", "├", "┐", "┘", "┤", "┬", "┴", "┼"]

    /// Waits until every row between the first border and the last has a border in each of these columns.
    private static func seeAligned(
      _ story: TerminalStory, columns: [Int], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      try story.wait("see borders in the columns \(columns) of all rows", sourceLocation: sourceLocation) { terminal in
        (1..<terminal.size.height - 2).allSatisfy { y in
          columns.allSatisfy { vertical.contains(terminal.place($0, y).text) }
        }
      }
    }

    @Test(
      "Borders stay in their columns, whatever stands between them",
      arguments: [
        // Where the list is crowded it has the whole width while it has the focus.
        (Size(width: 80, height: 24), [0, 32, 79], [0, 79]),
        (Size(width: 160, height: 48), [0, 47, 159], [0, 47, 159]),
      ])
    func borders(size: Size, columns: [Int], ofList list: [Int]) throws {
      let home = try Home()
      let story = try home.open(Self.bundle(home), size: size)
      try story.see("? help", "A sample")
      for (index, _) in Self.words.enumerated() {
        story.press("g")
        for _ in 0..<index { story.press(.down) }
        // The session's page is read, then its background, each drawn over the one before.
        story.press(.enter)
        let time = "\(8 + index / 2 < 10 ? "0" : "")\(8 + index / 2):\(index % 2 == 0 ? "00" : "30")"
        try story.see("Mon 4 Dec \(time)")
        try Self.seeAligned(story, columns: columns)
        story.press("b")
        try story.see("January 2016")
        try Self.seeAligned(story, columns: columns)
        story.press("1")
        try story.see("Enter read")
        try Self.seeAligned(story, columns: list)
      }
      story.press("/")
      try story.see("Find:")
      story.type("wide")
      try story.see("found")
      let box = story.screen.indices.filter { story.screen[$0].contains("│") && $0 > 1 && $0 < size.height - 4 }
      let edges = Set(box.map { y in (0..<size.width).filter { story.cell($0, y).text == "│" }.max() ?? -1 })
      #expect(edges.count <= 2, "the box's right edge stands in one column: \(edges)")
    }
  }
}
