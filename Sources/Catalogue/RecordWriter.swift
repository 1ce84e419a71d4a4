/// Puts values into the bytes of a start record, in the order in which a `RecordReader` takes them out again.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  /// Eight bytes, the lowest first.
  mutating func put(_ number: Int64) {
    let bits = UInt64(bitPattern: number)
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
  }

  mutating func put(_ number: Int) { put(Int64(number)) }

  mutating func put(_ flag: Bool) { put(flag ? 1 : 0) }

  mutating func put(_ text: String) { put(Array(text.utf8)) }

  /// How many there are, then the bytes.
  mutating func put(_ more: [UInt8]) {
    put(more.count)
    bytes += more
  }

  /// How many there are, then each.
  mutating func put<Element>(_ elements: [Element], _ each: (inout RecordWriter, Element) -> Void) {
    put(elements.count)
    for element in elements { each(&self, element) }
  }
}
