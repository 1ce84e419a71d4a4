import CPosix
public import Files
import Glibc
import Synchronization

/// Writes down which calls for files are made, in their order, so that a test can say that nothing is moved to its place
/// before it is on disk.
///
/// A line is a call and the names in it, below the folder that is watched: `write ~`, `sync ~`, `rename ~ plan.json`,
/// `sync ./`. A temporary name is `~`, a folder ends in `/`, several writes to the same file are one line, and opening
/// is left out.
public final class FileLog: Sendable {
  private struct State {
    var lines: [String] = []
    var names: [Int32: String] = [:]
  }

  private let root: String
  private let state = Mutex(State())

  public init(in root: String) { self.root = root }

  public var lines: [String] { state.withLock { $0.lines } }

  public func clear() { state.withLock { $0.lines = [] } }

  /// Those of the system, written down.
  public var calls: FileCalls {
    let real = FileCalls.system
    var calls = real
    calls.open = { path, flags, mode in
      let descriptor = real.open(path, flags, mode)
      let code = errno
      let isFolder = flags & O_DIRECTORY != 0
      if descriptor >= 0 { self.state.withLock { $0.names[descriptor] = self.name(path, isFolder: isFolder) } }
      errno = code
      return descriptor
    }
    calls.write = { self.note("write", $0, real.write($0, $1, $2)) }
    calls.sync = { self.note("sync", $0, real.sync($0)) }
    calls.syncData = { self.note("sync data", $0, real.syncData($0)) }
    calls.truncate = { self.note("truncate", $0, real.truncate($0, $1)) }
    calls.rename = { self.note("rename", $0, $1, real.rename($0, $1)) }
    calls.exchange = { self.note("exchange", $0, $1, real.exchange($0, $1)) }
    calls.link = { self.note("link", $0, $1, real.link($0, $1)) }
    calls.unlink = { self.note("unlink", $0, nil, real.unlink($0)) }
    calls.makeFolder = { path, mode in
      let result = real.makeFolder(path, mode)
      let code = errno
      if result == 0 { self.add("make \(self.name(path, isFolder: true))") }
      errno = code
      return result
    }
    return calls
  }

  private func note<Result: BinaryInteger>(_ call: String, _ descriptor: Int32, _ result: Result) -> Result {
    let code = errno
    let name = state.withLock { $0.names[descriptor] } ?? "?"
    add("\(call) \(name)\(result < 0 ? " failed" : "")")
    errno = code
    return result
  }

  private func note(_ call: String, _ one: String, _ other: String?, _ result: Int32) -> Int32 {
    let code = errno
    add(
      ([call, name(one)] + [other.map { name($0) }].compactMap(\.self)).joined(separator: " ")
        + (result < 0 ? " failed" : ""))
    errno = code
    return result
  }

  private func add(_ line: String) {
    state.withLock { if !line.hasPrefix("write ") || $0.lines.last != line { $0.lines.append(line) } }
  }

  private func name(_ path: String, isFolder: Bool = false) -> String {
    var parts = path.split(separator: "/").map(String.init)
    let above = root.split(separator: "/").map(String.init)
    if parts.starts(with: above) {
      parts.removeFirst(above.count)
    } else {
      parts.insert("", at: 0)
    }
    parts = parts.map { $0.hasPrefix(".plenary-") && $0.hasSuffix(".tmp") ? "~" : $0 }
    let name = parts.joined(separator: "/")
    return isFolder ? (name.isEmpty ? "./" : name + "/") : name
  }
}
