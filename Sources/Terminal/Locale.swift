import CPosix
import Glibc

/// Takes the character set of the environment: LC_ALL, LC_CTYPE, LANG.
///
/// Call it once, before the first `Screen`. Where the locale that they name is not installed but asks for UTF-8, C.UTF-8
/// is taken in its place: the terminal shows UTF-8 all the same.
public func adoptLocale() {
  if setlocale(LC_CTYPE, "") != nil { return }
  let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { (name: String) -> String? in
    getenv(name).map { String(cString: $0) }
  }
  let wanted = (names.first { !$0.isEmpty } ?? "").lowercased()
  if strstr(wanted, "utf-8") != nil || strstr(wanted, "utf8") != nil { setlocale(LC_CTYPE, "C.UTF-8") }
}

/// The character set of the locale in force, as nl_langinfo names it.
var localeCodeset: String { plenary_codeset().map { String(cString: $0) } ?? "" }

/// Does something with UTF-8 as the character set, where the system has that.
///
/// ncurses opened in another one repeats characters by REP, which many a terminal that calls itself xterm does not have or
/// gets wrong at the right edge. What is sent does not change otherwise: outside UTF-8 it is ASCII.
func withUnicodeLocale<Result>(_ body: () -> Result) -> Result {
  let found = setlocale(LC_CTYPE, nil).map { String(cString: $0) }
  if localeCodeset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  defer { if let found { setlocale(LC_CTYPE, found) } }
  return body()
}

/// Bytes typed as text, in the character set of the locale.
///
/// A locale without a character set beyond ASCII (C, POSIX) says nothing of the terminal, which then most likely sends
/// UTF-8.
struct TextDecoder {
  enum Result: Equatable {
    case scalar(Unicode.Scalar, length: Int)
    /// The character goes on in bytes that have not come.
    case incomplete
  }

  private let isUnicode: Bool

  init(codeset: String) { isUnicode = ["UTF-8", "ANSI_X3.4-1968", "US-ASCII", ""].contains(codeset) }

  /// The first character of bytes that are not empty.
  ///
  /// What is not valid becomes U+FFFD.
  func first(of bytes: ArraySlice<UInt8>) -> Result { isUnicode ? unicode(bytes) : local(bytes) }

  private func unicode(_ bytes: ArraySlice<UInt8>) -> Result {
    let lead = bytes[bytes.startIndex]
    let length: Int
    switch lead {
    case ..<0x80: return .scalar(Unicode.Scalar(lead), length: 1)
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .scalar("\u{FFFD}", length: 1)
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard offset < bytes.count else { return .incomplete }
      let byte = bytes[bytes.startIndex + offset]
      guard byte & 0xC0 == 0x80 else { return .scalar("\u{FFFD}", length: offset) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // Overlong forms, surrogates and what lies beyond U+10FFFF.
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return .scalar("\u{FFFD}", length: length) }
    return .scalar(scalar, length: length)
  }

  private func local(_ bytes: ArraySlice<UInt8>) -> Result {
    var state = mbstate_t()
    var character = wchar_t()
    let count = bytes.withUnsafeBytes { raw in
      mbrtowc(&character, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, &state)
    }
    // (size_t)-2 is a character cut short, -1 an invalid one, 0 a NUL.
    switch Int(bitPattern: UInt(count)) {
    case -2: return .incomplete
    case -1: return .scalar("\u{FFFD}", length: 1)
    case let length:
      return .scalar(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}", length: max(1, length))
    }
  }
}
