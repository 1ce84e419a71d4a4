import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// A server with a certificate that nobody vouches for.
  struct SafeConnectionTests {
    private static let openssl = "/usr/bin/openssl"

    private static func schedule(_ start: String) -> String {
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <schedule><conference><acronym>demo</acronym><title>Demo Days</title>
      <time_zone_name>America/New_York</time_zone_name></conference>
      <day date="2017-12-04"><room name="Red"><event id="1"><start>\(start)</start><duration>01:00</duration>
      <title>Welcome to all</title></event></room></day></schedule>
      """
    }

    private let home: Home
    /// Where the certificate and what the server has lie.
    private var folder: String { home.folder.path + "/server" }
    private var agenda: String { "\(home.data)/plenary/conferences/demo/agenda.json" }

    init() throws {
      if access(Self.openssl, X_OK) != 0 { try Test.cancel("there is no openssl to serve with") }
      home = try Home()
      try home.folder.write("server/schedule.xml", Self.schedule("14:00"))
    }

    /// Serves with a certificate that it has signed itself, for this name; gives the address of the schedule.
    ///
    /// - Parameter how: `-WWW` sends files, `-HTTP` what stands in files as it is.
    private func serve(_ name: String, _ how: String = "-WWW") throws -> (story: TerminalStory, address: String) {
      let make = try ProgramRun(
        "/bin/sh",
        [
          "-c",
          "cd \(folder) && \(Self.openssl) req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
            + " -subj /CN=test -addext subjectAltName=\(name) -keyout key.pem -out cert.pem",
        ], environment: home.environment)
      #expect(make.exit == .status(0), "\(make)")
      let story = try TerminalStory(
        "/bin/sh",
        [
          "-c", "cd \(folder) && exec \(Self.openssl) s_server -accept 127.0.0.1:0 -cert cert.pem -key key.pem \(how)",
        ], environment: home.environment)
      try story.see("ACCEPT 127.0.0.1:")
      let row = try #require(story.row(with: "ACCEPT"))
      let port = try #require(Int(story.terminal.row(row).drop { $0 != ":" }.dropFirst().prefix { $0.isNumber }))
      return (story, "https://127.0.0.1:\(port)/schedule.xml")
    }

    /// Has a conference that was fetched well before, and is at this address now.
    private func fetchedBefore(now address: String) throws {
      let good = try WebServer { _ in .init(200, [], Self.schedule("09:00")) }
      defer { good.close() }
      if access(agenda, F_OK) != 0 {
        #expect(try home.run(["import", good.address("/schedule.xml")]).exit == .status(0))
      }
      let source = "\(home.data)/plenary/demo/source.json"
      let text = String(decoding: try TemporaryFolder.bytes(of: source), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.contains("\"address\"") ? "  \"address\": \"\(address)\"," : String(line)
      }
      try TemporaryFolder.write(Array(lines.joined(separator: "\n").utf8), to: source)
    }

    @Test("A certificate that nobody vouches for, and one for another name, are said; the last good agenda stays")
    func wrong() throws {
      for (name, isTrusted) in [("IP:127.0.0.1", false), ("DNS:other.example", true)] {
        let (server, address) = try serve(name)
        try fetchedBefore(now: address)
        let before = try TemporaryFolder.bytes(of: agenda)
        let trusted = isTrusted ? ["CURL_CA_BUNDLE": folder + "/cert.pem"] : [:]
        let run = try home.run(["update", "demo"], environment: trusted)
        #expect(run.exit == .status(2) && run.output.isEmpty, "\(run)")
        #expect(
          run.errors.hasPrefix(
            "plenary: demo: Agenda of a moment ago; not updated: there is no safe connection to 127.0.0.1:"), "\(run)")
        #expect(run.errors.contains("its certificate is wrong"))
        let first = try home.run(["import", address, home.folder.path + "/other"], environment: trusted)
        #expect(first.exit == .status(2) && first.errors.contains("its certificate is wrong"), "\(first)")
        let list = try home.run(["find", address], environment: trusted)
        #expect(list.exit == .status(2) && list.errors.contains("its certificate is wrong"), "\(list)")
        let story = try home.open("\(home.data)/plenary/conferences/demo", size: .init(width: 160, height: 24))
        try story.see("Welcome to all", "09:00-10:00")
        story.type("U")
        try story.see("not updated: there is no safe connection to 127.0.0.1:")
        story.type("q")
        try story.expectExit()
        #expect(try TemporaryFolder.bytes(of: agenda) == before)
        server.signal(SIGTERM)
        try server.expectExit(.signal(SIGTERM))
      }
    }

    @Test("The same server is fetched from by who trusts its certificate")
    func right() throws {
      let (server, address) = try serve("IP:127.0.0.1")
      try fetchedBefore(now: address)
      let run = try home.run(["update", "demo"], environment: ["CURL_CA_BUNDLE": folder + "/cert.pem"])
      #expect(run.exit == .status(1) && run.output.contains("moved: 09:00-10:00 -> 14:00-15:00"), "\(run)")
      server.signal(SIGTERM)
      try server.expectExit(.signal(SIGTERM))
    }

    @Test("What has moved for ever is asked for at its new address alone, and still known by the old one")
    func moved() throws {
      let (server, address) = try serve("IP:127.0.0.1", "-HTTP")
      let old = address.replacing("schedule.xml", with: "old.xml")
      try home.folder.write(
        "server/schedule.xml", "HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n" + Self.schedule("09:00"))
      try home.folder.write(
        "server/old.xml", "HTTP/1.0 301 Moved\r\nLocation: \(address)\r\nContent-Length: 0\r\n\r\n")
      let trusted = ["CURL_CA_BUNDLE": folder + "/cert.pem"]
      #expect(try home.run(["import", old], environment: trusted).exit == .status(0))
      func asked() -> Int {
        server.pump(milliseconds: 200)
        return String(decoding: server.transcript, as: UTF8.self).split(separator: "FILE:old.xml").count - 1
      }
      #expect(asked() == 1)
      let run = try home.run(["update", old], environment: trusted)
      #expect(run.exit == .status(0) && run.output.contains("nothing differs"), "\(run)")
      #expect(asked() == 1)
      let source = String(
        decoding: try TemporaryFolder.bytes(of: "\(home.data)/plenary/demo/source.json"), as: UTF8.self)
      #expect(source.contains("\"address\": \"\(address)\"") && source.contains("\"formerAddress\": \"\(old)\""))

      // For now is not for ever, and a place that has no schedule is not believed to be that of one.
      try home.folder.write(
        "server/schedule.xml", "HTTP/1.0 308 Moved\r\nLocation: \(old)\r\nContent-Length: 0\r\n\r\n")
      try home.folder.write("server/old.xml", "HTTP/1.0 200 OK\r\n\r\n<html>Log in</html>")
      #expect(try home.run(["update", "demo"], environment: trusted).exit == .status(2))
      let still = String(
        decoding: try TemporaryFolder.bytes(of: "\(home.data)/plenary/demo/source.json"), as: UTF8.self)
      #expect(still.contains("\"address\": \"\(address)\""))
      server.signal(SIGTERM)
      try server.expectExit(.signal(SIGTERM))
    }
  }
}
