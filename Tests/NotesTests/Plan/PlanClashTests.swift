import Agenda
import Testing

@testable import Notes

struct PlanClashTests {
  /// Minutes after a morning.
  private static func slot(
    _ id: String, _ start: Int, _ end: Int?, _ place: String = "", _ grade: Plan.Grade = .must
  ) -> PlanSlot {
    PlanSlot(id: .session(id), grade: grade, start: at(start), end: end.map(at), place: place)
  }

  private static func at(_ minute: Int) -> Instant { Instant(seconds: 1_769_846_400 + Int64(minute) * 60) }

  private static func words(_ clashes: PlanClashes) -> [String] {
    clashes.all.map { clash in
      guard case .session(let first) = clash.first.id, case .session(let second) = clash.second.id else { return "" }
      return "\(first) \(second) \(clash.kind) \(clash.minutes)"
    }
  }

  @Test func clashesHaveThreeGradesFromTheWorstOn() {
    let clashes = PlanClashes([
      Self.slot("d", 190, 220, "K.2"), Self.slot("a", 0, 60, "K.1.105 (La Fontaine)"),
      Self.slot("b", 30, 90, "H.1302"), Self.slot("c", 90, 120, "K.1.105 (La Fontaine)"),
      Self.slot("e", 125, 180, "UB2.252A (Lameere)"),
    ])
    #expect(Self.words(clashes) == ["a b overlap 30", "b c noBreak 0", "c e tight 5"])
    #expect(clashes.overlapping == [.session("a"), .session("b")])
    #expect(clashes.of(.session("b")).map(\.kind) == [.overlap, .noBreak])
  }

  @Test func whatTouchesInOneRoomOrIsForLaterDoesNotClash() {
    let clashes = PlanClashes([
      Self.slot("a", 0, 60, "Main Hall"), Self.slot("b", 60, 90, "Main Hall"), Self.slot("c", 10, 50, "x", .later),
      Self.slot("d", 95, 100, "Blue Room"),
    ])
    #expect(clashes.all.isEmpty && clashes.overlapping.isEmpty)
  }

  @Test func oneWithoutAnEndClashesWithWhatIsStillOn() {
    let clashes = PlanClashes([Self.slot("a", 0, 60), Self.slot("b", 30, nil), Self.slot("c", 31, 32)])
    #expect(Self.words(clashes) == ["a b overlap 1", "a c overlap 1"])
  }

  @Test func buildingsAreSeenInNamesOfACampusAlone() {
    #expect(Room.building(inName: "K.1.105 (La Fontaine)") == "K")
    #expect(Room.building(inName: "UB2.252A (Lameere)") == "UB")
    for name in ["Janson", "Main Hall", "A1", "Saal 1.2", "", "ABCD.1", "1.2", "K", "大會議廳"] {
      #expect(Room.building(inName: name) == nil, "\(name)")
    }
    #expect(Walking.minutes(from: "H.1301", to: "H.2215") == 0 && Walking.minutes(from: "H.1301", to: "Janson") == 0)
  }

  @Test("A break as long as the way is enough, and a minute less is not")
  func aBreakAsLongAsTheWay() {
    let first = Self.slot("a", 0, 60, "K.1.105 (La Fontaine)")
    let walk = Walking.betweenBuildings
    #expect(PlanClashes([first, Self.slot("b", 60 + walk, 120, "UB2.252A (Lameere)")]).all.isEmpty)
    let short = PlanClashes([first, Self.slot("b", 59 + walk, 120, "UB2.252A (Lameere)")])
    #expect(Self.words(short) == ["a b tight \(walk - 1)"])
  }

  @Test("A quarter of an hour is a gap, and a minute less is none")
  func theShortestGap() {
    let day = [Self.at(0)..<Self.at(120)]
    func gaps(_ start: Int) -> [Int] {
      PlanGap.all(in: [Self.slot("a", 0, 60), Self.slot("b", start, 120)], days: day).map(\.minutes)
    }
    #expect(gaps(75) == [15] && gaps(74) == [])
  }

  @Test func gapsLieBetweenEntriesInsideOfDays() {
    let slots = [Self.slot("a", 60, 120), Self.slot("b", 70, 80), Self.slot("c", 130, 150), Self.slot("d", 200, 700)]
    let gaps = PlanGap.all(in: slots, days: [Self.at(0)..<Self.at(600), Self.at(650)..<Self.at(800)])
    #expect(gaps.map(\.minutes) == [60, 50, 100])
    #expect(gaps[0].before == nil && gaps[0].after?.id == .session("a"))
    #expect(gaps[1].before?.id == .session("c") && gaps[1].after?.id == .session("d"))
    #expect(gaps[2].start == Self.at(700) && gaps[2].after == nil)
    #expect(PlanGap.all(in: [], days: [Self.at(0)..<Self.at(10)]).isEmpty)
  }

  /// What overlaps by comparing each with each.
  private static func plain(_ slots: [PlanSlot]) -> Set<PlanSlot.ID> {
    var found: Set<PlanSlot.ID> = []
    for (place, one) in slots.enumerated() where one.grade != .later {
      for other in slots[(place + 1)...] where other.grade != .later && one.start < other.end && other.start < one.end {
        found.formUnion([one.id, other.id])
      }
    }
    return found
  }

  @Test func randomPlansAgreeWithComparingEachWithEach() {
    for _ in 0..<200 {
      let slots = (0..<Int.random(in: 0..<40)).map { index in
        let start = Int.random(in: 0..<1_000)
        return Self.slot(
          "s\(index)", start, Bool.random() ? start + Int.random(in: 0..<90) : nil, "",
          Plan.Grade.allCases.randomElement() ?? .must)
      }
      #expect(PlanClashes(slots).overlapping == Self.plain(slots))
    }
  }

  @Test("Clashes and gaps of 2,000 entries among a day's crowds within milliseconds")
  func quick() {
    // Two days of forty rooms, all of it starred.
    let slots = (0..<2_000).map { index in
      let start = (index / 1_000) * 1_440 + (index % 1_000) / 40 * 22
      return Self.slot("s\(index)", start, start + 20 + index % 30, "H.\(index % 40)")
    }
    let days = [Self.at(0)..<Self.at(600), Self.at(1_440)..<Self.at(2_040)]
    let clock = ContinuousClock()
    let times = (0..<11).map { _ in
      clock.measure {
        #expect(!PlanClashes(slots).all.isEmpty)
        #expect(PlanGap.all(in: slots, days: days).count < 100)
      }
    }.sorted()
    print("2,000 entries: clashes and gaps in \(times[5])")
    #expect(times[5] < .seconds(1), "as built for tests; a release takes a small part of it")
  }
}
