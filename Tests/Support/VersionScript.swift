public import Agenda
import Dice

/// Makes another version of an agenda, and says what is to be told of it.
public struct VersionScript {
  /// What is told of a session: its old and its new identifier, and what is otherwise.
  public struct Told: Hashable, CustomStringConvertible {
    public var old: String?
    public var new: String?
    public var aspects: Set<SessionChange.Aspect>

    public init(_ old: String?, _ new: String?, _ aspects: Set<SessionChange.Aspect>) {
      (self.old, self.new, self.aspects) = (old, new, aspects)
    }

    public init(_ change: SessionChange) {
      self.init(change.old?.id, change.new?.id, Set(change.aspects))
    }

    public var description: String { "\(old ?? "-") > \(new ?? "-"): \(aspects.map(\.rawValue).sorted())" }
  }

  public let old: Agenda
  public private(set) var new: Agenda
  public private(set) var told: Set<Told> = []
  /// What each session of the old version is called now, where that is certain.
  public private(set) var successors: [String: String] = [:]

  private var random: Dice
  private var count = 0
  /// Sessions that share neither title nor people with another one.
  private let alone: Set<Int>

  public init(_ agenda: Agenda, seed: UInt64) {
    (old, new, random) = (agenda, agenda, Dice(seed: seed))
    let identities = agenda.sessionIdentities()
    let titles = Dictionary(grouping: identities.indices) { identities[$0].title }
    let people = Dictionary(grouping: identities.indices) { identities[$0].people ?? [] }
    alone = Set(
      identities.indices.filter { index in
        let group = identities[index].people ?? []
        return titles[identities[index].title]?.count == 1 && (group.isEmpty || people[group]?.count == 1)
      })
    for session in agenda.sessions { successors[session.id] = session.id }
    run()
  }

  private mutating func run() {
    var sessions = Array(old.sessions.indices)
    sessions.shuffle(using: &random)
    var changed = old.sessions.map(Optional.some)
    var added: [Session] = []
    for index in sessions.prefix(Int.random(in: 1...14, using: &random)) {
      change(index, &changed, &added)
    }
    new.sessions = changed.compactMap(\.self) + added
    new.sessions.shuffle(using: &random)
  }

  private enum Fact: CaseIterable { case id, title, start, people }

  private mutating func change(_ index: Int, _ sessions: inout [Session?], _ added: inout [Session]) {
    let session = old.sessions[index]
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      sessions[index] = nil
      successors[session.id] = nil
      told.insert(Told(session.id, nil, [.removed]))
    case 1:
      added.append(fresh())
      told.insert(Told(nil, added[added.count - 1].id, [.added]))
    case 2 where alone.contains(index): split(index, &sessions, &added)
    case 3 where alone.contains(index): reuse(index, &sessions, &added)
    case 4, 5: retell(index, &sessions)
    default: rework(index, &sessions)
    }
  }

  /// Changes what a session is known by, and leaves two of it as a rule.
  private mutating func rework(_ index: Int, _ sessions: inout [Session?]) {
    let before = old.sessions[index]
    let isNamed = !before.everybodyNamed.isEmpty
    var kept = Set(Fact.allCases.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)))
    // What has a twin can only be told apart by its id.
    if !alone.contains(index) { kept = Set(Fact.allCases.shuffled(using: &random).prefix(3)).union([.id]) }
    // Whom nobody names is nobody that could be found again, but under the same title.
    let counts = kept.subtracting(isNamed || kept.contains(.title) ? [] : [.people])
    let session = reworked(before, keeping: kept)
    sessions[index] = session
    successors[before.id] = nil
    if counts.count >= 2 {
      var aspects: Set<SessionChange.Aspect> = []
      if !kept.contains(.title) { aspects.insert(.renamed) }
      if !kept.contains(.start) { aspects.insert(.moved) }
      if !kept.contains(.people) { aspects.insert(.people) }
      if !kept.contains(.people), !before.items.flatMap(\.people).isEmpty { aspects.insert(.items) }
      if !aspects.isEmpty { told.insert(Told(before.id, session.id, aspects)) }
      successors[before.id] = session.id
    } else if counts.isEmpty || counts == [.start] {
      told.insert(Told(before.id, nil, [.removed]))
      told.insert(Told(nil, session.id, [.added]))
    } else {
      told.insert(Told(before.id, session.id, [.doubtful]))
    }
  }

  private mutating func reworked(_ session: Session, keeping kept: Set<Fact>) -> Session {
    var new = kept.contains(.id) ? session : renumbered(session)
    if !kept.contains(.title) { new.title = Text("Fresh title \(number())") }
    if !kept.contains(.start) {
      let shift = Int64(number()) * 61
      new.start = session.start.advanced(by: shift)
      new.end = session.end?.advanced(by: shift)
    }
    if !kept.contains(.people) {
      new.people = [Session.Participation(person: freshPerson())]
      for item in new.items.indices { new.items[item].people = [] }
    }
    return new
  }

  /// The id goes to another session.
  private mutating func reuse(_ index: Int, _ sessions: inout [Session?], _ added: inout [Session]) {
    let session = old.sessions[index]
    var other = Session(id: session.id, title: Text("Fresh title \(number())"), start: session.start)
    other.start = session.start.advanced(by: Int64(number()) * 61)
    other.guid = session.guid
    other.people = [Session.Participation(person: freshPerson())]
    added.append(other)
    let same = renumbered(session)
    sessions[index] = same
    successors[session.id] = same.id
    told.insert(Told(nil, other.id, [.added]))
  }

  private mutating func split(_ index: Int, _ sessions: inout [Session?], _ added: inout [Session]) {
    var session = old.sessions[index]
    guard let end = session.end, end.since(session.start) >= 600 else { return }
    let middle = session.start.advanced(by: end.since(session.start) / 2)
    session.end = middle
    var part = renumbered(session)
    (part.start, part.end) = (middle, end)
    if Bool.random(using: &random) {
      for variant in part.title.variants.indices { part.title.variants[variant].string += " (2/2)" }
    }
    sessions[index] = session
    added.append(part)
    told.insert(Told(session.id, session.id, [.split]))
  }

  /// Changes what is said of a session and not what it is known by.
  private mutating func retell(_ index: Int, _ sessions: inout [Session?]) {
    guard var session = sessions[index] else { return }
    var aspects: Set<SessionChange.Aspect> = []
    for aspect in SessionChange.Aspect.allCases.shuffled(using: &random).prefix(4) {
      switch aspect {
      case .relocated: session.place = Text("Elsewhere \(number())")
      case .status: session.status = session.status == .cancelled ? .confirmed : .cancelled
      case .attribution: session.attribution = session.attribution == .public ? .offTheRecord : .public
      case .kind: session.kind = session.kind == .meal ? .session : .meal
      case .track where session.track != nil: session.track = nil
      case .language: session.language = session.language == "eo" ? "la" : "eo"
      case .optional: session.isOptional.toggle()
      case .summary: session.summary = Text("Fresh summary \(number())")
      case .description: session.details = Text("Fresh text \(number())")
      case .links: session.links.append(WebLink(title: Text("x"), url: "https://example.org/\(number())"))
      case .items: session.items.append(Session.Item(title: Text("Fresh item \(number())")))
      case .added, .removed, .doubtful, .split, .renamed, .moved, .people, .documents, .track: continue
      }
      aspects.insert(aspect)
    }
    sessions[index] = session
    if !aspects.isEmpty { told.insert(Told(session.id, session.id, aspects)) }
  }

  private mutating func fresh() -> Session {
    var session = Session(id: "fresh-\(number())", title: Text("Fresh title \(number())"), start: old.conference.noon)
    session.start = session.start.advanced(by: Int64(number()) * 61)
    session.people = [Session.Participation(person: freshPerson())]
    return session
  }

  private mutating func renumbered(_ session: Session) -> Session {
    var new = Session(id: "fresh-\(number())", title: session.title, start: session.start)
    new.guid = session.guid.map { _ in "fresh-guid-\(count)" }
    (new.kind, new.end, new.room, new.place, new.track) = (
      session.kind, session.end, session.room, session.place, session.track
    )
    (new.people, new.items, new.summary, new.details) = (
      session.people, session.items, session.summary, session.details
    )
    (new.isOptional, new.attribution, new.status) = (session.isOptional, session.attribution, session.status)
    (new.language, new.meetings, new.documents) = (session.language, session.meetings, session.documents)
    (new.links, new.attachments) = (session.links, session.attachments)
    return new
  }

  private mutating func freshPerson() -> Person.ID {
    let person = Person(id: "fresh-person-\(number())", name: Text("Person Fresh\(count)"))
    new.people.append(person)
    return person.id
  }

  private mutating func number() -> Int {
    count += 1
    return count
  }
}

extension Session {
  fileprivate var everybodyNamed: [Person.ID] { (people + items.flatMap(\.people)).map(\.person) }
}

extension Conference {
  fileprivate var noon: Instant { LocalTime(date: start, secondOfDay: 43_200).instant(offset: 0) }
}
