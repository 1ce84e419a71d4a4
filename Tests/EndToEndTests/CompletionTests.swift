import Support
import Testing

@testable import plenary

extension EndToEnd {
  /// Generated documents and completions.
  struct CompletionTests {
    private static let documents = [
      "README.md", "Resources/man/plenary.1", "Resources/completions/_plenary", "Resources/completions/plenary.bash",
      "Resources/completions/plenary.fish",
    ]

    private static func text(_ name: String) throws -> String {
      String(decoding: try TemporaryFolder.bytes(of: "\(Checkout.root)/\(name)"), as: UTF8.self)
    }

    @Test("What a document says of verbs, options and keys is what the code says", arguments: documents)
    func fresh(name: String) throws {
      let text = try Self.text(name)
      #expect(text.contains("generated: "))
      #expect(try Documents(table: .plenary).renewed(text) == text, "make docs writes it anew")
    }

    @Test("A part is renewed between its lines, and nothing around it is touched")
    func renewing() throws {
      let documents = Documents(table: .plenary)
      let renewed = try documents.renewed("before\n<!-- generated: usage -->\nstale\n<!-- end of usage -->\nafter\n")
      #expect(renewed.hasPrefix("before\n<!-- generated: usage -->\n    plenary [OPTION]... [BUNDLE|FILE|ADDRESS]\n"))
      #expect(renewed.hasSuffix("[BUNDLE]\n<!-- end of usage -->\nafter\n"))
      #expect(!renewed.contains("stale"))
      #expect(throws: Documents.Failure.self) { try documents.renewed("# generated: nonsense\n# end of nonsense\n") }
      #expect(throws: Documents.Failure.self) { try documents.renewed("# generated: usage\n# end of fish\n") }
    }

    @Test(
      "bash offers verbs, and the options and values of the verb that is typed",
      arguments: [
        (["exp"], ["export"]), (["notes", "a"], ["add", "attribution"]),
        (["notes", "report", "--k"], ["--keep-attribution", "--keep-doubtful"]),
        (["kiosk", "--no-s"], ["--no-seconds"]), (["check", "--no-s"], []), (["--lan"], ["--language"]),
        (["export", "--format", "h"], ["html"]), (["notes", "report", "--format", "i"], ["ical"]),
        (["export", "--format", "i"], ["ics"]), (["--theme", "d"], ["dark"]), (["kiosk", "--theme", "d"], ["dark"]),
        (["--now", ""], []), (["export", "--day", ""], []), (["-n", ""], []), (["check", "--language", ""], []),
        (["kiosk", "--log", "/etc/passw"], ["/etc/passwd"]), (["notes", "-b", "/etc/passw"], ["/etc/passwd"]),
        (["check", "/etc/passw"], ["/etc/passwd"]), (["generated"], []),
      ])
    func bash(typed: [String], offered: [String]) throws {
      let script = """
        source "$1"; shift; COMP_WORDS=(plenary "$@"); COMP_CWORD=$#; _plenary; printf '%s\\n' "${COMPREPLY[@]}"
        """
      let run = try ProgramRun(
        "/bin/bash", ["-c", script, "bash", "\(Checkout.resources)/completions/plenary.bash"] + typed,
        environment: ["PATH": "/usr/bin:/bin"])
      let lines = run.lines.map(String.init).filter { !$0.isEmpty && $0 != "/etc/passwd-" }
      #expect(run.errors.isEmpty && lines == offered, "\(typed): \(run)")
    }

    @Test("fish knows each verb with its options, and the man page each option once")
    func rows() throws {
      let fish = try Self.text("Resources/completions/plenary.fish").split(separator: "\n")
      let page = try Self.text("Resources/man/plenary.1").split(separator: "\n").map { $0.filter { $0 != "\\" } }
      for verb in VerbTable.plenary.verbs where !verb.isHidden {
        let own = fish.filter { $0.contains("'__plenary_verb \"\(verb.name)\"'") }
        for option in verb.options { #expect(own.contains { $0.contains(" -l \(option.name) ") }, "\(verb.name)") }
        let last = verb.name.split(separator: " ").last.map(String.init) ?? ""
        #expect(verb.name.isEmpty || fish.contains { $0.contains(" -a \(last) -d ") }, "\(verb.name)")
      }
      for option in VerbTable.plenary.options {
        #expect(page.count { $0.contains("fB--\(option.name)fR") } >= 1, "\(option.name)")
      }
    }

    @Test("Help names every verb and every option of users, and no other")
    func help() throws {
      let text = try Home().run("--help").output
      for verb in VerbTable.plenary.verbs where verb.run != nil && !verb.name.isEmpty {
        #expect(text.contains("\n  \(verb.name)") != verb.isHidden, "\(verb.name)")
      }
      for option in VerbTable.plenary.options { #expect(text.contains("--\(option.name)"), "\(option.name)") }
    }

    @Test("make install puts them where man and the shells look, and uninstall takes them away")
    func install() throws {
      let folder = try TemporaryFolder()
      // The binary is not the matter here: any file will do that is newer than the sources.
      let built = try folder.write("built", "")
      func make(_ target: String) throws -> ProgramRun {
        try ProgramRun(
          "/usr/bin/make",
          [
            "-s", "-C", Checkout.root, target, "DESTDIR=\(folder.path)", "PREFIX=/usr",
            "BINARY=\(built)", "sources=",
          ],
          environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path])
      }
      #expect(try make("install").exit == .status(0))
      let installed = Set(TemporaryFolder.files(below: folder.path))
      for path in [
        "bin/plenary", "share/man/man1/plenary.1", "share/bash-completion/completions/plenary",
        "share/zsh/site-functions/_plenary", "share/fish/vendor_completions.d/plenary.fish",
        "share/plenary/schema/plenary-agenda-1.schema.json",
      ] {
        #expect(installed.contains("\(folder.path)/usr/\(path)"), "\(path)")
      }
      #expect(!installed.contains { $0.contains("share/plenary/man") || $0.contains("share/plenary/completions") })
      #expect(try make("uninstall").exit == .status(0))
      #expect(TemporaryFolder.files(below: folder.path) == [built])
    }
  }
}
