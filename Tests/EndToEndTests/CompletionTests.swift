import Support
import Testing

@testable import plenary

extension EndToEnd {
  /// The man page and the shells' completions are written by hand, and held against the table of verbs here.
  @Suite("Man page and completions")
  struct CompletionTests {
    private static func resource(_ name: String) throws -> String {
      String(decoding: try TemporaryFolder.bytes(of: "\(Checkout.resources)/\(name)"), as: UTF8.self)
    }

    private static func words(_ options: [OptionName]) -> Set<String> { Set(options.map { "--\($0.word)" }) }

    @Test("bash and zsh complete each verb with its options and no others", arguments: ["plenary.bash", "_plenary"])
    func shells(name: String) throws {
      let text = try Self.resource("completions/\(name)")
      for verb in Verb.all {
        let begin = "'\(verb.name)') options='"
        let line = text.split(separator: "\n").first { $0.contains(begin) }
        let options = line?.split(separator: "'").last { $0.hasPrefix("--") } ?? ""
        let found = Set(options.split(separator: " ").map(String.init))
        #expect(line != nil, "\(name) does not know \(verb.name)")
        #expect(found == Self.words(verb.options), "\(name) on \(verb.name)")
      }
      #expect(text.split(separator: "\n").count { $0.contains(") options='") } == Verb.all.count)
    }

    @Test("fish completes each verb with its options and no others")
    func fish() throws {
      let lines = try Self.resource("completions/plenary.fish").split(separator: "\n")
      for verb in Verb.all {
        let own = lines.filter { $0.contains("'__plenary_verb \"\(verb.name)\"'") && $0.contains(" -l ") }
        let found = own.compactMap { line in
          let words = line.split(separator: " ")
          return words.firstIndex(of: "-l").map { "--" + words[$0 + 1] }
        }
        #expect(Set(found) == Self.words(verb.options), "\(verb.name)")
        let last = verb.name.split(separator: " ").last.map(String.init) ?? ""
        #expect(verb.name.isEmpty || lines.contains { $0.contains(" -a \(last) -d ") }, "\(verb.name)")
      }
    }

    @Test("The man page has every verb and every option, and what it has is there")
    func manPage() throws {
      let page = try Self.resource("man/plenary.1").split(separator: "\n").map { $0.filter { $0 != "\\" } }
      // A verb with verbs of its own is described by them.
      for verb in Verb.all where !verb.name.isEmpty && verb.name != "notes" {
        #expect(page.contains(".B \(verb.name)"), "\(verb.name)")
      }
      let tagged = zip(page, page.dropFirst()).filter { $0.0 == ".TP" }.map(\.1)
      let options = tagged.flatMap { $0.split { " ,\"".contains($0) } }.filter { $0.hasPrefix("--") }.map(String.init)
      #expect(Set(options) == Self.words(OptionName.allCases))
    }

    @Test("Help names every verb and every option")
    func help() throws {
      let text = try Home().run("--help").output
      for verb in Verb.all where !verb.name.isEmpty && verb.name != "notes" {
        #expect(text.contains("\n  \(verb.name)"), "\(verb.name)")
      }
      for option in OptionName.allCases { #expect(text.contains("--\(option.word)"), "\(option)") }
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
