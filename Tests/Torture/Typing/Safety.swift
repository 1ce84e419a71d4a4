/// What the border of the notes panel says of their safety.
enum Safety {
  static func isSaved(_ rows: [String]) -> Bool {
    guard let border = rows.first(where: { $0.contains("Notes") }) else { return false }
    return border.contains("saved") && !border.contains("NOT SAVED")
  }
}
