import Glibc

/// Tells the service manager that started this that it is well (sd_notify(3)); without one nothing happens.
final class ServiceManager {
  /// Milliseconds between two signs of life; nil where none are asked for.
  let interval: Int64?
  private let address: [UInt8]?

  /// Reads NOTIFY_SOCKET and WATCHDOG_USEC, and takes them away, as they are meant for this process alone.
  init() {
    let name = Environment.value("NOTIFY_SOCKET")
    let time = Environment.value("WATCHDOG_USEC").flatMap { Int64($0) }
    let process = Environment.value("WATCHDOG_PID").flatMap { Int32($0) }
    for variable in ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"] { unsetenv(variable) }
    // A path, or an abstract name behind an @, as long as sockaddr_un holds it.
    guard let name, name.hasPrefix("/") || name.hasPrefix("@"), name.utf8.count < 108 else {
      (address, interval) = (nil, nil)
      return
    }
    var bytes = Array(name.utf8)
    if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
    address = bytes
    let isMine = process == nil || process == getpid()
    // Half the time, as sd_watchdog_enabled(3) recommends.
    interval = isMine ? time.flatMap { $0 > 0 ? max(1, $0 / 2_000) : nil } : nil
  }

  /// Sends a line such as `READY=1`; what cannot be sent is left out.
  func tell(_ line: String) {
    guard let address else { return }
    let socket = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { return }
    defer { close(socket) }
    var place = sockaddr_un()
    place.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: address) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + address.count)
    _ = withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
        line.withCString { sendto(socket, $0, strlen($0), Int32(MSG_NOSIGNAL), name, length) }
      }
    }
  }
}
