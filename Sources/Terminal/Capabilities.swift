import CNcurses
import Cells
import Glibc

/// What terminfo says of a terminal.
@MainActor
struct Capabilities {
  /// Whether the terminal understands the escape sequences of ECMA-48, so that a private mode which it does not know
  /// does no harm.
  let isAnsi: Bool
  /// Whether it can report the mouse.
  let hasMouse: Bool
  /// Whether its Backspace key sends Ctrl-H.
  let isControlHBackspace: Bool
  /// How many colours it has.
  let colors: Int
  /// Leaves the alternate screen, shows the cursor, resets colours and keypad: what a crash has time for.
  let reset: [UInt8]

  /// Reads the entry of that name, without which there is nothing to be shown on the terminal.
  init(terminal name: String) throws(ScreenError) {
    var result: Int32 = 0
    guard !name.isEmpty, setupterm(name, 1, &result) == OK else { throw .unknownTerminal(name) }
    guard Self.string("cup") != nil else { throw .dumbTerminal(name) }
    isAnsi = Self.string("cup")?.starts(with: [0x1B, 0x5B]) ?? false
    hasMouse = Self.string("kmous") != nil || Self.string("XM") != nil
    isControlHBackspace = Self.string("kbs") == [0x08]
    colors = max(0, Int(tigetnum("colors")))
    reset = ["sgr0", "op", "rmacs", "cnorm", "rmkx", "rmcup"].flatMap { Self.string($0) ?? [] }
  }

  /// The byte sequences of its keys, all of them longer than a byte; looked up at every call.
  var keys: KeyStrings {
    var keys = KeyStrings()
    for (name, key) in Self.names {
      if let bytes = Self.string(name), bytes.count > 1 { keys[bytes] = key }
    }
    // From kf13 on, terminfo counts keys with Shift or Ctrl as keys of their own.
    for number in 1...12 {
      if let bytes = Self.string("kf\(number)") { keys[bytes] = .function(number) }
    }
    return keys
  }

  /// How many colours can be shown.
  ///
  /// Terminals of more than 256 colours take the number of a colour for its red, green and blue, apart from the first
  /// eight.
  var depth: ColorDepth {
    switch colors {
    case 256: .full256
    case 16..<256: .sixteen
    case 8...: .eight
    default: .none
    }
  }

  private static let names: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
    ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete),
    ("kcbt", .backtab), ("kent", .enter), ("kri", .shiftUp), ("kind", .shiftDown), ("kLFT", .shiftLeft),
    ("kRIT", .shiftRight), ("kLFT5", .wordLeft), ("kRIT5", .wordRight), ("kLFT3", .wordLeft), ("kRIT3", .wordRight),
    ("kHOM", .shiftHome), ("kEND", .shiftEnd), ("kHOM5", .controlHome), ("kEND5", .controlEnd),
    ("kHOM6", .shiftControlHome), ("kEND6", .shiftControlEnd), ("kDC5", .controlDelete), ("kDC3", .controlDelete),
    ("kUP5", .up), ("kDN5", .down), ("kLFT6", .shiftWordLeft), ("kRIT6", .shiftWordRight),
  ]

  /// A capability without its padding, which is for terminals of another century: `$<5/>` is taken out.
  private static func string(_ name: String) -> [UInt8]? {
    guard let value = plenary_string_capability(name) else { return nil }
    var bytes: [UInt8] = []
    var next = value
    while next.pointee != 0 {
      bytes.append(UInt8(bitPattern: next.pointee))
      next += 1
    }
    return bytes.isEmpty ? nil : withoutPadding(bytes)
  }

  nonisolated static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "<"),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
      {
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}

/// The byte sequences that a terminal's keys send.
///
/// A plain list: it is short and read only behind an Esc, while a dictionary would be made at every start.
struct KeyStrings {
  private var entries: [(bytes: [UInt8], key: Key)] = []

  init(_ entries: [([UInt8], Key)] = []) {
    for (bytes, key) in entries { self[bytes] = key }
  }

  /// The key of exactly these bytes; a later one takes the place of an earlier one.
  subscript(bytes: [UInt8]) -> Key? {
    get { entries.first { $0.bytes == bytes }?.key }
    set {
      entries.removeAll { $0.bytes == bytes }
      if let newValue { entries.append((bytes, newValue)) }
    }
  }

  /// The key whose sequence these bytes begin with, the longest where there are several, and the sequence's length.
  func first(of bytes: ArraySlice<UInt8>) -> (key: Key, length: Int)? {
    entries.filter { bytes.starts(with: $0.bytes) }.max { $0.bytes.count < $1.bytes.count }
      .map { ($0.key, $0.bytes.count) }
  }

  /// Whether more bytes could make these a key.
  func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    entries.contains { $0.bytes.count > bytes.count && $0.bytes.starts(with: bytes) }
  }
}
