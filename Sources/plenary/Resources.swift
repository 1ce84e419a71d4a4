import Glibc

/// The files that come with the program.
enum Resources {
  /// The folder of resources; nil where there is none.
  ///
  /// `PLENARY_RESOURCES` comes first, then `<executable>/../share/plenary`, then the checkout's `Resources`.
  static var folder: String? {
    if let named = Environment.value("PLENARY_RESOURCES") { return named }
    guard let executable = executable else { return nil }
    var candidates = [parent(parent(executable)) + "/share/plenary"]
    // In a checkout the executable is below .build, however the build names its folders.
    var above = parent(executable)
    while above.count > 1 {
      if above.hasSuffix("/.build") {
        candidates.append(parent(above) + "/Resources")
        break
      }
      above = parent(above)
    }
    return candidates.first { access($0 + "/conferences", R_OK) == 0 }
  }

  /// The bundle that is opened when none is named: the first by name.
  static var shippedBundle: String? {
    guard let conferences = folder.map({ $0 + "/conferences" }), let list = opendir(conferences) else { return nil }
    defer { closedir(list) }
    var names: [String] = []
    while let entry = readdir(list) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.min().map { conferences + "/" + $0 }
  }

  private static var executable: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}
