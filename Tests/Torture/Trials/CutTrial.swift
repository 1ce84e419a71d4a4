import CPosix
import Glibc
import Stage

/// The machine loses its power while somebody types: nothing is lost that was shown as saved, and little else.
///
/// The home is on an ext4 file system of its own, in a file that is copied at one moment, as the disk would be found
/// after a cut. In the control run the program only believes that it has put anything on disk.
struct CutTrial {
  private let options: Options
  /// Seconds of typing that a cut may take away, a disk's own time included.
  private var window: Double { Double(options.window) / 1_000 }
  /// Likewise, while nothing is typed.
  private var idleWindow: Double { window / 4 }
  private let syncs: Bool

  init(_ options: Options, syncs: Bool) { (self.options, self.syncs) = (options, syncs) }

  func run(_ cases: Int, _ random: inout Random, _ outcome: inout Outcome) throws {
    let disk = try Disk()
    let house = try House(options, home: disk.home)
    let watch = syncs ? nil : try Watch(in: house.folder)
    watch?.set { [.fsync, .fdatasync].contains($0.kind) ? .pretend : .make }
    let typist = try house.open(watch: watch)
    var diary = Diary()
    typist.send(Array("e".utf8))
    for _ in 0..<cases {
      let cut = Typist.now + Double(random.number(150...3_200)) / 1_000
      // Some cuts come while nobody types.
      let lastKey = cut - (random.chance(40) ? Double(random.number(100...2_400)) / 1_000 : 0)
      while Typist.now < lastKey {
        diary.typed(&random, typist)
        diary.look(typist, until: min(lastKey, Typist.now + Double(random.number(20...130)) / 1_000))
      }
      diary.look(typist, until: cut)
      // What comes to the disk until it is held up is more than has to be there.
      let time = Typist.now
      try disk.cut()
      diary.cut(at: time)
    }
    typist.kill()
    try disk.unmount()
    for (number, cut) in diary.cuts.enumerated() {
      outcome.cases += 1
      outcome.seen += diary.manuscript.states[cut.shown].text.count
      try disk.mount(cut: number)
      defer { try? disk.unmount() }
      let next = try house.open()
      next.pseudoTerminal.signal(SIGTERM)
      _ = next.end(within: 10)
      try judge(house.note, cut, diary, &outcome) {
        Failure(sentence: "\($0); kept in \(house.keep(diary.manuscript, next)) and \(disk.keep())")
      }
    }
  }

  private func judge(
    _ note: String?, _ cut: Diary.Cut, _ diary: Diary, _ outcome: inout Outcome, _ failure: (String) -> Failure
  ) throws {
    guard let note, let state = diary.manuscript.state(holding: note) else {
      if !syncs { return outcome.losses.append(diary.manuscript.states[cut.saved].text.count) }
      throw failure("the note is torn: \(note ?? "no text")")
    }
    if cut.saved > 0 { outcome.counts["shown as saved before", default: 0] += 1 }
    if state < cut.saved {
      outcome.losses.append(
        max(1, diary.manuscript.states[cut.saved].text.count - diary.manuscript.states[state].text.count))
      if syncs { throw failure("what was shown as saved is not in the note: \(note)") }
    }
    guard syncs, state < cut.shown, let first = diary.firstShown[state + 1] else { return }
    let (age, idle) = (cut.time - first, cut.time - cut.lastKey)
    outcome.times.append(Int(age * 1_000))
    outcome.counts["with unsaved typing lost", default: 0] += 1
    if age > window { throw failure("typing of \(age) s is lost") }
    if idle > idleWindow { throw failure("\(idle) s after the last key it is not on disk") }
  }
}
