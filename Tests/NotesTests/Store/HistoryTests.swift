import Agenda
import Dice
import Files
import Glibc
import Testing

@testable import Notes

/// Random histories of two windows, a verb and an editor that writes what it has read some time before.
struct HistoryTests {
  /// A share of them; another number can be asked for.
  static var count: Int { getenv("PLENARY_HISTORIES").flatMap { Int(String(cString: $0)) } ?? 500 }
  static var first: Int { getenv("PLENARY_FIRST_HISTORY").flatMap { Int(String(cString: $0)) } ?? 0 }

  @Test("In random histories no line is lost or mixed, every conflict shows, and windows have one text")
  func histories() throws {
    for seed in HistoryTests.first..<HistoryTests.first + HistoryTests.count {
      var history = try History(seed: UInt64(seed))
      let faults = try history.run()
      #expect(faults.isEmpty, "history \(seed):\n\((faults + history.log).joined(separator: "\n"))")
      if !faults.isEmpty { return }
    }
  }
}

/// One history, and a model that knows of every word who has written and who has taken it away.
private struct History {
  /// What the editor has on its screen.
  private struct Editor {
    var read: [String]
    var lines: [String]
  }

  private(set) var log: [String] = []
  private var faults: [String] = []
  private var dice: Dice
  private let windows: [Writer]
  private var editor: Editor?
  private var words = 0
  /// Words that must be there at the end.
  private var owed: Set<String> = []
  /// Lines that were added by a verb, and that nobody has changed, moved or taken away.
  private var untouched: Set<String> = []
  /// Lines that somebody has written as they are.
  private var written: Set<String> = [""]
  /// Somebody has had a conflict before them, and may have settled it.
  private var isConflictSeen = false

  init(seed: UInt64) throws {
    dice = Dice(seed: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    // Which run is which is part of the history, so that a failure can be seen again.
    let first = try Writer(run: dice.next())
    windows = [first, try Writer(in: first.scratch, run: dice.next())]
    if number(0...2) > 0 {
      let lines = (0...number(0...5)).map { _ in line("f") }
      owe(lines)
      try first.scratch.write(first.files.path(for: .session("s")), lines.map { $0 + "\n" }.joined())
    }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }

  private mutating func word(_ who: String) -> String {
    words += 1
    return "\(who)\(words)"
  }

  private mutating func line(_ who: String) -> String {
    (0...number(0...2)).map { _ in word(who) }.joined(separator: " ")
  }

  private mutating func owe(_ lines: [String]) {
    for line in lines {
      written.insert(line)
      owed.formUnion(History.words(line))
    }
  }

  private static func words(_ line: String) -> [String] {
    line.split(separator: " ").map(String.init).filter { $0 != ConflictLine.sign }
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  mutating func run() throws -> [String] {
    // What another program does where nobody looks is its own.
    for window in windows { _ = try window.text() }
    for _ in 0...number(4...30) { try step() }
    if editor != nil { try write() }
    for _ in 0..<3 { for window in windows { window.wait(10_000) } }
    check()
    return faults
  }

  private mutating func step() throws {
    let window = windows[number(0...1)]
    switch number(0...99) {
    case 0..<50: try type(window)
    case 50..<58:
      let text = line("n")
      log.append("add \(text)")
      owe([text])
      untouched.insert(text)
      let store = NoteStore(files: window.files, places: window.places, calls: .system, run: dice.next())
      _ = try NoteWriting(store).add(text, to: .session("s"))
    case 58..<68:
      editor = nil
      let lines = History.lines(try window.file() ?? "")
      editor = Editor(read: lines, lines: lines)
      log.append("read \(lines)")
    case 68..<78: if editor != nil { try write() }
    case 78..<88:
      log.append("attend \(window === windows[0] ? "A" : "B")")
      window.settle()
    default:
      log.append("wait \(window === windows[0] ? "A" : "B")")
      window.wait(Int64(number(1_000...4_000)))
    }
  }

  /// A window changes its text as it sees it.
  private mutating func type(_ window: Writer) throws {
    let name = window === windows[0] ? "A" : "B"
    let before = try window.text()
    var lines = History.lines(before)
    if before.contains(ConflictLine.sign) { isConflictSeen = true }
    change(&lines, name.lowercased())
    let text = lines.map { $0 + "\n" }.joined()
    log.append("\(name) \(lines)")
    let caret = self.caret(in: text)
    for edit in NoteEdit.all(from: Array(before.utf8), to: Array(text.utf8)) {
      #expect(window.store.edit(.session("s"), edit))
    }
    let count = window.replacements.count
    window.note(window.store.commit(now: window.now))
    if try window.text() != text { log.append("  becomes \(History.lines(try window.text()))") }
    follow(caret, from: text, through: window.replacements.dropFirst(count).map(\.text))
  }

  /// A place in the midst of a word.
  private mutating func caret(in text: String) -> Int {
    let bytes = Array(text.utf8)
    let places = bytes.indices.filter { $0 > 0 && bytes[$0 - 1...$0].allSatisfy { (0x21..<0x80).contains($0) } }
    return places.isEmpty ? 0 : places[number(0...places.count - 1)]
  }

  /// The caret stays in its word as long as that is there once.
  private mutating func follow(_ caret: Int, from text: String, through texts: [String]) {
    var (caret, old) = (caret, text)
    for new in texts {
      let bytes = Array(old.utf8)
      let (word, offset) = History.word(at: caret, in: bytes)
      caret = TextChange(from: bytes, to: Array(new.utf8)).place(caret)
      let now = Array(new.utf8)
      guard caret <= now.count else {
        faults.append("the caret is behind the text")
        return
      }
      let lines = History.lines(old)
      // Of a line that has changed there is nothing to say.
      let places = lines.filter { History.words($0).contains(word) }
      let isWhole = places.count == 1 && History.lines(new).contains(places[0])
      if !word.isEmpty, isWhole, History.word(at: caret, in: now) != (word, offset) {
        faults.append("the caret was in \(word) and is in \(History.word(at: caret, in: now)): \(lines) \(new)")
      }
      old = new
    }
  }

  private static func word(at place: Int, in bytes: [UInt8]) -> (String, Int) {
    var (start, end) = (place, place)
    while start > 0, bytes[start - 1] > 0x20 { start -= 1 }
    while end < bytes.count, bytes[end] > 0x20 { end += 1 }
    return (String(decoding: bytes[start..<end], as: UTF8.self), place - start)
  }

  /// The editor changes what it has read, and writes it.
  private mutating func write() throws {
    guard var editor else { return }
    self.editor = nil
    if editor.read.contains(where: { $0.hasPrefix(ConflictLine.sign) }) { isConflictSeen = true }
    for _ in 0...number(0...2) { change(&editor.lines, "e") }
    log.append("editor had \(editor.read)")
    log.append("editor     \(editor.lines)")
    let writer = windows[0]
    let text = editor.lines.map { $0 + "\n" }.joined()
    try writer.files.makeFolder()
    try DurableFile(writer.files.path(for: .session("s"))).replace(with: Array(text.utf8))
    if number(0...1) == 0 { windows[number(0...1)].settle() }
  }

  /// One change of lines, as somebody sees them.
  private mutating func change(_ lines: inout [String], _ who: String) {
    let place = lines.isEmpty ? 0 : number(0...lines.count - 1)
    let before = lines
    defer {
      let gone = Set(before).subtracting(lines)
      // Which of several lines has moved nobody can tell.
      untouched.subtract(gone.isEmpty && before.count == lines.count ? Set(lines) : gone)
    }
    switch number(0...9) {
    case 0..<4:
      let new = line(who)
      owe([new])
      lines.insert(new, at: number(0...2) > 0 ? lines.count : place)
    case 4..<7 where !lines.isEmpty && ConflictLine.content(of: Array(lines[place].utf8)) == nil:
      // Goes on with a line; the line as it was is nobody's any more.
      let more = word(who)
      lines[place] += " " + more
      owe([lines[place]])
    case 7 where !lines.isEmpty:
      for word in History.words(lines[place]) { owed.remove(word) }
      lines.remove(at: place)
    case 8 where lines.count > 1:
      let other = number(0...lines.count - 1)
      lines.swapAt(place, other)
    case 9 where lines.count > 1:
      let moved = lines.remove(at: place)
      lines.insert(moved, at: number(0...lines.count))
    default:
      let new = line(who)
      owe([new])
      lines.append(new)
    }
  }

  private mutating func check() {
    guard let text = try? windows[0].text(), let other = try? windows[1].text(), let file = try? windows[0].file() ?? ""
    else { return faults.append("it cannot be read") }
    if text != other { faults.append("windows differ: \(History.lines(text)) \(History.lines(other))") }
    if text != file { faults.append("the file differs: \(History.lines(text)) \(History.lines(file))") }
    let lines = History.lines(text)
    let there = Set(lines.flatMap(History.words))
    let lost = owed.subtracting(there)
    if !lost.isEmpty { faults.append("lost: \(lost.sorted()) in \(lines)") }
    for line in lines {
      let plain = ConflictLine.content(of: Array(line.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? line
      if !written.contains(plain) { faults.append("nobody has written: \(line)") }
    }
    // What a verb has added and nobody has touched is there once.
    // Of an editor that has taken lines away it may stay open whether it had ever read them.
    let isCertain = !log.contains { $0.hasPrefix("editor") }
    for line in untouched where isCertain && lines.count(where: { $0 == line }) > 1 {
      faults.append("there twice: \(line) in \(lines)")
    }
    // Two that have grown from one line, each with words of its own, and no mark: one of both has to be marked, or to
    // be there because the two windows wrote at once.
    let told = windows.contains { $0.replacements.contains { if case .conflict = $0.change { true } else { false } } }
    if told, !isConflictSeen, NoteConflict.count(in: text) == 0 {
      faults.append("a conflict was told and does not show")
    }
    let copies = windows[0].scratch.names(in: windows[0].scratch.user.notes)
    if copies.count > 1 { faults.append("there are copies: \(copies)") }
  }
}
