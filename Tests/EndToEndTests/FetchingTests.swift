import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// Conferences that come from an address.
  struct FetchingTests {
    private static func schedule(_ events: [(id: Int, title: String, start: String)], title: String = "Demo Days")
      -> String
    {
      let list = events.map {
        "<event id=\"\($0.id)\"><start>\($0.start)</start><duration>01:00</duration><title>\($0.title)</title></event>"
      }
      return """
        <?xml version="1.0" encoding="UTF-8"?>
        <schedule><conference><acronym>demo</acronym><title>\(title)</title>
        <time_zone_name>America/New_York</time_zone_name></conference>
        <day date="2017-12-04"><room name="Red">\(list.joined())</room></day></schedule>
        """
    }

    private static let first = schedule([
      (1, "Welcome to all", "09:00"), (2, "Talk on ships", "10:00"), (3, "Talk on trains", "11:00"),
      (4, "Closing", "17:00"),
    ])
    private static let moved = schedule([
      (1, "Welcome to all", "09:00"), (2, "Talk on ships", "14:00"), (3, "Talk on trains", "11:00"),
      (4, "Closing", "17:00"),
    ])
    private static let halved = schedule([(1, "Welcome to all", "09:00"), (4, "Closing", "17:00")])

    private static func good(_ text: String) -> @Sendable (WebServer.Request) -> WebServer.Answer {
      let tag = "\"\(text.utf8.count)-\(text.utf8.reduce(0) { $0 &* 31 &+ Int($1) })\""
      return { request in
        request.fields["if-none-match"] == tag ? .init(304, [("ETag", tag)]) : .init(200, [("ETag", tag)], text)
      }
    }

    let home: Home
    let server: WebServer
    var address: String { server.address("/schedule.xml?token=s3cret") }
    var bundle: String { "\(home.data)/plenary/conferences/demo" }
    var source: String { "\(home.data)/plenary/demo/source.json" }

    init() throws {
      home = try Home()
      server = try WebServer(Self.good(Self.first))
    }

    private func agenda() throws -> [UInt8] { try TemporaryFolder.bytes(of: bundle + "/agenda.json") }

    @Test("An address becomes a bundle, and its token is in the user's own file and nowhere else")
    func imported() throws {
      let run = try home.run(["import", address])
      #expect(run.exit == .status(0) && run.errors.isEmpty, "\(run)")
      #expect(run.output.contains("4 sessions on 1 day in 1 room") && run.output.contains("written   \(bundle)\n"))
      let list = try home.run("list")
      #expect(list.output.contains("Demo Days, 4 December 2017\n    \(bundle)\n    from http://127.0.0.1:"))
      var outputs = run.output + list.output
      for format in ["frab-xml", "schedule-json", "ics", "markdown", "html"] {
        let export = try home.run(["export", "--format", format, bundle])
        #expect(export.exit == .status(0), "\(format)")
        outputs += export.output
      }
      server.close()
      let failed = try home.run("update")
      #expect(failed.exit == .status(2) && failed.errors.contains("Agenda of a moment ago; not updated: "), "\(failed)")
      #expect(!(outputs + failed.output + failed.errors).contains("s3cret"))
      let holders = TemporaryFolder.files(below: home.folder.path).filter { path in
        (try? TemporaryFolder.bytes(of: path)).map { String(decoding: $0, as: UTF8.self).contains("s3cret") } ?? false
      }
      #expect(holders == [source])
      var info = stat()
      #expect(stat(source, &info) == 0 && info.st_mode & 0o077 == 0)
    }

    @Test("Others who look at the processes see no address")
    func commandLine() throws {
      try home.folder.program(
        "bin/curl", "#!/bin/sh\nprintf '%s\\n' \"$*\" >> \(home.folder.path)/seen\nexec /usr/bin/curl \"$@\"\n")
      let run = try home.run(["import", address], environment: ["PATH": home.folder.path + "/bin:/usr/bin:/bin"])
      #expect(run.exit == .status(0), "\(run)")
      let seen = String(decoding: try home.folder.read("seen"), as: UTF8.self)
      #expect(seen == "-q --globoff --proto =https,http --config -\n")
      let story = try home.open(address)
      try story.see("Demo Days")
      let own = try TemporaryFolder.bytes(of: "/proc/\(story.pseudoTerminal.process)/cmdline")
      #expect(String(decoding: own, as: UTF8.self).contains("http://***") && !own.contains(UInt8(ascii: "?")))
      story.type("q")
      try story.expectExit()
    }

    @Test("Verbs that read files refuse an address, and show nothing secret of it")
    func refused() throws {
      for words in [["check"], ["export", "--format", "ics"], ["changes", "x"], ["kiosk"], ["notes", "list", "-b"]] {
        let run = try home.run(words + [address])
        #expect(run.exit == .status(2) && run.errors.contains("plenary import fetches it"), "\(run)")
        #expect(!run.errors.contains("s3cret"))
      }
      #expect(server.requests.isEmpty)
    }

    @Test(
      "An update tells what has changed and by its status whether; unchanged costs one small request and no reading")
    func updated() throws {
      #expect(try home.run(["import", address]).exit == .status(0))
      let before = try agenda()
      let same = try home.run("update", "demo")
      #expect(same.exit == .status(0) && same.output == "demo: nothing differs\n" && same.errors.isEmpty, "\(same)")
      #expect(server.requests.count == 2 && server.requests[1].fields["if-none-match"] != nil)
      #expect(try agenda() == before)

      server.answer(Self.good(Self.moved))
      let changed = try home.run("update", "--all")
      #expect(changed.exit == .status(1), "\(changed)")
      #expect(
        changed.output == """
          Demo Days: 1 session changed

          Monday 4 December 2017
            14:00-15:00  Talk on ships
              moved: 10:00-11:00 -> 14:00-15:00

          """)
      // A server whose validators are wrong sends the same once more. It is not read, so what an organiser has changed in
      // the bundle stays.
      let own = String(decoding: try agenda(), as: UTF8.self).replacing("Talk on trains", with: "Talk on planes")
      try TemporaryFolder.write(Array(own.utf8), to: bundle + "/agenda.json")
      server.answer { _ in .init(200, [("ETag", "\"\(UInt64.random(in: 0...UInt64.max))\"")], Self.moved) }
      for _ in 0..<2 {
        let again = try home.run("update", "--brief", bundle)
        #expect(again.exit == .status(0) && again.output == "unchanged\t\(bundle)\tnothing differs\n", "\(again)")
      }
      #expect(try agenda() == Array(own.utf8))
      #expect(try home.run("update", "nowhere").exit == .status(2))
    }

    @Test(
      "Whatever the server does wrong, the last good agenda stays, and it is said why and how old it is",
      arguments: [
        ("/404", "nothing at this address"), ("/500", "something is wrong with the server"),
        ("/429", "less often, next in 2 min"), ("/file", "it leads to something that is not fetched"),
        ("/circle", "it leads on and on"), ("/page", "found a web page"), ("/zip", "found a zip archive"),
        ("/json", "expected "), ("/nothing", "found nothing in it"),
        ("/cut", "ended before all"), ("/half", "found the end of the file"), ("/endless", "more than 64 MB"),
      ])
    func failing(path: String, reason: String) throws {
      #expect(try home.run(["import", address]).exit == .status(0))
      let before = try agenda()
      server.answer { _ in
        switch path {
        case "/404", "/500": .init(Int(path.dropFirst()) ?? 0)
        case "/429": .init(429, [("Retry-After", "120")])
        case "/file": .init(302, [("Location", "file:///etc/passwd")])
        case "/circle": .init(302, [("Location", "/circle")])
        case "/page": .init(200, [], "<!DOCTYPE html><title>Log in</title>")
        case "/zip": .init(200, [], [0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0])
        case "/json": .init(200, [], "{\"error\": \"who are you?\"}")
        case "/nothing": .init(200)
        case "/cut": .init(200, [], Array(Self.moved.utf8.prefix(400)), length: Self.moved.utf8.count)
        case "/half": Self.withoutLength(Array(Self.moved.utf8.prefix(400)))
        default: Self.endless()
        }
      }
      let run = try home.run("update", "demo")
      #expect(run.exit == .status(2) && run.output.isEmpty, "\(run)")
      #expect(run.errors.hasPrefix("plenary: demo: Agenda of a moment ago; not updated: "), "\(run)")
      #expect(run.errors.contains(reason) && run.complaints.count == 1, "\(run)")
      #expect(try agenda() == before)
      // And when all is well again, it goes on.
      server.answer(Self.good(Self.moved))
      #expect(try home.run("update", "demo").exit == .status(1))
    }

    private static func withoutLength(_ body: [UInt8]) -> WebServer.Answer {
      var answer = WebServer.Answer(200, [], body)
      answer.length = nil
      return answer
    }

    private static func endless() -> WebServer.Answer {
      var answer = WebServer.Answer(200, [], [UInt8](repeating: 0x20, count: 65_536))
      answer.isEndless = true
      return answer
    }

    @Test("A schedule with half of its sessions gone is asked about before it replaces the other")
    func halfGone() throws {
      #expect(try home.run(["import", address]).exit == .status(0))
      let before = try agenda()
      server.answer(Self.good(Self.schedule([])))
      let empty = try home.run("update", "demo")
      #expect(empty.exit == .status(2) && empty.errors.contains("4 of 4 sessions are gone"), "\(empty)")
      server.answer(Self.good(Self.halved))
      let refused = try home.run("update", "demo")
      #expect(refused.exit == .status(2) && refused.errors.contains("2 of 4 sessions are gone"), "\(refused)")
      #expect(refused.errors.contains("plenary update --yes"))
      #expect(try home.run("update", "--brief", "demo").output.hasPrefix("asks-yes\tdemo\t2 of 4 sessions"))
      #expect(try agenda() == before)

      let no = try home.verb("update", "demo")
      try no.see("2 of 4 sessions are gone in the new agenda. Take it all the same? [y/N]")
      no.type("\n")
      try no.expectExit(.status(2))
      #expect(try agenda() == before)
      let yes = try home.verb("update", "demo")
      try yes.see("[y/N]")
      yes.type("y\n")
      try yes.expectExit(.status(1))
      #expect(try agenda() != before)
    }

    @Test("What the user says of a conference holds at every update")
    func choices() throws {
      let run = try home.run([
        "import", "--title", "Our days", "--time-zone", "Europe/Brussels", "--id", "ours", "--language", "nl", address,
      ])
      #expect(run.exit == .status(0), "\(run)")
      let ours = "\(home.data)/plenary/conferences/ours/agenda.json"
      server.answer(Self.good(Self.moved))
      #expect(try home.run("update", "ours").exit == .status(1))
      let text = String(decoding: try TemporaryFolder.bytes(of: ours), as: UTF8.self)
      for word in ["\"Our days\"", "\"Europe/Brussels\"", "\"ours\"", "\"nl\"", "14:00"] {
        #expect(text.contains(word), "\(word)")
      }
      #expect(try home.run(["import", "--time-zone", "Europe/Nowhere", address]).exit == .status(2))
      // Of a file too.
      let file = try home.folder.write("a.xml", Self.schedule([(1, "A", "09:00")], title: "Other days"))
      #expect(try home.run(["import", "--title", "Kept", file, home.folder.path + "/kept"]).exit == .status(0))
      #expect(try home.run(["import", "--update", file, home.folder.path + "/kept"]).exit == .status(0))
      #expect(String(decoding: try home.folder.read("kept/agenda.json"), as: UTF8.self).contains("\"Kept\""))
    }

    @Test("A conference opens by its address, and without a network as it was, with its age")
    func opened() throws {
      var story = try home.open(address)
      try story.see("Demo Days", "Talk on ships")
      story.type("q")
      try story.expectExit()
      #expect(try home.run("list").output.contains(bundle))
      server.answer(Self.good(Self.moved))
      story = try home.open(address)
      try story.see("14:00-15:00")
      story.type("q")
      try story.expectExit()
      let count = server.requests.count
      story = try home.open(address, ["--offline"])
      try story.see("Demo Days", "Agenda of a moment ago")
      story.type("U")
      try story.see("--offline: nothing is fetched")
      story.type("q")
      try story.expectExit()
      #expect(server.requests.count == count)
      server.close()
      story = try home.open(address)
      try story.see("Demo Days", "Agenda of a moment ago; not updated: ")
      story.type("q")
      try story.expectExit()
      let unknown = try home.verb(server.address("/other"))
      try unknown.see("cannot be opened: ")
      try unknown.expectExit(.status(2))
    }

    @Test("Another conference of the same name is put beside the first")
    func sameName() throws {
      #expect(try home.run(["import", address]).exit == .status(0))
      let before = try agenda()
      server.answer(
        Self.good(Self.schedule([(7, "Opera", "10:00"), (8, "Ballet", "12:00"), (9, "Drama", "15:00")])))
      let story = try home.open(server.address("/other.xml"))
      try story.see("Opera")
      story.type("q")
      try story.expectExit()
      #expect(try agenda() == before)
      #expect(try home.run("list").output.contains("/conferences/demo-2\n"))
    }

    @Test("U brings the newer agenda while the program is open, and no key waits for a slow server")
    func whileOpen() throws {
      #expect(try home.run(["import", address]).exit == .status(0))
      let story = try home.open(bundle)
      try story.see("Talk on ships")
      story.type("U")
      try story.see("Nothing newer is there")
      server.answer(Self.good(Self.moved))
      story.type("U")
      try story.see("Updated: 1 session changed")
      server.answer(Self.good(Self.halved))
      story.type("U")
      try story.see("2 of 4 sessions are gone", "Leave the agenda as it is", "Take the new agenda all the same")
      story.press(.escape)
      server.answer { _ in
        var answer = WebServer.Answer(200, [], [0x3C])
        answer.pause = 60_000
        return answer
      }
      story.type("U")
      try story.see("Looking for a newer agenda")
      let start = TerminalStory.now
      story.type("?")
      try story.see("Search help")
      #expect(TerminalStory.now - start < 5)
      story.press(.escape)
      story.type("q")
      try story.expectExit()
      #expect(String(decoding: try agenda(), as: UTF8.self).contains("14:00"), "what was under way is the old one")
    }

    @Test("What was not asked for since half an hour is looked for by itself, and only news is told")
    func byItself() throws {
      #expect(try home.run(["import", address]).exit == .status(0))
      server.answer(Self.good(Self.moved))
      var story = try home.open(bundle)
      try story.see("Talk on ships")
      let end = TerminalStory.now + 4
      while TerminalStory.now < end { story.pump(milliseconds: 200) }
      #expect(server.requests.count == 1, "it was asked for a moment ago")
      story.type("q")
      try story.expectExit()
      let text = String(decoding: try TemporaryFolder.bytes(of: source), as: UTF8.self)
      try TemporaryFolder.write(Array(text.replacing("\"asked\": \"2", with: "\"asked\": \"1").utf8), to: source)
      story = try home.open(bundle)
      try story.see("Updated: 1 session changed")
      story.type("q")
      try story.expectExit()
      #expect(server.requests.count == 2)
    }

    @Test("A disk that is full in the middle leaves the old agenda whole, and nothing else")
    func fullDisk() throws {
      #expect(try home.run(["import", address]).exit == .status(0))
      let before = try agenda()
      let many = (1...300).map { (id: $0, title: "Talk number \($0)", start: "09:00") }
      server.answer(Self.good(Self.schedule([(1, "Welcome to all", "09:00"), (4, "Closing", "17:00")] + many)))
      let script = "ulimit -f 8; exec \(BuiltProgram.path("plenary")) update --yes demo"
      let run = try ProgramRun("/bin/bash", ["-c", script], environment: home.environment)
      #expect(run.exit == .status(2) && run.errors.contains("File too large"), "\(run)")
      #expect(try agenda() == before)
      #expect(TemporaryFolder.files(below: bundle).allSatisfy { !$0.hasSuffix(".tmp") })
      #expect(try home.run("update", "--yes", "demo").exit == .status(1))
    }

    @Test("An address that the bundle itself names is fetched only after somebody has agreed, once")
    func named() throws {
      let named = try home.bundle(
        sessions: [#""id": "1", "title": "Welcome to all", "kind": "session", "start": "2017-12-04T09:00""#],
        conference: "\"url\": \"\(server.address("/named"))\"")
      let refused = try home.run(["update", named])
      #expect(refused.exit == .status(2) && refused.errors.contains("nobody has agreed"), "\(refused)")
      #expect(server.requests.isEmpty)
      let story = try home.open(named)
      try story.see("Welcome to all")
      story.type("U")
      try story.see("http://127.0.0.1:", "Fetch the agenda from there")
      story.press(.escape)
      story.type("q")
      try story.expectExit()
      #expect(server.requests.isEmpty)
      #expect(try home.run(["update", "--trust", named]).exit == .status(1))
      #expect(try home.run(["update", named]).exit == .status(0))
      #expect(server.requests.count == 2)
    }

    @Test("Two updates of one bundle at once do it one after the other")
    func atOnce() throws {
      #expect(try home.run(["import", address]).exit == .status(0))
      server.answer { request in
        poll(nil, 0, 300)
        return Self.good(Self.moved)(request)
      }
      let plenary = BuiltProgram.path("plenary")
      let words = "\(plenary) update --brief demo"
      let script = "\(words) & \(words); first=$?; wait $!; echo $first $?"
      let run = try ProgramRun("/bin/sh", ["-c", script], environment: home.environment)
      let lines = run.lines.map(String.init)
      #expect(lines.count == 3 && run.errors.isEmpty, "\(run)")
      #expect(
        Set(lines.prefix(2)) == ["changed\tdemo\t1 session changed", "unchanged\tdemo\tnothing differs"], "\(run)")
      #expect(["0 1", "1 0"].contains(lines.last))
      #expect(String(decoding: try agenda(), as: UTF8.self).contains("14:00"))
      #expect(TemporaryFolder.names(in: bundle).filter { $0.hasPrefix(".") } == [])
    }

    @Test("Without curl it is said which package is missing")
    func noCurl() throws {
      let run = try home.run(["import", address], environment: ["PATH": "/nowhere"])
      #expect(run.exit == .status(2) && run.errors.contains("install the package curl"), "\(run)")
    }

    @Test("Stars go along, whatever an update renumbers")
    func stars() throws {
      #expect(try home.run(["import", address]).exit == .status(0))
      let story = try home.open(bundle)
      try story.see("Welcome to all")
      story.type("*")
      try story.see("Starred: Welcome to all")
      story.type("q")
      try story.expectExit()
      server.answer(
        Self.good(
          Self.schedule([
            (11, "Welcome to all", "09:00"), (12, "Talk on ships", "10:00"), (13, "Talk on trains", "11:00"),
            (14, "Closing", "17:00"),
          ])))
      _ = try home.run("update", "demo")
      let plan = String(decoding: try TemporaryFolder.bytes(of: "\(home.data)/plenary/demo/plan.json"), as: UTF8.self)
      #expect(plan.contains("Welcome to all") && plan.contains("\"11\""), "\(plan)")
    }

    @Test("The largest schedule comes by its address too, and a look at it that finds nothing new takes no time")
    func fosdem() throws {
      let path = Checkout.root + "/../shared/data/frab-xml/fosdem-2026.xml"
      let bytes = (try? TemporaryFolder.bytes(of: path)) ?? []
      if bytes.isEmpty { try Test.cancel("the schedule is not here") }
      server.answer { request in
        request.fields["if-none-match"] == nil ? .init(200, [("ETag", "\"f\"")], bytes) : .init(304)
      }
      #expect(try home.run(["import", address]).output.contains("883 sessions"))
      let run = try home.run("update", "--all")
      #expect(run.exit == .status(0) && run.seconds < 2, "\(run)")
    }
  }
}

extension Home {
  /// Runs the program on a terminal, with these words alone.
  func verb(_ words: String...) throws -> TerminalStory {
    let story = try TerminalStory(BuiltProgram.path("plenary"), words, environment: environment)
    story.keep(self)
    return story
  }
}
