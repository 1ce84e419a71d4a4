import Agenda
import Cells
import Messages
import Notes

/// Changes as lines: old beside new, with the words that differ marked by signs and by their look.
struct ChangeList {
  /// What it is made of.
  struct Made: Equatable {
    var entries: [AgendaNews.Entry]
    var width: Int
    var grades: [Session.ID: Plan.Grade]
    var notes: Int

    init(_ world: World, width: Int) {
      (entries, self.width) = (world.news.entries, width)
      (grades, notes) = (world.stars.plan.grades, world.notes.revision)
    }
  }

  struct Run: Equatable {
    var text: String
    var role: Role
  }

  struct Line: Equatable {
    var indent = 1
    var runs: [Run]
    /// Index into the entries; nil for a heading.
    var entry: Int?
    var isFirst = false
  }

  /// In the order in which they are shown.
  private(set) var entries: [AgendaNews.Entry] = []
  private(set) var lines: [Line] = []

  /// Scalars of a piece that are shown: a text that is gone whole is no news in full.
  private static let pieceLimit = 400

  init() {}

  init(_ made: Made, _ world: World) {
    let own = made.entries.filter(world.isOwn)
    var heading = ""
    func add(_ entry: AgendaNews.Entry, under words: Message, isDated: Bool) {
      let text = world.text(words)
      if text != heading {
        if !lines.isEmpty { lines.append(Line(runs: [])) }
        lines.append(Line(runs: [Run(text: fitted(text, width: max(1, made.width - 2)), role: .heading)]))
        heading = text
      }
      self.add(entry, isDated: isDated, width: made.width, world)
    }
    for entry in own { add(entry, under: Message("Starred and noted"), isDated: true) }
    for entry in made.entries where !world.isOwn(entry) {
      let things = entry.heading.isEmpty ? Message("The conference") : Message("Rooms, people and documents")
      add(entry, under: entry.day.map { .day($0) } ?? things, isDated: false)
    }
  }

  /// The lines of an entry.
  func lines(of entry: Int) -> Range<Int> {
    guard let first = lines.firstIndex(where: { $0.entry == entry }) else { return 0..<0 }
    return first..<(lines.lastIndex { $0.entry == entry } ?? first) + 1
  }

  func entry(at line: Int) -> Int? { lines.indices.contains(line) ? lines[line].entry : nil }

  private mutating func add(_ entry: AgendaNews.Entry, isDated: Bool, width: Int, _ world: World) {
    let index = entries.count
    entries.append(entry)
    var isFirst = true
    func put(_ runs: [Run], indent: Int) {
      for line in ChangeList.wrapped(runs, width: max(4, width - indent - 1)) {
        lines.append(Line(indent: isFirst ? 1 : indent, runs: line, entry: index, isFirst: isFirst))
        isFirst = false
      }
    }
    if !entry.heading.isEmpty {
      let ids = [entry.new, entry.old].compactMap(\.self)
      let star = ids.map { world.signs.star(of: $0).text }.first { $0 != " " } ?? " "
      let note = ids.contains { world.notes.texts[.session($0)] != nil } ? (world.isASCII ? "." : "•") : " "
      let day = isDated ? entry.day.map { world.text(.shortDay($0)) + " " } ?? "" : ""
      let title = Run(text: day + entry.heading, role: entry.new == nil && entry.old != nil ? .cancelled : .title)
      put([Run(text: star + note, role: .sign), title], indent: 4)
    }
    for row in entry.rows {
      let label = world.text(row.label)
      let values = ChangeList.runs(row.pieces, isASCII: world.isASCII)
      // With a label of its own, an aspect of the conference begins its entry.
      put([Run(text: values.isEmpty ? label : label + ":", role: .dim)] + values, indent: isFirst ? 1 : 6)
    }
    if entry.isDoubtful, world.isOwn(entry) {
      let words = Message("Is it the same? %1$s: yes, star and note go with it; %2$s: no", "y", "n")
      put([Run(text: world.text(words), role: .warning)], indent: 6)
    }
  }

  /// What is gone stands in `[-…-]`, what has come in `{+…+}`, and where one value takes the place of another there is an
  /// arrow between them, as in `plenary changes`.
  private static func runs(_ pieces: [WordChanges.Piece], isASCII: Bool) -> [Run] {
    func text(_ piece: WordChanges.Piece) -> String { Excerpt.of(piece.text, limit: pieceLimit) }
    switch pieces.map(\.kind) {
    case [.gone, .come]:
      return [
        Run(text: text(pieces[0]), role: .dim), Run(text: isASCII ? "->" : "→", role: .text),
        Run(text: text(pieces[1]), role: .sign),
      ]
    case [.come]: return [Run(text: text(pieces[0]), role: .sign)]
    default:
      return pieces.map { piece in
        switch piece.kind {
        case .same: Run(text: text(piece), role: .text)
        case .gone: Run(text: "[-\(text(piece))-]", role: .dim)
        case .come: Run(text: "{+\(text(piece))+}", role: .sign)
        }
      }
    }
  }

  /// Runs, with a blank between them, set in lines of so many columns.
  private static func wrapped(_ runs: [Run], width: Int) -> [[Run]] {
    var lines: [[Run]] = []
    var (line, used): ([Run], Int) = ([], 0)
    for run in runs {
      // The signs before a heading keep their blanks.
      let words =
        run.role == .sign && line.isEmpty && lines.isEmpty && run.text.utf8.count < 5
        ? [run.text] : run.text.split(separator: " ").map(String.init)
      for word in words.flatMap({ displayWidth($0) > width ? wrap($0, width: width) : [$0] }) {
        let length = displayWidth(word)
        if used > 0, used + 1 + length > width {
          lines.append(line)
          (line, used) = ([], 0)
        }
        if used > 0, let last = line.indices.last {
          if line[last].role == run.role {
            line[last].text += " " + word
          } else {
            line[last].text += " "
            line.append(Run(text: word, role: run.role))
          }
          used += 1 + length
        } else {
          line.append(Run(text: word, role: run.role))
          used += length
        }
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
