import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// Conferences that are found in directories.
  struct DirectoryTests {
    private static let schedule = """
      <?xml version="1.0" encoding="UTF-8"?>
      <schedule><conference><acronym>days</acronym><title>Demo Days</title>
      <time_zone_name>Europe/Brussels</time_zone_name></conference>
      <day date="2017-12-04"><room name="Red"><event id="1"><start>09:00</start><duration>01:00</duration>
      <title>Welcome to all</title></event></room></day></schedule>
      """

    private static func menu(_ server: WebServer?, more: String = "") -> String {
      """
      {"version": 1, "schedules": [
        {"id": "days", "title": "Demo Days 2017", "url": "\(server?.address("/days.xml") ?? "https://a.org/")",
         "start": "2017-12-04", "end": "2017-12-05", "timezone": "Europe/Brussels", "refresh_interval": 7200,
         "rooms": [{"name": "^(a+)+$", "latlon": [1, 2]}]},
        {"title": "Journées d'été", "url": "https://ete.example/x", "start": "2018-06-01", "end": "2018-06-02"}\(more)]}
      """
    }

    private static let events = """
      [{"name": {"en": "Talks of pretalx", "fr": "Exposés"}, "slug": "talks", "date_from": "2017-12-10",
        "date_to": "2017-12-11", "timezone": "Europe/Berlin", "is_public": true}]
      """

    let home: Home
    let server: WebServer
    var file: String { "\(home.data)/plenary/directories.json" }

    init() throws {
      home = try Home()
      server = try WebServer { _ in .init(404) }
      serve(Self.menu(server))
      // No test asks the directory that everybody shares.
      #expect(try home.run("find", "--remove", "https://ggt.gaa.st/menu.json").exit == .status(0))
      #expect(try home.run("find", "--directories").exit == .status(1))
    }

    private func serve(_ menu: String, schedule: WebServer.Answer = .init(200, [], DirectoryTests.schedule)) {
      let tag = "\"\(menu.utf8.count)\""
      server.answer { request in
        switch request.path {
        case "/menu.json":
          request.fields["if-none-match"] == tag ? .init(304, [("ETag", tag)]) : .init(200, [("ETag", tag)], menu)
        case "/api/events/": .init(200, [], Self.events)
        case "/days.xml", "/talks/schedule/export/schedule.xml": schedule
        case "/page", "/demo/": .init(200, [], "<!DOCTYPE html><title>A page</title>")
        default: .init(404)
        }
      }
    }

    private func add() throws {
      let run = try home.run("find", "--add", server.address("/menu.json"))
      #expect(run.exit == .status(0) && run.output.hasSuffix(": 2 conferences\n"), "\(run)")
    }

    @Test("find shows what directories name to people and to scripts, and by its status whether there is any")
    func found() throws {
      try add()
      let run = try home.run("find", "DAYS", "demo")
      let address = server.address("/days.xml")
      #expect(run.exit == .status(0) && run.errors.isEmpty, "\(run)")
      #expect(run.output == "4-5 December 2017  Demo Days 2017\n                   \(address)\n")
      let json = try home.run("find", "--json", "ete")
      #expect(
        json.output.contains("\"title\": \"Journées d'été\"") && json.output.contains("\"start\": \"2018-06-01\""))
      let none = try home.run("find", "nowhere")
      #expect(none.exit == .status(1) && none.output.isEmpty && none.errors.contains("nothing found for “nowhere”"))
      #expect(try home.run("find", "--json", "nowhere").output == "[]\n")
      let all = try home.run("find")
      #expect(all.lines.count == 4)
      #expect(server.requests.dropFirst().allSatisfy { $0.fields["if-none-match"] != nil }, "only the first is whole")
      var info = stat()
      #expect(stat(file, &info) == 0 && info.st_mode & 0o077 == 0)
      let french = try home.run("--language", "fr", "find", "demo")
      #expect(french.output.hasPrefix("4-5 décembre 2017  Demo Days 2017\n"), "\(french)")
    }

    @Test("All events of a pretalx are found by its address, whichever of its pages that is")
    func pretalx() throws {
      for page in ["", "/", "/page", "/demo/", "/api/events/"] {
        let run = try home.run("find", server.address(page), "talks")
        #expect(run.exit == .status(0), "\(page): \(run)")
        #expect(run.output.contains(server.address("/talks/schedule/export/schedule.xml")), "\(run)")
      }
      #expect(try home.run("find", "talks").exit == .status(2), "it was not to be kept")
      #expect(try home.run("find", "--add", server.address("/demo/")).output.hasSuffix(": 1 conference\n"))
      #expect(try home.run("find", "--json", "--language", "fr", "exposes").output.contains("\"Exposés\""))
      #expect(try home.run("find", "--remove", server.address("/demo/")).exit == .status(0))
      #expect(try home.run("find", "--remove", server.address("/demo/")).exit == .status(1))
      let schedule = try home.run("find", "--add", server.address("/days.xml"))
      #expect(schedule.exit == .status(2) && schedule.errors.contains("found no list of conferences"), "\(schedule)")
    }

    @Test(
      "Whatever is wrong with a directory, the last good list is used, and it is said why",
      arguments: [
        ("gone", "there is nothing at this address"), ("page", "found a web page"), ("large", "more than 4 MB"),
        ("empty", "found a list in which no conference"), ("closed", "cannot be reached"), ("offline", ""),
        ("often", "less often, next in 10 min"),
      ])
    func failing(fault: String, reason: String) throws {
      try add()
      switch fault {
      case "gone": server.answer { _ in .init(404) }
      case "page": server.answer { _ in .init(200, [], "<html><title>Log in</title>") }
      case "large":
        server.answer { _ in
          var answer = WebServer.Answer(200, [], [UInt8](repeating: 0x20, count: 65_536))
          answer.isEndless = true
          return answer
        }
      case "empty": server.answer { _ in .init(200, [], "{\"schedules\": []}") }
      case "often": server.answer { _ in .init(429, [("Retry-After", "600")]) }
      case "closed": server.close()
      default: break
      }
      let before = server.requests.count
      let run = try home.run(["find"] + (fault == "offline" ? ["--offline"] : []) + ["demo"])
      #expect(run.exit == .status(0) && run.output.contains("Demo Days 2017"), "\(run)")
      #expect(
        run.errors.contains(reason) && (reason.isEmpty || run.errors.contains("list of a moment ago; not renewed")))
      #expect(run.seconds < 10)
      if fault == "offline" { #expect(server.requests.count == before) }
      if fault == "often" {
        let again = try home.run("find", "demo")
        #expect(again.exit == .status(0) && server.requests.count == before + 1, "it is left alone: \(again)")
      }
    }

    @Test("A damaged list is used beside the last good one; hostile and partial entries are passed over, with a word")
    func damaged() throws {
      try add()
      serve(
        """
        {"schedules": [{"title": "New one", "url": "https://new.example/x"}, {"title": "Secrets", "url": "file:///etc/passwd"},
          {"title": "Half", "url" {"title": "Newer", "url": "https://newer.example/\\u001b]0;x"}
        """)
      let run = try home.run("find")
      #expect(run.exit == .status(0), "\(run)")
      #expect(run.output.contains("New one") && run.output.contains("Demo Days 2017") && !run.output.contains("file:"))
      #expect(run.errors.contains("the list is damaged") && run.errors.contains("passed over"), "\(run)")
      #expect(run.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
      serve(Self.menu(server))
      let whole = try home.run("find")
      #expect(whole.errors.isEmpty && !whole.output.contains("New one"), "\(whole)")
    }

    @Test("In the program a conference is found by its name and opened, and looked at again as its directory wants")
    func box() throws {
      try add()
      let story = try home.open()
      try story.see("NOW", "49 min left")
      story.type("D")
      try story.see("Find a conference", "Demo Days 2017", "4-5 December 2017  Europe/Brussels", "Journées d'été")
      story.type("ETE")
      try story.see("1 found")
      story.press(.control("u"))
      story.type("demo")
      story.press(.enter)
      try story.see("Welcome to all")
      story.type("C")
      try story.see("Open a conference", "Demo Days")
      story.press(.escape)
      story.type("q")
      try story.expectExit()
      let source = String(
        decoding: try TemporaryFolder.bytes(of: "\(home.data)/plenary/days/source.json"), as: UTF8.self)
      #expect(source.contains("\"interval\": 120"), "\(source)")
      #expect(try home.run("list").output.contains("/conferences/days\n"))
    }

    @Test("No key waits for the network: neither for a directory nor for a conference, and Esc lets go of it")
    func slow() throws {
      try add()
      server.answer { _ in
        var answer = WebServer.Answer(200, [], [0x3C])
        answer.pause = 60_000
        return answer
      }
      // It is time to ask the directory again.
      let text = String(decoding: try TemporaryFolder.bytes(of: file), as: UTF8.self)
      try TemporaryFolder.write(Array(text.replacing("\"asked\": \"2", with: "\"asked\": \"1").utf8), to: file)
      let story = try home.open()
      try story.see("NOW", "49 min left")
      story.type("D")
      try story.see("Asking the directories", "Demo Days 2017")
      let start = TerminalStory.now
      story.type("demo")
      try story.see("1 found")
      story.press(.enter)
      try story.see("Fetching Demo Days 2017…")
      story.press(.control("u"))
      story.type("ete")
      try story.see("> Journées d'été", "Fetching Demo Days 2017…")
      story.press(.escape)
      try story.see("49 min left", "Enter read")
      #expect(TerminalStory.now - start < 5)
      story.type("q")
      try story.expectExit()
      #expect(access("\(home.data)/plenary/conferences/days", F_OK) != 0)
    }

    @Test("An address that is typed opens an agenda, or adds a pretalx, whose events are then found")
    func typed() throws {
      var story = try home.open()
      try story.see("NOW", "49 min left")
      story.type("C")
      try story.see("Find another one in directories…")
      story.type(server.address("/"))
      story.press(.enter)
      try story.see("Open the agenda at this address", "Add the directory, or the pretalx, at this address")
      story.press(.down)
      story.press(.enter)
      try story.see("Talks of pretalx", "10-11 December 2017")
      #expect(try home.run("find", "--offline", "talks").exit == .status(0))
      story.type(server.address("/nothing"))
      story.press(.enter)
      try story.see("cannot be opened: ")
      story.press(.control("u"))
      story.type(server.address("/days.xml"))
      story.press(.enter)
      try story.see("Welcome to all")
      story.type("q")
      try story.expectExit()

      let count = server.requests.count
      story = try home.open(nil, ["--offline"])
      try story.see("Open a conference")
      story.press(.escape)
      story.type("D")
      try story.see("Talks of pretalx", "--offline: nothing is fetched")
      story.press(.enter)
      try story.see("--offline fetches nothing")
      story.press(.escape)
      story.type("q")
      try story.expectExit()
      #expect(server.requests.count == count)
    }
  }
}
