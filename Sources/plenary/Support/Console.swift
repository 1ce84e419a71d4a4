import Agenda
import Files
import Glibc
import Interchange
import Messages

/// What the shell is told.
enum ExitStatus {
  static let success: Int32 = 0
  /// `plenary check` found errors, or there was nothing to write or show.
  static let problems: Int32 = 1
  /// The command line, the bundle or the terminal cannot be used.
  static let usage: Int32 = 2
}

/// Standard output and standard error, and the language in which they are spoken to.
struct Console: Sendable {
  /// The reader's languages as BCP 47 tags, best first: texts of a conference are chosen by them.
  let languages: [String]
  let messages: Messages

  /// - Parameter language: what `--language` asks for; nil looks at the environment.
  init(language: String?) {
    languages = Languages.wanted(asked: language, environment: Environment.value)
    messages = Messages(languages: languages, folder: Resources.locales)
  }

  /// Writes one line to standard error.
  ///
  /// What stands in it may come from anywhere, the names of files included, so it is cleaned.
  func complain(_ message: Message) {
    let line = "plenary: " + TextCleaner(lines: .single).clean(messages.text(message)).string + "\n"
    line.withCString { _ = Glibc.write(2, $0, strlen($0)) }
  }

  /// Writes a line to standard output.
  func say(_ line: String) { _ = write(Array(line.utf8) + [0x0A]) }

  /// Writes a whole file, or to standard output where no name or `-` is given; gives the exit status.
  func write(_ bytes: [UInt8], to output: String?) -> Int32 {
    guard let output, output != "-" else { return write(bytes) }
    // A limit on the size of files is then an error of a write, which is handled, and no longer a signal that kills.
    signal(SIGXFSZ, SIG_IGN)
    do throws(FileError) {
      try DurableFile(output, isPrivate: false).replace(with: bytes)
      return ExitStatus.success
    } catch {
      complain(.notWritten(output, error.reason))
      return ExitStatus.usage
    }
  }

  /// Writes to standard output; gives the exit status.
  func write(_ bytes: [UInt8]) -> Int32 {
    do throws(FileError) {
      try FileCalls.system.writeAll(bytes, to: 1, path: "-")
      return ExitStatus.success
    } catch {
      complain(.notWritten(Message("standard output"), error.reason))
      return ExitStatus.usage
    }
  }

  /// What a file is called in messages; of an address no more than may be told of it.
  static func name(ofFile path: String) -> Message {
    if let address = SourceAddress(path) { return .data(address.shown) }
    return path == "-" ? Message("standard input") : .data(cleaned(path))
  }

  /// The last part of a path, which says more in a short line than its beginning.
  static func shortName(ofFile path: String) -> Message {
    name(ofFile: SourceAddress(path) == nil ? path.split(separator: "/").last.map(String.init) ?? path : path)
  }

  /// A text from outside on one line, without what a terminal would obey.
  static func cleaned(_ text: String) -> String { TextCleaner(lines: .single).clean(text).string }
}
