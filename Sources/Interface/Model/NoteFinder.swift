/// The line in which words are typed that are looked for in the note that is written.
struct NoteFinder: Sendable {
  var editor = LineEditor()
  /// Where the caret was, to search from and to go back to.
  var origin: Int
}
