import CPosix
import Glibc

/// What is written to standard error while there is a screen: kept in memory, and shown once the screen is gone.
///
/// Swift words a trap there, and so does many a C library its complaints: on the screen they would paint over the
/// picture and vanish with it. A standard error that is not a terminal is left as it is.
@MainActor
final class ErrorOutput {
  /// Bytes that are shown at most, the last ones; a complaint in a loop must not flood the shell.
  nonisolated static let most = 16_384

  /// Where the text is kept; -1 while standard error is what it always was.
  private(set) var memory: Int32 = -1
  private var original: Int32 = -1

  /// From now on nothing of it reaches the terminal.
  func capture() {
    guard memory < 0, isatty(STDERR_FILENO) == 1 else { return }
    original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard original >= 0 else { return }
    memory = memfd_create("plenary-errors", UInt32(MFD_CLOEXEC))
    if memory >= 0 { dup2(memory, STDERR_FILENO) } else { close(original) }
  }

  /// Puts standard error back, and writes to it what has been kept.
  func release() {
    guard memory >= 0 else { return }
    dup2(original, STDERR_FILENO)
    close(original)
    var buffer = [UInt8](repeating: 0, count: Self.most)
    let count = Self.readEnd(of: memory, into: &buffer)
    if count > 0 { write(STDERR_FILENO, buffer, count) }
    close(memory)
    memory = -1
  }

  /// How many bytes there were; safe in a signal handler.
  nonisolated static func readEnd(of memory: Int32, into buffer: UnsafeMutablePointer<UInt8>) -> Int {
    let size = Int(lseek(memory, 0, SEEK_END))
    guard size > 0 else { return 0 }
    return pread(memory, buffer, min(size, most), off_t(max(0, size - most)))
  }
}
