/// Reads JSON texts (RFC 8259), as people write them.
///
/// Own code where libraries exist, since none that is kept up tells the place of every value and reads on after a slip.
/// What is against the grammar is told with its place, and the rest is read: a comma too many or too few, a missing
/// colon, bracket or quotation mark, typographic and single ones, comments, names without quotation marks, words such as
/// `True` and `None`, numbers with zeros in front, one bracket too many. Time is linear in the bytes whatever they are.
///
/// Accepted without a word: a byte order mark (§8.1), a name that comes again (§4; all of them are there, in order),
/// numbers of any size (§6; their digits stay as they are), bytes in strings that are no UTF-8 and half surrogate pairs
/// (§8.2), both of which become U+FFFD.
public struct JSONReader {
  /// Why nothing was read.
  public enum Failure: Error, Equatable {
    case tooManyValues(limit: Int)
    /// More bytes than a node can address.
    case tooLarge(limit: Int)
  }

  /// Arrays and objects inside each other; what lies deeper is left out.
  public var depthLimit: Int
  /// Names and values, each of which takes 24 bytes of memory.
  public var valueLimit: Int
  /// Slips that are kept one by one; those after them are only counted.
  public var slipLimit = 100

  /// Nodes hold their places in 32 bits.
  private static let sizeLimit = 1 << 31

  public init(depthLimit: Int = 64, valueLimit: Int = 16_000_000) {
    (self.depthLimit, self.valueLimit) = (depthLimit, valueLimit)
  }

  /// Reads bytes that stay where they are as long as their owner lives, which the document keeps.
  public func read(
    _ bytes: UnsafeBufferPointer<UInt8>, ownedBy owner: AnyObject
  ) throws(Failure) -> JSONDocument {
    guard bytes.count <= JSONReader.sizeLimit else { throw .tooLarge(limit: JSONReader.sizeLimit) }
    var parser = JSONParser(bytes, depthLimit: depthLimit, valueLimit: valueLimit, slipLimit: slipLimit)
    parser.parse()
    if parser.isFull { throw .tooManyValues(limit: valueLimit) }
    return withExtendedLifetime(owner) { JSONDocument(parser, owner: owner) }
  }

  /// Reads a copy of the bytes.
  public func read(_ bytes: [UInt8]) throws(Failure) -> JSONDocument {
    let memory = Memory(bytes)
    return try read(UnsafeBufferPointer(memory.bytes), ownedBy: memory)
  }

  private final class Memory {
    let bytes: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: [UInt8]) {
      self.bytes = .allocate(capacity: bytes.count)
      _ = self.bytes.initialize(from: bytes)
    }

    deinit { bytes.deallocate() }
  }
}
