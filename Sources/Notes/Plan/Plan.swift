public import Agenda

/// What the attendee means to go to, and what was changed in it since it was read.
///
/// Whatever is changed has a stamp greater than all that were known by then, and what is taken away leaves its own: of two
/// plans the later change of each entry holds, whichever is written last.
public struct Plan: Equatable, Sendable {
  /// How much a session matters to the attendee.
  public enum Grade: String, CaseIterable, Sendable {
    case must, maybe
    /// To be watched later: nobody has to be there in time for it.
    case later
  }

  public struct Star: Equatable, Sendable, Identifiable {
    public var id: Session.ID
    /// As it was when it was last seen, so that a session that is gone still has a name.
    public var title: String
    public var grade = Grade.must
    /// To the second.
    public var starredAt: Instant
    /// As they were when it was last seen, so that the session is found again; nil where that is not known.
    var start: Instant?
    var people: [String]?
    /// Another session had two of these too.
    var hasTwin = false
    /// Of the last change; 0 where none is known.
    var stamp = 0

    public init(id: Session.ID, title: String, starredAt: Instant) {
      (self.id, self.title, self.starredAt) = (id, title, starredAt)
    }
  }

  /// Something beside the programme that the attendee has to go to: a talk with somebody, a train.
  public struct Appointment: Equatable, Sendable, Identifiable {
    public let id: String
    /// One line each, safe to show.
    public var title: String
    public var place: String
    public var start: Instant
    /// Not before `start`.
    public var end: Instant
    var stamp = 0

    /// A greater number after each change, from 0; as great as calendars can read it.
    public var revision: Int { min(stamp, Int(Int32.max)) }

    public init(id: String, title: String, place: String, start: Instant, end: Instant) {
      (self.id, self.title, self.place) = (id, title, place)
      (self.start, self.end) = (start, max(start, end))
    }
  }

  /// What changes hold for, one by one.
  enum Key: Hashable, Sendable {
    case star(Session.ID)
    case appointment(Appointment.ID)
    case reminder
  }

  /// Minutes that a reminder comes before its session where the user has not said otherwise.
  public static let usualReminder = 10

  /// In the order they were starred.
  public private(set) var stars: [Star] = []
  public private(set) var grades: [Session.ID: Grade] = [:]
  /// By start.
  public private(set) var appointments: [Appointment] = []
  /// Minutes that a reminder comes before what is on the plan; 0 is never.
  public private(set) var reminder = Plan.usualReminder
  private(set) var reminderStamp = 0
  /// The stamps of what was taken away.
  private(set) var removals: [Key: Int] = [:]
  private(set) var changes: Set<Key> = []
  /// The greatest stamp that is known.
  private var latest = 0

  public init() {}

  init(
    stars: [Star], appointments: [Appointment] = [], removals: [Key: Int] = [:], reminder: Int = Plan.usualReminder,
    reminderStamp: Int = 0
  ) {
    for star in stars where grades[star.id] == nil {
      self.stars.append(star)
      grades[star.id] = star.grade
    }
    var known: Set<Appointment.ID> = []
    self.appointments = appointments.filter { known.insert($0.id).inserted }
    sortAppointments()
    (self.removals, self.reminder, self.reminderStamp) = (removals, reminder, reminderStamp)
    let stamps = stars.map(\.stamp) + appointments.map(\.stamp) + removals.values
    latest = stamps.reduce(reminderStamp, max)
  }

  /// What is on the plan in any grade.
  public var starred: Set<Session.ID> { Set(grades.keys) }
  public var isEmpty: Bool { stars.isEmpty && appointments.isEmpty }
  /// Something was changed that is not saved.
  public var hasChanges: Bool { !changes.isEmpty }

  // MARK: - Changing

  /// A session that is starred already stays as it is.
  public mutating func star(_ id: Session.ID, title: String, at instant: Instant) {
    if grades[id] == nil { put(Star(id: id, title: title, starredAt: instant)) }
  }

  /// Gives a session a grade; nil takes it off the plan.
  public mutating func grade(_ id: Session.ID, _ grade: Grade?, title: String, at instant: Instant) {
    guard let grade else { return unstar(id) }
    guard grades[id] != grade else { return }
    var star = stars.first { $0.id == id } ?? Star(id: id, title: title, starredAt: instant)
    star.grade = grade
    put(star)
  }

  public mutating func unstar(_ id: Session.ID) {
    guard grades.removeValue(forKey: id) != nil else { return }
    stars.removeAll { $0.id == id }
    remove(.star(id))
  }

  /// Puts an entry of one's own in the place of the one of the same identifier, else beside the others.
  public mutating func put(_ appointment: Appointment) {
    var appointment = appointment
    appointment.stamp = nextStamp()
    place(appointment)
    note(.appointment(appointment.id))
  }

  public mutating func removeAppointment(_ id: Appointment.ID) {
    guard appointments.contains(where: { $0.id == id }) else { return }
    appointments.removeAll { $0.id == id }
    remove(.appointment(id))
  }

  /// Says how many minutes before a session a reminder comes; 0 is never, and less counts as 0.
  public mutating func remind(minutes: Int) {
    let minutes = min(max(0, minutes), Plan.longestReminder)
    guard minutes != reminder else { return }
    (reminder, reminderStamp) = (minutes, nextStamp())
    note(.reminder)
  }

  /// A week.
  static let longestReminder = 7 * 24 * 60

  /// Puts a star in the place of the same session's, else at the end, as the last change.
  private mutating func put(_ star: Star) {
    var star = star
    star.stamp = nextStamp()
    place(star)
    note(.star(star.id))
  }

  private mutating func remove(_ key: Key) {
    removals[key] = nextStamp()
    changes.insert(key)
  }

  private mutating func note(_ key: Key) {
    removals[key] = nil
    changes.insert(key)
  }

  private mutating func place(_ star: Star) {
    if grades.updateValue(star.grade, forKey: star.id) == nil {
      stars.append(star)
    } else if let index = stars.firstIndex(where: { $0.id == star.id }) {
      stars[index] = star
    }
  }

  private mutating func place(_ appointment: Appointment) {
    appointments.removeAll { $0.id == appointment.id }
    appointments.append(appointment)
    sortAppointments()
  }

  private mutating func sortAppointments() { appointments.sort { ($0.start, $0.id) < ($1.start, $1.id) } }

  // MARK: - Merging

  /// A stamp after all that are known.
  private mutating func nextStamp() -> Int {
    latest += 1
    return latest
  }

  private func stamp(of key: Key) -> Int {
    let own =
      switch key {
      case .star(let id): stars.first { $0.id == id }?.stamp
      case .appointment(let id): appointments.first { $0.id == id }?.stamp
      case .reminder: Int?.some(reminderStamp)
      }
    return own ?? removals[key] ?? 0
  }

  /// A plan that was read anew, with what is not saved yet done to it again, but where that one knows of a later change.
  ///
  /// Where both changed an entry at once it is better to have too much: what is there wins over what was taken away.
  func redone(on other: Plan) -> Plan {
    var result = other
    result.latest = max(latest, other.latest)
    for (key, stamp) in removals where changes.contains(key) && stamp > other.stamp(of: key) {
      switch key {
      case .star(let id):
        result.grades[id] = nil
        result.stars.removeAll { $0.id == id }
      case .appointment(let id): result.appointments.removeAll { $0.id == id }
      case .reminder: continue
      }
      result.removals[key] = stamp
      result.changes.insert(key)
    }
    // Once more in the order in which they were starred.
    for star in stars where changes.contains(.star(star.id)) && star.stamp >= other.stamp(of: .star(star.id)) {
      result.place(star)
      result.note(.star(star.id))
    }
    for entry in appointments
    where changes.contains(.appointment(entry.id)) && entry.stamp >= other.stamp(of: .appointment(entry.id)) {
      result.place(entry)
      result.note(.appointment(entry.id))
    }
    if changes.contains(.reminder), reminderStamp >= other.reminderStamp {
      (result.reminder, result.reminderStamp) = (reminder, reminderStamp)
      result.changes.insert(.reminder)
    }
    return result
  }

  /// What was changed and is not saved yet.
  var changedEntries: (stars: Set<Session.ID>, appointments: Set<Appointment.ID>) {
    var (stars, appointments): (Set<Session.ID>, Set<Appointment.ID>) = ([], [])
    for change in changes {
      switch change {
      case .star(let id): stars.insert(id)
      case .appointment(let id): appointments.insert(id)
      case .reminder: break
      }
    }
    return (stars, appointments)
  }

  /// The same, once it is saved.
  func settled() -> Plan {
    var result = self
    result.changes = []
    return result
  }

  /// The same as if nothing of it were saved.
  func unsettled() -> Plan {
    var result = self
    result.changes = Set(stars.map { .star($0.id) }).union(appointments.map { .appointment($0.id) })
      .union(removals.keys).union([.reminder])
    return result
  }
}

extension Plan {
  /// Lets the stars follow their sessions into an agenda, and remembers what these are known by now.
  ///
  /// A session under another identifier takes its star along. One whose identifier was given to another session, and which
  /// is gone or not found for certain, keeps its star under an identifier that no agenda has: no star ever lights another
  /// session. What is only gone keeps its star as it is.
  public mutating func follow(in source: some SubjectSource) {
    let known = Dictionary(stars.map { ($0.id, $0) }) { first, _ in first }
    let following = Plan(stars: stars.map { $0.followed(in: source) })
    for id in starred.subtracting(following.starred) { unstar(id) }
    for star in following.stars where known[star.id] != star { put(star) }
    // In the order in which they were starred, whatever they are called now.
    let order = Dictionary(following.stars.enumerated().map { ($1.id, $0) }) { first, _ in first }
    stars.sort { order[$0.id] ?? 0 < order[$1.id] ?? 0 }
  }

  /// Puts the star of a session on another one, which the user says it has become.
  public mutating func carry(_ id: Session.ID, to subject: NoteSubject) {
    guard let star = stars.first(where: { $0.id == id }) else { return }
    unstar(id)
    put(star.seen(as: subject))
  }

  /// What is starred and not in an agenda, in the order in which it was starred.
  public func gone(from isThere: (Session.ID) -> Bool) -> [Star] { stars.filter { !isThere($0.id) } }

  /// What the sessions were known by when they were last seen, of those of which that is known.
  public var subjects: [Subject: NoteSubject] {
    let known = stars.filter { $0.people != nil }.map { (Subject.session($0.id), $0.subject) }
    return Dictionary(known) { first, _ in first }
  }

  /// Whether there is a star of whose session no more is known than its title.
  public var hasUnknown: Bool { stars.contains { $0.people == nil } }
}

extension Plan.Star {
  /// The same star with a session as it is now.
  fileprivate func seen(as subject: NoteSubject) -> Plan.Star {
    var star = Plan.Star(id: subject.target.id, title: subject.title, starredAt: starredAt)
    (star.start, star.people, star.hasTwin) = (subject.start, subject.people.map(\.name), subject.hasTwin)
    (star.grade, star.stamp) = (grade, stamp)
    return star
  }

  private var identity: SessionIdentity {
    SessionIdentity(id: id, title: title, start: start, people: people, hasTwin: hasTwin)
  }

  /// As a note's subject, as far as it is known.
  fileprivate var subject: NoteSubject {
    var subject = NoteSubject(target: .session(id), title: title)
    subject.people = (people ?? []).map { NoteSubject.Participant(name: $0) }
    (subject.start, subject.hasTwin) = (start, hasTwin)
    return subject
  }

  fileprivate func followed(in source: some SubjectSource) -> Plan.Star {
    let there = source[.session(id)]
    if let there, identity.isSame(as: there.identity) { return seen(as: there) }
    let candidates = source.titled(like: subject)
    if let place = identity.successor(among: candidates.map(\.identity)) {
      // It is asked for once more, since only so does it say whether it has a twin.
      let target = candidates[place].target
      return seen(as: source[target] ?? candidates[place])
    }
    var star = self
    if there != nil { star.id = subject.aside.target.id }
    return star
  }
}
