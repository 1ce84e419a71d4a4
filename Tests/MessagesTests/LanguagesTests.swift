import Messages
import Testing

struct LanguagesTests {
  @Test(
    "The wanted languages come from the option, LANGUAGE and the locale of messages",
    arguments: [
      ([:], ["en"]),
      (["LANG": "fr_FR.UTF-8"], ["fr-FR"]),
      (["LANG": "fr_FR.UTF-8", "LC_MESSAGES": "de_DE"], ["de-DE"]),
      (["LANG": "fr_FR.UTF-8", "LC_MESSAGES": "", "LC_ALL": "pt_BR@x"], ["pt-BR"]),
      (["LANGUAGE": "fr:en", "LANG": "de_DE.UTF-8"], ["fr", "en", "de-DE"]),
      (["LANGUAGE": "fr"], ["fr"]),
      (["LANGUAGE": "fr", "LANG": "C.UTF-8"], ["fr"]),
      (["LANGUAGE": "fr", "LANG": "C"], ["en"]),
      (["LANGUAGE": "fr", "LANG": "fr_FR", "LC_ALL": "POSIX"], ["en"]),
      (["LANG": "C.UTF-8"], ["en"]),
    ])
  func wanted(environment: [String: String], languages: [String]) {
    #expect(Languages.wanted { environment[$0] } == languages)
  }

  @Test("What was asked for comes before what the environment says")
  func asked() {
    #expect(Languages.wanted(asked: "fr") { ["LC_ALL": "C"][$0] } == ["fr"])
    #expect(Languages.wanted(asked: "en") { ["LANG": "fr_FR.UTF-8"][$0] } == ["en", "fr-FR"])
  }

  @Test("The first language with a catalogue is spoken, with or without its region")
  func firstUsable() throws {
    let catalogue = try CatalogueOfTest(["fr": MessageTests.french])
    func language(_ languages: [String]) -> String {
      Messages(languages: languages, folder: catalogue.folder).language
    }
    #expect(language(["fr-CA"]) == "fr")
    #expect(language(["de", "fr"]) == "fr")
    #expect(language(["de", "en-GB", "fr"]) == "en")
    #expect(language(["de"]) == "en")
  }
}
