/// The signs that stand for Markdown's constructs on the screen.
struct MarkdownSigns: Hashable, Sendable {
  let bar: String
  let rule: String
  /// What underlines a heading of the first level.
  let underline: String
  private let bullets: [String]

  init(asciiOnly: Bool) {
    bar = asciiOnly ? "| " : "│ "
    rule = asciiOnly ? "-" : "─"
    underline = asciiOnly ? "=" : "═"
    bullets = asciiOnly ? ["* ", "- "] : ["• ", "– "]
  }

  /// The bullet of a list inside so many others.
  func bullet(depth: Int) -> String { bullets[max(0, depth) % bullets.count] }

  func task(isDone: Bool) -> String { isDone ? "[x] " : "[ ] " }
}
