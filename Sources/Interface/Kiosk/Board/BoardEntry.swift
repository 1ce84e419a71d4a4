import Agenda
import Catalogue
import Cells

extension KioskState {
  /// A line or more for each session: `11:00  Title · Room  was 10:45`.
  func entries(_ sessions: [BoardSession], width: Int) -> [[BoardPage.Line]] {
    sessions.map { session in
      var entry = BoardEntry(time: zone.local(session.start).clock, width: width)
      entry.add(session.row.title, session.isCancelled ? .dim : .text)
      if settings.room == nil { entry.add(session.place, .dim, after: " · ") }
      entry.add(remarks(session, isBrief: true), .sign, after: "  ")
      return entry.lines
    }
  }

  /// What is unusual about a session: late, changed, cancelled, not certain.
  ///
  /// In brief only the time that was meant tells how late it is.
  func remarks(_ session: BoardSession, isBrief: Bool = false) -> String {
    var words: [String] = []
    if session.isCancelled { words.append(BoardWords.cancelled) }
    if session.late > 0 {
      let clock = zone.local(session.row.start).clock
      words.append(isBrief ? BoardWords.was(clock) : BoardWords.later(session.late, was: clock))
    }
    if let change = session.change, !session.isCancelled { words.append(self.words(change, session)) }
    if session.row.status == .tentative { words.append(BoardWords.tentative) }
    return listed(words)
  }

  /// `new`, `changed`, `moved, was 14:00`, `moved, was Main Hall`.
  private func words(_ change: BoardChange, _ session: BoardSession) -> String {
    guard let old = change.old else { return BoardWords.new }
    let card = catalogue.conference
    if old.start != session.row.start {
      let (then, now) = (card.date(of: old.start), card.date(of: session.row.start))
      let clock = zone.local(old.start).clock
      return BoardWords.moved(from: then == now ? clock : BoardWords.shortDate(then) + " " + clock)
    }
    let (place, known) = (session.place, listed([old.room, old.place]))
    return place == known || known.isEmpty ? BoardWords.changed : BoardWords.moved(from: known)
  }
}

/// The lines of a session in a list: its time, if that is not told elsewhere, and one part after the other.
struct BoardEntry {
  private(set) var lines: [BoardPage.Line] = []
  private let width: Int
  private var next: String
  /// Columns that the last line has taken.
  private var used = 0

  init(time: String = "", width: Int) {
    next = time.isEmpty ? "" : time + "  "
    self.width = max(4, width - displayWidth(next))
  }

  /// Adds a part: behind the last one where it fits there whole, else on lines of its own.
  mutating func add(_ text: String, _ role: BoardRole, after separator: String = "") {
    guard !text.isEmpty else { return }
    let length = displayWidth(separator) + displayWidth(text)
    if !lines.isEmpty, used + length <= width {
      lines[lines.count - 1] += [.init(text: separator, role: .text), .init(text: text, role: role)]
      used += length
      return
    }
    for line in wrap(text, width: width) {
      lines.append((next.isEmpty ? [] : [.init(text: next, role: .time)]) + [.init(text: line, role: role)])
      next = String(repeating: " ", count: displayWidth(next))
      used = displayWidth(line)
    }
  }
}
