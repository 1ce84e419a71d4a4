import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// Five kiosks of one machine, fed from one address by what the update timer's service runs.
  struct FleetTests {
    private static func schedule(_ title: String) -> String {
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <schedule><conference><acronym>demo</acronym><title>Demo Days</title>
      <time_zone_name>America/New_York</time_zone_name></conference>
      <day date="2017-12-04"><room name="Red"><event id="1"><start>09:30</start><duration>02:00</duration>
      <title>\(title)</title></event></room></day></schedule>
      """
    }

    private let home: Home
    private let server: WebServer
    private let bundle: String

    init() throws {
      home = try Home()
      server = try WebServer { _ in .init(200, [], Self.schedule("First version")) }
      bundle = home.folder.path + "/srv/agenda"
      try home.folder.write("srv/.keep", "")
      let run = try home.run("import", server.address("/schedule.xml"), bundle)
      #expect(run.exit == .status(0), "\(run)")
    }

    private func update() throws -> ProgramRun { try home.run("update", "--for-kiosks", bundle) }

    private func status(_ number: Int) -> String {
      let path = "\(home.folder.path)/status-\(number).json"
      return String(decoding: (try? TemporaryFolder.bytes(of: path)) ?? [], as: UTF8.self)
    }

    private func kiosk(_ number: Int) throws -> TerminalStory {
      try home.openKiosk(
        ["--ascii", "--status", "\(home.folder.path)/status-\(number).json", bundle],
        size: Size(width: 120, height: 38))
    }

    /// As if the source had been asked last so long ago.
    private func age(_ path: String, by seconds: Int) {
      var times = [timeval(), timeval()]
      times[0].tv_sec = time(nil) - seconds
      times[1].tv_sec = times[0].tv_sec
      utimes(path, times)
    }

    private func wait(_ what: String, until holds: () -> Bool) {
      let start = TerminalStory.now
      while !holds(), TerminalStory.now - start < 5 { usleep(20_000) }
      #expect(holds(), "\(what)")
    }

    @Test("An update is on all screens, a broken one and the end of the server on none, and monitoring sees it")
    func fleet() throws {
      #expect(try update().exit == .status(0))
      let kiosks = try (0..<5).map { try kiosk($0) }
      for story in kiosks { try story.see("First version") }
      for number in 0..<5 {
        wait("ok") { status(number).contains(#""state": "ok""#) && status(number).contains(#""trouble": null"#) }
      }
      func fingerprints() -> Set<Substring> {
        Set((0..<5).compactMap { status($0).split(separator: "\n").first { $0.contains("fingerprint") } })
      }
      let first = fingerprints()
      server.answer { _ in .init(200, [], Self.schedule("Second version")) }
      #expect(try update().exit == .status(1))
      for story in kiosks { try story.see("Second version") }
      // All show the same, and can be told apart from who does not.
      wait("another version") { fingerprints().count == 1 && fingerprints() != first }
      #expect(!first.contains { $0.contains("null") } && first.count == 1, "\(first)")
      // What is no schedule, and then nobody who answers.
      server.answer { _ in .init(200, [], "<html><body>Log in</body></html>") }
      #expect(try update().exit == .status(2))
      server.close()
      #expect(try update().exit == .status(2))
      for story in kiosks {
        story.pump(milliseconds: 100)
        #expect(story.row(with: "Second version") != nil)
      }
      #expect((0..<5).allSatisfy { status($0).contains(#""state": "ok""#) })
      // What is broken on this machine is seen by who watches over it, and by nobody else.
      let path = bundle + "/agenda.json"
      try home.folder.write("srv/agenda/agenda.json", Array(try TemporaryFolder.bytes(of: path).prefix(300)))
      for number in 0..<5 { wait("broken") { status(number).contains(#""state": "broken""#) } }
      #expect(kiosks.allSatisfy { $0.row(with: "Second version") != nil })
    }

    @Test("What is older than it should be is told with its time, and not before")
    func stale() throws {
      #expect(try update().exit == .status(0))
      age(bundle + "/.as-of", by: 60 * 60)
      let fresh = try kiosk(0)
      try fresh.see("First version")
      wait("an hour is not too old") { status(0).contains(#""state": "ok""#) }
      #expect(fresh.row(with: "genda as of") == nil)
      // The board's clock is at 09:41, and half a minute goes by at the most before it starts.
      age(bundle + "/.as-of", by: 3 * 3_600 - 30)
      let old = try kiosk(1)
      try old.see("genda as of 06:41")
      wait("three hours are") { status(1).contains(#""state": "stale""#) }
    }

    @Test("A kiosk that starts with a broken bundle shows the last good one, and takes over what is sound again")
    func lastGood() throws {
      #expect(try update().exit == .status(0))
      let path = bundle + "/agenda.json"
      let good = try TemporaryFolder.bytes(of: path)
      try home.folder.write("srv/agenda/agenda.json", Array(good.prefix(300)))
      // What is broken takes the place of nothing that is good.
      _ = try update()
      let story = try kiosk(0)
      try story.see("First version")
      try story.see("genda as of")
      wait("last good") { status(0).contains(#""state": "last-good""#) && status(0).contains("agenda.json") }
      try home.folder.write("srv/agenda/agenda.json", good)
      wait("sound again") { status(0).contains(#""state": "ok""#) }
    }

    @Test("Without a bundle, without a log's folder and without a terminal it ends in ways that can be told apart")
    func exits() throws {
      #expect(try home.run("kiosk", bundle).exit == .status(4), "no terminal")
      for (arguments, status) in [
        (["--ascii", home.folder.path + "/nowhere"], 3), (["--ascii", "--log", "/nonexistent/log", bundle], 5),
        (["--ascii", "--room", "nowhere", bundle], 3), (["--ascii", "--idle", "0", bundle], 2),
      ] {
        let story = try home.openKiosk(arguments)
        try story.expectExit(.status(status))
      }
    }
  }
}
