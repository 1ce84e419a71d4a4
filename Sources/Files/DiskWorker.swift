import CPosix
import Glibc

/// A thread that waits for the disk, so that nobody who types does.
///
/// Jobs are done one after the other; what came of them is fetched by the thread that gave them, which a descriptor
/// wakes.
// Everything that changes is used under the mutex alone.
public final class DiskWorker<Outcome: Sendable>: WorkerThread, @unchecked Sendable {
  public typealias Job = @Sendable () -> Outcome

  /// Can be read when there is an outcome to fetch.
  public let descriptor: Int32

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var jobs: [Job] = []
  private var outcomes: [Outcome] = []
  private var isWorking = false
  private var isEnding = false
  private var isStarted = false

  public override init() {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(changed, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
    Glibc.close(descriptor)
  }

  /// Has a job done after those that were given before, or before all of those that have not been begun.
  ///
  /// Where no thread can be had, it is done at once.
  public func add(first: Bool = false, _ job: @escaping Job) {
    pthread_mutex_lock(mutex)
    jobs.insert(job, at: first ? 0 : jobs.count)
    if !isStarted { isStarted = start() }
    let isAlone = !isStarted
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
    if isAlone { while workOnce() {} }
  }

  /// What has come of jobs since the last time.
  public func collect() -> [Outcome] {
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    let taken = outcomes
    outcomes = []
    return taken
  }

  /// Whether there is a job to do, or an outcome to fetch.
  public var isBusy: Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return !jobs.isEmpty || isWorking || !outcomes.isEmpty
  }

  /// Waits until every job is done, so long at most; false where some are not.
  public func wait(milliseconds: Int64) -> Bool {
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &end)
    let nanoseconds = Int64(end.tv_nsec) + milliseconds % 1_000 * 1_000_000
    end.tv_sec += Int(milliseconds / 1_000 + nanoseconds / 1_000_000_000)
    end.tv_nsec = Int(nanoseconds % 1_000_000_000)
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !jobs.isEmpty || isWorking {
      if pthread_cond_timedwait(changed, mutex, &end) == ETIMEDOUT { return jobs.isEmpty && !isWorking }
    }
    return true
  }

  /// Lets the thread end after the job that it is doing; the rest is not done.
  public func end() {
    pthread_mutex_lock(mutex)
    isEnding = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }

  /// Does the next job, for which a thread of its own waits; false at the end.
  public override func workOnce() -> Bool {
    pthread_mutex_lock(mutex)
    while isStarted, jobs.isEmpty, !isEnding { pthread_cond_wait(changed, mutex) }
    guard !jobs.isEmpty, !isEnding else {
      pthread_mutex_unlock(mutex)
      return false
    }
    let job = jobs.removeFirst()
    isWorking = true
    pthread_mutex_unlock(mutex)
    let outcome = job()
    pthread_mutex_lock(mutex)
    outcomes.append(outcome)
    isWorking = false
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
    var one: UInt64 = 1
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    return true
  }
}

/// A thread that does jobs as long as there are any.
// What its subclass holds is the subclass's to guard.
public class WorkerThread: @unchecked Sendable {
  init() {}

  /// Does the next job, for which it waits; false at the end.
  public func workOnce() -> Bool { false }

  /// False where no thread can be had.
  final func start() -> Bool {
    // Signals are for the main thread, which the kernel would otherwise not wake.
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    let this = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { this in
        guard let this else { return nil }
        let worker = Unmanaged<WorkerThread>.fromOpaque(this).takeRetainedValue()
        while worker.workOnce() {}
        return nil
      }, this.toOpaque())
    pthread_sigmask(SIG_SETMASK, &before, nil)
    if code == 0 { pthread_detach(thread) } else { this.release() }
    return code == 0
  }
}
