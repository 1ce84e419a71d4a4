/// A word on a coloured ground and what follows it, all in large letters on one line.
struct BoardBanner: Equatable, Sendable {
  /// Columns of the ground at each side of the word.
  static let margin = 2

  let badge: LargeText
  let badgeRole: BoardRole
  let text: LargeText
  let role: BoardRole

  /// Nil where the two do not fit on one line of that width, or a character has no drawing.
  init?(_ badge: String, _ badgeRole: BoardRole, _ text: String, _ role: BoardRole, width: Int) {
    guard let badge = LargeText(badge, scale: 1, width: width), let text = LargeText(text, scale: 1, width: width),
      badge.lines.count == 1, text.lines.count == 1
    else { return nil }
    (self.badge, self.badgeRole, self.text, self.role) = (badge, badgeRole, text, role)
    guard start + text.width <= width else { return nil }
  }

  /// Columns before the text.
  var start: Int { badge.width + 3 * BoardBanner.margin }
  /// The last row keeps what stands below it apart.
  var height: Int { badge.height + 1 }
}
