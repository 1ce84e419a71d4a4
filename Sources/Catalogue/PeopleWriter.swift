import Agenda

/// Writes the pages of people and rooms, whose numbers follow that of the conference.
struct PeopleWriter {
  let source: CompilerSource
  let pages: PageWriter

  func write() throws(CatalogueError) {
    let agenda = source.agenda
    var number = RowID(agenda.sessions.count + agenda.meetings.count + agenda.documents.count + 1)
    for (index, person) in agenda.people.enumerated() {
      number += 1
      if index % 512 == 0 { source.progress(0.9 + 0.05 * Double(index) / Double(agenda.people.count)) }
      let who = source.words([person.role, person.affiliation].map(source.string))
      try pages.write(
        number, .person(person.id), detail: who, title: source.string(person.name), people: who, place: "",
        text: PlainText.of(source.string(person.bio)))
    }
    for room in agenda.rooms {
      number += 1
      try pages.write(
        number, .room(room.id), detail: "", title: source.string(room.name), people: "", place: "", text: "")
    }
  }
}
