import CPosix
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

/// What becomes of one scalar on the screen, in a byte so that a table of them stays small.
enum ScalarClass: UInt8, Sendable {
  /// Never shown: joiners, variation selectors, zero-width and bidi controls, tags, soft hyphens.
  case dropped
  /// A combining mark that stands on the glyph before it.
  case mark
  /// Not printable, shown as U+FFFD in one column.
  case unprintable
  /// A blank in one column, whatever its typographic width.
  case space
  /// Half of a flag, shown as the letter that it stands for.
  case regional
  /// A skin tone: part of the emoji before it, which is shown without.
  case skinTone
  case narrow
  /// A narrow character that a skin tone may follow.
  case narrowPicture
  case wide
  /// A wide character that a skin tone may follow.
  case widePicture
}

/// How a scalar's class is found: the C library's widths, as ncurses and terminals use them, and Unicode's properties.
enum ScalarRules {
  /// A UTF-8 locale of our own, whatever the process runs under; nil where the system has none.
  private static let locale: OwnLocale? = OwnLocale()

  /// The class of a scalar value; `.unprintable` for what is not a scalar.
  static func scalarClass(_ value: UInt32) -> ScalarClass {
    if value < 0x100 { return latin1(value) }
    if isCommonSign(value) { return .narrow }
    guard let locale else { return scalarClass(value, columns: guessedColumns(value)) }
    return locale.use { scalarClass(value, columns: Int(plenary_wcwidth(value))) }
  }

  /// Dashes, quotes, bullets and the ellipsis; arrows; lines and blocks: known by rule, as Latin 1 is, so that a start
  /// in a Western language loads no locale.
  static func isCommonSign(_ value: UInt32) -> Bool {
    switch value {
    case 0x2010...0x2027, 0x2190...0x2193, 0x2500...0x259F: true
    default: false
    }
  }

  private static func latin1(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x09, 0xA0: .space
    case 0xAD: .dropped
    case 0x20..<0x7F, 0xA1...0xFF: .narrow
    default: .unprintable
    }
  }

  /// The class by Unicode's properties, for a scalar of so many columns; -1 means that it cannot be printed.
  static func scalarClass(_ value: UInt32, columns: Int) -> ScalarClass {
    guard let scalar = Unicode.Scalar(value) else { return .unprintable }
    let properties = scalar.properties
    if (0x1F1E6...0x1F1FF).contains(value) { return .regional }
    if (0x1F3FB...0x1F3FF).contains(value) { return .skinTone }
    if properties.isDefaultIgnorableCodePoint { return .dropped }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark:
      return columns < 0 ? .unprintable : .mark
    case .spaceSeparator:
      // The ideographic space keeps its two columns, the ogham space mark its stroke.
      return columns == 1 && value != 0x1680 ? .space : (columns == 2 ? .wide : .narrow)
    default:
      break
    }
    switch columns {
    case 0: return isJoiningJamo(value) ? .mark : .dropped
    case 1: return properties.isEmojiModifierBase ? .narrowPicture : .narrow
    case 2: return properties.isEmoji ? .widePicture : .wide
    default: return .unprintable
    }
  }

  /// Vowels and final consonants of decomposed Hangul, which stand in the block of the consonant before them.
  private static func isJoiningJamo(_ value: UInt32) -> Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
  }

  /// Columns where the system has no UTF-8 locale: two for the blocks that are wide as a whole, else one.
  static func guessedColumns(_ value: UInt32) -> Int {
    guard let scalar = Unicode.Scalar(value) else { return -1 }
    switch scalar.properties.generalCategory {
    case .control, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator: return -1
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if isJoiningJamo(value) { return 0 }
    let isWide = wideBlocks.contains { $0.contains(value) } || scalar.properties.isEmojiPresentation
    return isWide ? 2 : 1
  }

  /// The blocks of Unicode's East Asian Width (UAX 11) that are wide or full-width throughout.
  private static let wideBlocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF,
    0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}

/// A locale that knows UTF-8, apart from the process's own.
// A locale_t is never changed after it has been made, and `uselocale` binds it to the calling thread alone.
private final class OwnLocale: @unchecked Sendable {
  private let handle: locale_t

  init?() {
    let names = ["C.UTF-8", "C.utf8", "en_US.UTF-8"]
    let made = names.lazy.compactMap { newlocale(LC_CTYPE_MASK, $0, nil) }.first
    guard let made else { return nil }
    handle = made
  }

  deinit { freelocale(handle) }

  /// Runs `body` with this locale for the calling thread, which then has its own back.
  func use<Result>(_ body: () -> Result) -> Result {
    let before = uselocale(handle)
    defer { _ = uselocale(before) }
    return body()
  }
}
