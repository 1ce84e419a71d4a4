import CWatch
import Glibc
import Stage

/// A disk whose power can be cut: an ext4 file system in a file, which lies on another one that can be frozen, so that
/// the file is copied as it is at one moment.
///
/// Freezing puts nothing of the inner file system on its disk: what the kernel holds of it is lost, as it would be. Both
/// are mounted where no other process sees them, and go with this one.
final class Disk {
  /// Why there can be none here; nil where there can.
  static var obstacle: String? {
    if geteuid() != 0 { return "mounting needs root" }
    let tools = ["mkfs.ext4", "mount"].filter { system("command -v \($0) >/dev/null 2>&1") != 0 }
    if !tools.isEmpty { return "not installed: \(tools.joined(separator: ", "))" }
    if system("unshare -m sh -c 'modprobe loop 2>/dev/null; test -e /dev/loop-control' >/dev/null 2>&1") != 0 {
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
    try run("truncate -s 40M \(folder.path)/outer && mkfs.ext4 -q -F -O ^has_journal \(folder.path)/outer")
    try run("mount -o loop \(folder.path)/outer \(images)")
    try run("truncate -s 24M \(images)/disk && mkfs.ext4 -q -F \(images)/disk")
    try mount("\(images)/disk")
    try run("chmod 700 \(home)")
  }

  deinit {
    _ = system("umount \(home) 2>/dev/null; umount \(images) 2>/dev/null")
  }

  /// Copies what would be found on the disk now.
  func cut() throws {
    let disk = plenary_watch_open("\(images)/disk", O_RDONLY)
    let copy = plenary_watch_open(path(ofCut: cuts), O_WRONLY | O_CREAT)
    defer {
      close(disk)
      close(copy)
    }
    guard disk >= 0, copy >= 0, plenary_freeze(disk) == 0 else { throw failure("the disk cannot be copied") }
    let isCopied = Disk.copy(disk, to: copy)
    guard plenary_thaw(disk) == 0, isCopied else { throw failure("the disk cannot be copied") }
    cuts += 1
  }

  /// Copies all that is not zero.
  private static func copy(_ from: Int32, to other: Int32) -> Bool {
    var info = stat()
    guard fstat(from, &info) == 0, ftruncate(other, info.st_size) == 0 else { return false }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let zeros = block
    var place: off_t = 0
    while place < info.st_size {
      let count = pread(from, &block, block.count, place)
      guard count > 0 else { return false }
      if block[..<count] != zeros[..<count], pwrite(other, block, count, place) != count { return false }
      place += off_t(count)
    }
    return true
  }

  private func failure(_ sentence: String) -> Failure {
    Failure(sentence: "\(sentence): \(String(cString: strerror(errno)))")
  }

  private func path(ofCut number: Int) -> String { "\(folder.path)/cut-\(number)" }

  func unmount() throws { try run("umount \(home)") }

  /// Starts the machine again after a cut.
  func mount(cut number: Int) throws { try mount(path(ofCut: number)) }

  func keep() -> String {
    folder.isKept = true
    return folder.path
  }

  private func mount(_ image: String) throws { try run("mount -o loop \(image) \(home)") }

  private func run(_ command: String) throws {
    guard system("{ \(command); } >\(folder.path)/log 2>&1") == 0 else {
      let log = (try? TemporaryFolder.bytes(of: folder.path + "/log")) ?? []
      throw Failure(sentence: "\(command): \(String(decoding: log, as: UTF8.self))")
    }
  }
}
