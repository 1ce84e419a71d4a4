import Agenda
import Dice
import Testing

@testable import Notes

struct SharedPlanTests {
  private static let now = Instant(seconds: 1_769_850_000)

  private static func plan(_ ids: [Session.ID]) -> Plan {
    var plan = Plan()
    for id in ids { plan.star(id, title: id, at: now) }
    return plan
  }

  private static func shared(_ ids: [Session.ID], count: Int = 1_000, conference: String = "fosdem-2026") -> SharedPlan
  {
    SharedPlan(plan(ids), conference: conference, sessionCount: count)
  }

  @Test(
    "What is shared comes back from its address, whatever sessions are called",
    arguments: [
      [], ["8376"], ["8376", "7886", "9001", "0", "9007199254740991"], ["opening", "treaty", "a.b_c-d"],
      ["8376", "opening"], ["007", "7"], ["a", "b", "c"], (0..<2_000).map { "\($0 * 3 + 5)" },
      (0..<2_000).map { "talk-\($0)" },
    ])
  func again(ids: [String]) throws {
    let plan = Self.shared(ids)
    let read = try SharedPlan(address: " \n" + plan.address + "\r\n")
    #expect(read == plan && read.count == ids.count && read.conference == "fosdem-2026")
    #expect(Set(read.sessions(among: (ids + ["other", "1234567"]))) == Set(ids))
    #expect(plan.address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
  }

  @Test("Sessions that another agenda has not are missing, and no other takes their place")
  func otherAgenda() throws {
    let ids = (0..<40).map { "talk-\($0)" }
    let read = try SharedPlan(address: Self.shared(ids).address)
    let others = (100..<1_100).map { "talk-\($0)" }
    #expect(read.sessions(among: others) == [])
    #expect(read.sessions(among: others + ids.prefix(7)) == Array(ids.prefix(7)))
    #expect(read.count == 40)
  }

  @Test("Of forty sessions among thirty thousand none is taken for another")
  func manySessions() throws {
    let all = (0..<30_000).map { "session-\($0)-of-many" }
    let ids = stride(from: 17, to: 30_000, by: 750).map { all[$0] }
    let read = try SharedPlan(address: Self.shared(ids, count: all.count).address)
    #expect(read.sessions(among: all) == ids)
  }

  @Test("Of many small agendas whose sessions are called alike, hardly one has two that are taken for each other")
  func alike() throws {
    var faults = 0
    for number in 0..<300 {
      let ids = (0..<12).map { "s\($0)" }
      let plan = Self.shared(ids, count: 12, conference: "c\(number)")
      if plan.sessions(among: ids) != ids { faults += 1 }
    }
    #expect(faults <= 3)
  }

  @Test("Forty talks of a conference of eleven hundred fit into a code of version 6, twenty where they have no numbers")
  func size() {
    // As FOSDEM's are.
    let numbers = (0..<40).map { "\(7_886 + ($0 * 7_919) % 1_500)" }
    #expect(Self.shared(numbers, count: 1_100).address.utf8.count <= 134)
    let names = (0..<20).map { "talk-\($0)" }
    #expect(Self.shared(names, count: 1_100).address.utf8.count <= 134)
  }

  @Test("Only what one goes to is shared, and entries of one's own only where they are asked for")
  func privacy() throws {
    var plan = Self.plan(["a", "b"])
    plan.grade("b", .maybe, title: "b", at: Self.now)
    plan.grade("c", .later, title: "c", at: Self.now)
    let tea = Plan.Appointment(
      id: "own-1", title: "Tea with Zoë \u{1F469}\u{200D}\u{1F4BB}", place: "Bar", start: Self.now,
      end: Self.now.advanced(by: 1_800))
    plan.put(tea)
    let plain = try SharedPlan(address: SharedPlan(plan, conference: "x", sessionCount: 3).address)
    #expect(plain.sessions(among: ["a", "b", "c"]) == ["a", "b"] && plain.appointments == [])
    let whole = try SharedPlan(address: SharedPlan(plan, conference: "x", sessionCount: 3, includesOwn: true).address)
    #expect(whole.appointments.map(\.title) == [tea.title] && whole.appointments.map(\.place) == ["Bar"])
    #expect(whole.appointments.map(\.start) == [Self.now] && whole.appointments.map(\.end) == [tea.end])
    #expect(!whole.appointments.contains { $0.id == "own-1" })
  }

  @Test("What is no address, of a newer program, cut off, changed, too long or not text is told apart")
  func damage() throws {
    let address = Self.shared(["8376", "7886", "opening"]).address
    func problem(_ text: String) -> SharedPlan.Problem? {
      do throws(SharedPlan.Problem) {
        _ = try SharedPlan(address: text)
        return nil
      } catch {
        return error
      }
    }
    #expect(problem(address) == nil)
    #expect(problem("") == .noAddress && problem("https://example.org") == .noAddress)
    #expect(problem("plenary:other/1/x/y") == .noAddress && problem("plenary:") == .noAddress)
    #expect(problem(address.replacing("plan/1/", with: "plan/2/")) == .newer)
    #expect(problem(address.replacing("fosdem-2026", with: "fosdem-2025")) == .damaged)
    #expect(problem(String(repeating: "x", count: 1 << 20)) == .tooLong(limit: SharedPlan.limit))
    #expect(problem(address + String(repeating: "A", count: 1 << 17)) == .tooLong(limit: SharedPlan.limit))
    #expect(problem(address + "\u{1B}[31m") == .strangeCharacters)
    #expect(problem(address.replacing("fosdem", with: "fos\u{202E}dem")) == .strangeCharacters)
    for end in SharedPlan.scheme.utf8.count..<address.utf8.count {
      #expect(problem(String(address.prefix(end))) != nil, "cut at \(end)")
    }
    // No sign of it can be exchanged for another unseen.
    for place in address.indices.dropFirst(15) {
      var changed = address
      changed.replaceSubrange(place...place, with: address[place] == "A" ? "B" : "A")
      #expect(problem(changed) != nil, "changed at \(place)")
    }
  }

  @Test("Whatever bits come with a sound checksum, nothing worse than an error comes of them")
  func hostileBits() {
    var dice = Dice(seed: 1)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 1...40, using: &dice)).map { _ in
        UInt8.random(in: 0...255, using: &dice)
      }
      var reader = BitReader(bytes)
      guard let sessions = SharedSessions(&reader) else { continue }
      #expect(sessions.count <= 60_000)
    }
  }
}
