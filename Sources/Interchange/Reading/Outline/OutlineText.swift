import Agenda
import Markup

/// What stands below a session: who, where, its points, and what it is about.
struct OutlineText {
  private let lines: [OutlineLine]
  private let rooms: Set<String>
  private var details: [Substring] = []
  /// Lines right below the title that are neither facts nor sentences.
  private var loose: [OutlineLine] = []
  private var label: WrittenWords.Label?
  /// The line of the label, and where it would stand in the text: it belongs there where no list follows.
  private var labelLine: (raw: Substring, place: Int)?
  /// Those of a list below its label.
  private var listed: [PersonDraft] = []
  /// A table has its facts already: what looks like one in a text is its own.
  private let isTabled: Bool

  init(_ lines: [OutlineLine], rooms: Set<String>, isTabled: Bool = false) {
    (self.lines, self.rooms, self.isTabled) = (lines, rooms, isTabled)
  }

  mutating func read(into session: inout SessionDraft) {
    var isAttached = true
    for line in lines {
      if line.isBlank || line.isRule {
        isAttached = false
        if !line.isRule || !(details.last?.isEmpty ?? true) { details.append(line.isRule ? "" : line.raw) }
        if label == nil || line.isRule { continue }
        continue
      }
      if line.isCode {
        details.append(line.raw)
        continue
      }
      if session.title == nil {
        WrittenTitle(line.text, rooms: rooms).apply(to: &session)
        continue
      }
      if let label, takesList(line, label, &session) {
        labelLine = nil
        continue
      }
      endLabel()
      if takesFact(line, isAttached: isAttached, &session) { continue }
      if isAttached, isLoose(line) {
        loose.append(line)
      } else {
        isAttached = false
      }
      details.append(line.raw)
    }
    endLabel()
    session.addPeople(listed)
  }

  private mutating func endLabel() {
    if let (raw, place) = labelLine { details.insert(raw, at: place) }
    (label, labelLine) = (nil, nil)
  }

  /// Lines of a list whose label stands above: people, items, links.
  private mutating func takesList(_ line: OutlineLine, _ label: WrittenWords.Label, _ session: inout SessionDraft)
    -> Bool
  {
    let text: Substring
    if line.isBullet {
      text = line.text
    } else if let dot = line.text.firstIndex(where: { $0 == "." || $0 == ")" }), dot > line.text.startIndex,
      line.text[..<dot].allSatisfy(\.isNumber)
    {
      text = line.text[line.text.index(after: dot)...].drop { $0 == " " }
    } else {
      return false
    }
    // The list says better than a line or a cell who they are.
    if label == .people, labelLine != nil { (session.people, listed) = ([], []) }
    switch label {
    case .people: listed += [WrittenNames.person(WrittenTitle.plain(text))].compactMap(\.self)
    case .items:
      var title = WrittenTitle.plain(text)
      var people: [PersonDraft] = []
      if let dash = title.range(ofDash: " — ") {
        people = WrittenNames.list(title[dash.upperBound...])
        title = String(title[..<dash.lowerBound])
      }
      session.items.append(.init(title: title, people: people))
    case .documents, .background: session.references.append(WrittenTitle.plain(text))
    case .links: session.links.append(SessionDraft.Link(written: text))
    case .attachments: session.attachments.append(SessionDraft.Link(written: text))
    case .title, .start, .end, .time, .date, .length, .room, .place, .track, .text, .language, .type, .id, .status,
      .optional, .rule, .url, .ignored:
      return false
    }
    return true
  }

  /// A line that says one thing of the session by its label, or by its words.
  ///
  /// - Parameter isAttached: it stands right below the title; further down, "TBA" is of something else.
  private mutating func takesFact(_ line: OutlineLine, isAttached: Bool, _ session: inout SessionDraft) -> Bool {
    if !isTabled, isAttached || line.isItalic || WrittenWords.namesPlace(line.text),
      WrittenWords.isUnknownPlace(line.text)
    {
      if session.room == nil { session.location = WritingWords.Mark.toBeAnnounced }
      return true
    }
    let bare = line.text.last == ":" ? line.text.dropLast().drop { $0 == "*" } : line.text
    if line.level == 7 || line.text.last == ":",
      let found = WrittenWords.label(bare.filter { $0 != "*" && $0 != "\u{A0}" }.trimmingEnd)
    {
      switch found {
      case .people, .items, .documents, .background, .links, .attachments:
        (label, labelLine) = (found, (line.raw, details.count))
        return true
      case .title, .start, .end, .time, .date, .length, .room, .place, .track, .text, .language, .type, .id, .status,
        .optional, .rule, .url, .ignored:
        break
      }
    }
    if !isTabled, line.text.utf8.count <= 400, let (found, value) = WrittenWords.labelled(line.text), !value.isEmpty {
      return take(found, WrittenTitle.plain(value), &session)
    }
    if line.isItalic,
      line.text.contains(" · ") || WrittenWords.mark(line.text) != nil || isFact(String(line.text), session)
    {
      return takesFacts(line, &session)
    }
    if isTabled { return false }
    for word in ["by ", "By ", "par ", "Par ", "With ", "with ", "Avec ", "avec "] where line.text.hasPrefix(word) {
      let people = WrittenNames.list(WrittenTitle.plain(line.text.dropFirst(word.count)))
      guard !people.isEmpty, people.allSatisfy({ WrittenNames.isName($0.name) }) else { continue }
      session.addPeople(people)
      return true
    }
    if let mark = WrittenWords.mark(line.text.trimmingBrackets) {
      session.apply(mark)
      return true
    }
    return false
  }

  private mutating func take(_ label: WrittenWords.Label, _ value: String, _ session: inout SessionDraft) -> Bool {
    switch label {
    case .room, .place:
      if WrittenWords.isUnknownPlace(value) {
        session.location = WritingWords.Mark.toBeAnnounced
      } else {
        session.room = value
      }
    case .people: session.addPeople(WrittenNames.list(value))
    case .track: session.track = value
    case .language: session.language = value
    case .type: session.type = value
    case .url:
      session.pages.append(
        .init(title: ReadingWords.sessionPage, url: String(value.drop { $0 == "<" }.prefix { $0 != ">" })))
    case .rule:
      guard let rule = WrittenWords.rule(in: value) else { return false }
      session.apply(.rule(rule))
    case .status:
      guard let mark = WrittenWords.mark(value) else { return false }
      session.apply(mark)
    case .title, .start, .end, .time, .date, .length, .text, .id, .optional, .items, .documents, .background, .links,
      .attachments, .ignored:
      return false
    }
    return true
  }

  private func isFact(_ text: String, _ session: SessionDraft) -> Bool {
    text == session.room || text == session.location || text == session.track || rooms.contains(text)
  }

  /// `*Hall · Main track · Language: fr · Optional*`, as exports write it.
  private mutating func takesFacts(_ line: OutlineLine, _ session: inout SessionDraft) -> Bool {
    let parts = WrittenTitle.plain(line.text).split(separator: "·").map { String($0).trimmingBlanks }
    for (index, part) in parts.enumerated() {
      if let mark = WrittenWords.mark(part) {
        session.apply(mark)
      } else if part == session.room || part == session.location {
        continue
      } else if let (label, value) = WrittenWords.labelled(part[...]), take(label, String(value), &session) {
        continue
      } else if index == 0, session.room == nil, session.location == nil {
        session.room = part
      } else {
        session.track = session.track ?? part
      }
    }
    return true
  }

  private func isLoose(_ line: OutlineLine) -> Bool {
    !line.isItalic && !line.isBullet && line.level == nil && line.text.utf8.count <= 120
      && !".:;!?".contains(line.text.last ?? ".")
      && !(line.text.first?.isLowercase ?? true)
  }

  /// Reads it, and puts it into the session.
  func apply(to session: inout SessionDraft, _ log: ProblemLog) {
    var reading = self
    reading.read(into: &session)
    reading.setTexts(of: &session)
  }

  private mutating func setTexts(of session: inout SessionDraft) {
    let raws = Set(loose.map(\.raw))
    let points = loose.map { WrittenTitle($0.text, rooms: rooms) }
    let isList =
      !isTabled && !points.isEmpty
      && details.allSatisfy { line in line.isEmpty || line.allSatisfy { $0 == " " } || raws.contains(line)
      }
    if isList, points.count > 1 || !points[0].people.isEmpty {
      details = []
      session.items += points.map { .init(title: $0.title, people: $0.people) }
      session.addPeople(
        points.flatMap { point in
          point.people.map { person in
            var person = person
            person.role = person.role ?? point.title
            return person
          }
        })
    }
    // The sentence in bold that exports begin with is the summary.
    if session.abstract == nil, let first = details.firstIndex(where: { !$0.isEmpty }), details[first].hasPrefix("**"),
      details[first].hasSuffix("**"), details[first].utf8.count > 4,
      details[first].dropFirst(2).dropLast(2).utf8.place(of: "**".utf8) == nil
    {
      session.abstract = Text(WrittenTitle.plain(details[first]))
      details[first] = ""
    }
    let text = OutlineText.joined(details)
    guard !text.isEmpty else { return }
    let before = session.description.map { $0.string(for: []) + "\n\n" } ?? ""
    session.description = Text(before + text)
  }

  /// Lines as one text, without blank ones at its ends.
  static func joined(_ lines: [Substring]) -> String {
    let isBlank = { (line: Substring) in line.allSatisfy { $0 == " " || $0 == "\t" } }
    var lines = lines[...]
    while let first = lines.first, isBlank(first) { lines.removeFirst() }
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    // What all lines are indented by says nothing, and would be code in Markdown.
    let indents = lines.filter { !isBlank($0) }.map { $0.prefix { $0 == " " || $0 == "\t" }.count }
    let indent = indents.min() ?? 0
    return lines.map { isBlank($0) ? "" : String($0.dropFirst(indent)) }.joined(separator: "\n")
  }
}
