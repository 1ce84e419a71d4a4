/// A program that is measured.
struct Contender {
  let name: String
  /// A path.
  let program: String
  var arguments: [String] = []
  let environment: [String: String]
  /// How long its first screen may be waited for.
  var patience = Duration.milliseconds(500)
}
