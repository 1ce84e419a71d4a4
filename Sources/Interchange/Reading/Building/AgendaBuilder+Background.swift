import Agenda

extension AgendaBuilder {
  /// Puts meetings and documents into an agenda, and what leads to them from its sessions.
  func addBackground(to agenda: inout Agenda) {
    let place = Problem.Place()
    var (meetingPool, documentPool) = (IdentifierPool(), IdentifierPool())
    for draft in draft.meetings {
      let title = texts.line(draft.title, at: place)
      let month = draft.date.month.map { "-\($0)" } ?? ""
      var meeting = Meeting(
        id: meetingPool.claim(nil, words: "\(title) \(draft.date.year)\(month)"), title: Text(title), kind: draft.kind,
        date: draft.date)
      meeting.place = draft.place.map { Text(texts.line($0, at: place)) }
      meeting.participants = texts.line(draft.participants, at: place)
      meeting.focus = texts.line(draft.focus, at: place)
      meeting.outcome = texts.line(draft.outcome, at: place)
      meeting.text = texts.markdown(draft.text, at: place)
      agenda.meetings.append(meeting)
    }
    for draft in draft.documents {
      let title = texts.line(draft.title, at: place)
      guard let text = texts.markdown(draft.text, at: place) else { continue }
      var document = Document(id: documentPool.claim(nil, words: title), title: Text(title), text: text)
      document.kind = draft.kind.map { Text(texts.line($0, at: place)) }
      agenda.documents.append(document)
    }
    for (index, draft) in draft.sessions.enumerated() {
      for name in draft.references {
        let document = agenda.documents.first { $0.title.string(for: []) == name }
        // A meeting is named with its date and place behind its title.
        let meeting = agenda.meetings.first {
          name == $0.title.string(for: []) || name.hasPrefix($0.title.string(for: []) + ", ")
        }
        if let document { agenda.sessions[index].documents.append(document.id) }
        if let meeting { agenda.sessions[index].meetings.append(meeting.id) }
      }
    }
  }
}
