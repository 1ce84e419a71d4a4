package import Agenda
import Glibc

/// The bytes of a file that somebody has named, or of standard input.
package enum ImportSource {
  /// What stands for standard input.
  package static let standardInput = "-"

  /// Whether this looks like a bundle's agenda.json, whatever it is called.
  package static func isBundle(_ bytes: FileBytes) -> Bool { names("plenary-agenda", bytes) }

  /// The same, without reading more than its beginning.
  package static func isBundle(at path: String) -> Bool { names("plenary-agenda", at: path) }

  /// Whether the beginning of a regular file names a format of ours, in quotation marks.
  package static func names(_ format: String, at path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    var head = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &head, head.count)
    return count > 0 && names(format, FileBytes(head[..<count]))
  }

  private static func names(_ format: String, _ bytes: FileBytes) -> Bool {
    let name = Array("\"\(format)\"".utf8)
    return bytes.withBytes { bytes in
      let head = bytes.prefix(1 << 16)
      var index = head.startIndex
      while let quote = head[index...].firstIndex(of: name[0]) {
        if head[quote...].starts(with: name) { return true }
        index = quote + 1
      }
      return false
    }
  }

  /// Reads it whole: a regular file, or a pipe to its end; nothing else is opened.
  ///
  /// - Parameter proceed: asked again and again, and told whether a pipe has given nothing for a second; false stops.
  package static func bytes(
    at path: String, limits: ImportLimits = .standard, proceed: (_ isWaiting: Bool) -> Bool = { _ in true }
  ) throws(ImportFailure) -> FileBytes {
    if path == standardInput { return try bytes(of: 0, limits, isNamed: false, proceed) }
    // O_NONBLOCK: opening a pipe would wait for its writer for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      let failure = errno
      throw ImportFailure(failure == ENOENT || failure == ENOTDIR ? .missing : .unreadable(failure))
    }
    defer { close(descriptor) }
    return try bytes(of: descriptor, limits, isNamed: true, proceed)
  }

  private static func bytes(
    of descriptor: Int32, _ limits: ImportLimits, isNamed: Bool, _ proceed: (Bool) -> Bool
  ) throws(ImportFailure) -> FileBytes {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ImportFailure(.unreadable(errno)) }
    let kind = status.st_mode & S_IFMT
    let isPipe = kind == S_IFIFO || kind == S_IFSOCK || (!isNamed && kind == S_IFCHR)
    guard kind == S_IFREG || isPipe else { throw ImportFailure(.notRegular) }
    if kind == S_IFREG, status.st_size > limits.file {
      throw ImportFailure(.tooLarge(bytes: Int(status.st_size), limit: limits.file))
    }
    var reason: ImportFailure?
    // Of a named pipe without a writer nothing comes and nothing ends: only reading tells.
    var patience = Patience(looksForWriter: isPipe && isNamed)
    do throws(FileFailure) {
      return try FileBytes(expected: isPipe ? 1 << 16 : Int(status.st_size), limit: limits.file) {
        memory, room throws(FileFailure) in
        while true {
          if isPipe, let failure = wait(for: descriptor, &patience, proceed) {
            reason = failure
            throw .unreadable(ETIMEDOUT)
          }
          // No piece is so large that Ctrl-C would have to wait for it.
          let got = Glibc.read(descriptor, memory, min(room, 1 << 22))
          if got == 0, patience.isLooking {
            reason = ImportFailure(.file(.silent(seconds: Patience.withoutWriter)))
            throw .unreadable(ETIMEDOUT)
          }
          if got > 0 { patience = Patience(looksForWriter: false) }
          if !proceed(false) {
            reason = ImportFailure(.file(.cancelled))
            throw .unreadable(ECANCELED)
          }
          if got >= 0 { return got }
          if errno != EINTR && errno != EAGAIN { throw .unreadable(errno) }
        }
      }
    } catch {
      throw reason ?? ImportFailure(error)
    }
  }

  /// How long it is waited for a pipe.
  private struct Patience {
    /// How long nothing may come, in seconds.
    static let ofReader = 30
    /// How long nobody may be there who writes.
    static let withoutWriter = 1
    /// Milliseconds of a step.
    static let step: Int32 = 100

    private(set) var isLooking = false
    private var looksForWriter: Bool
    private var steps = 0

    init(looksForWriter: Bool) { self.looksForWriter = looksForWriter }

    /// Nothing has come for another step; true where it is to be read all the same.
    mutating func pass() -> Bool {
      steps += 1
      isLooking = looksForWriter && steps * Int(Patience.step) >= Patience.withoutWriter * 1_000
      if isLooking { looksForWriter = false }
      return isLooking
    }

    mutating func found() { isLooking = false }

    var seconds: Int { steps * Int(Patience.step) / 1_000 }
  }

  /// Waits until there is something to read; why there is no more waiting.
  private static func wait(
    for descriptor: Int32, _ patience: inout Patience, _ proceed: (Bool) -> Bool
  ) -> ImportFailure? {
    patience.found()
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while patience.seconds < Patience.ofReader {
      let count = poll(&entry, 1, Patience.step)
      // A signal that came just before is seen here too, as nothing waits for longer than this.
      if !proceed(patience.seconds >= 1 && count == 0) { return ImportFailure(.file(.cancelled)) }
      if count > 0 || (count < 0 && errno != EINTR) { return nil }
      if count == 0, patience.pass() { return nil }
    }
    return ImportFailure(.file(.silent(seconds: Patience.ofReader)))
  }
}
