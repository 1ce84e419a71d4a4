import Glibc
import Messages
import Support
import Testing

/// Catalogues of a test's own, compiled by msgfmt without its check, as a careless translator would.
final class CatalogueOfTest {
  private let temporary: TemporaryFolder
  var folder: String { temporary.path }

  /// - Parameter entries: the entries of each language, without the header.
  init(_ entries: [String: String]) throws {
    temporary = try TemporaryFolder()
    for (language, text) in entries {
      let plural = "nplurals=2; plural=n > 1;"
      let header =
        "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Plural-Forms: \(plural)\\n\"\n\n"
      let source = try temporary.write("\(language).po", header + text)
      let folder = temporary.folder("\(language)/LC_MESSAGES")
      let run = try ProgramRun("/usr/bin/msgfmt", ["-o", "\(folder)/plenary.mo", source], environment: [:])
      try #require(run.exit == .status(0), "\(run.errors)")
    }
  }

  func text(_ message: Message, in language: String = "fr") -> String {
    Messages(languages: [language], folder: folder).text(message)
  }
}
