import CPosix
import Glibc

/// Fetches what is at an address, by the program curl.
///
/// A loop of `poll` drives it: it wants `step` whenever one of its `descriptors` can be read, and at its `deadline`.
/// `run` is such a loop, for who has nothing else to do. Bytes are counted as they come out of curl, unpacked: neither a
/// body without an end nor one that was packed small gets past the limits, and whatever the server does, it ends.
public final class Fetch {
  /// How much, and for how long.
  public struct Limits: Equatable, Sendable {
    /// Bytes of a body, unpacked.
    public var bytes = 64 << 20
    /// Milliseconds in which nothing has come.
    public var silence: Int64 = 30_000
    /// Milliseconds from the first request to the last byte.
    public var total: Int64 = 300_000
    public var redirects = 5

    public static let standard = Limits()

    public init() {}
  }

  /// What came of it.
  public enum Result: Equatable, Sendable {
    /// What the validators speak of is still what is there.
    case unchanged
    case body([UInt8], Validators)
  }

  private let limits: Limits
  private let agent: String
  private let program: String
  private let validators: Validators
  private let start = Fetch.now
  private var address: SourceAddress
  private var redirects = 0
  /// Where it is from now on, as safe redirects that hold for ever have said; nil where it was asked for there.
  public private(set) var moved: SourceAddress?
  /// Whether all redirects so far hold for ever.
  private var isMoving = true
  private var process: CurlProcess
  private var body: [UInt8] = []
  private var head: [UInt8] = []
  private var location: [UInt8] = []
  private var open: [Int32]
  private var lastByte = Fetch.now

  /// Bytes that have come of the body.
  public var count: Int { body.count }

  /// What `poll` looks at: whether there is something to read.
  public var descriptors: [Int32] { open }

  /// When `step` is due though nothing came, in milliseconds of CLOCK_MONOTONIC.
  public var deadline: Int64 { min(lastByte + limits.silence, start + limits.total) }

  /// Starts it.
  ///
  /// - Parameters:
  ///   - validators: of the body that is known; none asks for all of it.
  ///   - agent: the name and version of who asks.
  ///   - environment: where the path of programs is looked up.
  public init(
    _ address: SourceAddress, validators: Validators, agent: String, limits: Limits = .standard,
    environment: (String) -> String?
  ) throws(FetchFailure) {
    guard let program = CurlProcess.path(environment: environment) else { throw .noProgram }
    (self.address, self.validators, self.agent) = (address, validators, agent)
    (self.limits, self.program) = (limits, program)
    process = try CurlProcess(
      program, Fetch.request(address, validators, agent, limits))
    open = [process.body, process.head, process.location]
  }

  /// Fetches it while nothing else is to be done.
  ///
  /// - Parameters:
  ///   - moved: told before the end where it is from now on, where that is elsewhere.
  ///   - proceed: asked several times a second, and told how many bytes have come; false stops.
  public static func run(
    _ address: SourceAddress, validators: Validators, agent: String, limits: Limits = .standard,
    environment: (String) -> String?, moved: (SourceAddress) -> Void = { _ in }, proceed: (Int) -> Bool
  ) throws(FetchFailure) -> Result {
    let fetch = try Fetch(
      address, validators: validators, agent: agent, limits: limits, environment: environment)
    while true {
      var entries = fetch.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let wait = min(100, max(0, fetch.deadline - now))
      poll(&entries, nfds_t(entries.count), Int32(wait))
      guard proceed(fetch.count) else { throw .cancelled }
      guard let result = try fetch.step() else { continue }
      if let place = fetch.moved { moved(place) }
      return result
    }
  }

  /// Reads what is there; nil where it goes on.
  public func step() throws(FetchFailure) -> Result? {
    do throws(FetchFailure) {
      for descriptor in open { try read(descriptor) }
      if Fetch.now >= start + limits.total { throw .tooSlow(seconds: Int(limits.total / 1_000)) }
      if Fetch.now >= lastByte + limits.silence { throw .silent(seconds: Int(limits.silence / 1_000)) }
      return open.isEmpty ? try answer() : nil
    } catch {
      process.end()
      open = []
      throw error
    }
  }

  private func read(_ descriptor: Int32) throws(FetchFailure) {
    // A head or an address of many kilobytes is no honest one.
    let (isBody, room) = (descriptor == process.body, 1 << 16)
    while true {
      var got = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        got = Glibc.read(descriptor, buffer.baseAddress, room)
        count = max(got, 0)
      }
      if got < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN { return }
      }
      if got <= 0 {
        open.removeAll { $0 == descriptor }
        return
      }
      lastByte = Fetch.now
      if isBody {
        body += chunk
        if body.count > limits.bytes { throw .tooLarge(limit: limits.bytes) }
        // One that never stops is not to keep the rest waiting.
        if Fetch.now >= start + limits.total { return }
      } else if descriptor == process.head {
        head += chunk
      } else {
        location += chunk
      }
      if max(head.count, location.count) > 1 << 20 { throw .tooLarge(limit: 1 << 20) }
    }
  }

  /// All has come that will come.
  private func answer() throws(FetchFailure) -> Result? {
    let status = process.wait()
    if let failure = failure(ofProgram: status) { throw failure }
    guard let head = ResponseHead(head) else { throw .cutShort }
    switch head.status {
    case 200, 203: return .body(body, Validators(head))
    case 304 where validators != Validators(): return .unchanged
    case 301, 302, 303, 307, 308: try follow(head.status)
    case 401, 403, 407: throw .forbidden(status: head.status)
    case 404, 410: throw .missing(status: head.status)
    case 429: throw .tooOften(seconds: head.retrySeconds)
    case 503 where head.retrySeconds != nil: throw .tooOften(seconds: head.retrySeconds)
    case 500...599: throw .serverFault(status: head.status)
    default: throw .status(head.status)
    }
    return nil
  }

  private func follow(_ status: Int) throws(FetchFailure) {
    redirects += 1
    guard redirects <= limits.redirects else { throw .tooManyRedirects(limit: limits.redirects) }
    guard let next = address.redirected(to: String(decoding: location, as: UTF8.self)) else { throw .badRedirect }
    isMoving = isMoving && address.isMoved(to: next, status: status)
    if isMoving { moved = next }
    address = next
    (body, head, location) = ([], [], [])
    process = try CurlProcess(program, Fetch.request(next, validators, agent, limits))
    open = [process.body, process.head, process.location]
    lastByte = Fetch.now
  }

  /// What curl's exit statuses mean (curl(1), EXIT CODES); nil where all is well.
  private func failure(ofProgram status: Int32) -> FetchFailure? {
    switch status {
    case 0: nil
    case 5, 6: .unknownHost(address.host)
    case 7: .unreachable(address.host)
    case 28: .silent(seconds: Int(limits.silence / 1_000))
    case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91: .insecure(address.host)
    case 18, 52, 55, 56, 61, 92: .cutShort
    default: .program(status: Int(status))
    }
  }

  private static func request(
    _ address: SourceAddress, _ validators: Validators, _ agent: String, _ limits: Limits
  ) -> CurlProcess.Request {
    CurlProcess.Request(
      address: address, validators: validators, agent: agent, seconds: Int(limits.total / 1_000) + 10)
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
