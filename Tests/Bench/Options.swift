/// What to measure, and how often.
struct Options {
  var binary = ""
  var bundle: String?
  /// What to measure.
  var parts: Set<String> = Options.allParts
  static let allParts: Set = ["usual", "calendars", "large"]
  /// Seconds to watch the program at rest.
  var idle = 10
  /// Starts of each program that count.
  var rounds = 21

  /// - Throws: `BenchError.wrongUsage`.
  init(_ arguments: [String]) throws(BenchError) {
    var rest = arguments[...]
    var paths: [String] = []
    while let argument = rest.popFirst() {
      switch argument {
      case "--idle": idle = try Self.number(rest.popFirst(), upTo: 3_600)
      case "--rounds": rounds = try Self.number(rest.popFirst(), upTo: 1_000)
      case "--part":
        guard let part = rest.popFirst(), Self.allParts.contains(part) else { throw .wrongUsage }
        parts = [part]
      case "--bundle":
        guard let path = rest.popFirst() else { throw .wrongUsage }
        bundle = path
      default: paths.append(argument)
      }
    }
    guard paths.count == 1, !paths[0].hasPrefix("-") else { throw .wrongUsage }
    binary = paths[0]
  }

  private static func number(_ string: String?, upTo limit: Int) throws(BenchError) -> Int {
    guard let number = string.flatMap({ Int($0) }), (1...limit).contains(number) else { throw .wrongUsage }
    return number
  }
}
