// How things look.
extension App {
  /// Shows everything in another theme from now on; whatever is open stays as it is.
  public mutating func adopt(_ theme: Theme) {
    guard theme != world.theme else { return }
    world.theme = theme
    // The colours of tracks depend on it.
    world.readCatalogue()
  }
}
