/// What has come of a chain of cases, as one line for whoever counts.
struct Outcome {
  var cases = 0
  /// Characters that were seen on the screen before the end.
  var seen = 0
  /// Of these, characters that were not there afterwards, one number for each case that has lost any.
  var losses: [Int] = []
  /// Milliseconds, of what the trial measures.
  var times: [Int] = []
  /// Further counts, by name.
  var counts: [String: Int] = [:]
  var failures: [String] = []

  var line: String {
    let list = { (numbers: [Int]) in numbers.map(String.init).joined(separator: ",") }
    let named = counts.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    let sentences = failures.map { String($0.map { $0 == "\t" || $0.isNewline ? " " : $0 }) }
    return (["\(cases)", "\(seen)", list(losses), list(times), named] + sentences).joined(separator: "\t") + "\n"
  }

  init() {}

  init(failure: String) { failures = [failure] }

  init(line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count >= 5 else {
      failures = ["unreadable: \(line)"]
      return
    }
    let numbers = { (field: Substring) in field.split(separator: ",").compactMap { Int($0) } }
    (cases, seen) = (Int(fields[0]) ?? 0, Int(fields[1]) ?? 0)
    (losses, times) = (numbers(fields[2]), numbers(fields[3]))
    for pair in fields[4].split(separator: ",") {
      let parts = pair.split(separator: "=")
      if parts.count == 2 { counts[String(parts[0]), default: 0] += Int(parts[1]) ?? 0 }
    }
    failures = fields.dropFirst(5).map(String.init)
  }

  mutating func add(_ other: Outcome) {
    cases += other.cases
    seen += other.seen
    losses += other.losses
    times += other.times
    counts.merge(other.counts, uniquingKeysWith: +)
    failures += other.failures
  }
}
