import CPosix
import Files
import Glibc

/// Tells which names in a folder have changed (inotify(7)), also when the folder comes into being only later.
final class FolderWatch {
  /// Can be read when something has changed; -1 where the system cannot tell.
  let descriptor: Int32

  private let folder: String
  private let events: UInt32
  /// Of the folder itself, and of the nearest one above it that exists.
  private var own: Int32 = -1
  private var above: Int32 = -1
  /// Folders that links lead to, and the notes there.
  private var others: [Int32: String] = [:]
  /// Files that are watched by themselves, and those of them that were written.
  private var files: Set<Int32> = []
  private var written: Set<Int32> = []

  private static let usual = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

  /// - Parameter isWritten: whether what is written into a file counts before the file is closed.
  init(_ folder: String, isWritten: Bool = false) {
    self.folder = folder
    events = FolderWatch.usual | (isWritten ? UInt32(IN_MODIFY) : 0)
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    extend()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches another folder too.
  func watch(_ other: String) {
    guard descriptor >= 0, other != folder else { return }
    let watch = inotify_add_watch(descriptor, other, events)
    if watch >= 0 { others[watch] = other }
  }

  /// Watches an open file, whatever its name is now or comes to be; -1 where that cannot be.
  func watch(descriptor file: Int32) -> Int32 {
    let watch = descriptor < 0 ? -1 : inotify_add_watch(descriptor, "/proc/self/fd/\(file)", UInt32(IN_MODIFY))
    if watch >= 0 { files.insert(watch) }
    return watch
  }

  /// Watches a file no more.
  func forget(_ watch: Int32) {
    if files.remove(watch) != nil { inotify_rm_watch(descriptor, watch) }
  }

  /// Which of the files were written, as far as `changes` has read of it.
  func takeWritten() -> Set<Int32> {
    defer { written = [] }
    return written
  }

  /// Looks for the folder where it has not been there yet; true where it has come into being.
  @discardableResult
  func extend() -> Bool {
    guard descriptor >= 0, own < 0 else { return false }
    while true {
      own = inotify_add_watch(descriptor, folder, events)
      if own >= 0 { break }
      var parent = Path.split(folder).folder
      while access(parent, F_OK) != 0, parent != "/" { parent = Path.split(parent).folder }
      let next = inotify_add_watch(descriptor, parent, events)
      if above >= 0, above != next { inotify_rm_watch(descriptor, above) }
      // The same as before: nothing has been made since it was looked for.
      if next < 0 || next == above { return false }
      above = next
    }
    if above >= 0 { inotify_rm_watch(descriptor, above) }
    above = -1
    return true
  }

  /// The paths of what has changed since the last time, each once; the folder's own where everything may have.
  func changes() -> Set<String> {
    guard descriptor >= 0 else { return [] }
    var changed: Set<String> = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      buffer[..<count].withUnsafeBytes { bytes in
        var place = 0
        while place + MemoryLayout<inotify_event>.size <= count {
          let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
          let start = place + MemoryLayout<inotify_event>.size
          let name = bytes[start..<min(count, start + Int(event.len))].prefix { $0 != 0 }
          note(event, String(decoding: name, as: UTF8.self), in: &changed)
          place = start + Int(event.len)
        }
      }
    }
    return changed
  }

  private func note(_ event: inotify_event, _ name: String, in changed: inout Set<String>) {
    let isGone = event.mask & UInt32(IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF) != 0
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      changed.insert(folder)
      written.formUnion(files)
    } else if files.contains(event.wd) {
      if isGone { files.remove(event.wd) } else { written.insert(event.wd) }
    } else if event.wd == own {
      changed.insert(isGone ? folder : "\(folder)/\(name)")
      if isGone {
        if event.mask & UInt32(IN_IGNORED) == 0 { inotify_rm_watch(descriptor, own) }
        own = -1
        extend()
      }
    } else if let other = others[event.wd] {
      if isGone { others[event.wd] = nil } else { changed.insert("\(other)/\(name)") }
    } else if event.wd == above {
      if isGone { above = -1 }
      if extend() { changed.insert(folder) }
    }
  }
}
