import Agenda
import Markup
import Times

extension OutlineReader {
  /// What a section is of, by its heading.
  private enum Subject {
    case about, people, background, documents
  }

  private static func subject(of heading: String) -> Subject? {
    switch heading.lowercased() {
    case "about this conference", "à propos de cette conférence", "about", "à propos", "über": .about
    case "people", "personnes", "speakers", "intervenants", "intervenantes et intervenants", "referenten", "personen":
      .people
    case "background", "contexte", "previous meetings", "réunions précédentes", "hintergrund": .background
    case "documents", "dokumente": .documents
    default: nil
    }
  }

  /// Puts what stands around the days in its place: who people are, earlier meetings, documents, and the rest as one.
  func finish() {
    var rest = takeAbout(head)
    var index = 0
    let parts = sections
    while index < parts.count {
      let part = parts[index]
      var end = index + 1
      while end < parts.count, parts[end].level > part.level, parts[end].heading != nil { end += 1 }
      let inner = OutlineReader.together(parts[(index + 1)..<end])
      index = end
      switch part.heading.flatMap({ OutlineReader.subject(of: WrittenTitle.plain($0.text)) }) {
      case .about: draft.about = Text(OutlineReader.text(of: [part] + inner, withHeading: false))
      case .people:
        // A life may have headings of its own.
        takePeople(part.lines + inner.flatMap { ($0.heading.map { [$0] } ?? []) + $0.lines })
      case .background where !inner.isEmpty: for part in inner { takeMeeting(part) }
      case .documents where !inner.isEmpty: for part in inner { takeDocument(part) }
      case .background, .documents, nil:
        if part.heading == nil, part.lines.allSatisfy({ $0.isBlank || OutlineReader.isEmptyDay($0) }) { continue }
        rest += [OutlineLine("", number: 0)] + (part.heading.map { [$0] } ?? []) + part.lines
        for part in inner { rest += (part.heading.map { [$0] } ?? []) + part.lines }
      }
    }
    findMeetings(in: rest)
    takeRest(rest)
    nameKnownPeople()
    for index in draft.sessions.indices { draft.sessions[index].judge(isLast: draft.isLastOfDay(index), log) }
  }

  /// The highest of these sections, each with those below it as a part of its text.
  private static func together(_ parts: ArraySlice<OutlineSection>) -> [OutlineSection] {
    let top = parts.map(\.level).min() ?? 0
    var result: [OutlineSection] = []
    for part in parts {
      if part.level == top || result.isEmpty {
        result.append(part)
      } else {
        result[result.count - 1].lines += (part.heading.map { [$0] } ?? []) + part.lines
      }
    }
    return result
  }

  private static func isEmptyDay(_ line: OutlineLine) -> Bool {
    ["No sessions on this day.", "Pas de séances ce jour-là."].contains(String(line.text)) || line.isQuote
  }

  /// The part of the head under a heading that says what the conference is about.
  private func takeAbout(_ lines: [OutlineLine]) -> [OutlineLine] {
    guard
      let start = lines.firstIndex(where: {
        $0.isHeading && OutlineReader.subject(of: WrittenTitle.plain($0.text)) == .about
      }),
      let level = lines[start].level
    else { return lines }
    let end = lines[(start + 1)...].firstIndex { ($0.level ?? 7) <= level } ?? lines.count
    draft.about = Text(OutlineText.joined(lines[(start + 1)..<end].map(\.raw)))
    return Array(lines[..<start] + lines[end...])
  }

  private static func text(of parts: [OutlineSection], withHeading: Bool) -> String {
    var lines: [Substring] = []
    for (index, part) in parts.enumerated() {
      if index > 0 || withHeading, let heading = part.heading { lines.append(heading.raw) }
      lines += part.lines.map(\.raw)
    }
    return OutlineText.joined(lines)
  }

  /// `- **Name**, role, affiliation` and, indented below it, what they have done.
  private func takePeople(_ lines: [OutlineLine]) {
    var person: PersonDraft?
    var bio: [Substring] = []
    func flush() {
      guard var known = person else { return }
      let text = OutlineText.joined(bio)
      known.bio = text.isEmpty ? nil : Text(text)
      draft.people.append(known)
      (person, bio) = (nil, [])
    }
    for line in lines {
      let isIndented = line.raw.first == " " || line.raw.first == "\t"
      if line.isBullet, !isIndented {
        flush()
        var text = line.text
        var name = WrittenTitle.plain(text.prefix { $0 != "," })
        if text.hasPrefix("**"), let close = text.dropFirst(2).utf8.place(of: "**".utf8) {
          name = WrittenTitle.plain(text.dropFirst(2)[..<close.lowerBound])
          text = text[close.upperBound...]
        } else {
          text = text.dropFirst(text.prefix { $0 != "," }.count)
        }
        var known = PersonDraft(name: name)
        let facts = WrittenTitle.plain(text.drop { $0 == "," || $0 == " " || $0 == ":" || $0 == "–" || $0 == "—" })
        known.affiliation = facts.isEmpty ? nil : facts
        person = name.isEmpty ? nil : known
      } else if person != nil {
        bio.append(line.raw.drop { $0 == " " || $0 == "\t" })
      }
    }
    flush()
  }

  private func takeMeeting(_ part: OutlineSection) {
    guard let heading = part.heading else { return }
    var meeting: MeetingDraft?
    var rest: [Substring] = []
    for line in part.lines {
      if meeting == nil, line.isItalic {
        let plain = WrittenTitle.plain(line.text)
        let parts = plain.split(separator: ",").map { String($0).trimmingBlanks }
        if parts.count > 1, let date = OutlineReader.partialDate(parts[1]) {
          let launch = parts[0].lowercased()
          let isLaunch = launch.hasPrefix("launch") || launch.hasPrefix("conférence de lancement")
          meeting = MeetingDraft(
            title: WrittenTitle.plain(heading.text), kind: isLaunch ? .launch : .workshop, date: date)
          meeting?.place = parts.count > 2 ? parts[2...].joined(separator: ", ") : nil
          continue
        }
      }
      if meeting != nil, line.text.hasPrefix("**"), let close = line.text.dropFirst(2).utf8.place(of: "**: ".utf8) {
        let text = Text(WrittenTitle.plain(line.text[close.upperBound...]))
        switch line.text.dropFirst(2)[..<close.lowerBound] {
        case "Who took part", "Participants": meeting?.participants = text
        case "What it was about", "Sujet": meeting?.focus = text
        case "What it led to", "Résultats": meeting?.outcome = text
        default: rest.append(line.raw)
        }
        continue
      }
      rest.append(line.raw)
    }
    guard var meeting else { return takeDocument(part) }
    let text = OutlineText.joined(rest)
    meeting.text = text.isEmpty ? nil : Text(text)
    draft.meetings.append(meeting)
  }

  /// `2016`, `June 2016` or `14 June 2016`.
  static func partialDate(_ text: String) -> PartialDate? {
    if let date = DateLine(text)?.dates.first, let year = date.year {
      return PartialDate(year: year, month: date.month, day: date.day)
    }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
    guard let year = words.last.flatMap({ Int($0) }), (1_900...2_200).contains(year), words.count <= 2 else {
      return nil
    }
    if words.count == 1 { return PartialDate(year: year) }
    return DateWords.month(words[0]).flatMap { PartialDate(year: year, month: $0) }
  }

  private func takeDocument(_ part: OutlineSection) {
    guard let heading = part.heading else { return }
    var lines = part.lines
    var document = DocumentDraft(title: WrittenTitle.plain(heading.text), text: Text(""))
    if let first = lines.firstIndex(where: { !$0.isBlank }), lines[first].isItalic, lines[first].text.utf8.count <= 60 {
      document.kind = WrittenTitle.plain(lines[first].text)
      lines.removeSubrange(...first)
    }
    let text = OutlineText.joined(lines.map(\.raw))
    guard !text.isEmpty else { return }
    document.text = Text(text)
    draft.documents.append(document)
  }

  /// What is left becomes a document where it is more than a few words.
  private func takeRest(_ lines: [OutlineLine]) {
    var lines = lines
    var title: String?
    // `Concept Note`, alone above the text.
    if let first = lines.firstIndex(where: { !$0.isBlank && !$0.isRule && !$0.isHeading }),
      lines[first].text.utf8.count <= 60,
      lines[first].text.last.map({ $0.isLetter || $0.isNumber }) ?? false
    {
      title = WrittenTitle.plain(lines[first].text)
      lines.remove(at: first)
    }
    let text = OutlineText.joined(lines.map(\.raw))
    guard lines.contains(where: { $0.text.utf8.count > 80 || ($0.text.last == "." && $0.text.utf8.count > 30) }) else {
      return
    }
    draft.documents.append(
      DocumentDraft(title: title ?? ReadingWords.restOfText, kind: title?.lowercased(), text: Text(text)))
  }

  /// Paragraphs that tell of a meeting held before: its month, its place, and which of a series it was.
  private func findMeetings(in lines: [OutlineLine]) {
    guard draft.meetings.isEmpty, let first = (draft.days.map(\.date) + draft.sessions.compactMap(\.listedDay)).min()
    else { return }
    for line in lines where line.text.utf8.count > 80 {
      let plain = WrittenTitle.plain(line.text)
      guard let meeting = OutlineMeeting(plain, before: first) else { continue }
      draft.meetings.append(meeting.draft)
    }
  }

  // What is known only at the end

  /// Whoever takes part somewhere is known by name where a text says that something comes from them.
  private func nameKnownPeople() {
    let whole = Set(draft.people.map(\.name))
    for index in draft.sessions.indices {
      for (place, person) in draft.sessions[index].people.enumerated() {
        // `Liv (she/her)` is a name where a list of people has it.
        guard let role = person.role,
          let name = ["\(person.name) (\(role))", "\(person.name) ( \(role) )"].first(where: whole.contains)
        else { continue }
        draft.sessions[index].people[place] = PersonDraft(name: name)
      }
    }
    let names = Set(draft.sessions.flatMap { $0.people.map(\.name) }).filter { WrittenNames.isName($0) }
    guard !names.isEmpty, names.count <= 400 else { return }
    let sorted = names.sorted()
    for index in draft.sessions.indices {
      guard let text = draft.sessions[index].description?.string(for: []), text.utf8.count <= 4_000,
        text.has(part: "from ") || text.has(part: "by ")
      else { continue }
      let named = sorted.filter { name in
        guard let place = text.utf8.place(of: name.utf8) else { return false }
        let words = text[..<place.lowerBound].split { $0 == " " || $0 == "\n" }.suffix(4)
        return words.contains("from") || words.contains("by")
      }
      draft.sessions[index].addPeople(named.map { PersonDraft(name: $0) })
    }
  }
}
