import Agenda
import Catalogue
import Cells
import Dice
import Glibc
import Interface

/// Days of a kiosk in simulated time, in this process: keys, mouse, pastes, resizes, notices, new versions, and clocks
/// that jump.
struct SimulatedDays {
  private(set) var faults: [String] = []
  private(set) var summary = ""

  /// KiB that the process may grow by in a simulated day.
  private static let slope = 64

  init(_ options: SoakOptions) {
    let days = options.days
    guard let agenda = BundleReader().read(options.bundle).agenda, let first = Self.compile(agenda) else {
      faults.append("\(options.bundle): cannot be read")
      return
    }
    let noon = agenda.conference.start.dayNumber
    let begin = Instant(seconds: Int64(noon - 5) * 86_400)
    var kiosk = KioskState(
      agenda: agenda, catalogue: first, clock: Clock(now: begin, isSimulated: true), uptime: 0,
      size: Size(width: 80, height: 24), theme: .dark)
    var dice = Dice(seed: 7)
    var now = begin
    var uptime: Int64 = 0
    var size = Size(width: 80, height: 24)
    var resident: [Int] = []
    for _ in 0..<days {
      for _ in 0..<options.steps {
        let seconds = Int64(86_400 / max(1, options.steps))
        now = now.advanced(by: seconds)
        uptime += seconds * 1_000
        update(&kiosk, .time(now, uptime: uptime))
        Self.happen(&kiosk, &dice, agenda, &size, now)
        let picture = render(kiosk)
        if picture.buffer.size != size { faults.append("a picture of \(picture.buffer.size) on \(size)") }
      }
      // Nobody is there for a minute: the board has to be back.
      size = Size(width: 80, height: 24)
      update(&kiosk, .input(.resize(size)))
      update(&kiosk, .notices([]))
      uptime += 61_000
      update(&kiosk, .time(now, uptime: uptime))
      let text = render(kiosk).buffer.text
      if !text.contains("Press any key") && !text.contains("may still change") {
        faults.append("the board is not back:\n\(text)")
      }
      resident.append(ProcessFacts.resident(getpid()))
    }
    // Days until the allocator has met the largest of what there is.
    let warm = resident.count / 2
    let growth = resident.count > 2 ? (resident[resident.count - 1] - resident[warm]) / (resident.count - 1 - warm) : 0
    if growth > Self.slope { faults.append("grows by \(growth) KiB a day: \(resident)") }
    summary = "\(days) simulated days of \(options.steps) steps, \(growth) KiB more a day"
  }

  private static func compile(_ agenda: Agenda) -> Catalogue? {
    try? Catalogue.compile(agenda, problemCount: 0, languages: ["en"])
  }

  private static func happen(
    _ kiosk: inout KioskState, _ dice: inout Dice, _ agenda: Agenda, _ size: inout Size, _ now: Instant
  ) {
    switch dice.roll(40) {
    case 0..<12:
      for _ in 0..<dice.roll(8) { update(&kiosk, .input(.key(Keyboard.key(&dice)))) }
    case 12..<15:
      let point = Point(x: dice.roll(260) - 5, y: dice.roll(80) - 5)
      let kinds: [MouseAction.Kind] = [.click, .doubleClick, .drag, .wheelUp, .wheelDown]
      update(&kiosk, .input(.mouse(MouseAction(kinds[dice.roll(4)], at: point))))
    case 15: update(&kiosk, .input(.paste(String(repeating: "q:\u{3}\u{1B}", count: dice.roll(50)))))
    case 16, 17:
      size = Size(width: dice.roll(3) == 0 ? dice.roll(20) : 20 + dice.roll(240), height: dice.roll(80))
      update(&kiosk, .input(.resize(size)))
    case 18:
      update(
        &kiosk,
        .notices([Notice(text: Text("Notice \(dice.roll(9))"), late: 1 + dice.roll(60), until: now.advanced(by: 900))]))
    case 19 where dice.roll(20) == 0:
      var agenda = agenda
      if !agenda.sessions.isEmpty {
        agenda.sessions[dice.roll(agenda.sessions.count)].title = Text("Changed \(dice.roll(1_000))")
      }
      if let catalogue = compile(agenda) { update(&kiosk, .agenda(agenda, catalogue)) }
    // An administrator sets the clock, which says nothing of how much time has gone by.
    case 20: update(&kiosk, .time(Instant(seconds: now.seconds + Int64(dice.roll(200_000)) - 100_000), uptime: 0))
    default: break
    }
  }
}

/// Whatever can be pressed.
enum Keyboard {
  private static let special: [Key] = [
    .enter, .escape, .tab, .backtab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
    .pageDown, .shiftUp, .shiftDown, .wordLeft, .wordRight, .function(1), .function(5), .function(12), .control("c"),
    .control("z"), .control("\\"), .control("s"), .control("q"), .control("d"), .control("l"), .control("p"),
  ]

  static func key(_ dice: inout Dice) -> Key {
    switch dice.roll(3) {
    case 0: special[dice.roll(special.count)]
    case 1: [Key.up, .down, .enter, .character("/"), .character("b"), .character("c"), .tab][dice.roll(7)]
    default: .character(Character(UnicodeScalar(UInt8(0x20 + dice.roll(95)))))
    }
  }
}
