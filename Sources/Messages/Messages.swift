internal import CGettext
internal import Glibc
internal import Synchronization

/// The words of a language: puts messages into it.
///
/// English is in the code and opens no file. The other languages are looked up by the C library's gettext in
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

  /// A language and the folder of its catalogue; English where that is missing.
  public init(language: String, folder: String?) {
    guard let folder, language != "en", !language.hasPrefix("en-"), Messages.isCatalogue(of: language, in: folder)
    else {
      self = .english
      return
    }
    self.init(language, folder)
  }

  /// A message in this language.
  public func text(_ message: Message) -> String {
    let english: Message.Key
    switch message.words {
    case .data(let text): return text
    case .one(let key): english = key
    case .counted(let one, let other, let count): english = count == 1 ? one : other
    }
    if let pattern = translation(of: message),
      let text = MessageFormat.text(pattern, message.arguments, in: self)
    {
      return text
    }
    if message.arguments.isEmpty, !english.bytes.contains(UInt8(ascii: "%")) { return english.string }
    guard let text = MessageFormat.text(Array(english.bytes), message.arguments, in: self) else {
      preconditionFailure("the directives of a message do not fit its arguments: \(english.string)")
    }
    return text
  }

  // Looking up

  private static let domain = "plenary"

  /// What gettext was told last: the language is a variable of the environment and the folder one of the process.
  private struct Bound {
    var locale: locale_t?
    var language = ""
    var folder = ""
  }

  private static let bound = Mutex(Bound())

  /// The bytes of the catalogue's pattern; nil where it has none.
  private func translation(of message: Message) -> [UInt8]? {
    guard let folder else { return nil }
    return Messages.bound.withLock { bound in
      if bound.locale == nil { bound.locale = plenary_gettext_locale() }
      guard let locale = bound.locale else { return nil }
      if bound.language != language || bound.folder != folder {
        bindtextdomain(Messages.domain, folder)
        bind_textdomain_codeset(Messages.domain, "UTF-8")
        setenv("LANGUAGE", Messages.localeName(language), 1)
        plenary_gettext_forget()
        (bound.language, bound.folder) = (language, folder)
      }
      return message.withKeys { one, other, count in
        guard let found = plenary_gettext(locale, Messages.domain, one, other, count), found != one, found != other
        else { return nil }
        return Array(UnsafeRawBufferPointer(start: found, count: strlen(found)))
      }
    }
  }

  /// `pt-BR` as gettext's folders have it, `pt_BR`.
  private static func localeName(_ tag: String) -> String { String(tag.map { $0 == "-" ? "_" : $0 }) }

  private static func isCatalogue(of language: String, in folder: String) -> Bool {
    // A tag comes from outside: it never leads elsewhere.
    guard !language.isEmpty, language.utf8.allSatisfy({ isalnum(Int32($0)) != 0 || $0 == UInt8(ascii: "-") }) else {
      return false
    }
    return access("\(folder)/\(localeName(language))/LC_MESSAGES/\(domain).mo", R_OK) == 0
  }
}

extension Message {
  /// The keys as gettext wants them, context and words joined by U+0004, and the count; called for what is no data.
  fileprivate func withKeys<Result>(
    _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>?, UInt) -> Result?
  ) -> Result? {
    func pointer(_ key: Key) -> UnsafePointer<CChar> { UnsafeRawPointer(key.start).assumingMemoryBound(to: CChar.self) }
    switch words {
    case .data: return nil
    case .one(let key):
      guard let context else { return body(pointer(key), nil, 0) }
      let joined = Array(context.bytes) + [4] + Array(key.bytes) + [0]
      return joined.withUnsafeBytes { bytes in
        bytes.assumingMemoryBound(to: CChar.self).baseAddress.flatMap { body($0, nil, 0) }
      }
    case .counted(let one, let other, let count):
      return body(pointer(one), pointer(other), UInt(count.magnitude))
    }
  }
}
