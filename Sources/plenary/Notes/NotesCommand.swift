import Agenda
import Files
import Glibc
import Notes

/// `plenary notes …`: notes for scripts, beside a running Plenary or without one.
enum NotesCommand {
  static let verbs = [
    Verb(name: "notes", options: [.bundle], limit: .max) { _ throws(Options.Mistake) in
      throw .incomplete(verb: "notes", expected: Wording.notesVerbs)
    },
    Verb(name: "notes list", options: [.bundle], limit: 0) { options in
      withShelf(options) { list($0) }
    },
    Verb(name: "notes show", options: [.bundle], limit: .max) { options throws(Options.Mistake) in
      try withSession("notes show", options) { show($0, in: $1) }
    },
    Verb(name: "notes path", options: [.bundle], limit: .max) { options throws(Options.Mistake) in
      try withSession("notes path", options) { path($0, in: $1) }
    },
    Verb(name: "notes add", options: [.bundle], limit: .max) { options throws(Options.Mistake) in
      guard options.words.count > 1 else {
        throw .incomplete(verb: "notes add", expected: Wording.sessionAndText)
      }
      return withShelf(options) { shelf in
        guard let subject = shelf.subject(options.words[0]) else { return ExitStatus.usage }
        return add(options.words.dropFirst().joined(separator: " "), to: subject, in: shelf)
      }
    },
    Verb(name: "notes report", options: ReportRequest.options, limit: 0) { options throws(Options.Mistake) in
      let request = try ReportRequest(options)
      return withShelf(options) { report(request, of: $0) }
    },
  ]

  private static func withShelf(_ options: Options, _ body: (NoteShelf) -> Int32) -> Int32 {
    NoteShelf(bundle: options.value(.bundle)).map(body) ?? ExitStatus.usage
  }

  private static func withSession(
    _ verb: String, _ options: Options, _ body: (NoteSubject, NoteShelf) -> Int32
  ) throws(Options.Mistake) -> Int32 {
    guard !options.words.isEmpty else { throw .incomplete(verb: verb, expected: Wording.session) }
    return withShelf(options) { shelf in
      shelf.subject(options.words.joined(separator: " ")).map { body($0, shelf) } ?? ExitStatus.usage
    }
  }

  private static func list(_ shelf: NoteShelf) -> Int32 {
    let (notes, isWhole) = shelf.notes()
    for note in notes where !note.text.isEmpty {
      say(Wording.listLine(note, about: shelf.subject(of: note.target), shelf))
    }
    if notes.isEmpty, isWhole { complain(Wording.noNotes) }
    return isWhole ? notes.isEmpty ? ExitStatus.problems : ExitStatus.success : ExitStatus.usage
  }

  /// As it is in its file; on a terminal, which would obey what stands in it, made safe.
  private static func show(_ subject: NoteSubject, in shelf: NoteShelf) -> Int32 {
    do throws(FileError) {
      guard var bytes = try shelf.files.bytes(of: subject.target) else {
        complain(Wording.noNote(subject))
        return ExitStatus.problems
      }
      if isatty(1) == 1, let note = try shelf.files.note(for: subject.target) { bytes = Array(note.text.utf8) }
      if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
      return writeOut(bytes)
    } catch {
      complain(Wording.fileError(error))
      return ExitStatus.usage
    }
  }

  private static func path(_ subject: NoteSubject, in shelf: NoteShelf) -> Int32 {
    do throws(FileError) {
      // Whoever asks is about to write there.
      try shelf.files.makeFolder()
      shelf.remember(subject)
      say(shelf.files.path(for: subject.target))
      return ExitStatus.success
    } catch {
      complain(Wording.fileError(error))
      return ExitStatus.usage
    }
  }

  private static func add(_ words: String, to subject: NoteSubject, in shelf: NoteShelf) -> Int32 {
    do throws(FileError) {
      let text = words == "-" ? try standardInput() : words
      guard text.contains(where: { !$0.isWhitespace }) else {
        complain(Wording.nothingToAdd)
        return ExitStatus.usage
      }
      signal(SIGXFSZ, SIG_IGN)
      let added = try NoteStore.add(text, to: subject.target, files: shelf.files, places: shelf.places)
      shelf.remember(subject)
      if case .inJournal(let path, let error) = added { complain(Wording.keptInJournal(path, error)) }
      return ExitStatus.success
    } catch {
      complain(Wording.notAdded(error))
      return ExitStatus.usage
    }
  }

  private static func standardInput() throws(FileError) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(call: "read", path: Wording.standardInput, errno: errno) }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
      guard bytes.count <= NoteFiles.limit else {
        throw .tooLarge(path: Wording.standardInput, bytes: bytes.count, limit: NoteFiles.limit)
      }
    }
  }

  private static func report(_ request: ReportRequest, of shelf: NoteShelf) -> Int32 {
    let (notes, isWhole) = shelf.notes()
    let report = shelf.report(
      of: notes, options: request.report, at: request.now?.instant(in: shelf.agenda.conference.zone))
    for sentence in report.leftOut { complain(sentence) }
    guard !report.isEmpty else {
      complain(Wording.nothingToReport)
      return isWhole ? ExitStatus.problems : ExitStatus.usage
    }
    let status = write(report.bytes(as: request.format), to: request.output)
    return isWhole ? status : ExitStatus.usage
  }

  private static func say(_ line: String) { _ = writeOut(Array(line.utf8) + [0x0A]) }
}
