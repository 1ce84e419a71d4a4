import CSQLite

/// Cuts texts into the words that are searched: FTS5's `unicode61` without accents and case, and in scripts that are
/// written without spaces (Han, Kana, Thai, Lao, Khmer, Burmese) every character is a word of its own, so that any
/// part of a sentence can be found.
///
/// FTS5 calls it for indexing and for queries, we call it to mark what was found: one rule for all three. An
/// instance belongs to one database and must not outlive it.
final class SearchTokenizer {
  /// As the schema names it.
  static let name = "plenary"

  typealias Emit =
    @convention(c) (
      UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32
    ) -> Int32

  private let functions: fts5_tokenizer
  private let inner: OpaquePointer

  /// Nil where this SQLite has no FTS5.
  init?(_ api: UnsafeMutablePointer<fts5_api>) {
    var context: UnsafeMutableRawPointer?
    var functions = fts5_tokenizer()
    guard api.pointee.xFindTokenizer(api, "unicode61", &context, &functions) == SQLITE_OK else { return nil }
    var made: OpaquePointer?
    let code = "remove_diacritics".withCString { key in
      "2".withCString { value in
        var arguments: [UnsafePointer<CChar>?] = [key, value]
        return functions.xCreate(context, &arguments, 2, &made)
      }
    }
    guard code == SQLITE_OK, let made else { return nil }
    (self.functions, inner) = (functions, made)
  }

  deinit { functions.xDelete(inner) }

  /// Makes the tokenizer known to a database; needed before its search tables are touched, on every connection.
  static func register(in database: Database) throws(CatalogueError) -> SearchTokenizer {
    guard let api = plenary_fts5_api(database.handle), let own = SearchTokenizer(api) else {
      throw CatalogueError(operation: .tokenize, code: SQLITE_ERROR, message: "FTS5 is missing")
    }
    var ours = fts5_tokenizer(
      xCreate: { context, _, _, result in
        guard let context, let result,
          let tokenizer = SearchTokenizer(context.assumingMemoryBound(to: fts5_api.self))
        else { return SQLITE_ERROR }
        result.pointee = OpaquePointer(Unmanaged.passRetained(tokenizer).toOpaque())
        return SQLITE_OK
      },
      xDelete: { tokenizer in
        guard let tokenizer else { return }
        Unmanaged<SearchTokenizer>.fromOpaque(UnsafeRawPointer(tokenizer)).release()
      },
      xTokenize: { tokenizer, context, flags, text, count, emit in
        guard let tokenizer, let emit, let text else { return SQLITE_OK }
        let own = Unmanaged<SearchTokenizer>.fromOpaque(UnsafeRawPointer(tokenizer)).takeUnretainedValue()
        return own.tokenize(text, Int(count), flags, context, emit)
      })
    let code = api.pointee.xCreateTokenizer(api, name, api, &ours, nil)
    if code != SQLITE_OK { throw database.error(.tokenize, code) }
    return own
  }

  /// Where the words of a segment go, and how far into the text the segment lies.
  private struct Forward {
    var context: UnsafeMutableRawPointer?
    var emit: Emit
    var base: Int32
  }

  /// Gives every word to `emit`, with its place in bytes; a code other than SQLITE_OK from there ends the work.
  func tokenize(
    _ text: UnsafePointer<CChar>, _ count: Int, _ flags: Int32, _ context: UnsafeMutableRawPointer?, _ emit: Emit
  ) -> Int32 {
    let bytes = UnsafeRawBufferPointer(start: text, count: count)
    var start = 0
    var index = 0
    var isFolding = false
    while index < count {
      // The scripts in question begin at U+0E00, which UTF-8 writes with a first byte of E0 or more.
      if bytes[index] < 0xE0 {
        if LetterFolding.leadBytes.contains(bytes[index]) { isFolding = true }
        index += 1
        continue
      }
      let (scalar, length) = UnspacedScripts.decode(bytes, at: index)
      if UnspacedScripts.contains(scalar) {
        let code = segment(text, start, index, isFolding, flags, context, emit)
        if code != SQLITE_OK { return code }
        let own = emit(context, 0, text + index, Int32(length), Int32(index), Int32(index + length))
        if own != SQLITE_OK { return own }
        start = index + length
      }
      index += length
    }
    return segment(text, start, count, isFolding, flags, context, emit)
  }

  private func segment(
    _ text: UnsafePointer<CChar>, _ start: Int, _ end: Int, _ isFolding: Bool, _ flags: Int32,
    _ context: UnsafeMutableRawPointer?, _ emit: Emit
  ) -> Int32 {
    if start == end { return SQLITE_OK }
    if start == 0 && !isFolding { return functions.xTokenize(inner, context, flags, text, Int32(end), emit) }
    var forward = Forward(context: context, emit: emit, base: Int32(start))
    return withUnsafeMutablePointer(to: &forward) { pointer in
      functions.xTokenize(inner, pointer, flags, text + start, Int32(end - start)) {
        context, flags, token, count, a, b in
        guard let forward = context?.assumingMemoryBound(to: Forward.self).pointee else { return SQLITE_ERROR }
        let (start, end) = (a + forward.base, b + forward.base)
        let word = UnsafeRawBufferPointer(start: token, count: Int(count))
        guard let folded = LetterFolding.folded(word) else {
          return forward.emit(forward.context, flags, token, count, start, end)
        }
        return folded.withUnsafeBytes { bytes in
          bytes.withMemoryRebound(to: CChar.self) {
            forward.emit(forward.context, flags, $0.baseAddress, Int32($0.count), start, end)
          }
        }
      }
    }
  }

  private struct Visitor {
    var visit: (UnsafeRawBufferPointer, Range<Int>) -> Bool
  }

  /// Gives every word, folded, with its bytes in the text's UTF-8, until `visit` says false.
  func words(of text: String, _ visit: (_ word: UnsafeRawBufferPointer, _ place: Range<Int>) -> Bool) {
    var text = text
    withoutActuallyEscaping(visit) { visit in
      var visitor = Visitor(visit: visit)
      withUnsafeMutablePointer(to: &visitor) { pointer in
        text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) { characters in
            guard let start = characters.baseAddress else { return }
            _ = tokenize(start, characters.count, FTS5_TOKENIZE_AUX, pointer) { context, _, word, count, start, end in
              guard let visitor = context?.assumingMemoryBound(to: Visitor.self) else { return SQLITE_ERROR }
              let word = UnsafeRawBufferPointer(start: word, count: Int(count))
              let place = Int(start)..<Int(max(start, end))
              return visitor.pointee.visit(word, place) ? SQLITE_OK : SQLITE_DONE
            }
          }
        }
      }
    }
  }

  /// A text with every word folded, and with what stands between them.
  func folded(_ text: String) -> String {
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    var end = 0
    words(of: text) { word, place in
      guard place.lowerBound >= end, place.upperBound <= source.count else { return false }
      bytes += source[end..<place.lowerBound]
      bytes += word
      end = place.upperBound
      return true
    }
    return String(decoding: bytes + source[end...], as: UTF8.self)
  }

  /// The folded words of a text.
  func words(of text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    self.words(of: text) { word, _ in
      words.append(Array(word))
      return true
    }
    return words
  }
}

/// Accents that `unicode61` leaves on letters outside Latin: Greek ones of today, final sigma, and Cyrillic io.
///
/// The letters are lower case by then. Every pair of bytes becomes another pair.
enum LetterFolding {
  /// First bytes in UTF-8 of letters, upper or lower case, that may be folded.
  static let leadBytes: ClosedRange<UInt8> = 0xCE...0xD1

  /// Nil where nothing is to be folded.
  static func folded(_ word: UnsafeRawBufferPointer) -> [UInt8]? {
    var result: [UInt8]?
    var index = 0
    while index + 1 < word.count {
      if let pair = pair(word[index], word[index + 1]) {
        var bytes = result ?? Array(word)
        (bytes[index], bytes[index + 1]) = pair
        result = bytes
        index += 1
      }
      index += 1
    }
    return result
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8)? {
    switch (first, second) {
    case (0xCE, 0xAC): (0xCE, 0xB1)  // ά
    case (0xCE, 0xAD): (0xCE, 0xB5)  // έ
    case (0xCE, 0xAE): (0xCE, 0xB7)  // ή
    case (0xCE, 0xAF), (0xCE, 0x90), (0xCF, 0x8A): (0xCE, 0xB9)  // ί ΐ ϊ
    case (0xCF, 0x8C): (0xCE, 0xBF)  // ό
    case (0xCF, 0x8D), (0xCE, 0xB0), (0xCF, 0x8B): (0xCF, 0x85)  // ύ ΰ ϋ
    case (0xCF, 0x8E): (0xCF, 0x89)  // ώ
    case (0xCF, 0x82): (0xCF, 0x83)  // ς
    case (0xD1, 0x91): (0xD0, 0xB5)  // ё
    default: nil
    }
  }
}

/// The scripts that are written without spaces between words.
enum UnspacedScripts {
  /// By block (Unicode 16, Blocks.txt), without the punctuation blocks.
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true  // Thai, Lao; Burmese; Khmer
    case 0x2E80...0x2FDF, 0x3005...0x3007: true  // radicals, iteration marks
    case 0x30A0, 0x30FB: false  // punctuation amid Kana
    case 0x3041...0x30FF, 0x31F0...0x31FF: true  // Kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true  // Han
    case 0xFF66...0xFF9D: true  // half-width Katakana
    case 0x1B000...0x1B16F, 0x20000...0x3FFFD: true  // Kana supplements, Han extensions
    default: false
    }
  }

  /// The scalar at an offset and its length in UTF-8; a malformed sequence counts as U+FFFD over one byte.
  static func decode(_ bytes: UnsafeRawBufferPointer, at index: Int) -> (scalar: UInt32, length: Int) {
    let first = bytes[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    if length == 1 { return (first < 0x80 ? UInt32(first) : 0xFFFD, 1) }
    guard index + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for next in index + 1..<index + length {
      guard bytes[next] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
    }
    return (scalar, length)
  }
}
