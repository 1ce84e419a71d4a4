import Glibc

/// Writes one line to standard error.
func complain(_ text: String) {
  let line = "plenary: " + text + "\n"
  line.withCString { _ = write(2, $0, strlen($0)) }
}
