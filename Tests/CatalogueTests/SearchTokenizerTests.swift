import Testing

@testable import Catalogue

struct SearchTokenizerTests {
  let tokenizer: SearchTokenizer
  /// Keeps the library's tokenizers alive.
  let database: Database

  init() throws {
    database = try Database(.memory)
    tokenizer = try SearchTokenizer.register(in: database)
  }

  func words(_ text: String) -> [String] { tokenizer.words(of: text).map { String(decoding: $0, as: UTF8.self) } }

  @Test(arguments: [
    ("", []), ("Élan, vital!", ["elan", "vital"]), ("one-two three", ["one", "two", "three"]),
    ("选举A观察b", ["选", "举", "a", "观", "察", "b"]), ("ひらがな・カタカナ", ["ひ", "ら", "が", "な", "カ", "タ", "カ", "ナ"]),
    ("สวัสดี", ["ส", "ว", "ั", "ส", "ด", "ี"]), ("한국어 말", ["한국어", "말"]), ("𠀀x", ["𠀀", "x"]),
    ("Σίσυφος ΣΊΣΥΦΟΣ ϋώΐ", ["σισυφοσ", "σισυφοσ", "υωι"]), ("Ёлка й 观ё", ["елка", "й", "观", "е"]), ("🎉 5th", ["5th"]),
  ])
  func textsAreCutIntoWords(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    ("", ""), ("Zoë Müller, M.A.", "zoe muller, m.a."), ("Ctrl-L  *", "ctrl-l  *"), ("Mu\u{308}ller", "muller"),
    ("a 🎉 观察É", "a 🎉 观察e"),
  ])
  func whatStandsBetweenTheWordsIsKept(text: String, expected: String) {
    #expect(tokenizer.folded(text) == expected)
  }

  @Test func placesAreBytesOfTheText() {
    var places: [Range<Int>] = []
    tokenizer.words(of: "é 观察 x") { _, place in
      places.append(place)
      return places.count < 4
    }
    #expect(places == [0..<2, 3..<6, 6..<9, 10..<11])
  }

  @Test func aVisitorMayStop() {
    var count = 0
    tokenizer.words(of: "a b c d") { _, _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
  }

  @Test func malformedBytesAreNoScript() {
    let bytes: [UInt8] = [0xE4, 0xB8, 0xF0, 0xE9, 0x80, 0xFF]
    bytes.withUnsafeBytes { raw in
      for index in 0..<raw.count {
        let (scalar, length) = UnspacedScripts.decode(raw, at: index)
        #expect(length == 1 && !UnspacedScripts.contains(scalar))
      }
    }
  }
}
