import CPosix
import Glibc

/// What the environment says, read when it is asked.
enum Environment {
  /// A variable's value; nil where it is unset or empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// A path with `~` for the home folder, to be read.
  static func shortened(_ path: String) -> String {
    guard let home = value("HOME"), home.count > 1, path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  /// The reader's languages as BCP 47 tags, best first, from LANGUAGE, LC_ALL, LC_MESSAGES and LANG.
  static var languages: [String] {
    let locale = value("LC_ALL") ?? value("LC_MESSAGES") ?? value("LANG") ?? ""
    // LANGUAGE counts only where the locale is not C (GNU gettext's rule).
    let names = tag(locale) == nil ? [] : (value("LANGUAGE") ?? "").split(separator: ":").map(String.init) + [locale]
    var tags: [String] = []
    for tag in names.compactMap(tag) where !tags.contains(tag) { tags.append(tag) }
    return tags.isEmpty ? ["en"] : tags
  }

  /// `fr_CA.UTF-8@euro` as `fr-CA`; nil for C and POSIX.
  private static func tag(_ locale: String) -> String? {
    let name = locale.prefix { $0 != "." && $0 != "@" }
    guard !name.isEmpty, name != "C", name != "POSIX" else { return nil }
    return String(name.map { $0 == "_" ? "-" : $0 })
  }

  /// Columns of the terminal that standard output is; nil where it is none.
  static var outputWidth: Int? { width(ofTerminal: 1) }

  /// Columns of the terminal that a descriptor is; nil where it is none.
  static func width(ofTerminal descriptor: Int32) -> Int? {
    var size = winsize()
    guard isatty(descriptor) == 1, plenary_window_size(descriptor, &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// True where COLORFGBG names a light background (7 or 15), as rxvt, Konsole and others set it.
  static var hasLightBackground: Bool {
    guard let colors = value("COLORFGBG"), let last = colors.split(separator: ";").last else { return false }
    return last == "7" || last == "15"
  }
}
