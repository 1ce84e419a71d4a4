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

  @Test("No star is on another session and none is lost, over versions of real schedules")
  func realSchedules() throws {
    let today = CalendarDate(dayNumber: 19_000)
    for file in Self.files {
      guard let bytes = try? ImportSource.bytes(at: file),
        let agenda = try? Import.read(bytes, name: "x", today: today).agenda
      else { continue }
      let (subjects, ids) = (Self.subjects(agenda), agenda.sessions.map(\.id))
      for seed in 1...UInt64(8) {
        let script = VersionScript(agenda, seed: seed)
        var plan = Plan()
        let starred = ids.filter { _ in Bool.random() } + script.told.compactMap(\.old)
        for id in starred { plan.star(id, title: subjects[.session(id)]?.title ?? "", at: Self.noon) }
        plan.follow(in: subjects)
        let before = plan.stars
        plan.follow(in: Self.subjects(script.new))
        #expect(plan.stars.count == before.count, "none is lost")
        let present = Set(script.new.sessions.map(\.id))
        for (star, now) in zip(before, plan.stars) {
          let expected = script.successors[star.id]
          #expect(
            expected == nil ? !present.contains(now.id) : now.id == expected,
            "\(file), seed \(seed): \(star.id) \(star.title), now \(now.id) \(now.title)")
        }
      }
    }
  }
}
