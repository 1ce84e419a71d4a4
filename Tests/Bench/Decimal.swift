/// Numbers for people, without a locale.
enum Decimal {
  /// With so many digits after the point, rounded; a dash where there is none.
  static func string(_ value: Double?, places: Int) -> String {
    guard let value, value.isFinite else { return "-" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((abs(value) * scale).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + String(scaled) }
    let digits = String(scaled % Int(scale))
    return "\(sign)\(scaled / Int(scale)).\(String(repeating: "0", count: places - digits.count))\(digits)"
  }
}
