import Agenda
import Testing

struct AgendaChangesTests {
  /// `2 session names`: what is told, one line each.
  private static func told(_ old: Agenda, _ new: Agenda) -> [String] {
    let changes = AgendaChanges(old: old, new: new)
    let sessions = changes.sessions.map { change in
      let parts = change.parts.map { " " + $0.id }.joined()
      return
        "\(change.old?.id ?? "-") \(change.new?.id ?? "-")\(parts) \(change.aspects.map(\.rawValue).joined(separator: ","))"
    }
    let things = changes.things.map { change in
      "\(change.kind) \(change.old?.id ?? "-") \(change.new?.id ?? "-") \(change.aspects.map(\.rawValue).joined(separator: ","))"
    }
    return changes.conference.map(\.rawValue) + sessions + things
  }

  private func told(_ change: (inout Agenda) -> Void) -> [String] {
    var new = ChangesSample.agenda
    change(&new)
    return Self.told(ChangesSample.agenda, new)
  }

  @Test("Equal versions have no change, and neither has another order, another id or blanks at the end of a text")
  func nothing() {
    #expect(told { _ in } == [])
    #expect(
      told {
        $0.sessions[0].details = Text("About talks.\n")
        $0.sessions[4].people.reverse()
        $0.sessions.reverse()
        $0.people.reverse()
        $0.rooms.reverse()
        $0.tracks[0].color = "#000000"
      } == [])
    #expect(
      told { agenda in
        agenda.rooms = agenda.rooms.map { Room(id: "r-" + $0.id, name: $0.name) }
        for index in agenda.sessions.indices {
          agenda.sessions[index].room = agenda.sessions[index].room.map { "r-" + $0 }
        }
        agenda.people = agenda.people.map { Person(id: "p-" + $0.id, name: $0.name) }
        for index in agenda.sessions.indices {
          agenda.sessions[index].people = agenda.sessions[index].people.map {
            .init(person: "p-" + $0.person, role: $0.role)
          }
        }
        agenda.sessions = agenda.sessions.map { ChangesSample.renumbered($0, "n-" + $0.id) }
      } == [])
  }

  @Test("Links in another order are no change, and one that is another, or once more, is")
  func links() {
    func link(_ name: String) -> WebLink { WebLink(title: Text(name), url: "https://example.org/\(name)") }
    var old = ChangesSample.agenda
    old.sessions[0].links = [link("page"), link("chat")]
    func told(_ links: [WebLink]) -> [String] {
      var new = old
      new.sessions[0].links = links
      return Self.told(old, new)
    }
    #expect(told([link("chat"), link("page")]) == [])
    for links in [
      [link("page")], [link("page"), link("video")], [link("page"), link("page")],
      [link("page"), WebLink(title: Text("Chat"), url: link("chat").url)],
    ] {
      #expect(told(links) == ["opening opening links"], "\(links)")
    }
  }

  @Test("Each thing that can be otherwise is told by its name")
  func aspects() {
    #expect(told { $0.sessions[0].title = Text("Welcome to all") } == ["opening opening renamed"])
    #expect(told { $0.sessions[0].end = nil } == ["opening opening moved"])
    #expect(told { $0.sessions[0].room = "small" } == ["opening opening relocated"])
    #expect(told { $0.sessions[0].status = .cancelled } == ["opening opening status"])
    #expect(told { $0.sessions[0].attribution = .chathamHouse } == ["opening opening attribution"])
    #expect(told { $0.sessions[0].people = [] } == ["opening opening people"])
    #expect(told { $0.sessions[0].people[0].role = Text("Chair") } == ["opening opening people"])
    #expect(told { $0.sessions[0].summary = Text("Short") } == ["opening opening summary"])
    #expect(
      told {
        $0.sessions[0].start = $0.sessions[0].start.advanced(by: 3_600)
        $0.sessions[0].end = $0.sessions[0].end?.advanced(by: 3_600)
        $0.sessions[0].details = Text("Otherwise.")
      } == ["opening opening moved,description"])
    #expect(told { $0.sessions.remove(at: 0) } == ["opening - removed"])
    #expect(told { $0.conference.version = "2" } == ["version"])
  }

  @Test("A room, a track or somebody with another name is told once, and not with each session")
  func names() {
    #expect(told { $0.rooms[0].name = Text("Aula") } == ["room hall hall renamed"])
    #expect(
      told { agenda in
        agenda.rooms[0] = Room(id: "aula", name: Text("Aula"))
        for index in agenda.sessions.indices where agenda.sessions[index].room == "hall" {
          agenda.sessions[index].room = "aula"
        }
      } == ["room hall aula renamed"])
    #expect(told { $0.people[0].name = Text("Zoë Example") } == ["person zoe zoe renamed"])
    #expect(told { $0.people[0].bio = Text("Writes.") } == ["person zoe zoe changed"])
    #expect(told { $0.tracks[0].name = Text("Main") } == ["track main main renamed"])
    #expect(told { $0.documents[0].text = Text("Other") } == ["document note note changed"])
    #expect(told { $0.documents.removeAll() } == ["document note - removed"])
  }

  @Test("A session is found again with another id by its title and people, and of several by the time or the room")
  func renumbered() {
    #expect(told { $0.sessions[4] = ChangesSample.renumbered($0.sessions[4], "x", start: 20) } == ["panel x moved"])
    #expect(told { $0.sessions[1] = ChangesSample.renumbered($0.sessions[1], "x") } == [])
    #expect(
      told { agenda in
        agenda.sessions[1] = ChangesSample.renumbered(agenda.sessions[1], "x", start: 15)
        agenda.sessions[3] = ChangesSample.renumbered(agenda.sessions[3], "y", start: 18)
      } == ["coffee-1 x doubtful", "coffee-2 y doubtful"])
  }

  @Test("An id that is given to another talk leads nobody there: that is asked")
  func reused() {
    var new = ChangesSample.agenda
    let talk = new.sessions.remove(at: 2)
    var other = Session(id: talk.id, title: Text("Networks today"), start: ChangesSample.at(20))
    other.people = [.init(person: "ada")]
    new.sessions.append(other)
    let changes = AgendaChanges(old: ChangesSample.agenda, new: new)
    #expect(changes.sessions.map(\.aspects) == [[.doubtful]])
    #expect(changes.successors["talk"] == nil && changes.successors.count == new.sessions.count - 1)
    new.sessions.append(ChangesSample.renumbered(talk, "again"))
    #expect(Self.told(ChangesSample.agenda, new) == ["- talk added"])
    #expect(AgendaChanges(old: ChangesSample.agenda, new: new).successors["talk"] == "again")
  }

  @Test("What was split is told as that, with its parts")
  func split() {
    #expect(
      told { agenda in
        agenda.sessions[4].end = ChangesSample.at(14)
        agenda.sessions[4].title = Text("Panel (1/2)")
        var part = ChangesSample.renumbered(agenda.sessions[4], "second", start: 15)
        part.title = Text("Panel (2/2)")
        agenda.sessions.append(part)
      } == ["panel panel second split"])
    #expect(
      told { agenda in
        var again = ChangesSample.renumbered(agenda.sessions[4], "second", start: 18)
        again.end = ChangesSample.at(19)
        agenda.sessions.append(again)
      } == ["- second added"], "what is as long as it was is not split")
  }

  @Test("Who is known by too little is asked for, and by nothing is another")
  func doubts() {
    func told(_ title: String, id: String, start: Int, people: [Session.Participation]) -> [String] {
      self.told { agenda in
        var session = Session(id: id, title: Text(title), start: ChangesSample.at(start))
        session.people = people
        agenda.sessions[2] = session
      }
    }
    let ada = Session.Participation(person: "ada")
    #expect(told("On counting", id: "x", start: 20, people: [ada]) == ["talk x doubtful"])
    #expect(told("Other", id: "talk", start: 20, people: [ada]) == ["talk talk doubtful"])
    #expect(told("Other", id: "x", start: 11, people: [ada]) == ["talk - removed", "- x added"])
    #expect(told("Other", id: "x", start: 20, people: []) == ["talk - removed", "- x added"])
    #expect(told("On counting", id: "x", start: 11, people: [ada]) == ["talk x moved,relocated,people,track"])
  }
}

enum ChangesSample {
  static func at(_ hour: Int) -> Instant { Instant(seconds: 1_512_345_600 + Int64(hour) * 3_600) }

  static let agenda: Agenda = {
    let day = CalendarDate(dayNumber: 17_504)
    var agenda = Agenda(conference: Conference(id: "demo", title: Text("Demo"), zone: .utc, start: day, end: day))
    agenda.rooms = [Room(id: "hall", name: Text("Great Hall")), Room(id: "small", name: Text("Small Room"))]
    agenda.tracks = [Track(id: "main", name: Text("Principal"))]
    agenda.people = [
      Person(id: "zoe", name: Text("Zoe Example")), Person(id: "ada", name: Text("Ada Sample")),
      Person(id: "max", name: Text("Max Muster")),
    ]
    agenda.documents = [Document(id: "note", title: Text("Note"), text: Text("Text"))]
    func session(_ id: String, _ title: String, _ start: Int, _ end: Int, _ people: [String], _ room: String?)
      -> Session
    {
      var session = Session(id: id, title: Text(title), start: at(start))
      session.end = at(end)
      session.people = people.map { .init(person: $0) }
      session.room = room
      session.track = people.isEmpty ? nil : "main"
      return session
    }
    agenda.sessions = [
      session("opening", "Welcome", 9, 10, ["zoe"], "hall"), session("coffee-1", "Coffee", 10, 11, [], nil),
      session("talk", "On counting", 11, 12, ["zoe", "max"], "small"), session("coffee-2", "Coffee", 12, 13, [], nil),
      session("panel", "Panel", 13, 17, ["zoe", "ada"], "hall"),
    ]
    agenda.sessions[0].details = Text("About talks.")
    return agenda
  }()

  static func renumbered(_ session: Session, _ id: String, start: Int? = nil) -> Session {
    var new = Session(id: id, title: session.title, start: start.map(at) ?? session.start)
    new.end = session.end.map { new.start.advanced(by: $0.since(session.start)) }
    (new.people, new.room, new.track) = (session.people, session.room, session.track)
    (new.details, new.summary) = (session.details, session.summary)
    return new
  }
}
