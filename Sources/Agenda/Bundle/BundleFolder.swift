internal import CPosix
import Glibc

/// A bundle's folder, which never lets anything outside itself be read.
///
/// A path is resolved by the kernel in one step below the folder (openat2), so that nothing that is changed in between
/// leads out of it; where the kernel is too old or a sandbox refuses that call, component by component without links.
struct BundleFolder: ~Copyable {
  /// What a path may go through.
  enum Links {
    case none
    /// Symbolic links that stay inside the folder.
    case inside
  }

  private let descriptor: Int32
  private let usesOpenat2: Bool

  /// The folder itself may be reached through links: the reader has chosen it.
  ///
  /// - Parameter usesOpenat2: false takes the way of old kernels, for tests.
  init(path: String, usesOpenat2: Bool = true) throws(FileFailure) {
    self.usesOpenat2 = usesOpenat2
    let opened = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else {
      let failure = errno
      throw failure == ENOENT || failure == ENOTDIR ? .missing : .unreadable(failure)
    }
    descriptor = opened
  }

  enum Kind {
    case folder, file
  }

  /// What there is at a path; nil for nothing.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  deinit { close(descriptor) }

  /// Reads a regular file whole.
  func read(_ path: String, limit: Int, links: Links = .none) throws(FileFailure) -> FileBytes {
    let file = try open(path, O_RDONLY, links)
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard status.st_size <= limit else { throw .tooLarge(bytes: Int(status.st_size), limit: limit) }
    return try FileBytes(reading: file, expected: Int(status.st_size), limit: limit)
  }

  /// The names in a folder of the bundle (empty: the bundle itself), sorted; none where it cannot be read.
  func names(in path: String) -> [String] {
    guard let folder = try? open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY, .none) else { return [] }
    guard let stream = fdopendir(folder) else {
      close(folder)
      return []
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private func open(_ path: String, _ flags: Int32, _ links: Links) throws(FileFailure) -> Int32 {
    let components = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.isEmpty, !path.utf8.contains(0), !components.contains(".."), !components.contains("") else {
      throw .unsafePath
    }
    // O_NONBLOCK: opening a pipe would wait for its writer for ever.
    let flags = flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    var opened: Int32 = -1
    if usesOpenat2 {
      let beneath = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS
      let resolve = links == .none ? beneath | RESOLVE_NO_SYMLINKS : beneath
      var attempts = 0
      repeat {
        opened = plenary_openat2(descriptor, path, UInt64(flags), UInt64(resolve))
        attempts += 1
        // EAGAIN: something was renamed at that moment, and the kernel could not be sure.
      } while opened < 0 && (errno == EINTR || errno == EAGAIN) && attempts < 100
    }
    if opened < 0, !usesOpenat2 || errno == ENOSYS || errno == EPERM {
      opened = openStepwise(components.map { String($0) }, flags)
    }
    guard opened >= 0 else { throw BundleFolder.failure(errno) }
    return opened
  }

  /// Without openat2 no link is followed at all.
  private func openStepwise(_ components: [String], _ flags: Int32) -> Int32 {
    var folder = dup(descriptor)
    for (index, component) in components.enumerated() where folder >= 0 {
      let isLast = index == components.count - 1
      let next = plenary_openat(
        folder, component, isLast ? flags | O_NOFOLLOW : O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      var failure = errno
      if next < 0, failure == ENOTDIR {
        // A link where a folder should be: O_DIRECTORY hides that it is one.
        var status = stat()
        if fstatat(folder, component, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFLNK {
          failure = ELOOP
        }
      }
      close(folder)
      folder = next
      errno = failure
    }
    return folder
  }

  private static func failure(_ number: Int32) -> FileFailure {
    switch number {
    case ENOENT, ENOTDIR: .missing
    case ELOOP, EXDEV: .link
    case ENXIO: .notRegular
    default: .unreadable(number)
    }
  }
}
