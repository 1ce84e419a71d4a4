public import Agenda
import Markup
import Times

/// Which sessions of an agenda favourites of another program are.
///
/// An entry is a session by its UID, else by its address, else by title and start. What another program numbers may be
/// another session here: a number counts only where something else says the same. A title alone is a doubt.
public struct FavouriteMatching: Sendable {
  public struct Found: Equatable, Sendable {
    public var favourite: Favourite
    public var session: Session.ID
  }

  public struct Doubt: Equatable, Sendable {
    public var favourite: Favourite
    /// What it may be, one at least, in the order of the agenda.
    public var sessions: [Session.ID]
  }

  /// Each session once, in the order of the favourites.
  public private(set) var found: [Found] = []
  public private(set) var doubts: [Doubt] = []
  public private(set) var unknown: [Favourite] = []
  /// Entries beside the programme of a plan that was written here.
  public private(set) var appointments: [PlanScope.Appointment] = []

  public init(_ favourites: [Favourite], in agenda: Agenda) {
    let index = FavouriteIndex(agenda)
    var known: Set<Session.ID> = []
    for favourite in favourites {
      switch index.sessions(of: favourite) {
      case .certain(let id): if known.insert(id).inserted { found.append(Found(favourite: favourite, session: id)) }
      case .perhaps([]):
        if let appointment = index.appointment(favourite) {
          appointments.append(appointment)
        } else {
          unknown.append(favourite)
        }
      case .perhaps(let ids): doubts.append(Doubt(favourite: favourite, sessions: ids))
      }
    }
  }
}

/// The sessions of an agenda by all that other programs may know them by.
private struct FavouriteIndex {
  enum Answer {
    case certain(Session.ID)
    /// None: nothing is like it.
    case perhaps([Session.ID])
  }

  private let agenda: Agenda
  /// Places in the agenda.
  private var ids: [String: Int] = [:]
  private var guids: [String: Int] = [:]
  private var titles: [String: [Int]] = [:]
  private var addresses: [String: [Int]] = [:]
  private var codes: [String: [Int]] = [:]

  init(_ agenda: Agenda) {
    self.agenda = agenda
    for (place, session) in agenda.sessions.enumerated() {
      if ids[session.id] == nil { ids[session.id] = place }
      if let guid = session.guid?.lowercased(), guids[guid] == nil { guids[guid] = place }
      for title in Set(session.title.variants.map { SessionIdentity.folded($0.string) }) {
        titles[title, default: []].append(place)
      }
      let links = session.links.map(\.url).filter { $0.hasPrefix("http") }
      for address in Set(links.map(FavouriteIndex.folded)) { addresses[address, default: []].append(place) }
      for code in Set(links.flatMap(FavouriteIndex.codes)) { codes[code, default: []].append(place) }
    }
  }

  func sessions(of favourite: Favourite) -> Answer {
    if let uid = favourite.uid, let place = byUID(uid, favourite) { return .certain(agenda.sessions[place].id) }
    if let address = favourite.address, let place = byAddress(address, favourite) {
      return .certain(agenda.sessions[place].id)
    }
    let titled = titled(favourite)
    let timed = titled.filter { hasStart(of: favourite, $0) }
    if timed.count == 1 { return .certain(agenda.sessions[timed[0]].id) }
    // A code alone is all that a list of codes has.
    let coded = favourite.uid.flatMap { codes[$0] } ?? []
    let perhaps = timed.isEmpty ? titled.isEmpty ? coded : titled : timed
    return .perhaps(perhaps.map { agenda.sessions[$0].id })
  }

  /// An entry of one's own, by its UID as it is written here; nil for any other.
  func appointment(_ favourite: Favourite) -> PlanScope.Appointment? {
    let conference = agenda.conference
    guard let uid = favourite.uid, uid.hasPrefix("own-"), uid.hasSuffix("@" + conference.id),
      let start = favourite.start?.instant(in: conference.zone, dayChange: conference.dayChange)
    else { return nil }
    let id = String(uid.dropLast(conference.id.count + 1))
    guard Identifier.isUsable(id) else { return nil }
    let end = favourite.end?.instant(in: conference.zone, dayChange: conference.dayChange) ?? start
    return PlanScope.Appointment(
      id: id, revision: 0, title: favourite.name, place: favourite.location, start: start, end: end)
  }

  private func byUID(_ uid: String, _ favourite: Favourite) -> Int? {
    let parts = uid.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let (local, domain) = (parts[0], parts.count > 1 ? parts[1] : nil)
    if let place = guids[uid.lowercased()] ?? guids[local.lowercased()] { return place }
    // As it is written here.
    if domain == agenda.conference.id, let place = ids[local] { return place }
    let isCode = domain == nil && favourite.title.isEmpty && favourite.start == nil
    if isCode {
      if let place = ids[local] { return place }
      return codes[local].flatMap { $0.count == 1 ? $0[0] : nil }
    }
    for id in [local, favourite.identifier].compactMap(\.self) {
      if let place = ids[id], isLike(favourite, place) { return place }
    }
    // pretalx's: `pretalx-EVENT-CODE@HOST`, with a number behind it where a talk takes place several times.
    guard local.hasPrefix("pretalx-") else { return nil }
    let coded = local.split(separator: "-").dropFirst().suffix(2).reversed().lazy.compactMap { codes[String($0)] }.first
    return only(of: coded ?? [], favourite) { place in
      isLike(favourite, place) || agenda.sessions[place].links.contains { FavouriteIndex.host(of: $0.url) == domain }
    }
  }

  /// Of several sessions that share an address, such as that of a room's camera, the one that is alike.
  private func byAddress(_ address: String, _ favourite: Favourite) -> Int? {
    if let place = only(of: addresses[FavouriteIndex.folded(address)] ?? [], favourite, { _ in true }) { return place }
    let host = FavouriteIndex.host(of: address)
    let coded = FavouriteIndex.codes(of: address).lazy.compactMap { codes[$0] }.first
    return only(of: coded ?? [], favourite) { place in
      agenda.sessions[place].links.contains { FavouriteIndex.host(of: $0.url) == host }
    }
  }

  /// The only one of these that will do, else the only one of them that is alike too.
  private func only(of places: [Int], _ favourite: Favourite, _ willDo: (Int) -> Bool) -> Int? {
    let good = places.filter(willDo)
    if good.count == 1 { return good[0] }
    let timed = good.filter { hasStart(of: favourite, $0) }
    if timed.count == 1 { return timed[0] }
    let alike = good.filter { isLike(favourite, $0) }
    return alike.count == 1 ? alike[0] : nil
  }

  private func hasStart(of favourite: Favourite, _ place: Int) -> Bool {
    let conference = agenda.conference
    return favourite.start?.instant(in: conference.zone, dayChange: conference.dayChange)
      == agenda.sessions[place].start
  }

  private func isLike(_ favourite: Favourite, _ place: Int) -> Bool {
    hasStart(of: favourite, place) || titled(favourite).contains(place)
  }

  /// Those of that title; pretalx writes who speaks behind it.
  private func titled(_ favourite: Favourite) -> [Int] {
    var title = Substring(SessionIdentity.folded(favourite.title))
    while !title.isEmpty {
      if let places = titles[String(title)] { return places }
      guard let dash = title.ranges(of: " - ").last else { return [] }
      title = title[..<dash.lowerBound]
    }
    return []
  }

  /// Without what makes no difference to where it leads.
  private static func folded(_ address: String) -> String {
    var rest = address[...]
    for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    rest = rest.prefix { $0 != "#" }
    let host = rest.prefix { $0 != "/" && $0 != "?" }
    var path = rest.dropFirst(host.count)
    while path.last == "/" { path.removeLast() }
    return host.lowercased() + path
  }

  private static func host(of address: String) -> String {
    String(folded(address).prefix { $0 != "/" && $0 != "?" })
  }

  /// What may be codes of pretalx in an address: six capitals and digits at the beginning of a part of its path.
  private static func codes(of address: String) -> [String] {
    folded(address).split(separator: "/").dropFirst().compactMap { part in
      let code = part.prefix { $0 != "-" }
      let isCode =
        code.utf8.count == 6 && code.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
      return isCode && code.utf8.contains { $0 >= 0x41 } ? String(code) : nil
    }
  }
}
