/// A program that is measured.
struct Contender {
  let name: String
  /// A path.
  let program: String
  var arguments: [String] = []
  let environment: [String: String]
}
