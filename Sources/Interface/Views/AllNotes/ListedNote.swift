import Agenda
import Catalogue
import Messages
import Notes

/// A note as the view of all notes has it: what it is about, and its lines.
struct ListedNote: Equatable, Sendable {
  /// A mark, or an ordinary line.
  struct Line: Equatable, Sendable {
    /// From 1, in the note.
    var number: Int
    var text: String
    var mark: NoteMark?
    /// What has become of the paragraph that it begins to write about; empty where that is as it was.
    var fate = ""
  }

  var target: Subject
  var title: String
  /// Who wrote it, where it is a colleague's; empty where it is the user's own.
  var author = ""
  /// `Mon 4 09:00`, or what else it is.
  var time: String
  /// The day of the conference that its session is on.
  var day: Int?
  /// What it is about is not in the agenda any more.
  var isGone = false
  var lines: [Line]
  /// How many of them stand twice, since another program has changed them too.
  var conflicts = 0

  /// The lines of a text that say something; a mark is one, however many lines it goes on for.
  static func lines(of text: String, on subject: Subject, _ world: World) -> [Line] {
    let noted = NotedParagraphs(text, on: subject, world)
    let marks = NoteMark.all(in: text)
    var next = marks.startIndex
    var lines: [Line] = []
    var number = 0
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if noted.anchors.definitions.contains(number) { continue }
      while next < marks.endIndex, marks[next].lines.upperBound < number { next += 1 }
      if next < marks.endIndex, marks[next].lines.contains(number) {
        if number == marks[next].lines.lowerBound {
          lines.append(Line(number: number, text: marks[next].text, mark: marks[next]))
        }
        continue
      }
      let content = raw.drop { $0 == " " }
      guard !content.isEmpty, !RuleLine.isOne(content) else { continue }
      let fate = ParagraphLabel.read(raw).flatMap { noted.words(of: $0.label) }
      lines.append(Line(number: number, text: String(content), mark: nil, fate: fate.map(world.text) ?? ""))
    }
    return lines
  }

  /// All notes: on sessions in the order of time, on meetings, on documents, and on what is gone.
  static func all(_ world: World) -> [ListedNote] {
    let catalogue = world.catalogue
    let meetings = catalogue.meetings()
    let documents = catalogue.documents()
    var found: [(rank: Int, time: Int64, place: Int64, note: ListedNote)] = []
    let own = world.notes.texts.map { (target: $0.key, text: $0.value, author: "") }
    let others = world.notes.colleagues.values.joined().map { (target: $0.target, text: $0.text, author: $0.author) }
    for (target, text, author) in own + others {
      let lines = lines(of: text, on: target, world)
      if lines.isEmpty { continue }
      var note = ListedNote(
        target: target, title: "", author: author, time: "", lines: lines, conflicts: NoteConflict.count(in: text))
      switch target {
      case .session(let id):
        guard let row = catalogue.sessionRow(id) else { break }
        (note.title, note.time, note.day) = (row.title, world.times.short(row), row.day)
        found.append((0, row.start.seconds, row.row, note))
        continue
      case .meeting(let id):
        guard let place = meetings.firstIndex(where: { $0.id == id }) else { break }
        (note.title, note.time) = (meetings[place].title, world.text(Message("Earlier meeting")))
        found.append((1, 0, Int64(place), note))
        continue
      case .document(let id):
        guard let place = documents.firstIndex(where: { $0.id == id }) else { break }
        (note.title, note.time) = (documents[place].title, world.text(Message("Document")))
        found.append((2, 0, Int64(place), note))
        continue
      case .conference, .person, .room: continue
      }
      (note.title, note.time) = (world.notes.titles[target] ?? target.id, world.text(Message("Without a session")))
      note.isGone = true
      found.append((3, 0, 0, note))
    }
    return found.sorted { a, b in
      (a.rank, a.time, a.place, a.note.title, a.note.author) < (b.rank, b.time, b.place, b.note.title, b.note.author)
    }.map(\.note)
  }
}
