import Glibc
import Support
import Testing

@testable import Interchange

struct FetchTests {
  /// The path of programs alone.
  private static func environment(_ name: String) -> String? { name == "PATH" ? "/usr/bin:/bin" : nil }

  private static func limits(_ change: (inout Fetch.Limits) -> Void) -> Fetch.Limits {
    var limits = Fetch.Limits.standard
    change(&limits)
    return limits
  }

  private func fetch(
    _ address: String, _ validators: Validators = Validators(), _ limits: Fetch.Limits = .standard,
    environment: (String) -> String? = FetchTests.environment, proceed: (Int) -> Bool = { _ in true }
  ) throws -> Fetch.Result {
    try Fetch.run(
      try #require(SourceAddress(address)), validators: validators, agent: "plenary/test", limits: limits,
      environment: environment, proceed: proceed)
  }

  private func failure(_ address: String, _ limits: Fetch.Limits = .standard) throws -> FetchFailure? {
    do {
      _ = try fetch(address, Validators(), limits)
      return nil
    } catch let error as FetchFailure {
      return error
    }
  }

  private func server(
    _ answer: @escaping @Sendable (WebServer.Request) -> WebServer.Answer
  ) throws -> WebServer { try WebServer(answer) }

  @Test("A body comes whole, with what the server says of it, and is asked for by it the next time")
  func bodyAndValidators() throws {
    let server = try server { request in
      request.fields["if-none-match"] == "\"a\""
        ? .init(304, [("ETag", "\"a\"")])
        : .init(200, [("ETag", "\"a\""), ("Last-Modified", "Mon, 04 Dec 2017 09:00:00 GMT")], "hello")
    }
    defer { server.close() }
    let address = server.address("/schedule?token=a%22b&x=[1-3]{a,b}")
    let validators = Validators(entityTag: "\"a\"", lastModified: "Mon, 04 Dec 2017 09:00:00 GMT")
    #expect(try fetch(address) == .body(Array("hello".utf8), validators))
    #expect(try fetch(address, validators) == .unchanged)
    let requests = server.requests
    #expect(requests.count == 2, "no character of an address makes it several")
    #expect(requests.map(\.path) == Array(repeating: "/schedule?token=a%22b&x=[1-3]{a,b}", count: 2))
    #expect(requests[0].fields["if-none-match"] == nil)
    #expect(requests[1].fields["if-modified-since"] == "Mon, 04 Dec 2017 09:00:00 GMT")
  }

  @Test("An answer that nothing has changed, to who has asked for all of it, is an error and no empty body")
  func unaskedFor() throws {
    let server = try server { _ in .init(304) }
    defer { server.close() }
    #expect(try failure(server.address("/")) == .status(304))
  }

  @Test("What the server answers is told apart")
  func statuses() throws {
    let server = try server { request in
      let status = Int(request.path.dropFirst()) ?? 0
      return .init(status, status == 429 ? [("Retry-After", "120")] : [])
    }
    defer { server.close() }
    let expected: [(Int, FetchFailure)] = [
      (404, .missing(status: 404)), (410, .missing(status: 410)), (401, .forbidden(status: 401)),
      (500, .serverFault(status: 500)), (503, .serverFault(status: 503)), (429, .tooOften(seconds: 120)),
      (204, .status(204)), (418, .status(418)),
    ]
    for (status, failure) in expected {
      #expect(try self.failure(server.address("/\(status)")) == failure)
    }
  }

  @Test("Five redirects are followed, not six, and none in a circle for ever, nor to a file")
  func redirects() throws {
    let server = try server { request in
      if request.path == "/file" { return .init(302, [("Location", "file:///etc/passwd")]) }
      if request.path == "/nowhere" { return .init(302) }
      if request.path == "/circle" { return .init(301, [("Location", "/circle")]) }
      guard let left = Int(request.path.dropFirst()), left > 0 else { return .init(200, [], "there") }
      return .init(307, [("Location", "/\(left - 1)")])
    }
    defer { server.close() }
    #expect(try fetch(server.address("/5")) == .body(Array("there".utf8), Validators()))
    #expect(try failure(server.address("/6")) == .tooManyRedirects(limit: 5))
    #expect(try failure(server.address("/circle")) == .tooManyRedirects(limit: 5))
    #expect(try failure(server.address("/file")) == .badRedirect)
    #expect(try failure(server.address("/nowhere")) == .badRedirect)
  }

  @Test("A body without an end is ended by its size, and a small one that unpacks to a large one too")
  func tooLarge() throws {
    let folder = try TemporaryFolder()
    let made = try ProgramRun(
      "/bin/sh", ["-c", "head -c 8000000 /dev/zero | gzip > \(folder.path)/bomb"],
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(made.exit == .status(0))
    let bomb = try folder.read("bomb")
    #expect(bomb.count < 20_000)
    let server = try server { request in
      if request.path == "/bomb" { return .init(200, [("Content-Encoding", "gzip")], bomb) }
      var answer = WebServer.Answer(200, [], [UInt8](repeating: 0x78, count: 65_536))
      answer.isEndless = true
      return answer
    }
    defer { server.close() }
    let limits = FetchTests.limits { $0.bytes = 1 << 20 }
    #expect(try failure(server.address("/endless"), limits) == .tooLarge(limit: 1 << 20))
    #expect(try failure(server.address("/bomb"), limits) == .tooLarge(limit: 1 << 20))
    guard case .body(let bytes, _) = try fetch(server.address("/bomb")) else { return }
    #expect(bytes.count == 8_000_000, "it is unpacked")
  }

  @Test("What says nothing is ended, and so is what comes so slowly that it never stops coming")
  func tooSlow() throws {
    let server = try server { request in
      var answer = WebServer.Answer(200, [], [UInt8](repeating: 0x78, count: 1_000))
      answer.pause = request.path == "/silent" ? 100_000 : 30
      return answer
    }
    let silent = FetchTests.limits { $0.silence = 300 }
    #expect(try failure(server.address("/silent"), silent) == .silent(seconds: 0))
    let total = FetchTests.limits { ($0.silence, $0.total) = (5_000, 1_000) }
    let start = TerminalStory.now
    #expect(try failure(server.address("/trickle"), total) == .tooSlow(seconds: 1))
    #expect(TerminalStory.now - start < 5)
    server.close()
  }

  @Test("A body that ends before its end is none")
  func cutShort() throws {
    let server = try server { _ in .init(200, [], Array("half".utf8), length: 8) }
    #expect(try failure(server.address("/")) == .cutShort)
    server.close()
  }

  @Test("Without a network, a server, a name or curl it is said which")
  func nothingThere() throws {
    let server = try server { _ in .init() }
    let address = server.address("/")
    server.close()
    let host = address.dropFirst("http://".count).dropLast()
    #expect(try failure(address) == .unreachable(String(host)))
    #expect(try failure("http://no-such-name.invalid/") == .unknownHost("no-such-name.invalid"))
    #expect(throws: FetchFailure.noProgram) { _ = try fetch(address, environment: { _ in "/nowhere" }) }
  }

  @Test("Whoever says stop is heard at once, and nothing is left running")
  func cancelled() throws {
    let server = try server { _ in
      var answer = WebServer.Answer(200, [], [1])
      answer.pause = 100_000
      return answer
    }
    defer { server.close() }
    let start = TerminalStory.now
    #expect(throws: FetchFailure.cancelled) { _ = try fetch(server.address("/"), proceed: { _ in false }) }
    #expect(TerminalStory.now - start < 2)
  }

  @Test("Only addresses of the web are some, and nothing secret of them is shown")
  func addresses() throws {
    for text in [
      "", "file:///etc/passwd", "ftp://host/x", "http:host", "https:///x", "host/x", "http://", "http://a b/",
    ] {
      #expect(SourceAddress(text) == nil, "\(text)")
    }
    let address = try #require(SourceAddress("HTTPS://me:secret@Host.example:8443/private-secret/a b.ics?token=secret"))
    #expect(address.shown == "https://host.example:8443/…")
    #expect(address.text == "HTTPS://me:secret@Host.example:8443/private-secret/a%20b.ics?token=secret")
    #expect(SourceAddress("https://h/\n-o\"x\"\u{1B}")?.text == "https://h/%0A-o\"x\"%1B")
  }

  @Test("A redirect never leads from https down to http, nor a password to another host")
  func safeRedirects() throws {
    let address = try #require(SourceAddress("https://me:pw@host/a"))
    #expect(address.redirected(to: "http://host/a") == nil)
    #expect(address.redirected(to: "file:///etc/passwd") == nil)
    #expect(address.redirected(to: "https://host/b")?.text == "https://me:pw@host/b")
    #expect(address.redirected(to: "https://other/b")?.text == "https://other/b")
    #expect(SourceAddress("http://host/a")?.redirected(to: "https://host/a")?.text == "https://host/a")
  }

  @Test("Only a safe redirect that holds for ever says where a schedule is from now on")
  func moved() throws {
    func isMoved(_ old: String, _ new: String, _ status: Int) throws -> Bool {
      try #require(SourceAddress(old)).isMoved(to: try #require(SourceAddress(new)), status: status)
    }
    for status in [301, 308] {
      #expect(try isMoved("https://a/x", "https://b/y", status) && isMoved("http://a/x", "https://a/x", status))
      #expect(try !isMoved("http://a/x", "https://b/x", status), "somebody on the way may have said it")
      #expect(try !isMoved("https://a/x", "http://a/x", status) && !isMoved("http://a/x", "http://a/y", status))
    }
    for status in [302, 303, 307] { #expect(try !isMoved("https://a/x", "https://b/y", status)) }
  }

  @Test("How long a server wants to be left alone is told in seconds, or as a moment after its own")
  func retry() {
    func seconds(_ retry: String, date: String? = "Mon, 30 Nov 2026 07:30:00 GMT") -> Int? {
      let fields = ["Retry-After: \(retry)"] + (date.map { ["Date: \($0)"] } ?? [])
      return ResponseHead(Array((["HTTP/1.1 429 X"] + fields).joined(separator: "\r\n").utf8))?.retrySeconds
    }
    #expect(seconds("120") == 120 && seconds("0") == 0 && seconds("99999999999") == 604_800)
    #expect(seconds("Mon, 30 Nov 2026 07:32:05 GMT") == 125)
    #expect(seconds("Mon, 30 Nov 2026 07:00:00 GMT") == 0 && seconds("Fri, 01 Jan 2100 00:00:00 GMT") == 604_800)
    #expect(seconds("Mon, 30 Nov 2026 07:32:05 GMT", date: nil) == nil)
    for odd in ["-1", "soon", "Mon, 30 Feb 2026 07:32:05 GMT", "Mon, 30 Nov 2026 25:32:05 GMT", "2026-11-30T07:32:05Z"]
    {
      #expect(seconds(odd) == nil, "\(odd)")
    }
  }

  @Test("What curl is told stays one value a line, whatever an address or a server holds")
  func configuration() throws {
    let request = CurlProcess.Request(
      address: try #require(SourceAddress("http://h/\"\\\noutput = x")),
      validators: Validators(entityTag: "\"a\\\"\nurl = file:///etc/passwd"), agent: "a", seconds: 1)
    let lines = String(decoding: CurlProcess.configuration(request), as: UTF8.self).split(separator: "\n")
    #expect(lines.contains("url = \"http://h/\\\"\\\\%0Aoutput%20=%20x\""))
    #expect(lines.contains("header = \"If-None-Match: \\\"a\\\\\\\"url = file:///etc/passwd\""))
    #expect(lines.count { $0.hasPrefix("url") } == 1)
  }

  @Test("Of several heads the last counts, and fields that may not be sent back are none")
  func heads() {
    let head = ResponseHead(
      Array(
        "HTTP/1.1 100 Continue\r\nETag: no\r\n\r\nHTTP/2 200\r\nEtag:  W/\"x\" \r\nLast-Modified: a\u{7}b\r\n\r\n".utf8)
    )
    #expect(head?.status == 200)
    #expect(head?["etag"] == "W/\"x\"" && head?["last-modified"] == nil)
    #expect(ResponseHead([]) == nil && ResponseHead(Array("nonsense".utf8)) == nil)
  }
}
