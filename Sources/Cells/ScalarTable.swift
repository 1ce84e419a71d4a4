import Glibc
import Synchronization

/// The class of every scalar, found out when it is first drawn, and kept.
///
/// Reading takes no lock. Two threads that need the same scalar at once both work it out, with the same result.
// The pointer is set once; the pages behind it, and the classes in them, are atomics.
final class ScalarTable: @unchecked Sendable {
  private typealias Page = UnsafeMutablePointer<Atomic<UInt8>>

  static let shared = ScalarTable()

  private static let pageCount = 0x1100
  /// Stands for no class: not found out yet.
  private static let unknown = UInt8.max
  private let pages: UnsafeMutablePointer<Atomic<UInt>>

  private init() {
    // As zeroes from the system, most of which no text ever touches; an atomic 0 is a 0.
    let size = Self.pageCount * MemoryLayout<Atomic<UInt>>.stride
    guard let zeroes = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      zeroes != MAP_FAILED
    else { fatalError("no memory for the classes of characters") }
    pages = zeroes.bindMemory(to: Atomic<UInt>.self, capacity: Self.pageCount)
  }

  /// The class of a scalar value; `.unprintable` for what is not a scalar.
  @inline(__always)
  func scalarClass(_ value: UInt32) -> ScalarClass {
    if value < 0x7F { return value >= 0x20 ? .narrow : (value == 0x09 ? .space : .unprintable) }
    let index = Int(value >> 8)
    guard index < Self.pageCount else { return .unprintable }
    if let page = Page(bitPattern: pages[index].load(ordering: .acquiring)),
      let known = ScalarClass(rawValue: page[Int(value & 0xFF)].load(ordering: .relaxed))
    {
      return known
    }
    return found(value)
  }

  @inline(never)
  private func found(_ value: UInt32) -> ScalarClass {
    let scalarClass = ScalarRules.scalarClass(value)
    page(Int(value >> 8))[Int(value & 0xFF)].store(scalarClass.rawValue, ordering: .relaxed)
    return scalarClass
  }

  /// The page, made where it is not there yet; of two that are made at once, one is kept.
  private func page(_ index: Int) -> Page {
    if let page = Page(bitPattern: pages[index].load(ordering: .acquiring)) { return page }
    let page = Page.allocate(capacity: 256)
    for place in 0..<256 { (page + place).initialize(to: Atomic(Self.unknown)) }
    let (exchanged, original) = pages[index].compareExchange(
      expected: 0, desired: UInt(bitPattern: page), ordering: .acquiringAndReleasing)
    guard !exchanged, let winner = Page(bitPattern: original) else { return page }
    page.deallocate()
    return winner
  }
}
