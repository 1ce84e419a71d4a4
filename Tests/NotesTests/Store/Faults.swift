import CPosix
import Files
import Glibc

@testable import Notes

/// System calls that fail where a test says so.
///
/// Used from two threads, so everything that changes is under a lock.
final class Faults: @unchecked Sendable {
  enum Call: String, CaseIterable, Sendable {
    case open, write, sync, syncData, rename, exchange, truncate
  }

  enum Kind: Equatable, Sendable {
    case error(Int32)
    /// No more than this many bytes are written.
    case short(Int)
  }

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var call: Call?
  private var kind = Kind.error(EIO)
  private var first = Int.max
  private var isForGood = false
  private var counts: [Call: Int] = [:]
  private(set) var hits = 0

  init() { pthread_mutex_init(mutex, nil) }
  deinit { mutex.deallocate() }

  /// From now on the nth call of that name fails, counted from 1, or all from there on.
  func fail(_ call: Call, _ kind: Kind, at number: Int, forGood: Bool) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    (self.call, self.kind, first, isForGood, counts, hits) = (call, kind, number, forGood, [:], 0)
  }

  func heal() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    call = nil
  }

  /// How often a call was made since the last `fail`.
  func count(_ call: Call) -> Int {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return counts[call] ?? 0
  }

  private func fault(_ made: Call) -> Kind? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    counts[made, default: 0] += 1
    let number = counts[made] ?? 0
    guard made == call, number == first || isForGood && number > first else { return nil }
    hits += 1
    return kind
  }

  private func fails(_ call: Call) -> Bool {
    guard case .error(let code) = fault(call) else { return false }
    errno = code
    return true
  }

  var calls: FileCalls {
    let real = FileCalls.system
    var calls = real
    calls.open = { path, flags, mode in self.fails(.open) ? -1 : real.open(path, flags, mode) }
    calls.write = { descriptor, bytes, count in
      switch self.fault(.write) {
      case .error(let code):
        errno = code
        return -1
      case .short(let most): return real.write(descriptor, bytes, min(count, most))
      case nil: return real.write(descriptor, bytes, count)
      }
    }
    calls.sync = { self.fails(.sync) ? -1 : real.sync($0) }
    calls.syncData = { self.fails(.syncData) ? -1 : real.syncData($0) }
    calls.rename = { self.fails(.rename) ? -1 : real.rename($0, $1) }
    calls.exchange = { self.fails(.exchange) ? -1 : real.exchange($0, $1) }
    calls.truncate = { self.fails(.truncate) ? -1 : real.truncate($0, $1) }
    return calls
  }
}
