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
  private var lastFed: Int64 = 0

  /// `keys` are terminfo's sequences for keys.
  init(keys: KeyStrings = KeyStrings(), isControlHBackspace: Bool = false, codeset: String = "UTF-8") {
    sequences = SequenceReader(
      keys: keys, isControlHBackspace: isControlHBackspace, decoder: TextDecoder(codeset: codeset))
  }

  /// The inputs that are complete, which are forgotten.
  mutating func take() -> [Input] {
    defer { inputs = [] }
    return inputs
  }

  /// When `expire` has to be called although nothing comes: an Esc is a key once nothing follows it.
  var deadline: Int64? {
    if paste != nil { return lastFed + PasteCollector.patience }
    if pending.isEmpty { return nil }
    return lastFed + sequences.patience(for: pending)
  }

  /// Takes bytes in, which may end anywhere.
  mutating func feed(_ bytes: [UInt8], now: Int64) {
    lastFed = now
    pending += bytes
    read(isOver: false, now: now)
  }

  /// Takes what is pending for all that there is, once its deadline is over.
  mutating func expire(now: Int64) {
    guard let deadline, now >= deadline else { return }
    if let paste {
      inputs.append(.paste(paste.text))
      self.paste = nil
    }
    read(isOver: true, now: now)
  }

  private mutating func read(isOver: Bool, now: Int64) {
    var rest = pending[...]
    reading: while !rest.isEmpty {
      if paste != nil {
        rest = rest.dropFirst(paste?.take(rest) ?? 0)
        if let finished = paste, finished.isOver {
          inputs.append(.paste(finished.text))
          paste = nil
        }
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
      }
    }
    pending = Array(rest)
  }
}
