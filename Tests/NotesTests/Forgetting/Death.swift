import Files
import Glibc
import Synchronization

/// Calls for files as a process makes them that is killed at one of them: neither that nor any later one is done.
final class Death: Sendable {
  private let count = Mutex(0)
  private let number: Int

  /// - Parameter number: of the call, from 1.
  init(at number: Int) { self.number = number }

  var hasCome: Bool { count.withLock { $0 >= number } }

  private func comes() -> Bool {
    let isDead = count.withLock { count in
      count += 1
      return count >= number
    }
    if isDead { errno = EIO }
    return isDead
  }

  var calls: FileCalls {
    let real = FileCalls.system
    var calls = real
    calls.open = { self.comes() ? -1 : real.open($0, $1, $2) }
    calls.write = { self.comes() ? -1 : real.write($0, $1, $2) }
    calls.sync = { self.comes() ? -1 : real.sync($0) }
    calls.syncData = { self.comes() ? -1 : real.syncData($0) }
    calls.rename = { self.comes() ? -1 : real.rename($0, $1) }
    calls.exchange = { self.comes() ? -1 : real.exchange($0, $1) }
    calls.link = { self.comes() ? -1 : real.link($0, $1) }
    calls.unlink = { self.comes() ? -1 : real.unlink($0) }
    calls.truncate = { self.comes() ? -1 : real.truncate($0, $1) }
    calls.makeFolder = { self.comes() ? -1 : real.makeFolder($0, $1) }
    return calls
  }
}
