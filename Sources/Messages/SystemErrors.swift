internal import Glibc

extension Message {
  /// What the system says of one of its error numbers.
  ///
  /// The C library has these in the languages of installed locales only; what people meet is said here, in the same
  /// words, and all else as the C library has it.
  public static func systemError(_ number: Int32) -> Message {
    switch number {
    case EPERM: Message("Operation not permitted")
    case ENOENT: Message("No such file or directory")
    case EIO: Message("Input/output error")
    case ENOEXEC: Message("Exec format error")
    case ENOMEM: Message("Cannot allocate memory")
    case EACCES: Message("Permission denied")
    case EBUSY: Message("Device or resource busy")
    case EEXIST: Message("File exists")
    case ENOTDIR: Message("Not a directory")
    case EISDIR: Message("Is a directory")
    case EINVAL: Message("Invalid argument")
    case ENFILE: Message("Too many open files in system")
    case EMFILE: Message("Too many open files")
    case ETXTBSY: Message("Text file busy")
    case EFBIG: Message("File too large")
    case ENOSPC: Message("No space left on device")
    case EROFS: Message("Read-only file system")
    case EPIPE: Message("Broken pipe")
    case ENAMETOOLONG: Message("File name too long")
    case ELOOP: Message("Too many levels of symbolic links")
    case ESTALE: Message("Stale file handle")
    case EDQUOT: Message("Disk quota exceeded")
    default: .data(strerror(number).map { String(cString: $0) } ?? "\(number)")
    }
  }
}
