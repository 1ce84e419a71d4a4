import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  @Suite("language")
  struct LanguageTests {
    init() throws { _ = try Translation.folder }

    @Test(
      "French is spoken where it is asked for, whatever locales the machine has",
      arguments: [
        (["--language", "fr"], ["LC_ALL": "C.UTF-8"]),
        (["--language", "fr"], ["LC_ALL": "C"]),
        ([], ["LC_ALL": "", "LANG": "fr_FR.UTF-8"]),
        ([], ["LC_ALL": "", "LC_MESSAGES": "fr_CA.UTF-8", "LANG": "C.UTF-8"]),
        ([], ["LANGUAGE": "de:fr"]),
      ])
    func french(options: [String], environment: [String: String]) throws {
      let story = try Home().open(nil, options, environment: environment)
      try story.see("Programme", "Droits de l", "lun. 4", "aide")
      story.press(.escape, "?")
      try story.see("Touches ici")
    }

    @Test(
      "English is spoken elsewhere",
      arguments: [
        ([], ["LC_ALL": "C"]), ([], ["LC_ALL": "", "LANG": "de_DE.UTF-8"]),
        (["--language", "en"], ["LC_ALL": "", "LANG": "fr_FR.UTF-8"]), ([], ["LANGUAGE": "fr", "LC_ALL": "C"]),
      ])
    func english(options: [String], environment: [String: String]) throws {
      let story = try Home().open(nil, options, environment: environment)
      try story.see("Agenda", "Human Rights", "Mon 4", "help")
    }

    @Test("Help, errors and dates are in the language too")
    func verbs() throws {
      let french = ["LANGUAGE": "fr"]
      let home = try Home()
      #expect(try home.run(["--help"], environment: french).output.contains("Utilisation"))
      #expect(try home.run(["--nonsense"], environment: french).errors.contains("option inconnue"))
      let check = try home.run(["check"], environment: french)
      #expect(check.output.contains("aucun problème"))
      let page = try home.run(["export", "--format", "markdown"], environment: french).output
      #expect(page.contains("lundi 4 décembre 2017") && !page.contains("Times in"))
      #expect(!page.contains("Documents\n\n- Concept") && page.contains("Note conceptuelle"))
    }

    @Test(
      "English opens no catalogue of messages, French does",
      .enabled(if: access("/usr/bin/strace", X_OK) == 0, "strace shows what is opened"))
    func opened() throws {
      let home = try Home()
      func opened(_ language: String) throws -> String {
        let log = "\(home.folder.path)/opened-\(language)"
        let run = try ProgramRun(
          "/usr/bin/strace",
          [
            "-f", "-e", "trace=open,openat,access,faccessat,faccessat2", "-o", log,
            BuiltProgram.path("plenary"), "list",
          ],
          environment: home.environment.merging(["LANGUAGE": language]) { $1 })
        try #require(run.exit == .status(0), "\(run.errors)")
        return String(decoding: try TemporaryFolder.bytes(of: log), as: UTF8.self)
      }
      #expect(!(try opened("en")).contains("plenary.mo"))
      #expect(try opened("fr").contains("plenary.mo"))
    }
  }
}
