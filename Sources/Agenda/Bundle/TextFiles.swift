import JSON
import Markup

/// The text files of a bundle, each read once, with its translations beside it.
final class TextFiles {
  /// Every file that was read, relative to the bundle.
  private(set) var files: [String] = []
  /// The language of files that have none in their name.
  var language = ""

  private let folder: BundleFolder
  private let limits: BundleReader.Limits
  private var known: [String: Result<[Text.Variant], FileFailure>] = [:]
  /// For each folder that was looked into, the translations there by the path that they translate.
  private var translations: [String: [String: [Translation]]] = [:]
  /// Bytes that texts were given, each file as often as it was named: what the catalogue will have to hold.
  private var given = 0

  private struct Translation {
    var language: String
    var path: String
  }

  init(folder: consuming BundleFolder, limits: BundleReader.Limits) {
    self.folder = folder
    self.limits = limits
  }

  /// The text at a path, with `name.fr.md` beside `name.md` as its French variant; nil, with a problem, where it
  /// cannot be read.
  func text(at path: String, namedBy value: JSONValue, log: ProblemLog) -> Text? {
    let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    let isFull = given >= limits.allTextFiles
    let result =
      isFull
      ? .failure(.tooMuchText(limit: limits.allTextFiles))
      : known[path] ?? readAll(path, namedBy: value, log: log)
    known[path] = result
    switch result {
    case .failure(let failure):
      log.report(.file(.notRead(value.excerpt, failure)), at: value)
      return nil
    case .success(let variants):
      given += variants.reduce(0) { $0 + $1.string.utf8.count }
      guard given <= limits.allTextFiles else {
        log.report(.file(.notRead(value.excerpt, .tooMuchText(limit: limits.allTextFiles))), at: value)
        return nil
      }
      return Text(variants: variants)
    }
  }

  private func readAll(
    _ path: String, namedBy value: JSONValue, log: ProblemLog
  ) -> Result<[Text.Variant], FileFailure> {
    do throws(FileFailure) {
      var variants = [Text.Variant(language: language, string: try read(path, namedBy: value, log: log))]
      for translation in self.translations(of: path) {
        do throws(FileFailure) {
          let string = try read(translation.path, namedBy: value, log: log)
          variants.append(Text.Variant(language: translation.language, string: string))
        } catch {
          log.report(.file(.notRead(Excerpt.shown(translation.path), error)), at: value)
        }
      }
      return .success(variants)
    } catch {
      return .failure(error)
    }
  }

  private func read(_ path: String, namedBy value: JSONValue, log: ProblemLog) throws(FileFailure) -> String {
    let bytes = try folder.read(path, limit: limits.textFile)
    files.append(path)
    let name = Excerpt.shown(path)
    if let encoding = bytes.withBytes(OtherEncoding.guess) { throw .encoding(encoding) }
    let mark = bytes.byteOrderMarkLength
    let (string, finding, line) = bytes.withBytes { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[mark...])
      let (string, finding) = TextCleaner(lines: .multiple).clean(utf8: text)
      return (string, finding, finding.offset.map { LineStarts(text).line(at: $0) })
    }
    if let line {
      if finding.hasInvalidUTF8 { log.report(.value(.invalidUTF8), inFile: name, line: line, namedAt: value) }
      if let hidden = finding.firstHidden {
        log.report(
          .value(.hiddenCharacters(hidden, count: finding.hiddenCount)), inFile: name, line: line,
          namedAt: value)
      }
    }
    let (visible, found) = HTMLEntities.withoutHidden(string)
    if let found {
      let line = 1 + string.utf8.prefix(found.offset).count { $0 == 0x0A }
      log.report(
        .value(.hiddenCharacters(found.first, count: found.count)), inFile: name, line: line, namedAt: value)
    }
    return visible
  }

  private func translations(of path: String) -> [Translation] {
    let folderEnd = path.lastIndex(of: "/")
    let folderPath = folderEnd.map { String(path[..<$0]) } ?? ""
    let prefix = folderEnd.map { String(path[...$0]) } ?? ""
    let found = translations[folderPath] ?? translations(in: folderPath, prefix: prefix)
    translations[folderPath] = found
    return found[path] ?? []
  }

  private func translations(in folderPath: String, prefix: String) -> [String: [Translation]] {
    var found: [String: [Translation]] = [:]
    for name in folder.names(in: folderPath) {
      // name.fr.md: what is before the tag and what is behind it make the name of the text itself.
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count >= 3, let suffix = parts.last else { continue }
      let tag = String(parts[parts.count - 2])
      guard LanguageTag.isWellFormed(tag) else { continue }
      let base = parts.dropLast(2).joined(separator: ".") + "." + suffix
      found[prefix + base, default: []].append(Translation(language: tag, path: prefix + name))
    }
    return found
  }
}
