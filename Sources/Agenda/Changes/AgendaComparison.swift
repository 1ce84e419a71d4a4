/// Holds two versions of an agenda beside each other.
struct AgendaComparison {
  /// Places of the sessions that are the same.
  let pairs: [SessionMatching.Pair]
  private(set) var sessions: [SessionChange] = []
  private(set) var things: [ThingChange] = []

  private let old: Agenda
  private let new: Agenda
  private let texts: TextComparison
  private let rooms: Counterparts
  private let tracks: Counterparts
  private let people: Counterparts
  private let meetings: Counterparts
  private let documents: Counterparts

  init(_ old: Agenda, _ new: Agenda) {
    (self.old, self.new) = (old, new)
    texts = TextComparison(old.conference.language, new.conference.language)
    let people = Counterparts(old.people.map(Counterparts.Thing.init), new.people.map(Counterparts.Thing.init)) {
      Counterparts.shareWord($0, $1)
    }
    let names = Dictionary(old.people.map { ($0.id, $0.name.first) }) { first, _ in first }
    // Somebody who is only spelt otherwise is still the same.
    let newNames = Dictionary(
      new.people.map { person in (person.id, people.oldID(of: person.id).flatMap { names[$0] } ?? person.name.first) }
    ) { first, _ in first }
    let (oldOnes, newOnes) = (old.sessionIdentities(names: names), new.sessionIdentities(names: newNames))
    let matching = SessionMatching(old: oldOnes, new: newOnes)
    let pairs = matching.pairs
    self.people = people
    self.pairs = pairs
    let (oldSessions, newSessions) = (old.sessions, new.sessions)
    rooms = Counterparts(
      old.rooms.map(Counterparts.Thing.init), new.rooms.map(Counterparts.Thing.init),
      uses: pairs.map { (oldSessions[$0.old].room, newSessions[$0.new].room) })
    tracks = Counterparts(
      old.tracks.map(Counterparts.Thing.init), new.tracks.map(Counterparts.Thing.init),
      uses: pairs.map { (oldSessions[$0.old].track, newSessions[$0.new].track) })
    meetings = Counterparts(old.meetings.map(Counterparts.Thing.init), new.meetings.map(Counterparts.Thing.init)) {
      _, _ in true
    }
    documents = Counterparts(old.documents.map(Counterparts.Thing.init), new.documents.map(Counterparts.Thing.init)) {
      _, _ in true
    }
    let splits = SessionSplits(old, new, pairs, added: matching.new, oldOnes, newOnes)
    compareSessions(matching, splits)
    compareThings()
  }

  // Sessions

  private mutating func compareSessions(_ matching: SessionMatching, _ splits: SessionSplits) {
    var found: [(change: SessionChange, order: Int)] = []
    func tell(_ oldIndex: Int?, _ newIndex: Int?, _ aspects: [SessionChange.Aspect], _ parts: [Session] = []) {
      if aspects.isEmpty { return }
      let change = SessionChange(
        old: oldIndex.map { old.sessions[$0] }, new: newIndex.map { new.sessions[$0] }, aspects: aspects, parts: parts)
      found.append((change, newIndex ?? oldIndex ?? 0))
    }
    for pair in pairs {
      let parts = splits.parts[pair.old] ?? []
      let aspects = aspects(of: old.sessions[pair.old], new.sessions[pair.new], isSplit: !parts.isEmpty)
      tell(pair.old, pair.new, aspects, parts.map { new.sessions[$0] })
    }
    let doubts = matching.doubts(besides: splits.all)
    for doubt in doubts { tell(doubt.old, doubt.new, [.doubtful]) }
    let (oldDoubts, newDoubts) = (Set(doubts.map(\.old)), Set(doubts.map(\.new)).union(splits.all))
    for index in matching.old where !oldDoubts.contains(index) { tell(index, nil, [.removed]) }
    for index in matching.new where !newDoubts.contains(index) { tell(nil, index, [.added]) }
    sessions = found.sorted { ($0.change.start, $0.order) < ($1.change.start, $1.order) }.map(\.change)
  }

  private func aspects(of old: Session, _ new: Session, isSplit: Bool) -> [SessionChange.Aspect] {
    var aspects: [SessionChange.Aspect] = isSplit ? [.split] : []
    func note(_ aspect: SessionChange.Aspect, if differs: Bool) { if differs { aspects.append(aspect) } }
    let isPart = isSplit && SessionSplits.stem(old.title.first) == SessionSplits.stem(new.title.first)
    note(.renamed, if: !isPart && texts.differ(old.title, new.title))
    note(.moved, if: !isSplit && (old.start != new.start || old.end != new.end))
    note(.relocated, if: rooms.differ(old.room, new.room) || texts.differ(old.place, new.place))
    note(.status, if: old.status != new.status)
    note(.people, if: differ(old.people, new.people))
    note(.attribution, if: old.attribution != new.attribution)
    note(.kind, if: old.kind != new.kind)
    note(.track, if: tracks.differ(old.track, new.track))
    note(.language, if: old.language != new.language)
    note(.optional, if: old.isOptional != new.isOptional)
    note(.summary, if: texts.differ(old.summary, new.summary))
    note(.description, if: texts.differ(old.details, new.details))
    note(.items, if: differ(old.items, new.items))
    note(.documents, if: meetings.differ(old.meetings, new.meetings) || documents.differ(old.documents, new.documents))
    note(.links, if: differ(old.links, new.links) || differ(old.attachments, new.attachments))
    return aspects
  }

  /// Who takes part and as what, whatever their order.
  private func differ(_ old: [Session.Participation], _ new: [Session.Participation]) -> Bool {
    if old == new, !old.contains(where: { people.newID(of: $0.person) != $0.person }) { return false }
    guard old.count == new.count else { return true }
    var rest = new
    for part in old {
      let person = people.newID(of: part.person)
      guard let index = rest.firstIndex(where: { $0.person == person && !texts.differ(part.role, $0.role) }) else {
        return true
      }
      rest.remove(at: index)
    }
    return false
  }

  private func differ(_ old: [Session.Item], _ new: [Session.Item]) -> Bool {
    old.count != new.count
      || zip(old, new).contains { old, new in
        texts.differ(old.title, new.title) || differ(old.people, new.people)
          || meetings.differ(old.meetings, new.meetings) || documents.differ(old.documents, new.documents)
      }
  }

  /// In whatever order.
  private func differ(_ old: [WebLink], _ new: [WebLink]) -> Bool {
    if old == new { return false }
    guard old.count == new.count else { return true }
    var rest = new
    for link in old {
      guard let index = rest.firstIndex(where: { $0.url == link.url && !texts.differ(link.title, $0.title) }) else {
        return true
      }
      rest.remove(at: index)
    }
    return false
  }

  // What sessions lead to

  private mutating func compareThings() {
    // Rooms, tracks and people that come or go do so with their sessions, which tell of it.
    for (before, after) in rooms.pairs { tell(.room, before, after, isOtherwise: false) }
    for (before, after) in tracks.pairs { tell(.track, before, after, isOtherwise: false) }
    let (oldPeople, newPeople) = (Self.byID(old.people), Self.byID(new.people))
    for (before, after) in people.pairs {
      guard let one = oldPeople[before.id], let other = newPeople[after.id] else { continue }
      tell(
        .person, before, after,
        isOtherwise: texts.differ(one.role, other.role) || texts.differ(one.affiliation, other.affiliation)
          || texts.differ(one.bio, other.bio))
    }
    let (oldMeetings, newMeetings) = (Self.byID(old.meetings), Self.byID(new.meetings))
    for (before, after) in meetings.pairs {
      guard let one = oldMeetings[before.id], let other = newMeetings[after.id] else { continue }
      tell(.meeting, before, after, isOtherwise: differ(one, other))
    }
    tellOthers(.meeting, meetings)
    let (oldDocuments, newDocuments) = (Self.byID(old.documents), Self.byID(new.documents))
    for (before, after) in documents.pairs {
      guard let one = oldDocuments[before.id], let other = newDocuments[after.id] else { continue }
      tell(
        .document, before, after,
        isOtherwise: texts.differ(one.kind, other.kind) || texts.differ(one.text, other.text)
          || differ(one.links, other.links))
    }
    tellOthers(.document, documents)
  }

  private func differ(_ old: Meeting, _ new: Meeting) -> Bool {
    old.kind != new.kind || old.date != new.date || texts.differ(old.place, new.place)
      || texts.differ(old.participants, new.participants) || texts.differ(old.focus, new.focus)
      || texts.differ(old.outcome, new.outcome) || texts.differ(old.text, new.text) || differ(old.links, new.links)
  }

  private mutating func tell(
    _ kind: ThingChange.Kind, _ old: ThingChange.State, _ new: ThingChange.State, isOtherwise: Bool
  ) {
    let aspects: [ThingChange.Aspect] =
      (texts.differ(old.name, new.name) ? [.renamed] : []) + (isOtherwise ? [.changed] : [])
    if !aspects.isEmpty { things.append(ThingChange(kind: kind, old: old, new: new, aspects: aspects)) }
  }

  private mutating func tellOthers(_ kind: ThingChange.Kind, _ counterparts: Counterparts) {
    things += counterparts.gone.map { ThingChange(kind: kind, old: $0, new: nil, aspects: [.removed]) }
    things += counterparts.come.map { ThingChange(kind: kind, old: nil, new: $0, aspects: [.added]) }
  }

  private static func byID<Thing: Identifiable>(_ things: [Thing]) -> [Thing.ID: Thing] {
    Dictionary(things.map { ($0.id, $0) }) { first, _ in first }
  }
}

/// Sessions that became several: one that is shorter now, and new ones beside it with its people and its title.
struct SessionSplits {
  /// Places in the new list of what has come of a session besides, by its place in the old one.
  private(set) var parts: [Int: [Int]] = [:]
  private(set) var all: Set<Int> = []

  init(
    _ old: Agenda, _ new: Agenda, _ pairs: [SessionMatching.Pair], added: [Int], _ oldOnes: [SessionIdentity],
    _ newOnes: [SessionIdentity]
  ) {
    struct Key: Hashable {
      var title: String
      var people: [String]?
    }
    if added.isEmpty { return }
    var shorter: [Key: [SessionMatching.Pair]] = [:]
    for pair in pairs {
      guard let length = SessionSplits.length(old.sessions[pair.old]),
        let now = SessionSplits.length(new.sessions[pair.new]), now < length
      else { continue }
      let key = Key(title: SessionSplits.stem(oldOnes[pair.old].title), people: oldOnes[pair.old].people)
      shorter[key, default: []].append(pair)
    }
    if shorter.isEmpty { return }
    for index in added {
      let key = Key(title: SessionSplits.stem(newOnes[index].title), people: newOnes[index].people)
      let part = new.sessions[index]
      // Of several that were split alike the nearest.
      let whole = shorter[key, default: []].filter { !SessionSplits.overlap(new.sessions[$0.new], part) }.min {
        abs(old.sessions[$0.old].start.since(part.start)) < abs(old.sessions[$1.old].start.since(part.start))
      }
      guard let whole else { continue }
      parts[whole.old, default: []].append(index)
      all.insert(index)
    }
  }

  private static func length(_ session: Session) -> Int64? { session.end.map { $0.since(session.start) } }

  private static func overlap(_ one: Session, _ other: Session) -> Bool {
    one.start < other.end ?? other.start && other.start < one.end ?? one.start
  }

  private static let words: Set<Substring> = [
    "part", "teil", "partie", "parte", "pt", "pt.", "i", "ii", "iii", "iv", "one", "two", "three",
  ]

  /// A title without what counts its parts: `(2/3)`, `part II`, `- 2`.
  static func stem(_ title: String) -> String {
    let folded = SessionIdentity.folded(title)
    var words = folded.split(separator: " ")
    func isCount(_ word: Substring) -> Bool {
      let bare = word.drop { $0 == "(" || $0 == "[" }.prefix { $0 != ")" && $0 != "]" && $0 != ":" }
      return SessionSplits.words.contains(bare)
        || word.utf8.allSatisfy { !($0 >= 0x80 || (0x61...0x7A).contains($0)) } || word == "–" || word == "—"
    }
    while words.count > 1, let last = words.last, isCount(last) { words.removeLast() }
    return words.joined(separator: " ")
  }
}
