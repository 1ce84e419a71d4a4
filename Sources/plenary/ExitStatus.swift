/// What the shell is told.
enum ExitStatus {
  static let success: Int32 = 0
  /// `plenary check` found errors.
  static let problems: Int32 = 1
  /// The command line, the bundle or the terminal cannot be used.
  static let usage: Int32 = 2
}
