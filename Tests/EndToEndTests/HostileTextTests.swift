import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  struct HostileTextTests {
    /// What would set a title, ring, move, recolour, answer or turn text around, in JSON.
    private static let attack =
      #"\u001b]0;owned\u0007\u001b[31mred\u009b2J\u0000\u0008\u007f\u202Eesrever\u2066\u2067"#
      + #"\u200b\ufeff\udb40\udc41end"#

    /// Byte sequences that must never reach the terminal, each only ever sent on behalf of such a text.
    private static let forbidden: [(String, [UInt8])] = [
      ("the title sequence", Array("\u{1B}]0;".utf8)), ("an operating system command", Array("\u{1B}]".utf8)),
      ("the end of the title sequence", Array("owned\u{7}".utf8)), ("C1 CSI", [0xC2, 0x9B]), ("NUL", [0x00]),
      ("DEL", [0x7F]),
      ("right-to-left override", Array("\u{202E}".utf8)), ("left-to-right isolate", Array("\u{2066}".utf8)),
      ("right-to-left isolate", Array("\u{2067}".utf8)), ("zero-width space", Array("\u{200B}".utf8)),
      ("byte order mark", Array("\u{FEFF}".utf8)), ("a tag character", Array("\u{E0041}".utf8)),
      ("an invalid byte", [0xFF]), ("an invalid start", [0xC0]),
    ]

    static func expectClean(
      _ bytes: [UInt8], except exception: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) {
      // What the program sends of its own accord: the window's title, and questions.
      let own = ["2;A sample – Plenary", "11;?", "99;i=plenary:p=?;"]
      var bytes = bytes
      for sequence in own.map({ Array("\u{1B}]\($0)\u{1B}\\".utf8) }) {
        while let range = bytes.firstRange(of: sequence) { bytes.removeSubrange(range) }
      }
      for (name, sequence) in forbidden where name != exception {
        #expect(bytes.firstRange(of: sequence) == nil, "\(name) was sent", sourceLocation: sourceLocation)
      }
    }

    private static func bundle(_ home: Home) throws -> String {
      let evil = attack
      let path = try home.bundle(
        sessions: [
          #""id": "a", "title": "A \#(evil)", "start": "2017-12-04T09:00", "end": "2017-12-04T10:00", "#
            + #""summary": "S \#(evil)", "place": "P \#(evil)", "description": {"file": "evil.md"}, "#
            + #""items": [{"title": "I \#(evil)"}], "people": [{"person": "p", "role": "R \#(evil)"}], "#
            + #""meetings": ["m"], "documents": ["d"], "#
            + #""links": [{"title": "L \#(evil)", "url": "https://example.org/\#(evil)"}]"#,
          #""id": "b \#(evil)", "title": "B", "start": "2017-12-04T\#(evil)""#,
        ], conference: #""subtitle": "T \#(evil)", "notice": "N \#(evil)", "venue": {"name": "V \#(evil)"}"#,
        also: #"""
          "people": [{"id": "p", "name": "Q \#(evil)"}],
          "meetings": [{"id": "m", "title": "M \#(evil)", "date": "2016-06", "place": "G \#(evil)", "text": "X \#(evil)"}],
          "documents": [{"id": "d", "title": "D \#(evil)", "text": {"file": "evil.md"}}],
          "unknown \#(evil)": 1
          """#)
      let text =
        Array(
          "# Evil \u{1B}]0;owned\u{7}\n\n\u{9B}2J \u{202E}txet [link\u{1B}[31m](https://example.org/\u{1B}c)\n\n".utf8)
        + [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x00, 0x0A] + Array("end\u{7F}\u{FEFF}\u{200B}\n".utf8)
      try home.folder.write("bundle/evil.md", text)
      return path
    }

    @Test("Nothing that a text holds reaches the terminal raw, on any page, in any box")
    func neverRaw() throws {
      let home = try Home()
      let path = try Self.bundle(home)
      try home.folder.write(
        "data/plenary/sample/notes/session-a.md", Array("note \u{1B}]0;owned\u{7} \u{202E}x ".utf8) + [0xFF, 0x0A])
      for size in [Size(width: 80, height: 24), Size(width: 160, height: 48), Size(width: 30, height: 10)] {
        let story = try home.open(path, ["--no-mouse"], size: size)
        try story.see("A ")
        story.press("2", "z", .pageDown, .pageDown, .pageDown, "z", "3", .enter, "z", "z", .escape)
        story.press("4", .down, .enter, .pageDown, .escape)
        try story.wait("be back") { _ in !story.pump(milliseconds: 60) }
        story.press("i", .escape, "5", "1", .enter, "o")
        try story.see("Number")
        story.press(.escape)
        try story.wait(untilGone: "Number")
        story.press("1", "/")
        story.type("owned")
        try story.see("found")
        story.press(.enter)
        try story.see("Place 1")
        story.press("n", "1", "f", "p")
        try story.see("Show only sessions with")
        story.press(.escape)
        try story.wait(untilGone: "Show only sessions with")
        story.press("1", "q")
        try story.expectExit()
        Self.expectClean(story.transcript)
      }
    }

    @Test("What is copied holds no control characters either")
    func copying() throws {
      let home = try Home()
      let story = try home.open(Self.bundle(home), environment: ["ALACRITTY_WINDOW_ID": "1"])
      try story.see("A ")
      story.press("y")
      try story.see("Copied")
      let start = try #require(story.transcript.firstRange(of: Array("\u{1B}]52;c;".utf8)))
      let digits = story.transcript[start.upperBound...].prefix { $0 != 0x07 && $0 != 0x1B }
      let text = Self.decoded(digits)
      #expect(text.starts(with: Array("A ".utf8)))
      #expect(!text.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
      #expect(text.firstRange(of: Array("\u{202E}".utf8)) == nil)
    }

    /// Base64 of RFC 4648, read.
    private static func decoded(_ digits: ArraySlice<UInt8>) -> [UInt8] {
      let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
      var bytes: [UInt8] = []
      var (bits, count) = (0, 0)
      for digit in digits {
        guard let value = alphabet.firstIndex(of: digit) else { break }
        bits = (bits << 6 | value) & 0xFFFF
        count += 6
        if count >= 8 {
          count -= 8
          bytes.append(UInt8(bits >> count & 0xFF))
        }
      }
      return bytes
    }

    @Test("check's lines can be printed, whatever the bundle holds")
    func checkLines() throws {
      let home = try Home()
      let check = try home.run("check", Self.bundle(home))
      #expect(check.exit == .status(1))
      // Some scripts break lines by it. Nothing is aligned here, and it hides no letter.
      Self.expectClean(Array(check.output.utf8), except: "zero-width space")
      #expect(!check.output.utf8.contains(0x1B))
      #expect(check.lines.count > 10)
    }

    @Test(
      "A text outside the bundle is never shown, by whatever way it is named",
      arguments: ["../secret.md", "/etc/hostname", "texts/../../secret.md", "link.md", "folder/secret.md", "pipe.md"])
    func outside(path: String) throws {
      let home = try Home()
      try home.folder.write("secret.md", "the secret words\n")
      try home.folder.write("elsewhere/secret.md", "the secret words\n")
      let bundle = try home.bundle(
        sessions: [
          #""id": "a", "title": "Curious", "start": "2017-12-04T09:00", "description": {"file": "\#(path)"}"#
        ])
      home.folder.folder("bundle/texts")
      #expect(symlink("../secret.md", bundle + "/link.md") == 0)
      #expect(symlink("../elsewhere", bundle + "/folder") == 0)
      // Opening one that nobody writes to would wait for ever.
      #expect(mkfifo(bundle + "/pipe.md", 0o600) == 0)
      let story = try home.open(bundle)
      try story.see("Curious")
      story.press("i")
      try story.see("1 problem: see plenary check")
      story.press(.escape)
      story.press(.enter, "/")
      story.type("secret words")
      try story.see("Nothing found")
      story.press(.escape)
      try story.wait(untilGone: "Find:")
      story.press("1", "q")
      try story.expectExit()
      #expect(story.transcript.firstRange(of: Array("the secret".utf8)) == nil)
      let check = try home.run("check", bundle)
      #expect(check.exit == .status(1) && !check.output.contains("secret words"))
    }
  }
}
