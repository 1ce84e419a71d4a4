import Agenda
import Markup

/// What stands behind a time: a title, with what people put into the same line.
struct WrittenTitle {
  /// Without any of what follows; plain.
  private(set) var title: String
  private(set) var people: [PersonDraft] = []
  private(set) var room: String?
  private(set) var isPlaceUnknown = false
  private(set) var marks: [WrittenWords.Mark] = []
  /// Where words of it lead.
  private(set) var links: [SessionDraft.Link] = []

  /// - Parameters:
  ///   - markdown: what stands there.
  ///   - rooms: those that are known by name.
  ///   - hasByline: people may be named at its end; false where they have a place of their own.
  ///   - hasPlace: the same of rooms.
  init(_ markdown: some StringProtocol, rooms: Set<String> = [], hasByline: Bool = true, hasPlace: Bool = true) {
    title = WrittenTitle.plain(markdown, &marks)
    if markdown.utf8.place(of: "](".utf8) != nil {
      links = PlainFromMarkdown.links(String(markdown)).map { SessionDraft.Link(title: $0.label, url: $0.url) }
    }
    // What is longer is a text, and is not looked through again and again.
    var changed = title.utf8.count <= 400
    while changed {
      changed = takeBrackets(rooms, hasPlace) || (hasPlace && takePlace())
      if hasByline, let (head, names) = WrittenNames.byline(title) {
        title = head
        people = names + people
        changed = true
      }
    }
  }

  /// The words of a line of Markdown.
  static func plain(_ markdown: some StringProtocol) -> String {
    var marks: [WrittenWords.Mark] = []
    return plain(markdown, &marks)
  }

  private static func plain(_ markdown: some StringProtocol, _ marks: inout [WrittenWords.Mark]) -> String {
    var text = String(markdown).trimmingBlanks
    guard text.utf8.contains(where: { "\\*_`[<&~".utf8.contains($0) }) else { return text }
    text = text.withoutOpenAddresses
    if text.hasPrefix("~~"), text.dropFirst(2).contains("~~") { marks.append(.cancelled) }
    // A sign whose fellow stands before the time, or on another line.
    if !text.utf8.contains(UInt8(ascii: "\\")) {
      for sign in ["**", "__"] where text.parts(sign) % 2 == 1 { text = text.without(sign) }
      let isAtEdge = text.first == "*" || text.last == "*"
      if isAtEdge, text.parts("*") % 2 == 1 { text = text.without("*") }
    }
    return PlainFromMarkdown.text(text, hasAddresses: false).split(separator: "\n").joined(separator: " ")
      .trimmingBlanks
  }

  /// Takes a bracket at the end that says something; false where there is none, or it is a part of the title.
  private mutating func takeBrackets(_ rooms: Set<String>, _ hasPlace: Bool) -> Bool {
    guard let last = title.last, last == ")" || last == "]", let open = title.lastIndex(of: last == ")" ? "(" : "["),
      open > title.startIndex
    else { return false }
    let inside = String(title[title.index(after: open)...].dropLast()).trimmingBlanks
    if let mark = WrittenWords.mark(inside) {
      marks.append(mark)
    } else if !hasPlace {
      return false
    } else if rooms.contains(inside) || WrittenTitle.namesRoom(inside) {
      room = room ?? inside
    } else if WrittenWords.isUnknownPlace(inside) {
      isPlaceUnknown = true
    } else if let (label, value) = WrittenWords.labelled(inside[...]), label == .room || label == .place {
      room = room ?? String(value)
    } else {
      return false
    }
    title = String(title[..<open]).trimmingBlanks
    return true
  }

  /// Takes ` @ Hall` from the end.
  private mutating func takePlace() -> Bool {
    guard let place = title.utf8.lastIndex(of: UInt8(ascii: "@")), place > title.startIndex,
      title[title.index(before: place)] == " "
    else { return false }
    let name = String(title[title.index(after: place)...]).trimmingBlanks
    guard !name.isEmpty, name.utf8.count <= 80, title[..<place].contains(where: \.isLetter) else { return false }
    if WrittenWords.isUnknownPlace(name) { isPlaceUnknown = true } else { room = room ?? name }
    title = String(title[..<place]).trimmingBlanks
    return true
  }

  /// `Room 12`, `Salle B`, `Main Hall`.
  static func namesRoom(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...5).contains(words.count), text.utf8.count <= 60 else { return false }
    return WrittenWords.label(words[0]) == .room || WrittenWords.label(words[words.count - 1]) == .room
  }

  /// Puts it into a session, which may know some of it already.
  func apply(to session: inout SessionDraft) {
    if session.title == nil, !title.isEmpty { session.title = Text(title) }
    session.place.session = session.title?.variants.first?.string
    session.people += people
    session.links += links
    if session.room == nil { session.room = room }
    if isPlaceUnknown, session.room == nil { session.location = WritingWords.Mark.toBeAnnounced }
    for mark in marks { session.apply(mark) }
  }
}

extension SessionDraft {
  mutating func apply(_ mark: WrittenWords.Mark) {
    switch mark {
    case .optional: isOptional = true
    case .tentative: status = status ?? .tentative
    case .cancelled: status = .cancelled
    case .rule(let rule): attribution = max(attribution ?? rule, rule)
    }
  }
}

extension String {
  /// How often a sign stands in it.
  fileprivate func parts(_ sign: String) -> Int {
    var count = 0
    var rest = utf8[...]
    while let place = rest.place(of: sign.utf8) {
      count += 1
      rest = rest[place.upperBound...]
    }
    return count
  }

  /// With nothing for the address of a link that is none of Markdown's, as what templates fill in: `[Talk]({{ site }}/a b)`.
  fileprivate var withoutOpenAddresses: String {
    var (result, rest) = ("", self[...])
    while let open = rest.utf8.place(of: "](".utf8) {
      var depth = 1
      let close = rest[open.upperBound...].firstIndex { sign in
        depth += sign == "(" ? 1 : sign == ")" ? -1 : 0
        return depth == 0
      }
      guard let close else { break }
      let address = rest[open.upperBound..<close]
      let isOpen = address.contains("{") || address.contains(" ") && !address.contains("\"") && address.first != "<"
      result += rest[..<open.upperBound] + (isOpen ? "" : address)
      rest = rest[close...]
    }
    return result + rest
  }

  fileprivate func without(_ sign: String) -> String {
    var result = ""
    var rest = self[...]
    while let place = rest.utf8.place(of: sign.utf8) {
      result += rest[..<place.lowerBound]
      rest = rest[place.upperBound...]
    }
    return result + rest
  }
}
