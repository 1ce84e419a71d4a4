/// Bytes that the terminal has not taken yet, in their order.
struct OutputQueue {
  private var bytes: [UInt8] = []
  private var sent = 0

  var isEmpty: Bool { sent == bytes.count }
  var count: Int { bytes.count - sent }

  mutating func append(_ more: [UInt8]) {
    if isEmpty {
      bytes = more
      sent = 0
    } else {
      bytes += more
    }
  }

  /// Lets `write` take from the front, which says how many bytes it took, until it takes none or is nil for good.
  ///
  /// False once it is nil.
  mutating func drain(_ write: (ArraySlice<UInt8>) -> Int?) -> Bool {
    while !isEmpty {
      guard let count = write(bytes[sent...]) else { return false }
      if count == 0 { break }
      sent += count
    }
    if isEmpty { removeAll() }
    return true
  }

  mutating func removeAll() {
    bytes = []
    sent = 0
  }
}
