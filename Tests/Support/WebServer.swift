import Glibc
import Synchronization

/// A server of the web on this machine alone, which answers as a test wants it to: well, or badly.
public final class WebServer: Sendable {
  public struct Request: Sendable {
    /// With what stands behind a question mark.
    public var path: String
    /// By names in small letters.
    public var fields: [String: String]
  }

  public struct Answer: Sendable {
    public var status: Int
    public var fields: [(String, String)]
    public var body: [UInt8]
    /// What it says of its length; nil says nothing, and the end of the connection is its end.
    public var length: Int?
    /// The body comes over and over, without an end.
    public var isEndless = false
    /// Milliseconds before each byte of the body.
    public var pause: Int32 = 0

    public init(
      _ status: Int = 200, _ fields: [(String, String)] = [], _ body: [UInt8] = [], length: Int? = nil
    ) {
      (self.status, self.fields, self.body, self.length) = (status, fields, body, length ?? body.count)
    }

    public init(_ status: Int = 200, _ fields: [(String, String)] = [], _ body: String) {
      self.init(status, fields, Array(body.utf8))
    }
  }

  private struct State {
    var requests: [Request] = []
    var isClosed = false
    var answer: @Sendable (Request) -> Answer
  }

  private let socket: Int32
  private let port: UInt16
  private let state: Mutex<State>

  public struct Failure: Error {
    public var code: Int32
  }

  /// Serves until it is closed.
  public init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(socket, pointer, size) == 0 && listen(socket, 16) == 0 && getsockname(socket, pointer, &size) == 0
      }
    }
    guard socket >= 0, isBound else { throw Failure(code: errno) }
    (self.socket, port) = (socket, UInt16(bigEndian: address.sin_port))
    state = Mutex(State(answer: answer))
    signal(SIGPIPE, SIG_IGN)
    WebServer.start { [self] in
      while true {
        let connection = accept(self.socket, nil, nil)
        if connection < 0 {
          if errno == EINTR { continue }
          break
        }
        WebServer.start { self.serve(connection) }
      }
    }
  }

  /// `http://127.0.0.1:8080`, with a path behind it.
  public func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  public var requests: [Request] { state.withLock { $0.requests } }

  /// Answers otherwise from now on.
  public func answer(_ answer: @escaping @Sendable (Request) -> Answer) { state.withLock { $0.answer = answer } }

  /// Answers nobody any more, as if there were no network.
  public func close() {
    let isFirst = state.withLock { state in
      defer { state.isClosed = true }
      return !state.isClosed
    }
    guard isFirst else { return }
    shutdown(socket, Int32(SHUT_RDWR))
    Glibc.close(socket)
  }

  private func serve(_ connection: Int32) {
    defer { Glibc.close(connection) }
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8_192)
    while !String(decoding: head, as: UTF8.self).contains("\r\n\r\n") {
      let got = read(connection, &buffer, buffer.count)
      guard got > 0, head.count < 1 << 16 else { return }
      head += buffer[..<got]
    }
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { fields[parts[0].lowercased()] = String(parts[1].drop { $0 == " " }) }
    }
    let request = Request(path: String(words[1]), fields: fields)
    let answer = state.withLock { state in
      state.requests.append(request)
      return state.answer
    }(request)
    send(answer, to: connection)
  }

  private func send(_ answer: Answer, to connection: Int32) {
    var head = "HTTP/1.1 \(answer.status) Whatever\r\nConnection: close\r\n"
    for (name, value) in answer.fields { head += "\(name): \(value)\r\n" }
    if let length = answer.length, !answer.isEndless { head += "Content-Length: \(length)\r\n" }
    guard put(Array((head + "\r\n").utf8), to: connection) else { return }
    repeat {
      if answer.pause > 0 {
        for byte in answer.body {
          poll(nil, 0, answer.pause)
          guard put([byte], to: connection) else { return }
        }
      } else {
        guard put(answer.body, to: connection) else { return }
      }
    } while answer.isEndless && !answer.body.isEmpty
    shutdown(connection, Int32(SHUT_WR))
  }

  private func put(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  private final class Work {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private static func start(_ run: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(run))
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, work.toOpaque())
    if code == 0 { pthread_detach(thread) } else { work.release() }
  }
}
