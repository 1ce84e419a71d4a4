import Agenda
import Glibc

/// Writes one line to standard error.
///
/// What stands in it may come from anywhere, the names of files included, so it is cleaned.
func complain(_ text: String) {
  let line = "plenary: " + TextCleaner(lines: .single).clean(text).string + "\n"
  line.withCString { _ = write(2, $0, strlen($0)) }
}
