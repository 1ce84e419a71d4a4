import Testing

@testable import Messages

/// Catalogues as `msgfmt` writes them, and as they are when something has gone wrong.
struct CompiledCatalogueTests {
  /// A catalogue of these keys, in their order, and their translations.
  private func bytes(_ entries: [(key: String, text: String)], isSwapped: Bool = false) -> [UInt8] {
    var (tables, texts): ([UInt8], [UInt8]) = ([], [])
    func add(_ number: Int, to bytes: inout [UInt8]) {
      let parts = (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
      bytes += isSwapped ? parts.reversed() : parts
    }
    let start = 28 + entries.count * 16
    for text in entries.map(\.key) + entries.map(\.text) {
      add(text.utf8.count, to: &tables)
      add(start + texts.count, to: &tables)
      texts += Array(text.utf8) + [0]
    }
    var head: [UInt8] = []
    for number in [0x9504_12DE, 0, entries.count, 28, 28 + entries.count * 8, 0, 0] { add(number, to: &head) }
    return head + tables + texts
  }

  private let entries = [
    ("", "Plural-Forms: nplurals=2; plural=(n > 1);\n"), ("1 note\0%d notes", "%d note\0%d notes prises"),
    ("Open", "Ouvert"), ("verb\u{4}Open", "Ouvrir"),
  ]

  private func text(_ catalogue: CompiledCatalogue?, _ key: String, _ count: Int? = nil) -> String? {
    catalogue?.translation(of: Array(key.utf8), count: count).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("Keys are found with their context and their plural form, in either order of bytes", arguments: [false, true])
  func found(isSwapped: Bool) {
    let catalogue = CompiledCatalogue(bytes(entries, isSwapped: isSwapped))
    #expect(text(catalogue, "Open") == "Ouvert" && text(catalogue, "verb\u{4}Open") == "Ouvrir")
    #expect([0, 1, 2].map { text(catalogue, "1 note", $0) } == ["%d note", "%d note", "%d notes prises"])
    #expect(text(catalogue, "Closed") == nil && text(catalogue, "1 not", 1) == nil)
  }

  @Test("A file that is cut or changed anywhere has fewer messages, and does no harm")
  func damaged() {
    let whole = bytes(entries)
    for length in whole.indices { _ = text(CompiledCatalogue(Array(whole[..<length])), "Open") }
    for place in whole.indices {
      for value in [UInt8(0), 0x7F, 0xFF] {
        var changed = whole
        changed[place] = value
        let catalogue = CompiledCatalogue(changed)
        for key in ["Open", "1 note"] { _ = text(catalogue, key, 2) }
      }
    }
    #expect(
      text(CompiledCatalogue([]), "Open") == nil
        && text(CompiledCatalogue(Array("no catalogue, but a text".utf8)), "Open") == nil)
    #expect(text(CompiledCatalogue(path: "/nonexistent"), "Open") == nil)
  }

  @Test(
    "Plural rules are those of their languages",
    arguments: [
      ("n != 1", [0, 1, 2], [1, 0, 1]), ("0", [0, 1, 5], [0, 0, 0]),
      (
        "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)",
        [0, 1, 2, 5, 11, 12, 21, 22, 111], [2, 0, 1, 2, 2, 2, 0, 1, 2]
      ),
      (
        "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5", [0, 1, 2, 3, 11, 100, 103],
        [0, 1, 2, 3, 4, 5, 3]
      ),
    ] as [(String, [UInt], [Int])])
  func plurals(expression: String, counts: [UInt], forms: [Int]) throws {
    let rule = try #require(PluralRule(header: "Plural-Forms: nplurals=6; plural=\(expression);\n"))
    #expect(counts.map { rule.form(of: $0) } == forms)
  }

  @Test("A rule that is none is not guessed at", arguments: ["n >", "", "(n", "m", "n n", "1/", "n ? 1"])
  func noRule(expression: String) {
    #expect(PluralRule(header: "Plural-Forms: nplurals=2; plural=\(expression);\n").map { $0.form(of: 1) } == nil)
    let deep = String(repeating: "(", count: 100_000)
    #expect(PluralRule(header: "Plural-Forms: nplurals=2; plural=\(deep);\n").map { $0.form(of: 1) } == nil)
  }
}
