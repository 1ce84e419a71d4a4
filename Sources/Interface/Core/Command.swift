import Messages

/// One row of a view's table: a command with everything that is known of it.
///
/// Key table, footer, palette, help, README and manual page are computed from the rows.
struct Command<Owner>: Sendable {
  /// How the footer offers it.
  struct Hint: Sendable {
    /// The smaller comes first.
    let rank: Int
    /// One word or two; nil where no hint is due.
    let words: @Sendable (Owner, World) -> Message?
    /// Shown even where the room is short.
    var isKept = false
    /// Other commands whose first keys stand before its own.
    var after: CommandName?

    init(
      _ rank: Int, _ words: Message, isKept: Bool = false, after: CommandName? = nil,
      if isDue: @escaping @Sendable (Owner, World) -> Bool = { _, _ in true }
    ) {
      (self.rank, self.isKept, self.after) = (rank, isKept, after)
      self.words = { owner, world in isDue(owner, world) ? words : nil }
    }

    init(_ rank: Int, words: @escaping @Sendable (Owner, World) -> Message?) {
      (self.rank, self.words) = (rank, words)
    }
  }

  let name: CommandName
  let group: CommandGroup
  /// What it does, as help and palette say it.
  let words: Message
  let keys: Shortcuts
  /// The same in fewer words, behind a prefix key; nil where the words serve.
  let shortWords: Message?
  let hint: Hint?
  /// Whether its keys hold in every panel, and not only where its own view has the focus.
  let isForAllPanels: Bool
  /// Whether the keys mean anything as things stand; where not, they fall through.
  let holds: @Sendable (Owner, World) -> Bool
  /// Why it cannot run now; nil where it can.
  let reason: @Sendable (Owner, World) -> Message?
  let run: @Sendable (inout Owner, World) -> [Outcome]

  init(
    _ name: CommandName, _ group: CommandGroup, _ words: Message, _ keys: Shortcuts, shortWords: Message? = nil,
    hint: Hint? = nil, isForAllPanels: Bool = false,
    holds: @escaping @Sendable (Owner, World) -> Bool = { _, _ in true },
    unless reason: @escaping @Sendable (Owner, World) -> Message? = { _, _ in nil },
    run: @escaping @Sendable (inout Owner, World) -> [Outcome]
  ) {
    (self.name, self.group, self.words, self.keys) = (name, group, words, keys)
    (self.shortWords, self.hint) = (shortWords, hint)
    (self.isForAllPanels, self.holds, self.reason, self.run) = (isForAllPanels, holds, reason, run)
  }
}
