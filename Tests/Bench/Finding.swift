/// One line of the table: a figure, another program's beside it, and what was promised.
struct Finding {
  enum Unit: String {
    case milliseconds = "ms"
    case megabytes = "MB"
    case bytes = "bytes"
    case seconds = "s"
    case times = ""
  }

  /// What must hold; the first is about the figure itself, the second about its ratio to the other program's.
  enum Promise {
    case figure(atMost: Double)
    case ratio(atMost: Double)
  }

  let what: String
  let unit: Unit
  let value: Double?
  var other: (name: String, value: Double)?
  var promise: Promise?

  var ratio: Double? {
    guard let value, let other, other.value > 0 else { return nil }
    return value / other.value
  }

  /// Nil when nothing was promised, or nothing could be measured or compared.
  var isKept: Bool? {
    switch promise {
    case .figure(let limit): value.map { $0 <= limit }
    case .ratio(let limit): ratio.map { $0 <= limit }
    case nil: nil
    }
  }
}
