/// Where a JSON text stops being one.
struct JSONSyntaxError: Error, Equatable {
  /// From 1.
  var line: Int
  /// From 1, in characters (Unicode scalars).
  var column: Int
  var found: Problem.Found
  var expected: Problem.Expected
}
