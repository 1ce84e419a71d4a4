import Synchronization

/// The class of every scalar, found out 256 at a time when one of them is first drawn, and kept.
///
/// Reading takes no lock. Two threads that need the same page at once both work it out, and one of the two equal
/// results is kept.
// The pointer is set once; the pages behind it are atomics, and a page never changes once it is published.
final class ScalarTable: @unchecked Sendable {
  private typealias Page = UnsafeMutablePointer<ScalarClass>

  static let shared = ScalarTable()

  private static let pageCount = 0x1100
  private let pages: UnsafeMutablePointer<Atomic<UInt>>

  private init() {
    pages = .allocate(capacity: Self.pageCount)
    for index in 0..<Self.pageCount { (pages + index).initialize(to: Atomic(0)) }
  }

  /// The class of a scalar value; `.unprintable` for what is not a scalar.
  @inline(__always)
  func scalarClass(_ value: UInt32) -> ScalarClass {
    if value < 0x7F { return value >= 0x20 ? .narrow : (value == 0x09 ? .space : .unprintable) }
    let index = Int(value >> 8)
    guard index < Self.pageCount else { return .unprintable }
    guard let page = Page(bitPattern: pages[index].load(ordering: .acquiring)) else {
      return filled(index)[Int(value & 0xFF)]
    }
    return page[Int(value & 0xFF)]
  }

  @inline(never)
  private func filled(_ index: Int) -> Page {
    let page = Page.allocate(capacity: 256)
    let classes = ScalarRules.classes(ofPage: UInt32(index))
    for (place, scalarClass) in classes.enumerated() { (page + place).initialize(to: scalarClass) }
    let (exchanged, original) = pages[index].compareExchange(
      expected: 0, desired: UInt(bitPattern: page), ordering: .acquiringAndReleasing)
    guard !exchanged, let winner = Page(bitPattern: original) else { return page }
    page.deallocate()
    return winner
  }
}
