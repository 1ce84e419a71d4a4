import Glibc
import Messages
import Support
import Testing

struct MessageTests {
  static let french = """
    msgid "1 note"
    msgid_plural "%d notes"
    msgstr[0] "%d note prise"
    msgstr[1] "%d notes prises"

    msgid "Starred: %s"
    msgstr "Étoilé : %s"

    msgid "%1$s of %2$s"
    msgstr "%2$s, %1$s"

    msgid "Open"
    msgstr "Ouvert"

    msgctxt "verb"
    msgid "Open"
    msgstr "Ouvrir"

    """

  @Test("English says its words and puts the arguments into them")
  func english() {
    let words = Messages.english
    #expect(words.text(Message("Saved")) == "Saved")
    #expect(words.text(Message("Starred: %s", "100 %s")) == "Starred: 100 %s")
    #expect(words.text(Message("Needs %1$dx%2$d, %% and %s", 20, 5)) == "Needs 20x5, % and 20")
    #expect(words.text(Message("See %s", Message("the plan"))) == "See the plan")
    #expect(words.text(.within("verb", "Open")) == "Open")
    #expect(words.text(.data("100 %d")) == "100 %d")
  }

  @Test("English has one form for one and another for all else", arguments: [0, 1, 2, 1000])
  func englishPlural(count: Int) {
    #expect(
      Messages.english.text(Message("1 note", "%d notes", count: count)) == (count == 1 ? "1 note" : "\(count) notes"))
  }

  @Test("Another language has its own words, order, contexts and plural forms")
  func french() throws {
    let words = try CatalogueOfTest(["fr": MessageTests.french])
    #expect(words.text(Message("Starred: %s", "A")) == "Étoilé : A")
    #expect(words.text(Message("%1$s of %2$s", "un", Message("Open"))) == "Ouvert, un")
    #expect(words.text(.within("verb", "Open")) == "Ouvrir")
    let notes = [0, 1, 2].map { words.text(Message("1 note", "%d notes", count: $0)) }
    #expect(notes == ["0 note prise", "1 note prise", "2 notes prises"])
  }

  @Test("What a catalogue lacks is said in English")
  func missing() throws {
    let words = try CatalogueOfTest(["fr": MessageTests.french])
    #expect(words.text(Message("Saved")) == "Saved")
    #expect(words.text(.within("adjective", "Open")) == "Open")
    #expect(words.text(Message("1 day", "%d days", count: 2)) == "2 days")
  }

  @Test(
    "A translation whose directives are not the sentence's is said in English and reads no memory",
    arguments: [
      "%d", "%s %s", "%2$s", "%0$s", "%n", "%", "%99999999999999999999$s", "%*s", "%1$", "%-5s",
    ])
  func wrongDirectives(translation: String) throws {
    let entries = "msgid \"Starred: %s\"\nmsgstr \"Gratis \(translation)\"\n"
    let words = try CatalogueOfTest(["fr": entries])
    #expect(words.text(Message("Starred: %s", "A")) == "Starred: A")
  }

  @Test(
    "Without a catalogue or a folder the language is English", arguments: ["de", "en", "en-GB", "", "../fr", "fr/.."])
  func withoutCatalogue(language: String) throws {
    let catalogue = try CatalogueOfTest(["fr": MessageTests.french])
    #expect(Messages(languages: [language], folder: catalogue.folder) == .english)
    #expect(Messages(languages: ["fr"], folder: nil) == .english)
    #expect(Messages(languages: ["fr"], folder: "/nowhere") == .english)
  }

  @Test("The language changes from one sentence to the next")
  func change() throws {
    let german = "msgid \"Starred: %s\"\nmsgstr \"Gemerkt: %s\"\n"
    let catalogue = try CatalogueOfTest(["fr": MessageTests.french, "de": german])
    for _ in 0..<3 {
      #expect(catalogue.text(Message("Starred: %s", "A")) == "Étoilé : A")
      #expect(catalogue.text(Message("Starred: %s", "A"), in: "de") == "Gemerkt: A")
      #expect(Messages.english.text(Message("Starred: %s", "A")) == "Starred: A")
    }
  }

  @Test("Equal messages are equal, others are not")
  func equality() {
    #expect(Message("Starred: %s", "A") == Message("Starred: %s", "A"))
    #expect(Message("Starred: %s", "A") != Message("Starred: %s", "B"))
    #expect(Message("Open") != .within("verb", "Open"))
    #expect(Message("Open") != .data("Open"))
    #expect(Message("1 note", "%d notes", count: 1) != Message("1 note", "%d notes", count: 2))
  }
}

@Suite("errors of the system") struct SystemErrorTests {
  @Test("Those that people meet are said in the C library's own words, and in French")
  func words() throws {
    let french = try Translation.french
    for number in [EPERM, ENOENT, EIO, EACCES, EEXIST, ENOTDIR, EISDIR, ENOSPC, EROFS, ENAMETOOLONG, EDQUOT] {
      let english = Messages.english.text(.systemError(number))
      #expect(english == strerror(number).map { String(cString: $0) })
      #expect(french.text(.systemError(number)) != english)
    }
    #expect(french.text(.systemError(ENOSPC)) == "Plus de place sur le périphérique")
  }
}
