import Files
import Glibc
import Notes

/// Writes a whole file, or to standard output where no name or `-` is given; gives the exit status.
func write(_ bytes: [UInt8], to output: String?) -> Int32 {
  guard let output, output != "-" else { return writeOut(bytes) }
  // A limit on the size of files is then an error of a write, which is handled, and no longer a signal that kills.
  signal(SIGXFSZ, SIG_IGN)
  do throws(FileError) {
    try DurableFile(output, isPrivate: false).replace(with: bytes)
    return ExitStatus.success
  } catch {
    complain(Wording.notWritten(output, Wording.why(error)))
    return ExitStatus.usage
  }
}

func writeOut(_ bytes: [UInt8]) -> Int32 {
  do throws(FileError) {
    try FileCalls.system.writeAll(bytes, to: 1, path: Wording.standardOutput)
    return ExitStatus.success
  } catch {
    complain(Wording.notWritten(Wording.standardOutput, Wording.why(error)))
    return ExitStatus.usage
  }
}
