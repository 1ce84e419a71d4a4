import Agenda
import Catalogue
import Cells

// Pages about people, rooms and times, which take the place of the selected session's for a while.
extension State {
  /// What the session's panel is about.
  var sessionSubject: Topic { visited ?? agenda.selectedRow.map { .session($0.id) } ?? .nothing }

  /// What a panel's title says.
  func name(of panel: Panel) -> String {
    switch panel {
    case .agenda where isTimetable: Words.timetableTitle
    case .session: visited.map(Words.name(ofVisited:)) ?? Words.name(panel)
    case .agenda, .background, .documents, .notes: Words.name(panel)
    }
  }

  func composeVisited(_ subject: Topic, width: Int) -> PageContent {
    let times = self.times
    switch subject {
    case .person(let id):
      return catalogue.person(id).map { composePerson($0, times: times, width: width, isASCII: isASCII) } ?? .empty
    case .room(let id):
      return catalogue.room(id).map { composeRoom($0, times: times, width: width, isASCII: isASCII) } ?? .empty
    case .parallel(let id):
      guard let row = catalogue.sessionRow(id) else { return .empty }
      let others = catalogue.parallel(to: row, limit: State.listLimit)
      return composeParallel(row, others, times: times, width: width, isASCII: isASCII)
    case .reachable: return composeReachable(reachable, times: times, width: width, isASCII: isASCII)
    case .session, .meeting, .document, .conference, .note, .nothing: return .empty
    }
  }

  /// More than anybody chooses from.
  private static let listLimit = 200

  private var reachable: Reachable {
    let now = clock.now
    let row = agenda.selectedRow
    let inRoom = row.flatMap { $0.roomNumber >= 0 ? $0.roomNumber : nil }
      .map { catalogue.comingUp(after: now, inRoom: $0, limit: 3) }
    return Reachable(
      now: zone.local(now).clock, room: inRoom == nil ? "" : row?.room ?? "", inRoom: inRoom ?? [],
      anywhere: catalogue.comingUp(after: now, limit: 20), running: Array(catalogue.current(at: now).prefix(40)))
  }

  mutating func visitParallel() {
    if let row = agenda.selectedRow { follow(.parallel(row.id)) }
  }

  /// Opens the box of everybody, to read about one of them.
  mutating func openPeople() {
    let offer = Offer(then: catalogue.people()) {
      ChoiceBox.Choice($0.name, detail: String($0.sessionCount), action: .follow(.page(.person($0.id))))
    }
    overlay = .choice(ChoiceBox(kind: .people, offer: offer))
  }

  mutating func openRooms() {
    let offer = Offer(then: catalogue.rooms()) {
      ChoiceBox.Choice($0.name, detail: String($0.sessionCount), action: .follow(.page(.room($0.id))))
    }
    overlay = .choice(ChoiceBox(kind: .rooms, offer: offer))
  }
}
