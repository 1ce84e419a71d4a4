/// Takes values out of the bytes of a start record.
///
/// The seal's checksum has proved the bytes before, so what does not fit is a mistake of ours; even then nothing is read
/// outside them: numbers read as 0, texts and lists as empty, and `isBroken` says so.
struct RecordReader {
  /// Where some bytes lie.
  struct Span {
    var start: Int
    var end: Int

    var range: Range<Int> { start..<end }
  }

  private let bytes: UnsafeRawBufferPointer
  private var next = 0
  private(set) var isBroken = false

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func integer() -> Int64 {
    guard bytes.count - next >= 8 else { return fail(0) }
    defer { next += 8 }
    return Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: next, as: Int64.self))
  }

  mutating func number() -> Int { Int(integer()) }

  mutating func flag() -> Bool { integer() != 0 }

  mutating func text() -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[span().range]), as: UTF8.self)
  }

  /// Where the bytes lie that were put here as a whole.
  mutating func span() -> Span {
    let count = number()
    guard count >= 0, count <= bytes.count - next else { return fail(Span(start: 0, end: 0)) }
    defer { next += count }
    return Span(start: next, end: next + count)
  }

  /// A place somewhere else, as an offset and a count.
  mutating func place() -> Range<Int> {
    let (offset, count) = (number(), number())
    guard offset >= 0, count >= 0, offset <= Int.max - count else { return fail(0..<0) }
    return offset..<offset + count
  }

  mutating func list<Element>(_ element: (inout RecordReader) -> Element) -> [Element] {
    let count = number()
    // Every element has a number at least.
    guard count >= 0, count <= (bytes.count - next) / 8 else { return fail([]) }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(element(&self)) }
    return elements
  }

  mutating func decode<Case: Coded>(else other: Case) -> Case { Case(code: integer()) ?? fail(other) }

  private mutating func fail<Value>(_ value: Value) -> Value {
    isBroken = true
    next = bytes.count
    return value
  }
}
