/// What can be asked for on the command line, and what then happens.
struct Verb: Sendable {
  /// What is typed for it: one word, or two as in `notes add`.
  ///
  /// The verb without a name opens a bundle.
  let name: String
  /// Its options, beside the ones that every verb has.
  let options: [OptionName]
  /// How many words may follow it at the most.
  let limit: Int
  /// Does it and gives the exit status.
  let run: @MainActor (Options) throws(Options.Mistake) -> Int32

  /// Options of every verb.
  static let always: [OptionName] = [.help, .version]

  /// All verbs; the one without a name comes last.
  static let all: [Verb] =
    [
      CheckCommand.verb,
      Verb(name: "export", options: ExportRequest.options, limit: 1) { options throws(Options.Mistake) in
        export(try ExportRequest(options), bundle: options.words.first, now: options.now)
      },
      Verb(name: "kiosk", options: KioskRequest.options, limit: 1) { options throws(Options.Mistake) in
        kiosk(try KioskRequest(options), bundle: options.words.first, options)
      },
    ] + NotesCommand.verbs + [
      ImportCommand.verb, ListCommand.verb, opening,
    ]

  /// What most starts are, without the others.
  private static let opening = Verb(name: "", options: [.now, .theme, .ascii, .noMouse], limit: 1) { options in
    open(options.words.first, options)
  }

  /// The verb that these words begin with, the longest name first, and how many words its name has.
  static func named(by words: [String]) -> (verb: Verb, count: Int) {
    var found = (verb: opening, count: 0)
    if words.isEmpty { return found }
    for verb in all where !verb.name.isEmpty {
      let name = verb.name.split(separator: " ")
      if name.count > found.count, words.count >= name.count, zip(name, words).allSatisfy({ $0 == $1 }) {
        found = (verb, name.count)
      }
    }
    return found
  }

  func has(_ option: OptionName) -> Bool { options.contains(option) || Verb.always.contains(option) }
}
