import CPosix
import CWatch
import Glibc

/// Several processes that share the chains of a trial, and what has come of them together.
struct Crew {
  /// This program.
  private static let program: String = {
    let resolved = realpath("/proc/self/exe", nil)
    defer { free(resolved) }
    return resolved.map { String(cString: $0) } ?? CommandLine.arguments[0]
  }()

  private var options: Options

  init(_ trial: Trial, options: Options) {
    self.options = options
    // Who types slowly leaves the processors to others.
    if trial.isSlow { self.options.jobs *= 3 }
  }

  func run(_ trial: Trial) -> Outcome {
    var sources: [(process: pid_t, descriptor: Int32, rest: [UInt8])] = []
    for worker in 0..<(options.only == nil ? options.jobs : 1) {
      if let (process, descriptor) = start(options.arguments(for: trial, worker: worker)) {
        sources.append((process, descriptor, []))
      }
    }
    var total = Outcome()
    let progress = Progress(trial, of: options.cases[trial] ?? 0)
    while !sources.isEmpty {
      var polled = sources.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
      poll(&polled, nfds_t(polled.count), -1)
      for index in polled.indices.reversed() where polled[index].revents != 0 {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(sources[index].descriptor, &buffer, buffer.count)
        if count > 0 {
          sources[index].rest += buffer[..<count]
          while let end = sources[index].rest.firstIndex(of: 0x0A) {
            total.add(Outcome(line: Substring(decoding: sources[index].rest[..<end], as: UTF8.self)))
            sources[index].rest.removeSubrange(...end)
          }
          progress.show(total)
        } else {
          let source = sources.remove(at: index)
          var status: Int32 = 0
          close(source.descriptor)
          waitpid(source.process, &status, 0)
          if status != 0 { total.failures.append(Wording.workerEnded(trial, status)) }
        }
      }
    }
    progress.end()
    return total
  }

  private func start(_ arguments: [String]) -> (pid_t, Int32)? {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { return nil }
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    var words: [UnsafeMutablePointer<CChar>?] = ([Self.program] + arguments).map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/sbin:/usr/bin:/sbin:/bin"), nil]
    defer { (words + environment).forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawn(&process, Self.program, &actions, nil, &words, &environment) == 0 else {
      close(ends[0])
      return nil
    }
    return (process, ends[0])
  }
}
