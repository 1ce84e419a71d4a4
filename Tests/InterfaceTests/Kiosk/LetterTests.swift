import Testing

@testable import Interface

struct LetterTests {
  @Test("Every letter and sign of French has a drawing of its own")
  func french() throws {
    let accented = "éèêëàâçîïôûùüœæÿÉÈÊËÀÂÇÎÏÔÛÙÜŒÆŸ«»"
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    var drawings: [[UInt32]: Character] = [:]
    for letter in accented + plain {
      let columns = try #require(PixelFont.letters.columns(of: String(letter)), "\(letter)")
      #expect(drawings[columns] == nil, "\(letter) looks like \(drawings[columns] ?? " ")")
      drawings[columns] = letter
    }
    for sign in "’ : ; ! ? – … °\u{A0}\u{202F}%" {
      #expect(PixelFont.letters.columns(of: String(sign)) != nil, "\(sign.unicodeScalars.map(\.value))")
    }
  }

  @Test("Accents stand above, also over capitals, and the cedilla below")
  func accents() throws {
    let text = try #require(LargeText("À l’été, ça naît", size: .regular, width: 200))
    #expect(
      text.rows.map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n") == """
        ▀█▄▄     ▄  ▄  ▄▀   ▄    ▄▀                               ▄▀▄  ▄
        █   █    █  ▀  ▄▄  ▄█▄▄  ▄▄         ▄▄▄  ▄▄     ▄▄▄   ▄▄   ▄  ▄█▄▄
        █▀▀▀█    █    █▄▄█  █   █▄▄█       █     ▄▄█    █  █  ▄▄█  █   █
        █   █    ▀▄   ▀▄▄▄  ▀▄▄ ▀▄▄▄  ▄    ▀▄▄▄ ▀▄▄█    █  █ ▀▄▄█  █   ▀▄▄
                                     ▀      ▄▀
        """)
  }

  @Test("Latin with all its accents, Greek and Cyrillic have drawings that differ")
  func scripts() throws {
    let alphabets = [
      "áàâäãåąăāćčçďđéèêëęěēėğíìîïīįİıłľĺńňñóòôöõőøŕřśšşșťțúùûüůűūýÿźžżæœßþðħŋə¿¡€£§ươạảấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữựỳỷỹỵ",
      "ÁÀÂÄÃÅĄĂĀĆČÇĎĐÉÈÊËĘĚĒĖĞÍÌÎÏĪĮŁŃŇÑÓÒÔÖÕŐØŔŘŚŠŞȘŤȚÚÙÛÜŮŰŪÝŸŹŽŻÆŒẞÞĦŊƏƠƯẠẢẤẦẨẪẬẮẰẲẴẶẾỀỂỄỆ",
      "абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґўђћљњџАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁЄЇҐЎЂЉЊЏ",
      "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ",
    ]
    for alphabet in alphabets {
      #expect(PixelFont.fine.draws(alphabet), "in fine letters too")
      var drawings: [[UInt32]: Character] = [:]
      for letter in alphabet {
        guard let columns = PixelFont.letters.columns(of: String(letter)) else {
          Issue.record("\(letter) has no drawing")
          continue
        }
        let similar = drawings[columns].map { "\(letter) looks like \($0)" }
        // Cedilla and comma below are the same to most eyes.
        #expect(similar == nil || "şșŞȘţț".contains(letter), "\(similar ?? "")")
        drawings[columns] = letter
      }
    }
    #expect(PixelFont.letters.columns(of: "e\u{301}") == PixelFont.letters.columns(of: "é"), "in parts too")
    #expect(PixelFont.letters.columns(of: "\u{B5}") == PixelFont.letters.columns(of: "μ"), "of both micro signs")
    #expect(!PixelFont.letters.draws("議事") && !PixelFont.letters.draws("مؤتمر"))
  }

  @Test("Fine letters tell what is written, and accents keep off what they stand over")
  func fine() throws {
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456789.,:;!?-+/"
    var drawings: [[UInt32]: Character] = [:]
    for letter in plain {
      let columns = try #require(PixelFont.fine.columns(of: String(letter)), "\(letter)")
      #expect(drawings[columns] == nil, "\(letter) looks like \(drawings[columns] ?? " ")")
      drawings[columns] = letter
    }
    let text = try #require(LargeText("Été à Übach, ïle", size: .fine, width: 200))
    #expect(
      text.rows.map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n") == """
          ▀ ▄█▄   ▀   ▀     █ ▀▄ █▄   ▄▄  ▄ █▄       ▀ ▀ █   ▄
        ██▀  █  ▄█▄   ▄▀█   █  █ █ █ █ █ █  █ █  ▄    █  █  █▀▀
        ▀▀▀  ▀▀  ▀▀    ▀▀    ▀▀  ▀▀   ▀▀  ▀ ▀ ▀ ▄▀    ▀   ▀  ▀▀
        """)
    let word = try #require(LargeText("Plan", size: .fine, width: 20))
    #expect(word.height == 3 && (13...14).contains(word.width) && LargeText("Plan", size: .plain, width: 20) == nil)
    let lines = try #require(LargeText("one two", size: .fine, width: 14))
    #expect(lines.lines.count == 2 && lines.height == 7, "half a row keeps two lines apart")
  }
}
