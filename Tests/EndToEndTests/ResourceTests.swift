import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// Where the program finds what comes with it.
  struct ResourceTests {
    /// A copy of the program below a prefix of its own, away from the checkout.
    private static func install(_ home: Home, resources: String?) throws -> String {
      let binary = try home.folder.program(
        "prefix/bin/plenary", TemporaryFolder.bytes(of: BuiltProgram.path("plenary")))
      if let resources {
        for file in TemporaryFolder.files(below: Checkout.resources) {
          try home.folder.write(
            resources + file.dropFirst(Checkout.resources.count), TemporaryFolder.bytes(of: file))
        }
      }
      return binary
    }

    /// Starts it in the root folder.
    private static func open(_ home: Home, _ binary: String, resources: String = "") throws -> TerminalStory {
      let environment = home.environment.merging(["PLENARY_RESOURCES": resources]) { $1 }
      let story = try TerminalStory(
        "/bin/sh", ["-c", "cd / && exec \(binary) --now \(Home.monday)"], environment: environment,
        size: Size(width: 100, height: 24))
      story.keep(home)
      return story
    }

    @Test("Installed below a prefix, it runs from any folder")
    func installed() throws {
      let home = try Home()
      let binary = try Self.install(home, resources: "prefix/share/plenary")
      let story = try Self.open(home, binary)
      try story.see("Human Rights and Election", "49 min left")
      story.press("q")
      try story.expectExit()
    }

    @Test("PLENARY_RESOURCES names another place")
    func named() throws {
      let home = try Home()
      let binary = try Self.install(home, resources: "elsewhere")
      let story = try Self.open(home, binary, resources: home.folder.path + "/elsewhere")
      try story.see("Human Rights and Election", "49 min left")
    }

    @Test("Where there is nothing to open, it says so in one line")
    func missing() throws {
      let home = try Home()
      let binary = try Self.install(home, resources: nil)
      for resources in ["", "/nonexistent"] {
        let story = try Self.open(home, binary, resources: resources)
        try story.expectExit(.status(2))
        #expect(story.screen[0] == "plenary: found no conference to open: name a bundle, or set PLENARY_RESOURCES")
        #expect(!story.transcript.contains(0x1B))
      }
    }
  }
}
