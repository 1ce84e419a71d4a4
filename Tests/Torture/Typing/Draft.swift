import Glibc
import Stage

/// The note of a house over several runs of the program: what it may hold, and what it must.
struct Draft {
  /// Seconds that a recovery may take until it is in the note's file.
  private static let patience = 5.0

  let house: House
  private(set) var manuscript = Manuscript("")
  /// The state that was certainly shown before the end; the note has to be that one or a later one.
  private var shown = 0
  /// Texts that the file may have held at any time.
  private var earlier: Set<String> = [""]
  /// What is remembered of notes may not have been read: then the note says by itself that nothing may be told of it.
  private let isRuleInDoubt: Bool

  init(house: House, text: String = "", isRuleInDoubt: Bool = false) {
    (self.house, self.isRuleInDoubt) = (house, isRuleInDoubt)
    manuscript = Manuscript(text)
    earlier = [text]
  }

  func failure(_ sentence: String, _ typist: Typist?) -> Failure {
    Failure(sentence: "\(sentence); kept in \(house.keep(manuscript, typist))")
  }

  /// Opens the note for writing.
  mutating func begin(_ typist: Typist) {
    shown = 0
    typist.send(Array("e".utf8))
  }

  /// The screen has no room for much more.
  var isFull: Bool { manuscript.rows > 8 }

  mutating func key(_ typist: Typist, _ random: inout Random) {
    if manuscript.rows < 15 { typist.send(manuscript.key(&random)) }
  }

  /// After the end of a program that may have been in the midst of anything.
  mutating func died(_ typist: Typist, _ outcome: inout Outcome) throws {
    outcome.cases += 1
    if let state = typist.shown(of: manuscript) {
      shown = max(shown, state)
      outcome.seen += manuscript.states[state].text.count
      outcome.counts["with a whole picture", default: 0] += 1
    }
    try checkWhole(typist)
  }

  /// What was typed, of what the file holds.
  private var written: String? {
    guard let note = house.note, isRuleInDoubt, note.hasPrefix(Draft.strictest) else { return house.note }
    return String(note.dropFirst(Draft.strictest.count))
  }

  private static let strictest = "Attribution: off the record\n\n"

  /// The file is never anything but one state of the note, whole.
  mutating func checkWhole(_ typist: Typist) throws {
    guard let text = written, earlier.contains(text) || manuscript.state(holding: text) != nil else {
      throw failure("the note is torn: \(house.note ?? "no text")", typist)
    }
  }

  /// What was shown is in the file, now.
  mutating func expectFile(_ typist: Typist, _ outcome: inout Outcome) throws {
    let text = written ?? ""
    guard let state = manuscript.state(holding: text), state >= shown else {
      let lost = manuscript.states[shown].text.count - text.count
      outcome.losses.append(max(1, lost))
      throw failure("what was seen is not in the note: \(text)", typist)
    }
    if !house.disorder.isEmpty { throw failure(house.disorder.joined(separator: ", "), typist) }
    earlier = Set([text])
    manuscript = Manuscript(text)
    shown = 0
  }

  /// What was shown before comes to be in the file.
  mutating func expectRecovery(_ typist: Typist, _ outcome: inout Outcome) throws {
    let end = Typist.now + Self.patience
    while Typist.now < end {
      if house.leftJournals(but: typist.pseudoTerminal.process).isEmpty { break }
      typist.pump(milliseconds: 1)
    }
    try expectFile(typist, &outcome)
  }
}
