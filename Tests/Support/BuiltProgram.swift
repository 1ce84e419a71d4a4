import Glibc

/// The programs that are built together with the tests.
public enum BuiltProgram {
  /// The executable of that name beside the test bundle; PLENARY_BINARY names another `plenary`.
  public static func path(_ name: String) -> String {
    if name == "plenary", let override = getenv("PLENARY_BINARY") { return String(cString: override) }
    return folder + "/" + name
  }

  /// The folder of the products, such as `.build/debug`.
  ///
  /// Tests run in the bundle's own process.
  private static var folder: String {
    let resolved = realpath("/proc/self/exe", nil)
    defer { free(resolved) }
    let path = resolved.map { String(cString: $0) } ?? CommandLine.arguments[0]
    return path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }
}
