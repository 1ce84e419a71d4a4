import Glibc

/// What the kernel counts of a process (proc(5)).
struct ProcessFacts {
  let pid: pid_t

  /// Processor seconds used so far, in steps of the kernel's tick (a hundredth of a second).
  var processorSeconds: Double {
    // The second field is the program's name in brackets and may hold anything: the fields are counted after it.
    guard let stat = text("stat"), let bracket = stat.lastIndex(of: ")") else { return .nan }
    let fields = stat[bracket...].split(separator: " ")
    guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else { return .nan }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// How often any of its threads has slept and been woken.
  var wakeUps: Int {
    threads.reduce(0) { $0 + (number("voluntary_ctxt_switches:", in: "task/\($1)/status") ?? 0) }
  }

  /// Proportional set size in megabytes: its own pages, and its share of those that others use too.
  var memory: Double? { number("Pss:", in: "smaps_rollup").map { Double($0) / 1_024 } }

  private var threads: [String] { TextFile.names(in: "/proc/\(pid)/task") }

  private func number(_ label: String, in file: String) -> Int? {
    text(file)?.split(separator: "\n").first { $0.hasPrefix(label) }
      .flatMap { $0.dropFirst(label.utf8.count).split(whereSeparator: \.isWhitespace).first }.flatMap { Int($0) }
  }

  private func text(_ file: String) -> String? { TextFile.read("/proc/\(pid)/\(file)") }
}
