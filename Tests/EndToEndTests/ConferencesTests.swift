import Cells
import Support
import Testing

extension EndToEnd {
  struct ConferencesTests {
    private static let talk =
      #""id": "talk", "title": "A talk of ours", "kind": "session", "start": "2017-12-04T09:00""#

    @Test("Alone, the shipped conference opens without a question, and list names it")
    func alone() throws {
      let home = try Home()
      let story = try home.open()
      try story.see("NOW", "49 min left")
      #expect(story.row(with: "Open a conference") == nil)
      story.press("q")
      try story.expectExit()
      let list = try home.run("list")
      #expect(list.exit == .status(0))
      #expect(list.output.contains("Human Rights and Election Standards"))
      #expect(list.output.split(separator: "\n").count == 2)
    }

    @Test("What was opened before, or lies in the data folder, is offered at the next start and by C")
    func offered() throws {
      let home = try Home()
      let bundle = try home.bundle(sessions: [Self.talk])
      var story = try home.open(bundle)
      try story.see("A talk of ours")
      story.press("q")
      try story.expectExit()
      #expect(try home.run("list").output.hasPrefix("A sample, 4-5 December 2017\n"))

      story = try home.open()
      try story.see("Open a conference", "A sample", "4-5 December 2017")
      story.type("human")
      story.press(.enter)
      try story.see("NOW", "49 min left")
      story.press("C")
      try story.see("Open a conference")
      story.type("sample")
      story.press(.enter)
      try story.see("A talk of ours")
      story.press("q")
      try story.expectExit()
    }

    @Test("A broken one among them does not keep the others away, and says so when it is chosen")
    func broken() throws {
      let home = try Home()
      _ = try home.bundle(name: "data/plenary/conferences/a-broken-one", agenda: "{")
      _ = try home.bundle(sessions: [Self.talk], name: "data/plenary/conferences/mine")
      let story = try home.open()
      try story.see("Open a conference", "a-broken-one", "A sample", "Human Rights and Election Standards")
      story.type("broken")
      story.press(.enter)
      try story.see("Cannot be opened, see plenary check: a-broken-one")
      try story.see("A talk of ours")
      story.press("q")
      try story.expectExit()
      #expect(try home.run("list").output.contains("a-broken-one (cannot be read: see plenary check)"))
    }

    @Test("A bundle that is put into the data folder is known")
    func dataFolder() throws {
      let home = try Home()
      _ = try home.bundle(sessions: [Self.talk], name: "data/plenary/conferences/mine")
      let list = try home.run("list")
      #expect(list.output.contains("A sample, 4-5 December 2017"))
      #expect(list.output.contains("/data/plenary/conferences/mine"))
    }
  }
}
