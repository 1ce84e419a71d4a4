import Agenda

/// Writes the previous meetings and the documents, whose numbers follow those of the sessions.
struct BackgroundWriter {
  let source: CompilerSource
  let pages: PageWriter

  func write() throws(CatalogueError) {
    try writeMeetings()
    try writeDocuments()
  }

  private var agenda: Agenda { source.agenda }

  private func string(_ text: Text?) -> String { source.string(text) }

  private func writeMeetings() throws(CatalogueError) {
    let row = try source.insertion("meeting", 8)
    var number = RowID(agenda.sessions.count)
    for index in source.numbering.meetingOrder {
      number += 1
      let meeting = agenda.meetings[index]
      let place = string(meeting.place)
      let texts = [meeting.participants, meeting.focus, meeting.outcome, meeting.text].map(string)
      try row.run(
        [.integer(number), .integer(meeting.kind.code), .integer(meeting.date.code), .text(place)]
          + texts.map { .text($0) })
      try pages.write(meeting.links, of: number)
      try pages.write(
        number, .meeting(meeting.id), detail: place, time: Int64(meeting.date.code), title: string(meeting.title),
        people: texts[0], place: place, dates: MonthWords.searched(meeting.date),
        text: texts[1...].map(PlainText.of).filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  private func writeDocuments() throws(CatalogueError) {
    let row = try source.insertion("document", 3)
    var number = RowID(agenda.sessions.count + agenda.meetings.count)
    for document in agenda.documents {
      number += 1
      let kind = string(document.kind)
      let text = string(document.text)
      try row.run([.integer(number), .text(kind), .text(text)])
      try pages.write(document.links, of: number)
      try pages.write(
        number, .document(document.id), detail: kind, title: string(document.title), people: "", place: kind,
        text: PlainText.of(text))
    }
  }
}
