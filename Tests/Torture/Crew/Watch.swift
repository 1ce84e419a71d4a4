import CPosix
import CWatch
import Glibc
import Stage

/// Sees every system call by which a program opens, writes, syncs and renames files, and answers it.
// Everything that changes is used under the mutex alone.
final class Watch: @unchecked Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case open, write, fsync, fdatasync, rename, exchange, truncate, reserve
  }

  struct Call: Sendable {
    var kind: Kind
    /// The path as it was given, or that of the descriptor.
    var path: String
    /// Bytes to write.
    var count: Int
  }

  enum Answer: Equatable, Sendable {
    case make
    /// The call is not made, and fails.
    case fail(Int32)
    /// The call is not made, and seems to have succeeded.
    case pretend
    /// No more than this many bytes are written.
    case short(Int)
    /// The program is killed before the call.
    case kill
  }

  /// What the program is started with.
  let prefix: [String]
  private let socket: Int32
  private let path: String
  private var listener: Int32 = -1
  private var process: pid_t = 0
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var judge: @Sendable (Call) -> Answer = { _ in .make }

  /// - Throws: `Failure` where there is no such socket.
  init(in folder: TemporaryFolder) throws {
    let resolved = realpath("/proc/self/exe", nil)
    defer { free(resolved) }
    path = folder.path + "/watch-\(Int.random(in: 0..<1_000_000))"
    socket = plenary_watch_listen(path)
    prefix = [resolved.map { String(cString: $0) } ?? "", "--watched", path]
    pthread_mutex_init(mutex, nil)
    if socket < 0 { throw Failure(sentence: "no socket: \(String(cString: strerror(errno)))") }
  }

  deinit {
    close(socket)
    if listener >= 0 { close(listener) }
    mutex.deallocate()
  }

  /// Waits for the program to begin, and answers its calls from here on, on a thread of its own.
  func begin(_ process: pid_t) throws {
    var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 5_000) == 1 else { throw Failure(sentence: "the program does not begin to be watched") }
    listener = plenary_watch_accept(socket)
    unlink(path)
    guard listener >= 0 else { throw Failure(sentence: "calls cannot be watched here") }
    self.process = process
    var thread = pthread_t()
    let this = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { this in
        if let this { Unmanaged<Watch>.fromOpaque(this).takeRetainedValue().serve() }
        return nil
      }, this.toOpaque())
    if code != 0 { this.release() } else { pthread_detach(thread) }
  }

  /// From now on calls are judged so.
  func set(_ judge: @escaping @Sendable (Call) -> Answer) {
    pthread_mutex_lock(mutex)
    self.judge = judge
    pthread_mutex_unlock(mutex)
  }

  /// Until the program ends.
  private func serve() {
    while true {
      var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, -1) >= 0 || errno == EINTR else { return }
      if waiting.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return }
      var call = plenary_call()
      if waiting.revents & Int16(POLLIN) != 0, plenary_watch_receive(listener, &call) == 0 { answer(call) }
    }
  }

  private func answer(_ raw: plenary_call) {
    guard let call = call(raw) else {
      _ = plenary_watch_let(listener, raw.id)
      return
    }
    pthread_mutex_lock(mutex)
    let answer = judge(call)
    pthread_mutex_unlock(mutex)
    switch answer {
    case .make: _ = plenary_watch_let(listener, raw.id)
    case .fail(let code): _ = plenary_watch_answer(listener, raw.id, code, 0)
    case .pretend: _ = plenary_watch_answer(listener, raw.id, 0, 0)
    case .kill: Glibc.kill(process, SIGKILL)
    case .short(let most):
      if let written = write(raw, atMost: most) {
        _ = plenary_watch_answer(listener, raw.id, 0, Int64(written))
      } else {
        _ = plenary_watch_let(listener, raw.id)
      }
    }
  }

  /// Writes the beginning of what the program wants to write, in its place.
  private func write(_ raw: plenary_call, atMost count: Int) -> Int? {
    guard Int(raw.arguments.2) > count else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    guard plenary_watch_read(raw.thread, raw.arguments.1, &bytes, count) == count else { return nil }
    let descriptor = plenary_watch_descriptor(process, Int32(truncatingIfNeeded: raw.arguments.0))
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let written = Glibc.write(descriptor, bytes, count)
    return written > 0 ? written : nil
  }

  private func call(_ raw: plenary_call) -> Call? {
    let arguments = raw.arguments
    func descriptor(_ kind: Kind) -> Call? {
      var buffer = [CChar](repeating: 0, count: 4_096)
      let link = "/proc/\(raw.thread)/fd/\(Int32(truncatingIfNeeded: arguments.0))"
      let count = readlink(link, &buffer, buffer.count)
      guard count > 0 else { return nil }
      let path = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      return Call(kind: kind, path: path, count: kind == .write ? Int(arguments.2) : 0)
    }
    func named(_ kind: Kind, _ address: UInt64) -> Call? {
      var bytes = [UInt8](repeating: 0, count: 512)
      // A path may end where the memory does.
      var count = plenary_watch_read(raw.thread, address, &bytes, bytes.count)
      if count <= 0 { count = plenary_watch_read(raw.thread, address, &bytes, Int(4_096 - address % 4_096)) }
      guard count > 0 else { return nil }
      return Call(kind: kind, path: String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self), count: 0)
    }
    switch Int(raw.number) {
    case PLENARY_WRITE: return descriptor(.write)
    case PLENARY_FSYNC: return descriptor(.fsync)
    case PLENARY_FDATASYNC: return descriptor(.fdatasync)
    case PLENARY_FTRUNCATE: return descriptor(.truncate)
    case PLENARY_FALLOCATE: return descriptor(.reserve)
    case PLENARY_OPENAT: return named(.open, arguments.1)
    case PLENARY_RENAMEAT2: return named(.exchange, arguments.3)
    case PLENARY_RENAME: return named(.rename, arguments.1)
    default: return nil
    }
  }
}
