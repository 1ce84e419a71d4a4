import Cells
import Support
import Testing

extension EndToEnd {
  struct CommandLineTests {
    @Test("--help and --version answer and end", arguments: ["--help", "-h", "--version", "-V"])
    func answers(option: String) throws {
      let run = try Home().run(option)
      #expect(run.exit == .status(0) && run.errors.isEmpty)
      #expect(run.output.hasPrefix(option.lowercased().contains("h") ? "Usage: plenary" : "plenary "))
      #expect(run.lines.allSatisfy { $0.count <= 80 })
    }

    @Test(
      "A mistake is told in one line with status 2",
      arguments: [
        ["--nonsense"], ["-x"], ["--now"], ["--theme"], ["--theme", "pink"], ["--now", "tomorrow"],
        ["--now", "2017-02-30T10:00"], ["--now", ""], ["--now", "2017-12-04T25:00"], ["--ascii=yes"],
        ["one", "two"], ["check", "one", "two"], ["check", "--nonsense"], ["--language"], ["--language", "../../tmp"],
        ["check", "--language", ""], ["list", "word"], ["notes", "list", "word"],
      ])
    func mistakes(arguments: [String]) throws {
      let home = try Home()
      let run = try ProgramRun(BuiltProgram.path("plenary"), arguments, environment: home.environment)
      #expect(run.exit == .status(2), "\(run)")
      #expect(run.complaints.count == 1 && run.errors.hasPrefix("plenary: ") && run.output.isEmpty, "\(run)")
    }

    @Test("Options may stand before the verb, and belong to it")
    func order() throws {
      let home = try Home()
      for (arguments, complaint) in [
        (["--ascii", "check"], "--ascii is not an option of check"),
        (["check", "--ascii"], "--ascii is not an option of check"),
        (["check", "one", "two"], "one word too many for plenary check, \"two\""),
        (["check", "-hx"], "unknown option -x"), (["--now"], "--now needs a value"), (["-n"], "-n needs a value"),
      ] {
        let run = try home.run(arguments)
        #expect(run.exit == .status(2) && run.errors.contains(complaint), "\(arguments): \(run.errors)")
      }
      let run = try home.run(["--format", "ics", "export"])
      #expect(run.exit == .status(0) && run.output.hasPrefix("BEGIN:VCALENDAR"))
    }

    @Test("A language can be asked for with every verb; without a translation it is English")
    func language() throws {
      let home = try Home()
      for verb in [["check"], ["list"], ["notes", "list"], ["export", "--format", "ics"], ["--help"]] {
        let run = try home.run(verb + ["--language", "xx"])
        #expect(run.exit == .status(verb == ["notes", "list"] ? 1 : 0), "\(verb): \(run)")
        #expect(run.output == (try home.run(verb).output), "\(verb)")
      }
    }

    @Test("A name with control characters is not sent to the terminal as it is")
    func hostileNames() throws {
      let home = try Home()
      let name = home.folder.path + "/\u{1B}]0;owned\u{7}\u{202E}"
      for run in [
        try home.run("check", name), try home.run(name), try home.run("--\u{1B}[31m"), try home.run("-\u{1B}"),
      ] {
        #expect(run.exit == .status(2))
        #expect(!(run.output + run.errors).utf8.contains(0x1B))
      }
      let story = try home.open(name)
      try story.expectExit(.status(2))
      #expect(!story.transcript.contains(0x1B))
    }

    @Test("The simulated clock takes the venue's time or an offset, and says that it is simulated")
    func clock() throws {
      let home = try Home()
      let local = try home.open(at: "2017-12-04T11:30")
      try local.see("11:30 EST simulated", "1 h left")
      let offset = try home.open(at: "2017-12-04T17:30+01:00")
      try offset.see("11:30 EST simulated", "1 h left")
      let short = try home.open(nil, ["-n", "2017-12-05T14:00"], at: nil)
      try short.see("[Tue 5]", "14:00 EST simulated", "30 min left")
      let real = try home.open(at: nil)
      try real.see("The conference is over", "? help")
      #expect(!real.screen[0].contains("simulated"))
    }

    @Test("A bundle is named by its folder or its agenda.json, after -- if need be")
    func naming() throws {
      let home = try Home()
      let path = try home.bundle(sessions: [#""id": "a", "title": "Sound", "start": "2017-12-04T09:00""#])
      for name in [path, path + "/", path + "/agenda.json"] { try home.open(name).see("Sound") }
      try home.open(path, ["--"]).see("Sound")
    }
  }
}
