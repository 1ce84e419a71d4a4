/// Measured values of one figure.
struct Samples {
  private(set) var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  /// The middle value, or the mean of the two in the middle; nil without any.
  var median: Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  /// The value that so many of a hundred do not exceed; nil without any.
  func percentile(_ percent: Int) -> Double? {
    guard !values.isEmpty else { return nil }
    return values.sorted()[min(values.count - 1, max(0, (values.count * percent + 99) / 100 - 1))]
  }

  /// Nil without any value.
  var mean: Double? { values.isEmpty ? nil : values.reduce(0, +) / Double(values.count) }
}
