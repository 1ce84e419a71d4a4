import CPosix
import Glibc

/// Which characters the font of a virtual terminal of Linux has: 256 or 512 pictures, where others have thousands.
struct ConsoleFont: Equatable, Sendable {
  /// In their order.
  private let characters: [UInt16]

  /// Nil where the descriptor is none of such a terminal, or the kernel does not tell (ioctl_console(2), GIO_UNIMAP).
  init?(of descriptor: Int32) {
    var count: UInt16 = 0
    // With no room it tells how many there are.
    guard plenary_console_characters(descriptor, nil, &count) != 0, errno == ENOMEM, count > 0 else { return nil }
    var pairs = [unipair](repeating: unipair(), count: Int(count))
    guard plenary_console_characters(descriptor, &pairs, &count) == 0, Int(count) <= pairs.count else { return nil }
    self.init(characters: pairs[..<Int(count)].map(\.unicode))
  }

  init(characters: [UInt16]) { self.characters = characters.sorted() }

  /// Whether there is a picture of it.
  func has(_ scalar: UInt32) -> Bool {
    guard let scalar = UInt16(exactly: scalar) else { return false }
    var (low, high) = (0, characters.count)
    while low < high {
      let middle = (low + high) / 2
      if characters[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    return low < characters.count && characters[low] == scalar
  }
}
