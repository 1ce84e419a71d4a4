/// The words about several conferences.
extension Wording {
  static let noConferences = "there is no conference to open: name a bundle or a file"
  static func listed(_ title: String, path: String) -> String { "\(title)\n    \(path)" }
  static func conference(_ title: String, dates: String) -> String { "\(title), \(dates)" }
  static func unreadable(_ name: String) -> String { "\(name) (cannot be read: see plenary check)" }
  /// The name alone: a path would be cut before it.
  static func cannotSwitch(_ path: String) -> String {
    "Cannot be opened, see plenary check: \(path.split(separator: "/").last ?? "")"
  }
}
