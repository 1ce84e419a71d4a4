internal import Glibc
internal import Synchronization

/// The words of a language: puts messages into it.
///
/// English is in the code and opens no file. The other languages are looked up in
/// `<folder>/<language>/LC_MESSAGES/plenary.mo`, whatever locale the machine has; what a catalogue lacks, or has with
/// directives that are not the sentence's, is said in English.
public struct Messages: Hashable, Sendable {
  /// The language as a BCP 47 tag, `en`, `fr`, `pt-BR`.
  public let language: String
  /// Where the catalogues are; nil for English.
  private let folder: String?

  public static let english = Messages("en", nil)

  private init(_ language: String, _ folder: String?) { (self.language, self.folder) = (language, folder) }

  /// The first of some languages that there is a catalogue for, each with or without its region; English where none is
  /// left or English comes first.
  ///
  /// - Parameter languages: BCP 47 tags, best first, as `Languages.wanted` gives them.
  /// - Parameter folder: the folder of catalogues; nil where there is none.
  public init(languages: [String], folder: String?) {
    guard let folder else {
      self = .english
      return
    }
    for wanted in languages {
      // `fr-CA`, then `fr`.
      for tag in [wanted, String(wanted.prefix { $0 != "-" })] {
        if tag == "en" {
          self = .english
          return
        }
        guard Messages.isCatalogue(of: tag, in: folder) else { continue }
        self.init(tag, folder)
        return
      }
    }
    self = .english
  }

  /// The languages that there are in a folder of catalogues, English first; English alone where there is none.
  public static func languages(in folder: String?) -> [String] {
    guard let folder, let stream = opendir(folder) else { return ["en"] }
    defer { closedir(stream) }
    var tags: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let tag = String(name.map { $0 == "_" ? "-" : $0 })
      if isCatalogue(of: tag, in: folder) { tags.append(tag) }
    }
    return ["en"] + tags.sorted()
  }

  /// A message in this language.
  public func text(_ message: Message) -> String { text(message) { $0 } }

  /// A message in this language, and what is made of every text that goes into it.
  public func text(_ message: Message, setting: (String) -> String) -> String {
    let english: Message.Key
    switch message.words {
    case .data(let text): return text
    case .one(let key): english = key
    case .counted(let one, let other, let count): english = count == 1 ? one : other
    }
    if let pattern = translation(of: message),
      let text = MessageFormat.text(pattern, message.arguments, in: self, setting)
    {
      return text
    }
    if message.arguments.isEmpty, !english.bytes.contains(UInt8(ascii: "%")) { return english.string }
    guard let text = MessageFormat.text(Array(english.bytes), message.arguments, in: self, setting) else {
      preconditionFailure("the directives of a message do not fit its arguments: \(english.string)")
    }
    return text
  }

  // Looking up

  private static let domain = "plenary"

  /// The catalogues that were read, by their path: each is read once; nil is one that cannot be.
  private static let read = Mutex<[String: CompiledCatalogue?]>([:])

  /// The bytes of the catalogue's pattern; nil where it has none.
  private func translation(of message: Message) -> [UInt8]? {
    guard let folder else { return nil }
    let path = Messages.path(of: language, in: folder)
    let catalogue = Messages.read.withLock { read -> CompiledCatalogue? in
      if let known = read[path] { return known }
      let catalogue = CompiledCatalogue(path: path)
      read[path] = .some(catalogue)
      return catalogue
    }
    let (key, count) = message.key
    return key.flatMap { catalogue?.translation(of: $0, count: count) }.map { Array($0) }
  }

  /// `pt-BR` as gettext's folders have it, `pt_BR`.
  private static func localeName(_ tag: String) -> String { String(tag.map { $0 == "-" ? "_" : $0 }) }

  private static func isCatalogue(of language: String, in folder: String) -> Bool {
    // A tag comes from outside: it never leads elsewhere.
    guard !language.isEmpty, language.utf8.allSatisfy({ isalnum(Int32($0)) != 0 || $0 == UInt8(ascii: "-") }) else {
      return false
    }
    return access(path(of: language, in: folder), R_OK) == 0
  }

  private static func path(of language: String, in folder: String) -> String {
    "\(folder)/\(localeName(language))/LC_MESSAGES/\(domain).mo"
  }
}

extension Message {
  /// The key as a catalogue has it, context and words joined by U+0004, and what chooses the plural form; nil for data.
  fileprivate var key: (key: [UInt8]?, count: Int?) {
    switch words {
    case .data: (nil, nil)
    case .one(let key): (context.map { Array($0.bytes) + [4] + Array(key.bytes) } ?? Array(key.bytes), nil)
    case .counted(let one, _, let count): (Array(one.bytes), count)
    }
  }
}
