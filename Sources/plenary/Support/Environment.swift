import CPosix
import Glibc

/// What the environment says, read when it is asked.
enum Environment {
  /// A variable's value; nil where it is unset or empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// A variable that names a folder by an absolute path; others do not count (XDG Base Directory Specification 0.8).
  static func folder(_ name: String) -> String? { value(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }

  /// A path with `~` for the home folder, to be read.
  static func shortened(_ path: String) -> String {
    guard let home = value("HOME"), home.count > 1, path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  /// Columns of the terminal that a descriptor is; nil where it is none.
  static func width(ofTerminal descriptor: Int32) -> Int? {
    var size = winsize()
    guard isatty(descriptor) == 1, plenary_window_size(descriptor, &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Columns and rows of the terminal that a descriptor is; nil where it is none.
  static func size(ofTerminal descriptor: Int32) -> (width: Int, height: Int)? {
    var size = winsize()
    guard isatty(descriptor) == 1, plenary_window_size(descriptor, &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// True where COLORFGBG names a light background (7 or 15), as rxvt, Konsole and others set it.
  static var hasLightBackground: Bool {
    guard let colors = value("COLORFGBG"), let last = colors.split(separator: ";").last else { return false }
    return last == "7" || last == "15"
  }
}

/// The program's version; a catalogue compiled by another version is compiled anew.
let programVersion = "0.1.0"

/// The files that come with the program.
enum Resources {
  /// The folder of resources; nil where there is none.
  ///
  /// `PLENARY_RESOURCES` comes first, then `<executable>/../share/plenary`, then the checkout's `Resources`.
  static let folder: String? = {
    if let named = Environment.value("PLENARY_RESOURCES") { return named }
    let candidates = [installed.map { $0 + "/plenary" }, build.map { parent($0) + "/Resources" }]
    return candidates.compactMap(\.self).first { access($0 + "/conferences", R_OK) == 0 }
  }()

  /// The folder of translations: where `make` compiles them to in a checkout, else the installed ones.
  static var locales: String? { (build ?? installed).map { $0 + "/locale" } }

  /// `<executable>/../share`.
  private static var installed: String? { executable.map { parent(parent($0)) + "/share" } }

  /// The checkout's folder of builds, however a build names those in it; nil outside a checkout.
  private static var build: String? {
    guard var above = executable.map(parent) else { return nil }
    while above.count > 1, !above.hasSuffix("/.build") { above = parent(above) }
    return above.count > 1 ? above : nil
  }

  /// The kernel gives the path without a link in it.
  private static let executable: String? =
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let address = buffer.baseAddress else { return nil }
      let count = readlink("/proc/self/exe", address, buffer.count)
      guard count > 0, count < buffer.count else { return nil }
      return String(decoding: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]), as: UTF8.self)
    }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}
