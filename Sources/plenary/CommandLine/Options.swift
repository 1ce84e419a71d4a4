import CPosix
import Glibc
import Interface

/// The command line, taken apart and held against the table of verbs.
struct Options: Sendable {
  enum Mistake: Error, Equatable {
    case unknownOption(String)
    case missingValue(String)
    case badValue(option: String, value: String, expected: String)
    /// More words than the verb takes: the first that is too many.
    case tooManyArguments(String, verb: String)
    /// An option that others have, but not this verb.
    case notForVerb(String, verb: String, owners: [String])
    /// Fewer words than the verb needs, or not the right ones: what it expects, in words.
    case incomplete(verb: String, expected: String)
  }

  let verb: Verb
  /// What follows the verb, options left out.
  let words: [String]
  /// As it was typed; the venue's zone is known only once the bundle is open.
  let now: SimulatedTime?
  /// Nil looks at the environment.
  let theme: Theme.Name?
  private let given: [Given]

  /// An option as it stood on the command line.
  private struct Given: Sendable {
    let name: OptionName
    let value: String
  }

  /// Reads the words of the process, the program's own name first; getopt may put them into another order.
  init(count: Int32, words vector: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) throws(Mistake) {
    let (given, rest) = try Options.read(count, vector)
    let (verb, count) = Verb.named(by: rest)
    (self.given, self.verb, words) = (given, verb, Array(rest.dropFirst(count)))
    // Help and version are given whatever else stands there.
    guard !given.contains(where: { $0.name == .help || $0.name == .version }) else {
      (now, theme) = (nil, nil)
      return
    }
    for option in given where !verb.has(option.name) {
      let owners = Verb.all.filter { $0.options.contains(option.name) }.map(\.name)
      throw .notForVerb("--\(option.name.word)", verb: verb.name, owners: owners)
    }
    guard words.count <= verb.limit else { throw .tooManyArguments(words[verb.limit], verb: verb.name) }
    now = try Options.parsed(.now, in: given, expected: Wording.timeExpected) { SimulatedTime($0) }
    theme = try Options.parsed(.theme, in: given, expected: Wording.themes) { Theme.Name(rawValue: $0) }
  }

  func has(_ name: OptionName) -> Bool { given.contains { $0.name == name } }

  /// The value of an option; of one that is given twice, the last.
  func value(_ name: OptionName) -> String? { given.last { $0.name == name }?.value }

  /// The value of an option, read by its verb; nil where it is not given.
  func value<Value>(
    _ name: OptionName, expected: @autoclosure () -> String, _ read: (String) -> Value?
  ) throws(Mistake) -> Value? {
    try Options.parsed(name, in: given, expected: expected(), read)
  }

  private static func parsed<Value>(
    _ name: OptionName, in given: [Given], expected: @autoclosure () -> String, _ read: (String) -> Value?
  ) throws(Mistake) -> Value? {
    guard let text = given.last(where: { $0.name == name })?.value else { return nil }
    guard let value = read(text) else { throw .badValue(option: "--\(name.word)", value: text, expected: expected()) }
    return value
  }

  /// Reads the options with getopt_long (POSIX.1-2017 §12.2 and GNU's long ones) and gives what else there is.
  private static func read(
    _ count: Int32, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  ) throws(Mistake) -> (given: [Given], rest: [String]) {
    // Every start comes here: without a word there is nothing to make a table for.
    if count < 2 { return ([], []) }
    plenary_getopt_quiet()
    let table =
      OptionName.allCases.map { name in
        option(
          name: UnsafeRawPointer(name.word.utf8Start).assumingMemoryBound(to: CChar.self),
          has_arg: name.hasValue ? 1 : 0, flag: nil, val: name.rawValue)
      } + [option(name: nil, has_arg: 0, flag: nil, val: 0)]
    let letters = OptionName.letters
    var given: [Given] = []
    while true {
      let letter = getopt_long(count, words, letters, table, nil)
      if letter == -1 { break }
      guard letter != Int32(UInt8(ascii: ":")) else { throw .missingValue(lastRead(count, words)) }
      guard let name = OptionName(rawValue: letter) else { throw .unknownOption(lastRead(count, words)) }
      given.append(Given(name: name, value: plenary_optarg().map { String(cString: $0) } ?? ""))
    }
    var rest: [String] = []
    for index in Int(plenary_optind())..<max(Int(plenary_optind()), Int(count)) {
      if let word = words[index] { rest.append(String(cString: word)) }
    }
    return (given, rest)
  }

  /// What a mistake in the option that was just read is called: a letter among others by itself, a long one whole.
  private static func lastRead(
    _ count: Int32, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  ) -> String {
    let index = Int(plenary_optind()) - 1
    let word = index > 0 && index < Int(count) ? words[index].map { String(cString: $0) } ?? "" : ""
    guard !word.hasPrefix("--"), let letter = UInt8(exactly: plenary_optopt()), letter > 0 else { return word }
    return "-\(Character(UnicodeScalar(letter)))"
  }
}

extension Options {
  /// Draw with ASCII characters only.
  var isASCII: Bool { has(.ascii) }
  var hasMouse: Bool { !has(.noMouse) }
}
