import Glibc

/// The files that come with the program.
enum Resources {
  /// The folder of resources; nil where there is none.
  ///
  /// `PLENARY_RESOURCES` comes first, then `<executable>/../share/plenary`, then the checkout's `Resources`.
  static let folder: String? = {
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
  }()

  /// The bundle that is opened when none is named.
  static var shippedBundle: String? { shippedBundles.first }

  /// The bundles that come with the program, by name.
  static let shippedBundles: [String] = folder.map { ConferenceShelf.bundles(in: $0 + "/conferences") } ?? []

  /// The kernel gives the path without a link in it.
  private static var executable: String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let address = buffer.baseAddress else { return nil }
      let count = readlink("/proc/self/exe", address, buffer.count)
      guard count > 0, count < buffer.count else { return nil }
      return String(decoding: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]), as: UTF8.self)
    }
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}
