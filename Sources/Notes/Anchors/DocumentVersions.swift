public import Agenda
public import Files

/// Texts of documents as they were when something was written about their paragraphs: `documents/<id>.version.md` and
/// so on in the user's folder.
///
/// With them a paragraph is found in a later text by all that stood around it. A note that was copied elsewhere finds it
/// by what the note itself keeps, and less surely.
public struct DocumentVersions: Sendable {
  /// Bytes of the longest text that is kept.
  private static let limit = 4 << 20
  /// Texts that are read of one document; nobody has more to do with.
  private static let mostTexts = 20

  private let folder: UserFolder
  private let calls: FileCalls

  public init(in folder: UserFolder) { self.init(in: folder, calls: .system) }

  init(in folder: UserFolder, calls: FileCalls) { (self.folder, self.calls) = (folder, calls) }

  /// Keeps a text, unless it is kept already.
  public func keep(_ text: String, of document: Document.ID) throws(FileError) {
    let bytes = Array(text.utf8)
    guard bytes.count <= DocumentVersions.limit else { return }
    try folder.make(calls)
    try Folder.make(folder.documents, calls: calls)
    _ = try DurableFile.keep(
      bytes, as: stem(of: document), ending: ".md", limit: DocumentVersions.limit, calls: calls)
  }

  /// The texts that are kept of a document, the oldest first; what cannot be read is left out.
  public func texts(of document: Document.ID) -> [String] {
    var texts: [String] = []
    for attempt in 1...DocumentVersions.mostTexts {
      let path = stem(of: document) + (attempt == 1 ? "" : "-\(attempt)") + ".md"
      guard let file = try? RegularFile.read(path, limit: DocumentVersions.limit) else { break }
      texts.append(file.bytes.withUnsafeBufferPointer { TextCleaner(lines: .multiple).clean(utf8: $0).string })
    }
    return texts
  }

  /// Paths of the texts that are kept of a document; nothing but a note on it needs them.
  func paths(of document: Document.ID) -> [String] {
    let name = Path.split(stem(of: document)).name
    return Folder.names(in: folder.documents).filter { file in
      guard file.hasPrefix(name), file.hasSuffix(".md") else { return false }
      let rest = file.dropFirst(name.utf8.count).dropLast(3)
      return rest.isEmpty || rest.hasPrefix("-") && Int(rest.dropFirst()) != nil
    }.sorted().map { "\(folder.documents)/\($0)" }
  }

  private func stem(of document: Document.ID) -> String { "\(folder.documents)/\(SafeName.of(document)).version" }
}
