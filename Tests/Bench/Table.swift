/// The findings set as a table of eighty columns.
struct Table {
  let findings: [Finding]

  var text: String {
    ([line("", "plenary", "beside it", "ratio", "promised")] + findings.map(line)).joined(separator: "\n")
  }

  private func line(_ finding: Finding) -> String {
    let value = amount(finding.value, finding.unit)
    let other = finding.other.map { "\($0.name) \(amount($0.value, finding.unit))" } ?? ""
    let ratio = finding.other == nil ? "" : Decimal.string(finding.ratio, places: 2)
    return line(finding.what, value, other, ratio, verdict(finding))
  }

  private func line(_ what: String, _ value: String, _ other: String, _ ratio: String, _ promised: String) -> String {
    let line = "\(what.padded(to: 27)) \(value.led(to: 10)) \(other.led(to: 17)) \(ratio.led(to: 6))  \(promised)"
    return String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
  }

  private func amount(_ value: Double?, _ unit: Finding.Unit) -> String {
    switch unit {
    case .milliseconds, .seconds: "\(Decimal.string(value, places: 2)) \(unit.rawValue)"
    case .megabytes: "\(Decimal.string(value, places: 1)) \(unit.rawValue)"
    case .bytes: "\(Decimal.string(value, places: 0)) \(unit.rawValue)"
    case .times: Decimal.string(value, places: 0)
    }
  }

  private func verdict(_ finding: Finding) -> String {
    let limit =
      switch finding.promise {
      case .figure(let limit): "<= \(amount(limit, finding.unit))"
      case .ratio(let limit): "<= \(Decimal.string(limit, places: 2))x"
      case nil: ""
      }
    return switch finding.isKept {
    case true?: "\(limit)  met"
    case false?: "\(limit)  NOT MET"
    case nil: limit
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(width - count, 0)) }
  fileprivate func led(to width: Int) -> String { String(repeating: " ", count: max(width - count, 0)) + self }
}
