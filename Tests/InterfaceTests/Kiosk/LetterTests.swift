import Testing

@testable import Interface

struct LetterTests {
  @Test("Every letter and sign of French has a drawing of its own")
  func french() throws {
    let accented = "éèêëàâçîïôûùüœæÿÉÈÊËÀÂÇÎÏÔÛÙÜŒÆŸ«»"
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    var drawings: [[UInt16]: Character] = [:]
    for letter in accented + plain {
      let columns = try #require(PixelFont.letters.columns(of: String(letter)), "\(letter)")
      #expect(drawings[columns] == nil, "\(letter) looks like \(drawings[columns] ?? " ")")
      drawings[columns] = letter
    }
    #expect(PixelFont.letters.columns(of: "’ : ; ! ? – … °\u{A0}\u{202F}%") != nil)
  }

  @Test("Accents stand above, also over capitals, and the cedilla below")
  func accents() throws {
    let text = try #require(LargeText("À l’été, ça naît", scale: 1, width: 200))
    #expect(
      text.rows.map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n") == """
        ▀█▄▄     ▄  ▄  ▄▀   ▄    ▄▀                               ▄▀▄  ▄
        █   █    █  ▀  ▄▄  ▄█▄▄  ▄▄         ▄▄▄  ▄▄     ▄▄▄   ▄▄   ▄  ▄█▄▄
        █▀▀▀█    █    █▄▄█  █   █▄▄█       █     ▄▄█    █  █  ▄▄█  █   █
        █   █    ▀▄   ▀▄▄▄  ▀▄▄ ▀▄▄▄  ▄    ▀▄▄▄ ▀▄▄█    █  █ ▀▄▄█  █   ▀▄▄
                                     ▀      ▄▀
        """)
  }
}
