import CPosix
import Glibc

/// One program's turn to change the files of a folder, so that two do not read the same old state and one's change is
/// lost.
///
/// A courtesy and no lock to wait for: who has not got it after a quarter of a second goes on all the same. The kernel
/// ends the turn of a program that dies.
struct Turn {
  private static let attempts = 50
  private static let pause: useconds_t = 5_000

  private let descriptor: Int32

  init(in folder: String) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    for _ in 0..<Turn.attempts {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
      usleep(Turn.pause)
    }
  }

  func end() {
    if descriptor >= 0 { close(descriptor) }
  }
}
