import Agenda

extension Sample {
  /// Three rooms, three tracks and a person over two days, with sessions side by side, overlapping ones in one room,
  /// and some without a room or an end.
  static func busy() -> Agenda {
    var agenda = Agenda(conference: conference("Free Software Days"))
    agenda.rooms = [
      Room(id: "janson", name: Text("Janson")), Room(id: "k1", name: Text("K.1.105 (La Fontaine)")),
      Room(id: "aw", name: Text("AW1.120")),
    ]
    agenda.tracks = [
      Track(id: "main", name: Text("Main stage"), color: "#2040ff"), Track(id: "mobile", name: Text("Mobile")),
      Track(id: "db", name: Text("Databases"), color: "#ffee00"),
    ]
    agenda.people = [
      Person(id: "zoe", name: Text("Zoë Müller"), role: Text("Maintainer")), Person(id: "li", name: Text("Li")),
    ]
    func talk(
      _ id: String, _ title: String, _ room: String?, _ track: String?, _ start: Instant, _ end: Instant?,
      _ people: [String] = []
    ) -> Session {
      session(id, title, start, end) {
        ($0.room, $0.track) = (room, track)
        $0.people = people.map { .init(person: $0) }
      }
    }
    agenda.sessions = [
      talk("welcome", "Welcome to the days", "janson", "main", at(4, 9), at(4, 10), ["zoe"]),
      talk("phones", "Phones without tears", "k1", "mobile", at(4, 9, 30), at(4, 10, 30)),
      talk("index", "An index for everything that was ever written", "aw", "db", at(4, 9, 30), at(4, 12), ["li"]),
      talk("panel", "The great panel", "janson", "main", at(4, 10), at(4, 11), ["zoe", "li"]),
      talk("clash", "Double booked", "janson", "main", at(4, 10, 30), at(4, 11, 30)),
      talk("tablets", "Tablets", "k1", "mobile", at(4, 11), at(4, 11, 30), ["zoe"]),
      talk("walk", "A walk", nil, nil, at(4, 12), nil),
      talk("vacuum", "Vacuum", "aw", "db", at(5, 10), at(5, 11), ["zoe"]),
      talk("end", "Closing", "janson", "main", at(5, 17), at(5, 18)),
    ]
    return agenda
  }
}
