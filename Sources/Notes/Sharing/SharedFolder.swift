public import Agenda
public import Files
import Glibc
import JSON

/// A folder in which several authors lay their notes on one conference, each in a folder of their own.
///
///     <folder>/<conference>/<author>-<number>/session-opening.md
///
/// Every file has one writer, so that git, Syncthing, a network drive or a stick carries them without ever making a
/// conflict. What colleagues have laid there is never trusted: links are not followed, only regular files are read, each up
/// to the limit of a note, and nothing of theirs is ever changed.
public struct SharedFolder: Sendable {
  /// Authors and notes that are read at most: more is no group of rapporteurs.
  static let mostAuthors = 200
  static let mostNotes = 2_000
  private static let authorFile = "author.json"
  private static let authorLimit = 1 << 16
  private static let forgottenFile = "forgotten.json"
  private static let forgottenLimit = 1 << 20

  /// Of the conference in the shared folder.
  public let path: String
  private let author: Author
  private let calls: FileCalls

  public init(_ folder: String, conference id: String, author: Author) {
    self.init(folder, conference: id, author: author, calls: .system)
  }

  init(_ folder: String, conference id: String, author: Author, calls: FileCalls) {
    path = "\(folder)/\(SafeName.of(id))"
    (self.author, self.calls) = (author, calls)
  }

  /// The author's own folder; it keeps its name when the author takes another.
  public var own: String {
    let suffix = "-" + author.number
    let known = Folder.names(in: path).filter { $0.hasSuffix(suffix) && Folder.isReal("\(path)/\($0)") }.min()
    return "\(path)/\(known ?? author.folderName)"
  }

  /// The folders to look at for changes: that of the conference, and those of the colleagues.
  public var watched: [String] { [path] + authorFolders }

  // MARK: - One's own notes

  /// Lays one's own notes there, and takes away what is not among them any more; gives what could not be done.
  ///
  /// A file that holds the same already is not touched.
  /// - Parameters:
  ///   - notes: the bytes of each note that may be laid there.
  ///   - marks: what was forgotten, which colleagues are told so that what their machines carry back is shown to nobody.
  public func lay(_ notes: [Subject: [UInt8]], forgotten marks: ForgottenMarks? = nil) -> [FileError] {
    var problems: [FileError] = []
    func attempt(_ body: () throws(FileError) -> Void) {
      do throws(FileError) { try body() } catch { problems.append(error) }
    }
    let own = own
    do throws(FileError) {
      try Folder.make(own, isPrivate: false, calls: calls)
      // Somebody else may have put a link in its place.
      guard Folder.isReal(own) else { throw .notARegularFile(path: own) }
    } catch {
      return [error]
    }
    attempt { () throws(FileError) in try lay(AuthorFormat.bytes(author), at: "\(own)/\(SharedFolder.authorFile)") }
    // Before anything new: it is the new that is younger.
    attempt { () throws(FileError) in try layMarks(marks?.all ?? [:]) }
    var wanted: Set<String> = [SharedFolder.authorFile]
    for (subject, bytes) in notes {
      let name = NoteName.of(subject)
      wanted.insert(name)
      attempt { () throws(FileError) in try lay(bytes, at: "\(own)/\(name)") }
    }
    for name in Folder.names(in: own) where !wanted.contains(name) && NoteName.subject(ofOwnFile: name) != nil {
      attempt { () throws(FileError) in try FileCalls.check("unlink", name, calls.unlink("\(own)/\(name)")) }
    }
    return problems
  }

  private func layMarks(_ marks: [Subject: ForgottenMark]) throws(FileError) {
    let path = "\(own)/\(SharedFolder.forgottenFile)"
    if !marks.isEmpty { try lay(SharedMarks.bytes(marks), at: path) }
  }

  /// Takes a forgotten note out of one's own folder, with what other programs have copied there of it, and lays the mark.
  ///
  /// Gives the paths of what is gone, and what could not be done.
  func forget(_ target: Subject, known: [Subject], marks: ForgottenMarks) -> (removed: [String], problems: [FileError])
  {
    let own = own
    guard Folder.isReal(own) else { return ([], []) }
    var (removed, problems): ([String], [FileError]) = ([], [])
    func attempt(_ body: () throws(FileError) -> Void) {
      do throws(FileError) { try body() } catch { problems.append(error) }
    }
    attempt { () throws(FileError) in try layMarks(marks.all) }
    let copies = CopyNames(known + [target])
    for name in Folder.names(in: own).sorted()
    where name == NoteName.of(target) || copies.original(ofFile: name) == target {
      let path = "\(own)/\(name)"
      attempt { () throws(FileError) in
        try FileCalls.check("unlink", path, calls.unlink(path))
        removed.append(path)
      }
    }
    TemporaryName.sweep(own, calls: calls)
    if !removed.isEmpty { attempt { () throws(FileError) in try calls.syncFolder(own) } }
    return (removed, problems)
  }

  private func lay(_ bytes: [UInt8], at path: String) throws(FileError) {
    let old = try RegularFile.read(path, limit: NoteFiles.limit, followsLinks: false)
    if old?.bytes != bytes { try DurableFile(path, isPrivate: false, calls: calls).replace(with: bytes) }
  }

  // MARK: - The colleagues'

  /// What the colleagues have laid there, by author; what cannot be read is a problem and hides nothing else.
  public func colleagues() -> (notes: [NoteText], problems: [FileError]) {
    SharedFolder.notes(of: authorFolders)
  }

  private var authorFolders: [String] {
    let suffix = "-" + author.number
    return SharedFolder.authorFolders(in: path).filter { !$0.hasSuffix(suffix) }
  }

  private static func authorFolders(in path: String) -> [String] {
    let names = Folder.names(in: path).filter { !$0.hasPrefix(".") }.sorted()
    return names.prefix(mostAuthors).map { "\(path)/\($0)" }.filter(Folder.isReal)
  }

  /// All notes that lie in a folder: a shared one, the one of a conference in it, or that of one author.
  public static func notes(
    gatheredFrom folder: String, conference id: String
  ) -> (notes: [NoteText], problems: [FileError]) {
    let places = ["\(folder)/\(SafeName.of(id))", folder].filter(Folder.isReal)
    guard let place = places.first else { return ([], [.system(call: "opendir", path: folder, errno: ENOENT)]) }
    let isOneAuthor = Folder.names(in: place).contains { NoteName.subject(ofOwnFile: $0) != nil }
    return notes(of: isOneAuthor ? [place] : authorFolders(in: place))
  }

  private static func notes(of folders: [String]) -> (notes: [NoteText], problems: [FileError]) {
    var found: [NoteText] = []
    var problems: [FileError] = []
    let authors = folders.map(author)
    for (folder, author) in zip(folders, authors) {
      let hasTwin = authors.count { $0.name == author.name } > 1
      let name = hasTwin ? "\(author.name) (\(author.number.prefix(4)))" : author.name
      let marks = SharedMarks(in: folder, limit: forgottenLimit, file: forgottenFile)
      for file in Folder.names(in: folder).sorted() {
        guard let subject = NoteName.subject(ofOwnFile: file), found.count < mostNotes else { continue }
        let path = "\(folder)/\(file)"
        do throws(FileError) {
          guard let read = try RegularFile.read(path, limit: NoteFiles.limit, followsLinks: false),
            !marks.hides(file, subject, modified: read.identity.seconds)
          else { continue }
          var note = NoteFiles.text(
            of: subject, bytes: read.bytes, modified: Instant(seconds: Int64(read.identity.seconds)), path: path)
          note.author = name
          found.append(note)
        } catch {
          problems.append(error)
        }
      }
    }
    return (found, problems)
  }

  /// Who writes into a folder: what its `author.json` says, else what it is called.
  private static func author(_ folder: String) -> Author {
    let file = try? RegularFile.read("\(folder)/\(authorFile)", limit: authorLimit, followsLinks: false)
    let name = Path.split(folder).name
    let parts = name.split(separator: "-")
    let number = parts.last.flatMap { Author.isNumber($0) ? String($0) : nil }
    if let author = file.flatMap(\.self).flatMap({ AuthorFormat.author($0.bytes) }), !author.name.isEmpty {
      return author
    }
    let plain = number == nil ? name : parts.dropLast().joined(separator: "-")
    return Author(name: SafeName.identifier(of: plain) ?? plain, number: number ?? "00000000")
  }
}

/// Where one's own notes on a conference are shared: `sharing.json` in the user's folder.
public struct Sharing: Equatable, Sendable {
  /// Absolute.
  public var folder: String
  public var includesOffTheRecord: Bool

  public init(folder: String, includesOffTheRecord: Bool) {
    (self.folder, self.includesOffTheRecord) = (folder, includesOffTheRecord)
  }
}

/// What is remembered of sharing as JSON, format version 1: `{"format": "plenary-sharing", "formatVersion": 1, "folder",
/// "includesOffTheRecord"}`.
public struct SharingFile: Sendable {
  private static let limit = 1 << 16
  private static let name = "plenary-sharing"

  private let folder: UserFolder
  private let calls: FileCalls

  public init(in folder: UserFolder) { self.init(in: folder, calls: .system) }

  init(in folder: UserFolder, calls: FileCalls) { (self.folder, self.calls) = (folder, calls) }

  /// Nil where nothing is shared, or what is there cannot be understood: then nothing leaves the machine.
  public func load() -> Sharing? {
    let file = (try? RegularFile.read(folder.sharing, limit: SharingFile.limit)).flatMap(\.self)
    guard let file, let json = JSONTree(strict: file.bytes), json["format"]?.string == SharingFile.name,
      let path = json["folder"]?.string, path.hasPrefix("/")
    else { return nil }
    return Sharing(folder: path, includesOffTheRecord: json["includesOffTheRecord"] == .boolean(true))
  }

  /// Remembers where notes are shared; nil ends it.
  public func save(_ sharing: Sharing?) throws(FileError) {
    try folder.make(calls)
    guard let sharing else {
      guard calls.unlink(folder.sharing) == 0 || errno == ENOENT else {
        throw .system(call: "unlink", path: folder.sharing, errno: errno)
      }
      return
    }
    let json = JSONTree.object([
      "format": .string(SharingFile.name), "formatVersion": .number(1), "folder": .string(sharing.folder),
      "includesOffTheRecord": .boolean(sharing.includesOffTheRecord),
    ])
    try DurableFile(folder.sharing, calls: calls).replace(with: json.bytes())
  }
}
