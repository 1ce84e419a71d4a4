import Glibc
public import Stage

extension TemporaryFolder {
  /// Writes a program below this folder, and gives its path.
  ///
  /// Another process writes it: what a test has open for writing as another one starts a program is open in that too for
  /// a moment, and a file that somebody has open for writing cannot be run.
  @discardableResult
  public func program(_ name: String, _ bytes: [UInt8]) throws -> String {
    let written = try write(name + ".written", bytes)
    let path = "\(path)/\(name)"
    let copy = try ProgramRun("/usr/bin/install", ["-m", "755", written, path], environment: [:])
    guard copy.exit == .status(0) else {
      throw PseudoTerminal.Failure(operation: "install \(path)", code: EIO)
    }
    unlink(written)
    return path
  }

  @discardableResult
  public func program(_ name: String, _ script: String) throws -> String { try program(name, Array(script.utf8)) }
}
