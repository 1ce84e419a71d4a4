import Agenda
import Dice
import Testing

@testable import Notes

/// Reminders over two days with forty starred talks, however the clock goes and however many windows are open.
struct ReminderTests {
  private static let morning = Instant(seconds: 1_769_846_400)

  private static func slots(_ count: Int = 40) -> [PlanSlot] {
    (0..<count).map { index in
      let start = morning.advanced(by: Int64(index / 20) * 86_400 + Int64(index % 20) * 1_500)
      return PlanSlot(
        id: .session("s\(index)"), grade: .must, start: start, end: start.advanced(by: 1_500), place: "K.\(index % 3)")
    }
  }

  private static func environment(_ scratch: Scratch) -> (String) -> String? {
    { $0 == "XDG_STATE_HOME" ? scratch.path + "/state" : nil }
  }

  @Test("Two windows, suspends and clocks that jump: each is told once, and none late while the machine is awake")
  func twoDays() throws {
    for seed in UInt64(1)...10 {
      var random = Dice(seed: seed)
      let scratch = try Scratch()
      let slots = Self.slots()
      var now = Self.morning.advanced(by: -7_200)
      var clocks = [ReminderClock](repeating: ReminderClock(from: now), count: 2)
      let told = try #require(ToldReminders(conference: "fosdem", environment: Self.environment(scratch)))
      var count: [PlanSlot.ID: Int] = [:]
      let end = Self.morning.advanced(by: 2 * 86_400)
      var wasAsleep = false
      while now < end {
        for index in [0, 1].shuffled(using: &random) {
          for reminder in clocks[index].due(at: now, in: slots, minutes: 10) where told.claim(reminder) {
            count[reminder.slot.id, default: 0] += 1
            if !wasAsleep { #expect(!reminder.isMissed) }
            #expect(reminder.isMissed == (reminder.slot.start < now))
          }
        }
        wasAsleep = false
        // The loop sleeps until the next minute or reminder, whichever is first.
        let due = clocks[0].next(after: now, in: slots, minutes: 10)
        now = min(now.advanced(by: 60 - now.seconds % 60), due ?? end)
        switch Int.random(in: 0..<400, using: &random) {
        case 0:
          now = now.advanced(by: Int64.random(in: 60..<5_000, using: &random))
          wasAsleep = true
        case 1: now = now.advanced(by: -Int64.random(in: 1..<3_000, using: &random))
        default: break
        }
      }
      #expect(count.count == 40 && count.values.allSatisfy { $0 == 1 }, "seed \(seed): \(count.count)")
    }
  }

  @Test(
    "At the second of its start it is not missed, a second later it is, and what is due when the program starts is told"
  )
  func atTheSecond() {
    let slot = Self.slots(1)[0]
    func isMissed(after seconds: Int64) -> [Bool] {
      var clock = ReminderClock(from: Self.morning.advanced(by: -900))
      return clock.due(at: slot.start.advanced(by: seconds), in: [slot], minutes: 10).map(\.isMissed)
    }
    #expect(isMissed(after: 0) == [false] && isMissed(after: 1) == [true])
    var clock = ReminderClock(from: slot.start.advanced(by: -600))
    #expect(clock.due(at: slot.start.advanced(by: -599), in: [slot], minutes: 10).count == 1)
    var late = ReminderClock(from: slot.start.advanced(by: -599))
    #expect(late.due(at: slot.start.advanced(by: -598), in: [slot], minutes: 10).isEmpty)
  }

  @Test("While nothing disturbs the clock, none is late by a second")
  func onTime() {
    let slots = Self.slots()
    var now = Self.morning.advanced(by: -3_601)
    var clock = ReminderClock(from: now)
    var found = 0
    while let next = clock.next(after: now, in: slots, minutes: 10) {
      now = next
      for reminder in clock.due(at: now, in: slots, minutes: 10) {
        #expect(now.since(reminder.slot.start) == -600 && !reminder.isMissed)
        found += 1
      }
    }
    #expect(found == 40)
  }

  @Test("What is for later is no reason to go, 0 minutes are never, and what was due before the start is not told")
  func none() {
    var slots = Self.slots(1)
    var clock = ReminderClock(from: Self.morning.advanced(by: -3_600))
    #expect(clock.due(at: Self.morning, in: slots, minutes: 0).isEmpty)
    slots[0].grade = .later
    #expect(clock.due(at: Self.morning.advanced(by: 1), in: slots, minutes: 10).isEmpty)
    slots[0].grade = .must
    var late = ReminderClock(from: Self.morning.advanced(by: -300))
    #expect(late.due(at: Self.morning, in: slots, minutes: 10).isEmpty)
  }

  @Test("Where nothing can be written, each window tells")
  func unwritable() throws {
    let scratch = try Scratch()
    try scratch.write(scratch.path + "/state", "a file in the way")
    let told = try #require(ToldReminders(conference: "x", environment: Self.environment(scratch)))
    let reminder = Reminder(slot: Self.slots(1)[0], isMissed: false)
    #expect(told.claim(reminder) && told.claim(reminder))
  }
}
