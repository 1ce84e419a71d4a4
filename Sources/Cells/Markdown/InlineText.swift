/// The running text of a block while its parts are read.
struct InlineText {
  private(set) var spans: [Span] = []
  /// The role of text that nothing in it marks.
  var base: TextRole = .body
  /// Attributes of all text of the block.
  var attributes: Style.Attributes = []

  /// Whether a line of the source has ended and nothing has followed yet.
  private var endsLine = false
  private var emphases = 0
  private var strongs = 0
  private var deletions = 0
  /// The links and images that are open, with the places in `spans` where their labels begin.
  private var open: [(link: Int?, start: Int, isImage: Bool)] = []

  mutating func begin(_ role: TextRole, _ attributes: Style.Attributes = []) {
    self = InlineText()
    base = role
    self.attributes = attributes
  }

  private var role: TextRole {
    if let last = open.last { return last.isImage ? .image : .link }
    if base == .heading1 || base == .heading2 || base == .heading3 || base == .tableHeader { return base }
    if deletions > 0 { return .deleted }
    if strongs > 0 { return .strong }
    return emphases > 0 ? .emphasis : base
  }

  private var looks: Style.Attributes {
    var all = attributes
    if emphases > 0 { all.insert(.italic) }
    if strongs > 0 { all.insert(.bold) }
    return all
  }

  mutating func add(_ text: String, role: TextRole? = nil) {
    guard !text.isEmpty else { return }
    if endsLine {
      endsLine = false
      if !WideBreaks.joins(spans.last?.text.unicodeScalars.last, text.unicodeScalars.first) { add(" ") }
    }
    let span = Span(text, role: role ?? self.role, attributes: looks, link: open.last?.link)
    // A label begins a span of its own, so that its text can be told later.
    if let last = spans.last, last.looksLike(span), open.last?.start != spans.count {
      spans[spans.count - 1].text += text
    } else {
      spans.append(span)
    }
  }

  /// The end of a line in the source: a space, but nothing between two characters of a script without spaces.
  mutating func addLineEnd() { endsLine = true }

  mutating func openEmphasis() { emphases += 1 }
  mutating func closeEmphasis() { emphases -= 1 }
  mutating func openStrong() { strongs += 1 }
  mutating func closeStrong() { strongs -= 1 }

  // Few terminals can strike text out, so it carries a sign.
  mutating func openDeletion() {
    deletions += 1
    add("~")
  }
  mutating func closeDeletion() {
    add("~")
    deletions -= 1
  }

  mutating func openLink(_ number: Int?, isImage: Bool = false) {
    // The space before a link is no part of its label.
    if endsLine {
      endsLine = false
      add(" ")
    }
    open.append((number, spans.count, isImage))
  }

  /// Ends the innermost link, puts its number behind it and gives its label.
  mutating func closeLink() -> String {
    guard let closed = open.last else { return "" }
    let label = spans[min(closed.start, spans.count)...].reduce(into: "") { $0 += $1.text }
    if let number = closed.link { add("\u{A0}[\(number)]", role: .linkNumber) }
    open.removeLast()
    return label
  }

  /// Ends the block and gives its spans.
  mutating func finish() -> [Span] {
    defer { begin(.body) }
    return spans
  }
}
