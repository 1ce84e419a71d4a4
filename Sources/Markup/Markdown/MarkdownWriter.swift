/// Markdown (CommonMark 0.31) that is being written, piece by piece: blanks, breaks and marks come just before the text
/// that needs them.
struct MarkdownWriter {
  private enum Gap: Int { case none, space, cellLine, line, paragraph }

  private struct List {
    /// The next number; nil for bullets.
    var number: Int?
    /// Blanks that the lines of its items begin with.
    var indent: Int
  }

  private var out: [UInt8] = []
  private var gap = Gap.none { didSet { isReady = false } }
  /// The marks before an item or a heading, which its first text brings out.
  private var opening = "" { didSet { isReady = false } }
  private var lists: [List] = []
  private var quotes = 0
  private var marks: [(sign: String, isOut: Bool)] = []
  private var links: [(address: String?, start: Int?)] = []
  private var isCode = false
  private var isFenced = false
  private var isRowStart = true
  /// Whether a row of a table is one line with a sign before each of its cells, and what breaks lines in them a tag.
  private let keepsRows: Bool
  /// Inside a cell of such a row.
  private(set) var isInCell = false
  private var cellStart = 0
  private var isCellStart = false
  /// Nothing has to come before the next text.
  private var isReady = false
  /// Nothing of this line is written but what has to stand before it.
  private var isLineStart = true

  /// Levels that are shown of lists and quotations, and marks and links that are open at once: each costs with every
  /// line, and nobody means more.
  private static let depth = 12
  /// Lists below the last one that is shown.
  private var deeperLists = 0

  init(capacity: Int, keepsRows: Bool = false) {
    self.keepsRows = keepsRows
    out.reserveCapacity(capacity)
  }

  // Text

  /// A byte of text, whose signs mean themselves.
  mutating func add(_ byte: UInt8) {
    if isFenced {
      if byte == 0x0A { return newLine() }
      if byte != 0x0D { out.append(byte) }
      return
    }
    if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { return widen(.space) }
    bringOut()
    if isInCell, byte == UInt8(ascii: "|") { out.append(UInt8(ascii: "\\")) }
    if isCode {
      out.append(byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte)
    } else {
      if MarkdownWriter.isSign(byte) || (isLineStart && (byte == UInt8(ascii: "#") || byte == UInt8(ascii: ">"))) {
        out.append(UInt8(ascii: "\\"))
      }
      out.append(byte)
    }
    isLineStart = false
  }

  /// Bytes that mean themselves everywhere: letters, digits, a few signs.
  mutating func add(run: UnsafeBufferPointer<UInt8>) {
    if !isFenced { bringOut() }
    out.append(contentsOf: run)
    isLineStart = false
  }

  mutating func add(literal text: String) {
    if text == "\u{A0}" { return add(0x20) }
    for byte in text.utf8 { add(byte) }
  }

  /// An address, whose signs are not escaped.
  mutating func add(raw text: String) {
    bringOut()
    out.append(contentsOf: text.utf8)
    isLineStart = false
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"):
      true
    default: false
    }
  }

  // Breaks

  mutating func breakLine() {
    if isFenced { return newLine() }
    // Two in a row are a paragraph, as everybody uses them.
    gap == .line ? widen(.paragraph) : widen(.line)
    isRowStart = true
  }

  mutating func breakParagraph() {
    if isFenced { return }
    closeMarks()
    widen(.paragraph)
    isRowStart = true
  }

  mutating func rule() {
    breakParagraph()
    bringOut()
    out.append(contentsOf: "* * *".utf8)
    breakParagraph()
  }

  /// Begins a cell of a table's row.
  mutating func cell() {
    if keepsRows {
      closeMarks()
      if gap == .cellLine { gap = .space }
    }
    if !isRowStart || keepsRows {
      if !isRowStart { widen(.space) }
      bringOut()
      out.append(contentsOf: "| ".utf8)
      gap = .none
    }
    isRowStart = false
    (isInCell, isCellStart) = (keepsRows, keepsRows)
    cellStart = out.count
  }

  /// What has been written of the cell that began last.
  var cellText: String { String(decoding: out[min(cellStart, out.count)...], as: UTF8.self) }

  /// Breaks a line inside a cell, where rows are kept.
  mutating func breakCell() { if !isCellStart { widen(.cellLine) } }

  /// Ends a row that is kept as one line.
  mutating func endRow() {
    guard isInCell else { return }
    closeMarks()
    if gap == .cellLine { gap = .none }
    isInCell = false
  }

  private mutating func widen(_ wanted: Gap) { if wanted.rawValue > gap.rawValue { gap = wanted } }

  // Blocks

  mutating func beginList(isNumbered: Bool) {
    breakParagraph()
    guard lists.count < MarkdownWriter.depth else {
      deeperLists += 1
      return
    }
    let indent = lists.last.map { $0.indent + ($0.number == nil ? 2 : 3) } ?? 0
    lists.append(List(number: isNumbered ? 1 : nil, indent: indent))
  }

  mutating func endList() {
    if deeperLists > 0 { deeperLists -= 1 } else { _ = lists.popLast() }
    opening = ""
    breakParagraph()
  }

  mutating func beginItem() {
    breakParagraph()
    guard let list = lists.last else { return opening = "- " }
    opening = list.number.map { "\($0). " } ?? "- "
    if let number = list.number { lists[lists.count - 1].number = number + 1 }
  }

  mutating func beginQuote() {
    breakParagraph()
    quotes += 1
  }

  mutating func endQuote() {
    breakParagraph()
    quotes = max(0, quotes - 1)
  }

  mutating func beginHeading(_ level: Int) {
    breakParagraph()
    opening = String(repeating: "#", count: level) + " "
  }

  mutating func endHeading() {
    opening = ""
    breakParagraph()
  }

  mutating func beginFence() {
    guard !isFenced else { return }
    breakParagraph()
    bringOut()
    out.append(contentsOf: "```".utf8)
    isFenced = true
    newLine()
  }

  mutating func endFence() {
    guard isFenced else { return }
    isFenced = false
    while out.last == 0x20 || out.last == 0x0A { out.removeLast() }
    newLine()
    out.append(contentsOf: "```".utf8)
    breakParagraph()
  }

  // Inside a paragraph

  mutating func emphasis(_ sign: String, isEnd: Bool) {
    guard !isCode, !isFenced else { return }
    if !isEnd {
      guard marks.count < MarkdownWriter.depth else { return }
      isReady = false
      return marks.append((sign, false))
    }
    guard let index = marks.lastIndex(where: { $0.sign == sign }) else { return }
    if marks.remove(at: index).isOut { out.append(contentsOf: sign.utf8) }
  }

  mutating func code(isEnd: Bool) {
    guard !isFenced else { return }
    if isEnd == !isCode { return }
    if !isEnd { bringOut() }
    out.append(UInt8(ascii: "`"))
    isCode = !isEnd
    isReady = false
    isLineStart = false
  }

  mutating func beginLink(_ address: String?) {
    guard links.count < MarkdownWriter.depth else { return }
    isReady = false
    links.append((address, nil))
  }

  mutating func endLink() {
    guard let (address, start) = links.popLast(), let address, !isFenced else { return }
    guard let start, start <= out.count else { return add(raw: address) }
    let label = String(decoding: out[(start + 1)...], as: UTF8.self)
    // An address that is its own label, or a label that spans paragraphs, cannot be a link of Markdown.
    if label == address || label.isEmpty {
      out.removeSubrange(start...)
      out.append(contentsOf: address.utf8)
    } else {
      out.append(contentsOf: "](\(MarkdownWriter.target(address)))".utf8)
    }
  }

  mutating func image(alternative: String, address: String) {
    bringOut()
    let plain = alternative.filter { $0 != "[" && $0 != "]" && $0 != "\n" }
    out.append(contentsOf: "![\(plain)](\(MarkdownWriter.target(address)))".utf8)
    isLineStart = false
  }

  /// The text, without blanks at its ends.
  mutating func finished() -> String {
    if isFenced { endFence() }
    if isCode { code(isEnd: true) }
    closeMarks()
    while out.last == 0x20 || out.last == 0x0A { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  private static func target(_ address: String) -> String {
    address.utf8.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") || $0 == 0x20 }
      ? "<\(address)>" : address
  }

  // What has to come before the next text

  private mutating func bringOut() {
    if isReady { return }
    defer { isReady = true }
    writeGap()
    isCellStart = false
    if !opening.isEmpty {
      out.append(contentsOf: opening.utf8)
      opening = ""
    }
    for index in links.indices where links[index].start == nil && links[index].address != nil && !isCode {
      links[index].start = out.count
      out.append(UInt8(ascii: "["))
    }
    for index in marks.indices where !marks[index].isOut && !isCode {
      out.append(contentsOf: marks[index].sign.utf8)
      marks[index].isOut = true
    }
  }

  private mutating func writeGap() {
    defer { gap = .none }
    guard !out.isEmpty else { return startLine() }
    switch gap {
    case .none: break
    case .space: out.append(0x20)
    case .cellLine: out.append(contentsOf: "<br>".utf8)
    case .line:
      out.append(contentsOf: opening.isEmpty ? "\\".utf8 : "".utf8)
      newLine()
    case .paragraph:
      newLine(isBlank: lists.isEmpty || opening.isEmpty)
    }
  }

  private mutating func newLine(isBlank: Bool = false) {
    out.append(0x0A)
    if isBlank {
      for _ in 0..<min(quotes, MarkdownWriter.depth) { out.append(UInt8(ascii: ">")) }
      out.append(0x0A)
    }
    startLine()
  }

  private mutating func startLine() {
    for _ in 0..<min(quotes, MarkdownWriter.depth) { out.append(contentsOf: "> ".utf8) }
    guard let list = lists.last else { return isLineStart = true }
    let width = list.indent + (opening.isEmpty ? (list.number == nil ? 2 : 3) : 0)
    for _ in 0..<width { out.append(0x20) }
    isLineStart = true
  }

  /// Marks end with their paragraph, and begin again in the next.
  private mutating func closeMarks() {
    for index in marks.indices.reversed() where marks[index].isOut {
      out.append(contentsOf: marks[index].sign.utf8)
      marks[index].isOut = false
      isReady = false
    }
  }
}
