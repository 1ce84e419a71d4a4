import Cells

/// Bytes from the terminal turned into inputs.
///
/// ncurses could read the keyboard too, but hands out the bytes of every sequence that terminfo does not list one by
/// one, where they would run as commands. Here a sequence is known by its form (ECMA-48, section 5.4) and swallowed whole
/// when its meaning is not known. Time is given, so that all of it can be tested without waiting.
struct InputDecoder {
  private let sequences: SequenceReader
  private var pending: [UInt8] = []
  private var paste: PasteCollector?
  private var mouse = MouseTracker()
  private var inputs: [Input] = []
  private var answers: [TerminalAnswer] = []
  private var lastFed: Int64 = 0
  /// An Esc was given as a key just now, before what may be the rest of an answer.
  private var hasGivenEscape = false
  /// The Esc that `pending` begins with was given before.
  private var isResumed = false
  /// Whether the terminal has just been asked something, so that an Esc may be the first byte of its answer.
  var isAnswerDue = false
  /// Whether an answer may stand in the middle of pasted text.
  var mayBeInterrupted = false

  /// `keys` are terminfo's sequences for keys.
  init(keys: KeyStrings = KeyStrings(), isControlHBackspace: Bool = false, codeset: String = "UTF-8") {
    sequences = SequenceReader(
      keys: keys, isControlHBackspace: isControlHBackspace, decoder: TextDecoder(codeset: codeset))
  }

  /// The inputs that are complete, which are forgotten.
  mutating func removeInputs() -> [Input] {
    defer { inputs = [] }
    return inputs
  }

  /// What the terminal has said of itself, which is forgotten.
  mutating func removeAnswers() -> [TerminalAnswer] {
    defer { answers = [] }
    return answers
  }

  /// When `expire` has to be called although nothing comes: an Esc is a key once nothing follows it.
  var deadline: Int64? {
    if paste != nil { return lastFed + PasteCollector.patience }
    if pending.isEmpty { return nil }
    return lastFed + sequences.patience(for: pending, isAnswerDue: isAnswerDue)
  }

  /// Adds bytes, which may end anywhere.
  mutating func feed(_ bytes: [UInt8], now: Int64) {
    lastFed = now
    if hasGivenEscape, isAnswerDue, paste == nil, pending.isEmpty, let first = bytes.first, "[]P".utf8.contains(first) {
      pending = [0x1B]
      isResumed = true
    }
    hasGivenEscape = false
    pending += bytes
    read(isOver: false, now: now)
  }

  /// Takes what is pending for all that there is, once its deadline is over.
  mutating func expire(now: Int64) {
    guard let deadline, now >= deadline else { return }
    if paste != nil { finishPaste() }
    hasGivenEscape = pending == [0x1B]
    read(isOver: true, now: now)
  }

  private mutating func read(isOver: Bool, now: Int64) {
    var rest = pending[...]
    // Behind an Esc that was given: the rest of an answer, or keys of their own.
    if isResumed, rest.count > 2 || isOver, !AnswerForm.isBegun(by: rest) {
      rest = rest.dropFirst()
      isResumed = false
    }
    reading: while !rest.isEmpty {
      if paste != nil {
        rest = rest.dropFirst(paste?.append(rest) ?? 0)
        if paste?.isOver == true { finishPaste() }
        continue
      }
      switch sequences.first(of: rest, isOver: isOver) {
      case .incomplete: break reading
      case .nothing(let length): rest = rest.dropFirst(length)
      case .key(let key, let length):
        inputs.append(.key(key))
        rest = rest.dropFirst(length)
      case .mouse(let report, let length):
        if let action = mouse.action(for: report, now: now) { inputs.append(.mouse(action)) }
        rest = rest.dropFirst(length)
      case .pasteBegins(let length):
        paste = PasteCollector()
        rest = rest.dropFirst(length)
      case .answer(let answer, let length):
        answers.append(answer)
        rest = rest.dropFirst(length)
      }
      isResumed = false
    }
    pending = Array(rest)
  }

  private mutating func finishPaste() {
    guard var finished = paste else { return }
    paste = nil
    if mayBeInterrupted { answers += finished.removeAnswers(sequences) }
    inputs.append(.paste(finished.text))
  }
}

/// What the terminal says of the mouse: xterm's button code and a place.
struct MouseReport: Equatable {
  /// Bits 0-1 and 6-7 name the button, 2-4 Shift, Alt and Ctrl; bit 5 is a movement.
  var code: Int
  var position: Point
  var isRelease = false
}

/// Reports turned into actions: a second click on the same place within 400 ms is a double click.
struct MouseTracker {
  private static let doubleClickTime: Int64 = 400

  private var lastClick: (position: Point, time: Int64)?
  /// Where the pressed button was seen last.
  private var held: Point?

  /// Nil for what means nothing here: other buttons, releases, movements without a button, wheels to the side.
  mutating func action(for report: MouseReport, now: Int64) -> MouseAction? {
    let code = report.code & ~0b11100
    // Without SGR a release is a button of its own, 3.
    guard !report.isRelease, code != 3 else {
      held = nil
      return nil
    }
    switch code {
    case 32:
      guard let before = held, before != report.position else { return nil }
      held = report.position
      return MouseAction(.drag, at: report.position)
    case 0:
      held = report.position
      if let last = lastClick, last.position == report.position, now - last.time <= Self.doubleClickTime {
        lastClick = nil
        return MouseAction(.doubleClick, at: report.position)
      }
      lastClick = (report.position, now)
      return MouseAction(.click, at: report.position)
    case 1: return MouseAction(.middleClick, at: report.position)
    case 64: return MouseAction(.wheelUp, at: report.position)
    case 65: return MouseAction(.wheelDown, at: report.position)
    default: return nil
    }
  }
}
