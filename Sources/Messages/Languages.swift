/// Which languages a reader wants.
public enum Languages {
  /// The wanted languages as BCP 47 tags, best first; `en` alone where nothing names one.
  ///
  /// The one that was asked for (`--language`) comes first. Then LANGUAGE, a list with colons, and the locale of messages,
  /// which is the first of LC_ALL, LC_MESSAGES and LANG that says something, whether or not the machine has it. A locale
  /// `C` or `POSIX` that is asked for by name wants English, whatever LANGUAGE says (GNU gettext manual, "The LANGUAGE
  /// variable"); `C.UTF-8` names no language and forbids none.
  public static func wanted(asked: String? = nil, environment: (String) -> String?) -> [String] {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    let locale = value("LC_ALL") ?? value("LC_MESSAGES") ?? value("LANG")
    var tags: [String] = []
    func add(_ name: some StringProtocol) {
      if let tag = tag(name), !tags.contains(tag) { tags.append(tag) }
    }
    if let asked { add(asked) }
    if locale != "C", locale != "POSIX" {
      (value("LANGUAGE") ?? "").split(separator: ":").forEach(add)
      add(locale ?? "")
    }
    return tags.isEmpty ? ["en"] : tags
  }

  /// `fr_CA.UTF-8@euro` as `fr-CA`; nil for C and POSIX, which are no languages.
  private static func tag(_ locale: some StringProtocol) -> String? {
    let name = locale.prefix { $0 != "." && $0 != "@" }
    guard !name.isEmpty, name != "C", name != "POSIX" else { return nil }
    return String(name.map { $0 == "_" ? "-" : $0 })
  }
}
