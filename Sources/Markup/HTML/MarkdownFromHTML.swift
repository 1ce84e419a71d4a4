/// Turns the HTML of a text into Markdown that says the same; what Markdown has no sign for stays as its text.
package struct MarkdownFromHTML {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var out: MarkdownWriter
  private var index = 0
  private let resolve: (String) -> String?
  private let topHeading: Int
  /// Nil where rows are no lines of cells.
  private var grid: TableGrid?

  /// - Parameters:
  ///   - topHeading: the level that the highest heading may have; a text in a page has higher ones above it.
  ///   - keepsRows: rows of tables are lines of cells behind `|`, with `<br>` where lines break in them, as they are read
  ///     and not shown.
  ///   - resolve: makes an address absolute; nil where it may not be linked to.
  package static func text(
    _ html: String, topHeading: Int = 3, keepsRows: Bool = false, resolve: @escaping (String) -> String?
  ) -> String {
    var html = html
    return html.withUTF8 { bytes in
      var converter = MarkdownFromHTML(
        bytes: bytes, out: MarkdownWriter(capacity: bytes.count, keepsRows: keepsRows), topHeading: topHeading,
        resolve: resolve)
      if keepsRows { converter.grid = TableGrid() }
      return converter.convert()
    }
  }

  private init(
    bytes: UnsafeBufferPointer<UInt8>, out: MarkdownWriter, topHeading: Int, resolve: @escaping (String) -> String?
  ) {
    (self.bytes, self.out, self.topHeading, self.resolve) = (bytes, out, topHeading, resolve)
  }

  private mutating func convert() -> String {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): markup()
      case UInt8(ascii: "&"):
        if let (text, end) = HTMLEntities.reference(bytes, at: index) {
          out.add(literal: HiddenCharacter.madeVisible(text))
          index = end
        } else {
          out.add(UInt8(ascii: "&"))
          index += 1
        }
      case UInt8(ascii: "h") where isAddress: address()
      default: run()
      }
    }
    return out.finished()
  }

  /// Takes all letters and digits that come next, which mean themselves, or else one sign.
  private mutating func run() {
    var end = index
    while end < bytes.count, MarkdownFromHTML.isPlain(bytes[end]) { end += 1 }
    guard end > index else {
      out.add(bytes[index])
      index += 1
      return
    }
    out.add(run: UnsafeBufferPointer(rebasing: bytes[index..<end]))
    index = end
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39,
      UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "'"), 0x80...0xFF:
      true
    default: false
    }
  }

  private var isAddress: Bool {
    let rest = bytes[index...].prefix(8)
    return rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8)
  }

  /// Signs inside an address are its own.
  private mutating func address() {
    var end = index
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "<"), bytes[end] != UInt8(ascii: ")"),
      bytes[end] != UInt8(ascii: "\"")
    {
      end += 1
    }
    out.add(raw: HiddenCharacter.encoded(HTMLEntities.decoded(String(decoding: bytes[index..<end], as: UTF8.self))))
    index = end
  }

  private mutating func markup() {
    if bytes[index...].starts(with: "<!--".utf8) { return skip(past: "-->") }
    if bytes[index...].starts(with: "<!".utf8) || bytes[index...].starts(with: "<?".utf8) { return skip(past: ">") }
    guard let tag = HTMLTag(bytes, at: index), TextKind.elements.contains(tag.name) else {
      out.add(UInt8(ascii: "<"))
      index += 1
      return
    }
    index = tag.end
    apply(tag)
  }

  private mutating func skip(past end: String) {
    let mark = Array(end.utf8)
    var position = index
    while position < bytes.count {
      if bytes[position...].starts(with: mark) {
        index = position + mark.count
        return
      }
      position += 1
    }
    index = bytes.count
  }

  /// What breaks lines inside a cell, and is nothing else there.
  private static let breaks: Set<String> = [
    "br", "hr", "p", "div", "section", "article", "figure", "center", "dl", "dt", "dd", "ul", "ol", "li", "blockquote",
    "h1", "h2", "h3", "h4", "h5", "h6", "pre", "address", "details", "summary", "figcaption",
  ]

  private static let tableParts: Set<String> = ["table", "tr", "td", "th"]

  private mutating func apply(_ tag: HTMLTag) {
    if grid != nil, MarkdownFromHTML.tableParts.contains(tag.name) { return part(tag) }
    if out.isInCell, MarkdownFromHTML.breaks.contains(tag.name) { return out.breakCell() }
    switch tag.name {
    case "br": out.breakLine()
    case "hr": out.rule()
    case "p", "div", "section", "article", "header", "footer", "figure", "center", "dl", "dt", "form", "details",
      "main", "address", "table", "caption":
      out.breakParagraph()
    case "dd", "summary", "tr", "figcaption": out.breakLine()
    case "td", "th": if !tag.isEnd { out.cell() }
    case "ul", "ol": tag.isEnd ? out.endList() : out.beginList(isNumbered: tag.name == "ol")
    case "li": tag.isEnd ? out.breakParagraph() : out.beginItem()
    case "blockquote": tag.isEnd ? out.endQuote() : out.beginQuote()
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let level = Int(tag.name.utf8.last ?? 0x31) - 0x30
      tag.isEnd ? out.endHeading() : out.beginHeading(max(topHeading, level))
    case "b", "strong": out.emphasis("**", isEnd: tag.isEnd)
    case "i", "em", "cite": out.emphasis("*", isEnd: tag.isEnd)
    case "code", "tt", "kbd": out.code(isEnd: tag.isEnd)
    case "pre": tag.isEnd ? out.endFence() : out.beginFence()
    case "a": tag.isEnd ? out.endLink() : out.beginLink(tag.attribute("href", in: bytes).flatMap(resolve))
    case "img": image(tag)
    case "script", "style", "head", "title":
      guard !tag.isEnd else { return }
      skip(past: "</\(tag.name)")
      skip(past: ">")
    default: break
    }
  }

  /// A part of a table whose rows are lines of cells, all as wide as the table.
  private mutating func part(_ tag: HTMLTag) {
    switch tag.name {
    case "table":
      endRow()
      out.breakParagraph()
      grid = TableGrid()
    case "tr":
      endRow()
    default:
      guard !tag.isEnd else { return }
      if grid?.isInRow == true { fillRow() } else { out.breakLine() }
      let above = grid?.begin(
        columns: tag.attribute("colspan", in: bytes).flatMap { Int($0) } ?? 1,
        rows: tag.attribute("rowspan", in: bytes).flatMap { Int($0) } ?? 1)
      add(above ?? [])
      out.cell()
    }
  }

  /// The cells that others cover, up to the next that the row has of its own.
  private mutating func fillRow() {
    grid?.keep(out.cellText)
    add(grid?.covered() ?? [])
  }

  private mutating func add(_ cells: [String]) {
    for cell in cells {
      out.cell()
      if !cell.isEmpty { out.add(raw: cell) }
    }
  }

  private mutating func endRow() {
    guard grid?.isInRow == true else { return }
    fillRow()
    add(grid?.end() ?? [])
    out.endRow()
  }

  private mutating func image(_ tag: HTMLTag) {
    guard let source = tag.attribute("src", in: bytes).flatMap(resolve) else { return }
    out.image(alternative: HiddenCharacter.madeVisible(tag.attribute("alt", in: bytes) ?? ""), address: source)
  }
}
