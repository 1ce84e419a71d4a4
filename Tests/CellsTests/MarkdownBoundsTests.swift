import Cells
import Dice
import Testing

/// Texts that are made to do harm, and widths at which nothing can look well.
@Suite struct MarkdownBoundsTests {
  static let everything = """
    # Head *line* 人権

    A [link *with* emphasis](https://example.org/a/long/path?x=1&y=2) and `code`, ~~gone~~, 👩‍👩‍👧 e\u{301}.
    ![image](x.png) <b>html</b>

    1. one
       - [x] two
         > three
         >
         > ```
         > four\tfive
         > ```
    2. six

    | a | b |
    |---|--:|
    | 人権会議 | d |

    <p>raw &amp; more</p>

    ***
    """

  @Test(arguments: [72, 30, 10, 5, 4, 3, 2], [false, true]) func noLineIsWiderThanAsked(_ width: Int, _ numbered: Bool)
  {
    let set = MarkdownText.layout(Self.everything, width: width, options: .init(numbersParagraphs: numbered))
    #expect(set.lines.filter { $0.width > width }.isEmpty)
    #expect(set.lines.map(\.plain).joined().unicodeScalars.contains("権"))
  }

  @Test(arguments: [1, 0, -1, Int.min]) func widthsBelowTwoStillShowTheText(_ width: Int) {
    let set = MarkdownText.layout(Self.everything, width: width)
    #expect(set == MarkdownText.layout(Self.everything, width: 1))
    #expect(set.lines.allSatisfy { $0.width <= 2 })
    #expect(set.lines.map(\.plain).joined().hasPrefix("Headline"))
  }

  @Test func anEndlessWidthDoesNotTrap() {
    #expect(MarkdownText.layout("a\n\n> b", width: Int.max).lines.map(\.plain) == ["a", "", "│ b"])
  }

  @Test func emptyTextsHaveNoLines() {
    #expect(MarkdownText.layout("", width: 20) == MarkdownText())
    #expect(MarkdownText.layout("\n \n", width: 20) == MarkdownText())
  }

  static let hostile: [(name: String, text: String)] = [
    ("100,000 quotations", String(repeating: ">", count: 100_000) + "x"),
    ("100,000 lists", String(repeating: "- ", count: 100_000) + "x"),
    ("10,000 brackets", String(repeating: "[", count: 10_000) + "x"),
    ("10,000 images", String(repeating: "![", count: 10_000) + "x"),
    (
      "nested lists over many lines",
      String(repeating: "- ", count: 5_000) + "x" + String(repeating: "\n", count: 20_000)
    ),
    ("bracketed images", String(repeating: "![[]()", count: 30_000) + "x"),
    ("declarations", String(repeating: "a <![CDATA[ ", count: 20_000) + "x"),
    ("instructions", String(repeating: "a <? ", count: 40_000) + "x"),
    ("an address of brackets", "http://a.b/" + String(repeating: ")", count: 60_000) + "x"),
    (
      "one huge reference",
      "[a]: " + String(repeating: "x", count: 30_000) + "\n\n" + String(repeating: "[a] ", count: 30_000)
    ),
    (
      "a table of bars",
      String(repeating: "x|", count: 20_000) + "\n" + String(repeating: "-|", count: 20_000) + "\n"
        + String(repeating: "|\n", count: 20_000)
    ),
    (
      "a long header over many rows",
      "|" + String(repeating: "x", count: 20_000) + String(repeating: "|y", count: 50) + "\n"
        + String(repeating: "|-", count: 51) + "\n" + String(repeating: "|1|2\n", count: 2_000)
    ),
    ("instructions between figures", String(repeating: "a <? \n12\n", count: 30_000) + "x"),
    (
      "nested lists over carriage returns",
      String(repeating: "- ", count: 5_000) + String(repeating: "x\r", count: 20_000)
    ),
    ("deep emphasis", String(repeating: "*a **b ", count: 10_000) + String(repeating: "x** c*", count: 10_000)),
    ("tags without end", "<p>\n" + String(repeating: "<a ", count: 30_000) + "x"),
    ("tags by the thousand", "<p>\n" + String(repeating: "<a>", count: 30_000) + "x"),
    ("a megabyte in one line", String(repeating: "word ", count: 200_000) + "x"),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: hostile.map(\.name)) func hostileTextsAreSetInLinearTime(_ name: String)
    throws
  {
    let text = try #require(Self.hostile.first { $0.name == name }).text
    let clock = ContinuousClock()
    var set = MarkdownText()
    let time = clock.measure { set = MarkdownText.layout(text, width: 72) }
    #expect(set.lines.map(\.plain).joined().unicodeScalars.contains("x"))
    #expect(set.lines.allSatisfy { $0.width <= 72 })
    // Without the bounds each of these takes minutes; the machine that runs the tests may be slow, and unoptimised.
    #expect(time < .seconds(20))
  }

  @Test func longHonestTextsAreStillParsed() {
    let rules = String(repeating: "-", count: 300) + "\n\n2017-12-04 10:00 *Opening*\n\n"
    let text =
      "[ref]: https://example.org/a\n\n" + String(repeating: MarkdownBoundsTests.everything + "\n\n[ref] ", count: 300)
    let set = MarkdownText.layout(rules + text, width: 72)
    #expect(set.lines.count > 4_000)
    #expect(!set.lines.contains { $0.plain.contains("*") })
  }

  @Test(.timeLimit(.minutes(1))) func tenMegabytesInOneLineAreSetAsTheyStand() {
    let set = MarkdownText.layout(String(repeating: "*wo* ", count: 2_000_000), width: 2000)
    #expect(set.lines.first?.plain.hasPrefix("*wo* *wo*") == true)
    #expect(set.lines.count == 5_000)
  }

  @Test(arguments: UInt64(1)...4) func anyTextCanBeSetAndDrawn(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    let parts =
      troublesome + [
        "# ", "- ", "1. ", "\n\n", "    ", "***", "~~", "<b>", "<br>", "](x)", "![", "|-|\n", "&amp;", "```\n",
      ]
    for _ in 0..<120 {
      let text = (0..<40).map { _ in parts.randomElement(using: &dice) ?? "" }.joined()
      let width = Int.random(in: -1..<40, using: &dice)
      let options = MarkdownText.Options(
        numbersParagraphs: Bool.random(using: &dice), asciiOnly: Bool.random(using: &dice))
      let set = MarkdownText.layout(text, width: width, options: options)
      var buffer = CellBuffer(size: Size(width: max(1, width), height: 12))
      for (y, line) in set.lines.enumerated() {
        line.marking([y..<(y + 9)]).draw(into: &buffer, at: Point(x: 0, y: y), in: buffer.bounds) { _ in look }
      }
      #expect(set.lines.allSatisfy { $0.width <= max(2, width) })
      #expect(set.paragraphStarts.allSatisfy { set.lines.indices.contains($0) })
    }
  }

  @Test func textsMayBeSetByManyThreadsAtOnce() async {
    let results = await withTaskGroup(of: MarkdownText.self) { group in
      for _ in 0..<8 { group.addTask { MarkdownText.layout(Self.everything, width: 40) } }
      return await group.reduce(into: Set<MarkdownText>()) { $0.insert($1) }
    }
    #expect(results.count == 1)
  }
}
