import Agenda
import Files
import Glibc

/// The only file that a kiosk writes: a line for each thing that its staff may want to know.
final class KioskLog {
  /// -1 where no log was asked for.
  private let descriptor: Int32
  private let path: String

  /// Opens the file to write at its end, and makes it where there is none; nil writes nothing.
  init(path: String?) throws(FileError) {
    self.path = path ?? ""
    guard let path else {
      descriptor = -1
      return
    }
    descriptor = try FileCalls.system.open(path, flags: O_WRONLY | O_CREAT | O_APPEND | O_NOCTTY, mode: 0o644)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes a line with the machine's time (RFC 3339 §5.6, in UTC); what cannot be written is left out.
  func write(_ text: String) {
    guard descriptor >= 0 else { return }
    let seconds = time(nil)
    let local = LocalTime(Instant(seconds: Int64(seconds)), offset: 0)
    let second = (local.second < 10 ? "0" : "") + String(local.second)
    let clean = TextCleaner(lines: .single).clean(text).string
    let line = Array("\(local.date)T\(local.clock):\(second)Z \(clean)\n".utf8)
    try? FileCalls.system.writeAll(line, to: descriptor, path: path)
  }
}
