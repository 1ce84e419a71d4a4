import Glibc
import Stage

/// What somebody who types has seen on the screen, and when.
struct Diary {
  struct Cut {
    var time: Double
    var lastKey: Double
    /// States of the manuscript: the last that was shown, and the last that was shown as saved.
    var shown: Int
    var saved: Int
  }

  private(set) var manuscript = Manuscript("")
  private(set) var cuts: [Cut] = []
  /// When a state, or one after it, was first seen.
  private(set) var firstShown: [Double?] = [nil]
  private var lastKey = 0.0
  private var shown = 0
  private var saved = 0

  mutating func typed(_ random: inout Random, _ typist: Typist) {
    // A letter each time: so that each state looks different.
    typist.send(manuscript.letter(&random))
    firstShown.append(nil)
    lastKey = Typist.now
  }

  /// Looks at the screen until a moment, whenever a picture is whole.
  mutating func look(_ typist: Typist, until end: Double) {
    while case let rest = end - Typist.now, rest > 0 {
      guard typist.pump(milliseconds: Int((rest * 1_000).rounded(.up))) else { continue }
      while typist.pump(milliseconds: 2) {}
      note(typist)
    }
    note(typist)
  }

  private mutating func note(_ typist: Typist) {
    guard let state = manuscript.state(showing: typist.letters, from: shown) else { return }
    for index in stride(from: state, through: 0, by: -1) where firstShown[index] == nil {
      firstShown[index] = Typist.now
    }
    shown = state
    // While letters come the border tells of those before them.
    if Typist.now - lastKey > Diary.rest, Safety.isSaved(typist.terminal.rows) { saved = state }
  }

  /// Seconds without a key after which the border tells of all that stands there.
  private static let rest = 1.6

  mutating func cut(at time: Double) {
    cuts.append(Cut(time: time, lastKey: lastKey, shown: shown, saved: saved))
  }
}
