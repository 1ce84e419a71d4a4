import Agenda
import Catalogue
import Notes

// Whose notes are shown, and what they say.
extension State {
  /// The page whose notes are shown: the one that is being read.
  var noteTarget: Subject? {
    switch reading {
    case .background: if case .meeting(let id) = background.open { return .meeting(id) }
    case .documents:
      if case .document(let id) = documents.open { return .document(id) }
      if documents.open == .conference { return nil }
    case .session: if visited != nil { return nil }
    case .agenda, .notes: break
    }
    return agenda.selectedRow.map { .session($0.id) }
  }

  var noteTitleKey: String {
    switch noteTarget {
    case .session(let id): "session " + id
    case .meeting(let id): "meeting " + id
    case .document(let id): "document " + id
    case .person, .room, .conference, nil: ""
    }
  }

  mutating func take(notes: [Event.Note]) {
    noteTexts = Dictionary(notes.map { ($0.target, $0.text) }) { _, last in last }
    noteTitles = Dictionary(notes.compactMap { note in note.title.map { (note.target, $0) } }) { _, last in last }
    countNotes()
    noteRevision += 1
    isNoteIndexStale = true
  }

  /// Takes over one note's text, as it stands in its file.
  mutating func take(note raw: String, of target: Subject) {
    let text = TextCleaner(lines: .multiple).clean(raw).string
    guard noteTexts[target] ?? "" != text else { return }
    noteTexts[target] = text.isEmpty ? nil : text
    countNotes()
    noteRevision += 1
    isNoteIndexStale = true
  }
}
