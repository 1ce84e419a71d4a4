import Agenda
import Catalogue
import Notes

/// A note as the view of all notes has it: what it is about, and its lines.
struct GatheredNote: Equatable, Sendable {
  /// A mark, or an ordinary line.
  struct Line: Equatable, Sendable {
    /// From 1, in the note.
    var number: Int
    var text: String
    var mark: NoteMark?
  }

  var target: Subject
  var title: String
  /// `Mon 4 09:00`, or what else it is.
  var time: String
  /// The day of the conference that its session is on.
  var day: Int?
  /// What it is about is not in the agenda any more.
  var isGone = false
  var lines: [Line]

  /// The lines of a text that say something; a mark is one, however many lines it goes on for.
  static func lines(of text: String) -> [Line] {
    let marks = NoteMark.all(in: text)
    var next = marks.startIndex
    var lines: [Line] = []
    var number = 0
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      while next < marks.endIndex, marks[next].lines.upperBound < number { next += 1 }
      if next < marks.endIndex, marks[next].lines.contains(number) {
        if number == marks[next].lines.lowerBound {
          lines.append(Line(number: number, text: marks[next].text, mark: marks[next]))
        }
        continue
      }
      let content = raw.drop { $0 == " " }
      if !content.isEmpty { lines.append(Line(number: number, text: String(content), mark: nil)) }
    }
    return lines
  }
}

extension State {
  /// All notes: on sessions in the order of time, on meetings, on documents, and on what is gone.
  func gatherNotes() -> [GatheredNote] {
    var found: [(rank: Int, time: Int64, place: Int64, note: GatheredNote)] = []
    for (target, text) in noteTexts {
      let lines = GatheredNote.lines(of: text)
      if lines.isEmpty { continue }
      var note = GatheredNote(target: target, title: "", time: "", lines: lines)
      switch target {
      case .session(let id):
        guard let row = catalogue.sessionRow(id) else { break }
        (note.title, note.time, note.day) = (row.title, times.short(row), row.day)
        found.append((0, row.start.seconds, row.row, note))
        continue
      case .meeting:
        guard let place = background.entries.firstIndex(where: { $0.subject == subject(of: target) }) else { break }
        (note.title, note.time) = (background.entries[place].title, Words.onMeeting)
        found.append((1, 0, Int64(place), note))
        continue
      case .document:
        guard let place = documents.entries.firstIndex(where: { $0.subject == subject(of: target) }) else { break }
        (note.title, note.time) = (documents.entries[place].title, Words.onDocument)
        found.append((2, 0, Int64(place), note))
        continue
      case .conference, .person, .room: continue
      }
      (note.title, note.time, note.isGone) = (noteTitles[target] ?? target.id, Words.withoutSession, true)
      found.append((3, 0, 0, note))
    }
    return found.sorted { a, b in
      (a.rank, a.time, a.place, a.note.title) < (b.rank, b.time, b.place, b.note.title)
    }.map(\.note)
  }

  /// How many sessions of the day that is shown have notes.
  var notedCount: Int { notedDays[agenda.day] ?? 0 }

  /// Counts anew which days have sessions with notes.
  mutating func countNotes() {
    notedDays = [:]
    for case .session(let id) in noteTexts.keys {
      if let row = catalogue.sessionRow(id) { notedDays[row.day, default: 0] += 1 }
    }
  }
}
