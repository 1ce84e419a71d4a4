import Agenda
import Catalogue

// The boxes that filters are chosen from; each counts what passes all the other filters.
extension State {
  mutating func chooseKind() {
    let choices = left(.kind).compactMap { choice in
      Session.Kind(rawValue: choice.id).map {
        ChoiceBox.Choice(Words.name($0), detail: String(choice.sessionCount), action: .keepKind($0))
      }
    }
    open(.filterKind, everything: ChoiceBox.Choice(Words.everyKind, action: .keepKind(nil)), choices)
  }

  mutating func choosePerson() {
    let choices = left(.person).map {
      ChoiceBox.Choice($0.name, detail: String($0.sessionCount), action: .keepPerson($0.id, name: $0.name))
    }
    open(.filterPerson, everything: ChoiceBox.Choice(Words.everybody, action: .keepPerson(nil, name: "")), choices)
  }

  mutating func chooseRoom() {
    let choices = left(.room).map {
      ChoiceBox.Choice($0.name, detail: String($0.sessionCount), action: .keepRoom($0.id, name: $0.name))
    }
    open(.filterRoom, everything: ChoiceBox.Choice(Words.everyRoom, action: .keepRoom(nil, name: "")), choices)
  }

  mutating func chooseTrack() {
    let signs = Dictionary(tracks.map { ($0.id, $0.sign) }) { first, _ in first }
    let choices = left(.track).map {
      ChoiceBox.Choice(
        listed([signs[$0.id] ?? "", $0.name], by: "  "), detail: String($0.sessionCount),
        action: .keepTrack($0.id, name: $0.name))
    }
    open(.filterTrack, everything: ChoiceBox.Choice(Words.everyTrack, action: .keepTrack(nil, name: "")), choices)
  }

  private func left(_ facet: Facet) -> [FilterChoice] {
    catalogue.choices(facet, matching: agenda.filter, starred: keptStars)
  }

  private mutating func open(_ kind: ChoiceBox.Kind, everything: ChoiceBox.Choice, _ choices: [ChoiceBox.Choice]) {
    overlay = .choice(ChoiceBox(kind: kind, choices: [everything] + choices))
  }
}
