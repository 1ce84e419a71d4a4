import Agenda
import Glibc

/// The program pandoc, which makes HTML of what word processors write: its Markdown has no tables with lists in a cell.
///
/// It runs in its sandbox, where it reads and fetches nothing but what it is given, in an empty folder, with memory and
/// time of our own bounds; pictures and macros of a document are not looked at.
package struct Pandoc {
  /// What a document is written in; the raw value is pandoc's name.
  package enum Format: String {
    case word = "docx"
    case openDocument = "odt"
  }

  /// Its path; nil where there is none.
  private let program: String?

  /// Seconds that it may take.
  private static let patience: Int64 = 10
  /// Bytes of the HTML.
  private static let limit = 16 << 20

  package init(environment: (String) -> String?) { program = OuterProgram.path("pandoc", environment: environment) }

  /// Without any: documents cannot be read.
  package static let missing = Pandoc { name in name == "PATH" ? "" : nil }

  /// The document as HTML.
  ///
  /// - Parameter proceed: asked several times a second; false stops.
  func html(
    of source: FileBytes, _ format: Format, proceed: () -> Bool
  ) throws(ImportFailure) -> String {
    guard let program else { throw ImportFailure(.file(.notConverted(.noProgram))) }
    var template = Array("\(Pandoc.temporaryFolder)/plenary-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Pandoc.notStarted(errno) }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { rmdir(folder) }
    guard let input = Pandoc.input(source, folder) else { throw Pandoc.notStarted(errno) }
    defer { close(input) }
    guard let output = OuterProgram.pipe() else { throw Pandoc.notStarted(errno) }
    defer { close(output.read) }
    guard let errors = OuterProgram.pipe() else {
      let code = errno
      close(output.write)
      throw Pandoc.notStarted(code)
    }
    defer { close(errors.read) }
    let arguments = [
      "--sandbox", "--from", format.rawValue, "--to", "html", "--wrap=none", "--track-changes=accept", "+RTS",
      "-M512M", "-RTS",
    ]
    let child = OuterProgram(program, arguments, [(input, 0), (output.write, 1), (errors.write, 2)], in: folder)
    let code = errno
    close(output.write)
    close(errors.write)
    guard let child else { throw Pandoc.notStarted(code) }
    let (text, said) = try Pandoc.read(output.read, errors.read, proceed) { child.end() }
    let status = child.wait()
    guard status == 0 else {
      let line = String(decoding: said, as: UTF8.self).split(separator: "\n").first.map {
        Excerpt.shown(String($0), limit: 200)
      }
      throw ImportFailure(.file(.notConverted(.refused(said: line, status: Int(status)))))
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static var temporaryFolder: String {
    guard let folder = getenv("TMPDIR").map({ String(cString: $0) }), folder.hasPrefix("/"), access(folder, W_OK) == 0
    else { return "/tmp" }
    return folder
  }

  private static func notStarted(_ code: Int32) -> ImportFailure {
    ImportFailure(.file(.notConverted(.notStarted(code))))
  }

  /// The document as a file that has no name any more, so that the folder is empty; -1 is never given.
  private static func input(_ source: FileBytes, _ folder: String) -> Int32? {
    let path = folder + "/input"
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    unlink(path)
    let isWritten = source.withBytes { bytes in
      var place = 0
      while place < bytes.count {
        let count = write(descriptor, bytes.baseAddress.map { $0 + place }, bytes.count - place)
        if count < 0, errno != EINTR { return false }
        place += max(count, 0)
      }
      return true
    }
    guard isWritten, lseek(descriptor, 0, SEEK_SET) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// What comes out of it until both ends are closed.
  private static func read(
    _ output: Int32, _ errors: Int32, _ proceed: () -> Bool, end: () -> Void
  ) throws(ImportFailure) -> (text: [UInt8], said: [UInt8]) {
    var text: [UInt8] = []
    var said: [UInt8] = []
    var entries = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let start = now
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while entries.contains(where: { $0.fd >= 0 }) {
      guard now - start < patience * 1_000 else {
        end()
        throw ImportFailure(.file(.notConverted(.tooSlow(seconds: Int(patience)))))
      }
      guard proceed() else {
        end()
        throw ImportFailure(.file(.cancelled))
      }
      guard poll(&entries, nfds_t(entries.count), 100) > 0 else { continue }
      for index in entries.indices where entries[index].fd >= 0 && entries[index].revents != 0 {
        let count = Glibc.read(entries[index].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { entries[index].fd = -1 }
        if index == 0, count > 0 { text += buffer[..<count] }
        if index == 1, count > 0, said.count < 4_096 { said += buffer[..<count] }
      }
      if text.count > limit {
        end()
        throw ImportFailure(.file(.notConverted(.tooLarge(limit: limit))))
      }
    }
    return (text, said)
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
