/// Words on a coloured ground and what may follow them, all in large letters on one line.
struct BoardBanner: Equatable, Sendable {
  /// Columns of the ground at each side of the words.
  static let margin = 2

  let badge: LargeText
  let badgeRole: BoardRole
  let text: LargeText?
  let role: BoardRole

  /// Nil where the two do not fit on one line of that width, or a character has no drawing.
  init?(_ badge: String, _ badgeRole: BoardRole, _ text: String = "", _ role: BoardRole = .text, width: Int) {
    guard let badge = LargeText(badge, scale: 1, width: width), badge.lines.count == 1 else { return nil }
    let set = text.isEmpty ? nil : LargeText(text, scale: 1, width: width)
    guard text.isEmpty || set?.lines.count == 1 else { return nil }
    (self.badge, self.badgeRole, self.text, self.role) = (badge, badgeRole, set, role)
    guard start + (set?.width ?? -BoardBanner.margin) <= width else { return nil }
  }

  /// Columns before the text.
  var start: Int { badge.width + 3 * BoardBanner.margin }
  /// The last row keeps what stands below it apart.
  var height: Int { badge.height + 1 }
}
