import Glibc
import Stage

/// What the kernel says of a process.
enum ProcessFacts {
  /// KiB of memory that are its own, those shared with files left out.
  static func resident(_ process: Int32) -> Int {
    let fields = text("/proc/\(process)/statm").split(separator: " ").compactMap { Int($0) }
    return fields.count > 2 ? (fields[1] - fields[2]) * Int(sysconf(Int32(_SC_PAGESIZE))) / 1_024 : 0
  }

  /// How many descriptors it has open.
  static func descriptors(_ process: Int32) -> Int { TemporaryFolder.names(in: "/proc/\(process)/fd").count }

  private static func text(_ path: String) -> String {
    String(decoding: (try? TemporaryFolder.bytes(of: path)) ?? [], as: UTF8.self)
  }
}
