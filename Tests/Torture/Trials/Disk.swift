import CWatch
import Glibc
import Stage

/// A disk whose power can be cut: an ext4 file system in a file on one that can copy a file at one moment (XFS).
///
/// Both are mounted where no other process sees them, and go with this one.
final class Disk {
  /// Why there can be none here; nil where there can.
  static var obstacle: String? {
    if geteuid() != 0 { return "mounting needs root" }
    let tools = ["mkfs.ext4", "mkfs.xfs", "mount"].filter { system("command -v \($0) >/dev/null 2>&1") != 0 }
    if !tools.isEmpty { return "not installed: \(tools.joined(separator: ", "))" }
    if system("unshare -m sh -c 'modprobe loop; test -e /dev/loop-control' >/dev/null 2>&1") != 0 {
      return "no loop devices"
    }
    return nil
  }

  private let folder: TemporaryFolder
  private var cuts = 0

  /// What is on it.
  var home: String { folder.path + "/home" }
  private var images: String { folder.path + "/images" }

  init() throws {
    folder = try TemporaryFolder(in: access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")
    for name in ["images", "home"] { folder.folder(name) }
    try run("truncate -s 600M \(folder.path)/xfs && mkfs.xfs -q \(folder.path)/xfs")
    try run("mount -o loop \(folder.path)/xfs \(images)")
    try run("truncate -s 24M \(images)/disk && mkfs.ext4 -q -F \(images)/disk")
    try mount("disk")
    try run("chmod 700 \(home)")
  }

  deinit {
    _ = system("umount \(home) 2>/dev/null; umount \(images) 2>/dev/null")
  }

  /// Copies what would be found on the disk now.
  func cut() throws {
    let from = plenary_watch_open("\(images)/disk", O_RDONLY)
    let to = plenary_watch_open("\(images)/cut-\(cuts)", O_WRONLY | O_CREAT)
    defer {
      close(from)
      close(to)
    }
    guard from >= 0, to >= 0, plenary_clone(from, to) == 0 else {
      throw Failure(sentence: "the disk cannot be copied: \(String(cString: strerror(errno)))")
    }
    cuts += 1
  }

  func unmount() throws { try run("umount \(home)") }

  /// Starts the machine again after a cut.
  func mount(cut number: Int) throws { try mount("cut-\(number)") }

  func keep() -> String {
    folder.isKept = true
    return folder.path
  }

  private func mount(_ image: String) throws { try run("mount -o loop \(images)/\(image) \(home)") }

  private func run(_ command: String) throws {
    guard system("{ \(command); } >\(folder.path)/log 2>&1") == 0 else {
      let log = (try? TemporaryFolder.bytes(of: folder.path + "/log")) ?? []
      throw Failure(sentence: "\(command): \(String(decoding: log, as: UTF8.self))")
    }
  }
}
