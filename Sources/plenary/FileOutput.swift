import Glibc
import Notes

/// Writes a whole file, or to standard output where no name or `-` is given; gives the exit status.
func write(_ bytes: [UInt8], to output: String?) -> Int32 {
  guard let output, output != "-" else { return writeOut(bytes) }
  // A limit on the size of files is then an error of a write, which is handled, and no longer a signal that kills.
  signal(SIGXFSZ, SIG_IGN)
  do throws(NoteError) {
    try DurableFile.replace(output, with: bytes, isPrivate: false)
    return ExitStatus.success
  } catch {
    complain(Wording.notWritten(output, Wording.why(error)))
    return ExitStatus.usage
  }
}

func writeOut(_ bytes: [UInt8]) -> Int32 {
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { Glibc.write(1, $0.baseAddress.map { $0 + written }, bytes.count - written) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else {
      complain(Wording.notWritten(Wording.standardOutput, String(cString: strerror(errno))))
      return ExitStatus.usage
    }
    written += count
  }
  return ExitStatus.success
}
