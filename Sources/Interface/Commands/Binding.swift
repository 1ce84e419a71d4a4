public import Cells

/// The keys of a command and where they hold.
public struct Binding: Sendable {
  public let command: Command
  /// Each a key, or a prefix key and the key after it.
  ///
  /// The first is the one that footer and palette show.
  public let keys: [[Key]]
  public let contexts: Context
  /// Where the footer offers it, the most useful first; nil keeps it out of the footer.
  public let footer: Int?
  /// The contexts whose footer offers it.
  let footerContexts: Context

  init(_ command: Command, _ keys: [Key], in contexts: Context, footer: Int? = nil, of footerContexts: Context? = nil) {
    self.init(command, sequences: keys.map { [$0] }, in: contexts, footer: footer, of: footerContexts)
  }

  init(
    _ command: Command, sequences: [[Key]], in contexts: Context, footer: Int? = nil,
    of footerContexts: Context? = nil
  ) {
    self.command = command
    self.keys = sequences
    self.contexts = contexts
    self.footer = footer
    self.footerContexts = footerContexts ?? contexts
  }
}
