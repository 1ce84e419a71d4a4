import Glibc

/// What is measured with 30,000 sessions.
struct LargeMeasurement {
  let shipped: Contender
  let large: Contender
  /// Command lines that filter the same texts with fzf, query by query; none where it is not installed.
  let filters: [String]

  /// Every key that moves, narrows or shows something else, as somebody may press them.
  private static let keys: [Key] =
    [.down, .down, .pageDown, .pageDown, .pageUp, .up, .down] + characters("G g ] ] [ . b 1")
    + characters("f r h a l") + [.enter] + characters("f t o") + [.enter] + characters("] [ f c")
    + characters("v l l j j k ] G g . [ v") + characters("w 1 = 1 * * c : q") + [.escape] + characters("? r")
    + [.escape] + characters("r 2") + [.enter, .pageDown] + characters("1 p s t") + [.escape]

  /// What is typed into the search box, from the first letter on.
  static let queries = ["ocean model", "the data 12", "climate with st", "pla gra"]

  /// The same with a letter wrong, missing, twice, or in its neighbour's place.
  private static let misspelt = ["ocaen modle", "climte wiht st", "oceann dtaa", "qlimate", "xlimate climbate oceam"]

  func findings(rounds: Int) throws(BenchError) -> [Finding] {
    try Meter.prepare(large)
    let starts = try Meter.compare([large, shipped], size: .usual, rounds: rounds)
    let keys = try Meter.compare([large], size: .wide, rounds: 5, keys: Self.keys)
    let search = try typing(Self.queries)
    let misspelt = try typing(Self.misspelt)
    let filtered = filterTime
    return [
      Finding(
        what: "30,000: start, cached", unit: .milliseconds, value: starts[0].start.median,
        other: starts[1].start.median.map { ("shipped", $0) }, promise: .ratio(atMost: 1.5)),
      Finding(
        what: "30,000: memory (PSS)", unit: .megabytes, value: keys[0].memory.median, promise: .figure(atMost: 60)),
      Finding(
        what: "30,000: any key, 99th pc", unit: .milliseconds, value: keys[0].key.percentile(99),
        promise: .figure(atMost: 4)),
      Finding(
        what: "30,000: search, 99th pc", unit: .milliseconds, value: search[0].key.percentile(99),
        promise: .figure(atMost: 16)),
      Finding(
        what: "30,000: with errors, 99th pc", unit: .milliseconds, value: misspelt[0].key.percentile(99),
        promise: .figure(atMost: 16)),
      Finding(
        what: "30,000: search, median", unit: .milliseconds, value: search[0].key.median,
        other: filtered.map { ("fzf", $0) }, promise: .ratio(atMost: 0.05)),
    ]
  }

  /// Types each query into the search box.
  private func typing(_ queries: [String]) throws(BenchError) -> [Figures] {
    let typed = queries.flatMap { query in [Key.character("/")] + query.map(Key.character) + [.escape] }
    // The answer to Esc waits for what an escape sequence would still bring, so it is no part of typing.
    return try Meter.compare(
      [large], size: .wide, rounds: 5, keys: typed,
      counting: { key in
        if case .character(let character) = key { character != "/" } else { false }
      })
  }

  /// Milliseconds that fzf takes to filter all texts, the median over the queries; nil without it.
  private var filterTime: Double? {
    var samples = Samples()
    let clock = ContinuousClock()
    for _ in 0..<3 {
      for filter in filters { samples.add(clock.measure { _ = system(filter) }.milliseconds) }
    }
    return samples.median
  }

  private static func characters(_ list: String) -> [Key] {
    list.split(separator: " ").compactMap(\.first).map(Key.character)
  }
}
