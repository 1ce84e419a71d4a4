/// Where a JSON text stops being one.
package struct JSONSyntaxError: Error, Equatable {
  /// From 1.
  package var line: Int
  /// From 1, in characters (Unicode scalars).
  package var column: Int
  package var found: Problem.Found
  package var expected: Problem.Expected
}
