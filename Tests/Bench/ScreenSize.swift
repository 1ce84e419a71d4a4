/// A terminal's size in cells.
struct ScreenSize {
  let columns: Int
  let rows: Int

  static let usual = ScreenSize(columns: 80, rows: 24)
  static let wide = ScreenSize(columns: 160, rows: 48)
}
