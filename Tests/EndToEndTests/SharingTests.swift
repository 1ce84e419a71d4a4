import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// Several people who take notes of one conference, each on a machine of their own, with a folder between them.
  struct SharingTests {
    private let shared: TemporaryFolder

    init() throws { shared = try TemporaryFolder() }

    private func rapporteur(_ name: String) throws -> Home {
      let home = try Home()
      let run = try home.run("notes", "share", shared.path, "--author", name)
      #expect(run.exit == .status(0) && run.output.hasPrefix("\(name) shares 0 notes in \(shared.path)/"), "\(run)")
      return home
    }

    @Test("What a colleague writes stands below one's own note, with the name, while both write")
    func writing() throws {
      let (ann, bo) = (try rapporteur("Ann Lee"), try rapporteur("Bo"))
      let size = Size(width: 160, height: 48)
      let story = try ann.open(size: size)
      try story.see(">09:00-10:30")
      let other = try bo.open(size: size)
      try other.see(">09:00-10:30")
      other.press("e")
      try other.see("public")
      other.type("- **Decision:** one list for all")
      other.press(.escape)
      try story.see("Bo", "= one list for all")
      story.press("e")
      try story.see("public")
      story.type("as I heard it")
      story.press(.escape)
      try story.see("as I heard it", "Bo", "= one list for all")
      try other.see("Ann Lee", "as I heard it")
      // In all notes too, under the name; a colleague's mark is the colleague's to tick.
      story.press("a")
      try story.see("Bo: Welcome and Introductions", "as I heard it")
    }

    @Test("One report has what all have written, with who wrote what, and equal marks once")
    func gathering() throws {
      let (ann, bo) = (try rapporteur("Ann Lee"), try rapporteur("Bo"))
      for home in [ann, bo] {
        #expect(try home.run("notes", "add", "opening", "- **Decision:** one list").exit == .status(0))
        #expect(try home.run("notes", "share", shared.path).exit == .status(0))
      }
      let run = try ann.run("notes", "gather", shared.path, "--rapporteur", "Ann Lee", "--now", Home.monday)
      #expect(run.exit == .status(0) && run.errors.isEmpty, "\(run)")
      #expect(run.output.contains("Rapporteurs: Ann Lee, Bo\n"))
      #expect(run.output.contains("1. one list *(Mon 4 Dec, Welcome and Introductions, Ann Lee, Bo)*\n"))
      #expect(run.output.contains("##### Ann Lee\n") && run.output.contains("##### Bo\n"))
    }

    @Test("What is off the record stays here unless that is asked for, and both are said")
    func confidence() throws {
      let home = try rapporteur("Ann")
      #expect(try home.run("notes", "add", "board-of-councilors", "a secret").exit == .status(0))
      let kept = try home.run("notes", "share", shared.path)
      #expect(kept.complaints == ["plenary: Not shared, for it was off the record: Board of Councilors."])
      #expect(!(try contents.contains("a secret")))
      let told = try home.run("notes", "share", shared.path, "--include-off-the-record")
      #expect(told.complaints == ["plenary: Shared, though it was off the record: Board of Councilors."])
      #expect(try contents.contains("a secret"))
      // Asked for no more, it is taken away again.
      _ = try home.run("notes", "share", shared.path)
      #expect(!(try contents.contains("a secret")))
    }

    @Test("What a verb adds lies there at once, and what it says to be off the record lies there no more")
    func verbs() throws {
      let home = try rapporteur("Ann")
      #expect(try home.run("notes", "add", "opening", "as it was said").exit == .status(0))
      #expect(try contents.contains("as it was said"))
      let run = try home.run("notes", "attribution", "opening", "off-the-record")
      #expect(run.exit == .status(0) && run.errors.isEmpty, "\(run)")
      #expect(!(try contents.contains("as it was said")))
    }

    @Test("What another program has written while Plenary was not running lies there soon after it starts")
    func start() throws {
      let home = try rapporteur("Ann")
      let run = try home.run("notes", "path", "opening")
      #expect(run.exit == .status(0), "\(run)")
      let path = String(run.output.dropLast())
      let write = "printf 'written elsewhere\\n' > '\(path)'"
      #expect(try ProgramRun("/bin/sh", ["-c", write], environment: [:]).exit == .status(0))
      let story = try home.open()
      try story.see(">09:00-10:30")
      try story.wait("lay what was written in the shared folder") { _ in
        (try? contents.contains("written elsewhere")) ?? false
      }
    }

    /// All that lies in the shared folder.
    private var contents: String {
      get throws {
        try ProgramRun("/bin/sh", ["-c", "cat $(find \(shared.path) -type f)"], environment: ["PATH": "/usr/bin:/bin"])
          .output
      }
    }
  }
}
