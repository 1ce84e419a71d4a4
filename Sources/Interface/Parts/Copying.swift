import Agenda
import Catalogue
import Messages

extension [Outcome] {
  /// Copies what something is: title, time and place, as far as it has them.
  static func copy(_ subject: Subject, _ world: World) -> [Outcome] {
    let catalogue = world.catalogue
    let lines: [String] =
      switch subject {
      case .session(let id):
        catalogue.sessionRow(id).map { [$0.title, world.times.full($0), gathered([$0.room, $0.place])] } ?? []
      case .meeting(let id):
        catalogue.meeting(id).map { [$0.title, gathered([world.messages.partial($0.date), $0.place])] } ?? []
      case .document(let id): catalogue.document(id).map { [$0.title, $0.kind] } ?? []
      case .person(let id): catalogue.person(id).map { [$0.name, $0.role, $0.affiliation] } ?? []
      case .room(let id): catalogue.room(id).map { [$0.name] } ?? []
      case .conference:
        [catalogue.conference.title, world.messages.text(catalogue.conference.dates), catalogue.conference.url]
      }
    guard let first = lines.first else { return [] }
    return [.say(Message("Copied: %s", first)), .effect(.copy(gathered(lines, by: "\n")))]
  }

  /// Copies the first address that is known of something, which is its own page's as a rule.
  static func copyAddress(of subject: Subject, _ world: World) -> [Outcome] {
    guard let url = subject.address(world) else { return [.say(Message("No address is known of this"))] }
    return [.say(Message("Address copied: %s", url)), .effect(.copy(url))]
  }
}

extension Subject {
  /// Nil where none is known.
  fileprivate func address(_ world: World) -> String? {
    let catalogue = world.catalogue
    let url: String? =
      switch self {
      case .session(let id): catalogue.session(id)?.addresses.first?.url
      case .meeting(let id): catalogue.meeting(id)?.addresses.first?.url
      case .document(let id): catalogue.document(id)?.addresses.first?.url
      case .person, .room: nil
      case .conference: catalogue.conference.url
      }
    return url.flatMap { $0.isEmpty ? nil : $0 }
  }
}
