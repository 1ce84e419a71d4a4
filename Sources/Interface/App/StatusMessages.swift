import Messages

/// What is said in the status line, and what waits to be said there.
struct StatusMessages {
  /// What just happened.
  var message: StatusMessage?
  /// What is wrong with keeping notes; it stays until it is well again.
  var trouble: Message?
  /// The message that was there when typing began, which goes when it rests.
  private var resting: StatusMessage?
  /// What is to be said once typing rests, or what is said now has been seen.
  private var later: StatusMessage?
  /// What was said last of changes, which gives way to what is said of later ones.
  private var news: StatusMessage?

  /// Says something that nobody has asked for: at once, or when typing rests, and after what is said already unless that
  /// matters less.
  mutating func tell(_ words: StatusMessage, isTyping: Bool) {
    let isFree = message == nil || message == news || message?.tone == .plain && words.tone == .warning
    if isTyping || !isFree { later = words } else { message = words }
  }

  /// Says what has changed.
  mutating func tell(news words: Message, isTyping: Bool) {
    tell(StatusMessage(words), isTyping: isTyping)
    news = StatusMessage(words)
  }

  /// Says no more what is not so any more.
  mutating func takeBack(_ words: Message) {
    if message?.message == words { message = nil }
    if later?.message == words { later = nil }
  }

  /// Nothing has changed any more that is worth a word.
  mutating func takeBackNews() {
    if let news { takeBack(news.message) }
  }

  mutating func beginTyping() { resting = message }

  /// Typing rests: what was said before has been seen.
  mutating func rest() {
    if message == resting { message = nil }
    resting = nil
  }

  /// Says what has waited, where nothing else is said.
  mutating func sayLater() {
    if message == nil { message = later.take() }
  }
}

extension StatusMessage {
  /// The name first: the status line cuts the end.
  static func reportWritten(_ path: String, isCopied: Bool = true) -> StatusMessage {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let name = String(path[slash...].drop { $0 == "/" })
    let folder = String(path[..<slash])
    return StatusMessage(
      isCopied
        ? Message("Written: %1$s, its path copied; in %2$s", name, folder)
        : Message("Written: %1$s; in %2$s", name, folder))
  }
}
