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
    let everything = ChoiceBox.Choice(Words.everyKind, action: .keepKind(nil))
    overlay = .choice(ChoiceBox(kind: .filterKind, choices: [everything] + choices))
  }

  mutating func choosePerson() {
    open(.filterPerson, ChoiceBox.Choice(Words.everybody, action: .keepPerson(nil, name: "")), left(.person)) {
      ChoiceBox.Choice($0.name, detail: String($0.sessionCount), action: .keepPerson($0.id, name: $0.name))
    }
  }

  mutating func chooseRoom() {
    open(.filterRoom, ChoiceBox.Choice(Words.everyRoom, action: .keepRoom(nil, name: "")), left(.room)) {
      ChoiceBox.Choice($0.name, detail: String($0.sessionCount), action: .keepRoom($0.id, name: $0.name))
    }
  }

  mutating func chooseTrack() {
    let signs = Dictionary(tracks.map { ($0.id, $0.sign) }) { first, _ in first }
    open(.filterTrack, ChoiceBox.Choice(Words.everyTrack, action: .keepTrack(nil, name: "")), left(.track)) {
      ChoiceBox.Choice(
        listed([signs[$0.id] ?? "", $0.name], by: "  "), detail: String($0.sessionCount),
        action: .keepTrack($0.id, name: $0.name))
    }
  }

  private func left(_ facet: Facet) -> ChoiceList {
    catalogue.choices(facet, matching: agenda.filter, starred: keptStars)
  }

  private mutating func open(
    _ kind: ChoiceBox.Kind, _ everything: ChoiceBox.Choice, _ choices: ChoiceList,
    choice: @escaping (FilterChoice) -> ChoiceBox.Choice
  ) {
    overlay = .choice(ChoiceBox(kind: kind, offer: Offer([everything], then: choices, choice: choice)))
  }
}
