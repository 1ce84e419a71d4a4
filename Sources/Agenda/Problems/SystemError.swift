import Glibc

/// The system's words for its error numbers.
package enum SystemError {
  package static func words(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
  }
}
