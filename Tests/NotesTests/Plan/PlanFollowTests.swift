import Agenda
import Glibc
import Interchange
import Messages
import Support
import Testing

@testable import Notes

/// Stars when the agenda is another one.
struct PlanFollowTests {
  private static let noon = Instant(seconds: 1_512_398_460)

  private static func subjects(_ agenda: Agenda) -> NoteSubjects {
    NoteSubjects(of: agenda, languages: [], messages: .english)
  }

  private static func has(_ agenda: Agenda) -> (Session.ID) -> Bool {
    { id in agenda.sessions.contains { $0.id == id } }
  }

  /// Of each session, as if it had been seen in that agenda.
  private static func plan(of agenda: Agenda, _ ids: [Session.ID]) -> Plan {
    var plan = Plan()
    let titles = Dictionary(agenda.sessions.map { ($0.id, $0.title) }) { first, _ in first }
    for id in ids { plan.star(id, title: titles[id]?.string(for: []) ?? "", at: noon) }
    plan.follow(in: subjects(agenda))
    return plan
  }

  private static var agenda: Agenda { ReportSample.agenda }

  private static func renumbered(_ session: Session, _ id: String) -> Session {
    var new = Session(id: id, title: session.title, start: session.start)
    (new.people, new.end, new.items) = (session.people, session.end, session.items)
    return new
  }

  @Test func aStarGoesAlongWithItsSessionToAnotherIdentifier() {
    let old = Self.agenda
    let id = old.sessions[3].id
    var new = old
    new.sessions[3] = Self.renumbered(old.sessions[3], "renumbered")
    new.sessions[3].start = new.sessions[3].start.advanced(by: 3_600)
    var plan = Self.plan(of: old, [id, old.sessions[0].id])
    plan.follow(in: Self.subjects(new))
    #expect(plan.starred == ["renumbered", old.sessions[0].id])
    #expect(plan.stars.first { $0.id == "renumbered" }?.starredAt == Self.noon)
    #expect(plan.gone(from: Self.has(new)).isEmpty)
  }

  @Test func aStarNeverLightsAnotherSessionThatWasGivenItsIdentifier() {
    let old = Self.agenda
    let id = old.sessions[3].id
    var new = old
    var other = Session(id: id, title: Text("Networks today"), start: old.sessions[3].start.advanced(by: 7_200))
    other.people = []
    new.sessions[3] = other
    var plan = Self.plan(of: old, [id])
    plan.follow(in: Self.subjects(new))
    #expect(!plan.starred.contains(id) && plan.stars.count == 1)
    let gone = plan.gone(from: Self.has(new))
    #expect(gone.map(\.title) == [old.sessions[3].title.string(for: [])], "and it is not lost")
    new.sessions.append(Self.renumbered(old.sessions[3], "back"))
    plan.follow(in: Self.subjects(new))
    #expect(plan.starred == ["back"], "found again, it lights once more")
  }

  @Test func whatIsOnlyGoneKeepsItsStar() {
    let old = Self.agenda
    var new = old
    let id = new.sessions.remove(at: 3).id
    var plan = Self.plan(of: old, [id])
    plan.follow(in: Self.subjects(new))
    #expect(plan.starred == [id] && plan.gone(from: Self.has(new)).map(\.id) == [id])
    plan.follow(in: Self.subjects(old))
    #expect(plan.gone(from: Self.has(old)).isEmpty)
  }

  @Test func starsChangePlacesWithTheirSessions() {
    let old = Self.agenda
    let (one, other) = (old.sessions[2].id, old.sessions[3].id)
    var new = old
    new.sessions[2] = Self.renumbered(old.sessions[2], other)
    new.sessions[3] = Self.renumbered(old.sessions[3], one)
    var plan = Self.plan(of: old, [one, other])
    plan.follow(in: Self.subjects(new))
    #expect(plan.starred == [one, other])
    #expect(plan.stars.first { $0.id == other }?.title == old.sessions[2].title.string(for: []))
  }

  @Test func whatStarsAreKnownByIsKeptOnDiskBesideWhatOthersWrote() throws {
    let scratch = try Scratch()
    let file = PlanFile(in: scratch.user)
    let old = Self.agenda
    let id = old.sessions[3].id
    _ = try file.save(Self.plan(of: old, [id]))
    let text = try #require(try scratch.text(scratch.user.plan))
    #expect(text.contains("\"start\": ") && text.contains("\"people\": ["))
    var new = old
    new.sessions[3] = Self.renumbered(old.sessions[3], "renumbered")
    new.sessions[3].start = new.sessions[3].start.advanced(by: 3_600)
    var plan = file.load().plan
    plan.follow(in: Self.subjects(new))
    // Another program stars something at the same time.
    var meanwhile = file.load().plan
    meanwhile.star("x", title: "X", at: Self.noon)
    _ = try file.save(meanwhile)
    #expect(try file.save(plan).starred == ["renumbered", "x"])
    var again = file.load().plan
    again.follow(in: Self.subjects(new))
    #expect(!again.hasChanges || again.starred == ["renumbered", "x"])
  }

  /// Schedules of real conferences beside the checkout.
  private static let files: [String] = {
    let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let files = TemporaryFolder.files(below: root + "/../shared/data").filter {
      !$0.contains("/schemas/") && !$0.contains("/ics-suite/")
    }
    if files.isEmpty { print("No schedules in ../shared/data: they are not tried here.") }
    return files
  }()

  /// Pairs of versions of each file: PLENARY_VERSIONS=60 tries more than a thousand in all, in some minutes.
  private static let pairs = getenv("PLENARY_VERSIONS").flatMap { UInt64(String(cString: $0)) } ?? 5

  @Test(
    "No star and no note is on another session and none is lost, over versions of real schedules", arguments: files)
  func realSchedules(file: String) throws {
    // What is there to show how files are refused.
    guard
      let agenda = try? Import.read(
        try ImportSource.bytes(at: file), name: "x", today: CalendarDate(dayNumber: 19_000)
      ).agenda
    else { return }
    let (subjects, ids) = (Self.subjects(agenda), agenda.sessions.map(\.id))
    for seed in 1...Self.pairs {
      let script = VersionScript(agenda, seed: seed)
      let (new, present) = (Self.subjects(script.new), Set(script.new.sessions.map(\.id)))
      /// Whether what was on a session is on no other one, and on it where that can be known.
      func isRight(_ old: String, _ now: String) -> Bool {
        script.successors[old].map { now == $0 } ?? !present.contains(now)
      }
      // Whatever has changed, and others that have not.
      let marked = Set(script.told.compactMap(\.old) + ids.shuffled().prefix(20))

      var plan = Plan()
      for id in marked { plan.star(id, title: subjects[.session(id)]?.title ?? "", at: Self.noon) }
      plan.follow(in: subjects)
      let before = plan.stars
      plan.follow(in: new)
      #expect(plan.stars.count == before.count, "none is lost: seed \(seed)")
      for (star, now) in zip(before, plan.stars) {
        #expect(isRight(star.id, now.id), "seed \(seed): \(star.id) \(star.title), now \(now.id) \(now.title)")
      }

      let notes = try Self.notes(on: marked, followedFrom: subjects, into: new)
      #expect(Set(notes.keys) == marked, "none is lost: seed \(seed)")
      for (id, now) in notes {
        #expect(isRight(id, now), "seed \(seed): the note on \(id) is now one on \(now)")
      }
    }
  }

  /// Notes on sessions that are known in one version of an agenda and then meet another: which each is on at last, by the
  /// one that it was written on.
  private static func notes(
    on ids: Set<Session.ID>, followedFrom old: NoteSubjects, into new: NoteSubjects
  ) throws -> [Session.ID: Session.ID] {
    let home = try TemporaryFolder()
    let folder = try #require(UserFolder(conference: "x") { $0 == "XDG_DATA_HOME" ? home.path : nil })
    let files = NoteFiles(in: folder)
    try files.makeFolder()
    for id in ids { try TemporaryFolder.write(Array(id.utf8), to: files.path(for: .session(id))) }
    var memory = SubjectMemory(in: folder)
    memory.bringBack(ids.map { .session($0) }, in: old)
    memory.bringBack(files.all().notes.map(\.target), in: new)
    let notes = files.all(known: Array(memory.remembered.keys)).notes
    return Dictionary(notes.map { ($0.text, $0.target.id) }) { first, _ in first }
  }
}
