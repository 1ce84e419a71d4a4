import Glibc
import Stage

/// SIGKILL at random moments while somebody types: what was on the screen is in the note after the next start.
struct KillTrial {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run(_ deaths: Int, _ random: inout Random, _ outcome: inout Outcome) throws {
    var house = try House(options)
    var draft = Draft(house: house)
    for death in 0...deaths {
      let isLast = death == deaths
      if !isLast, random.chance(7) {
        // While it starts, which may be in the midst of recovering.
        let typist = try house.start()
        typist.pump(until: Typist.now + Double(random.number(0...15)) / 1_000)
        typist.kill()
        try draft.checkWhole(typist)
        outcome.cases += 1
        continue
      }
      var typist = try house.open()
      try draft.expectRecovery(typist, &outcome)
      if isLast { return typist.kill() }
      if draft.isFull {
        typist.kill()
        house = try House(options)
        draft = Draft(house: house)
        typist = try house.open()
      }
      draft.begin(typist)
      let end = Typist.now + Double(random.number(0...60)) / 1_000
      repeat {
        draft.key(typist, &random)
        // Some type in bursts, some slowly.
        if random.chance(70) { typist.pump(until: min(end, Typist.now + Double(random.number(0...4)) / 1_000)) }
      } while Typist.now < end
      typist.kill()
      try draft.died(typist, &outcome)
    }
  }
}
