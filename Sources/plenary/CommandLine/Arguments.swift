import CPosix
import Glibc
import Interchange
import Messages

/// What is wrong with a command line.
enum UsageError: Error {
  case unknownOption(String)
  case missingValue(String)
  case badValue(option: String, value: String, expected: Message)
  /// More words than the verb takes: the first that is too many.
  case tooManyOperands(String, verb: String)
  /// An option that others have, but not this verb.
  case notForVerb(String, verb: String, owners: [String])
  /// Fewer words than the verb needs.
  case incomplete(verb: String, expected: Message)
  /// An address where only a bundle or a file can be read.
  case address(SourceAddress, verb: String)
  /// A word that others follow, and which they are.
  case noSuchVerb(after: String, words: [String])

  var message: Message {
    switch self {
    case .unknownOption(let word): Message("unknown option %s; plenary --help lists the options", word)
    case .missingValue(let word): Message("%s needs a value; plenary --help lists the options", word)
    case .badValue(let option, let value, let expected):
      Message("%s: found \"%s\", expected %s", option, value, expected)
    case .notForVerb(let word, "", let owners):
      Message(
        "%s is an option of %s: plenary %s %s", word, owners.joined(separator: ", "), owners.first ?? "", word)
    case .notForVerb(let word, let verb, _):
      Message("%s is not an option of %s; plenary --help lists the options", word, verb)
    case .incomplete(let verb, let expected):
      Message("plenary %s needs %s; plenary --help tells more", verb, expected)
    case .noSuchVerb(let group, let words):
      Message(
        "plenary %s needs one of %s and %s; plenary --help tells more", group,
        words.dropLast().joined(separator: ", "), words.last ?? "")
    case .address(let address, let verb):
      Message(
        "found the address %s, expected a bundle or a file for plenary %s; plenary import fetches it", address.shown,
        verb)
    case .tooManyOperands(let word, ""):
      Message("found one word too many for plenary, \"%s\"; plenary --help tells what it takes", word)
    case .tooManyOperands(let word, let verb):
      Message("found one word too many for plenary %s, \"%s\"; plenary --help tells what it takes", verb, word)
    }
  }
}

/// The command line, taken apart into options and operands, as POSIX calls what follows the verb.
struct Arguments: Sendable {
  /// The options in the order of the command line, each with its value, or an empty text.
  private let given: [(name: String, value: String)]
  /// What is no option: the verb's words, and its operands.
  private(set) var operands: [String]

  /// Reads the words of the process, the program's own name first; getopt may put them into another order.
  ///
  /// - Parameter options: all that any verb has.
  init(
    count: Int32, words vector: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, options: [OptionRow]
  ) throws(UsageError) {
    (given, operands) = try Arguments.read(count, vector, options)
  }

  func has(_ flag: Option<Bool>) -> Bool { given.contains { $0.name == flag.row.name } }

  /// The value of an option, of one that is given twice the last; nil where it is not given.
  func value<Value>(_ option: Option<Value>) -> Value? {
    given.last { $0.name == option.row.name }.flatMap { option.parse($0.value) }
  }

  /// The values of an option that may be given several times, in their order.
  func values<Value>(_ option: Option<Value>) -> [Value] {
    given.filter { $0.name == option.row.name }.compactMap { option.parse($0.value) }
  }

  /// Finds the verb, takes its name away from the operands, and holds the rest against its row.
  mutating func verb(in table: VerbTable) throws(UsageError) -> Verb {
    let (verb, count) = table.named(by: operands)
    operands.removeFirst(count)
    // Help and version are given whatever else stands there.
    if has(CommonOption.help) || has(CommonOption.version) { return verb }
    let rows = verb.options + CommonOption.rows
    for (name, value) in given {
      guard let row = rows.first(where: { $0.name == name }) else {
        let owners = table.verbs.filter { $0.options.contains { $0.name == name } }.map(\.name)
        throw .notForVerb("--\(name)", verb: verb.name, owners: owners)
      }
      guard row.accepts(value) else { throw .badValue(option: "--\(name)", value: value, expected: row.expected) }
    }
    guard verb.run != nil else { throw .noSuchVerb(after: verb.name, words: table.words(after: verb.name)) }
    guard operands.count <= verb.count.upperBound else {
      let word = operands[verb.count.upperBound]
      throw .tooManyOperands(SourceAddress(word)?.shown ?? word, verb: verb.name)
    }
    let named = given.filter { $0.name == "bundle" }.map(\.value) + (verb.readsFilesOnly ? operands : [])
    if let address = named.lazy.compactMap({ SourceAddress($0) }).first { throw .address(address, verb: verb.name) }
    guard operands.count >= verb.count.lowerBound else {
      throw .incomplete(verb: verb.name, expected: verb.expected)
    }
    return verb
  }

  /// Reads the options with getopt_long (POSIX.1-2017 §12.2 and GNU's long ones) and gives what else there is.
  private static func read(
    _ count: Int32, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, _ options: [OptionRow]
  ) throws(UsageError) -> (given: [(name: String, value: String)], rest: [String]) {
    plenary_getopt_quiet()
    // What getopt gives for an option: its letter, or a number that no letter has.
    let numbers = options.enumerated().map { $1.letter?.asciiValue.map(Int32.init) ?? 256 + Int32($0) }
    // The colon at the start asks it to be quiet.
    let letters =
      ":" + options.compactMap { row in row.letter.map { "\($0)\(row.hasValue ? ":" : "")" } }.joined()
    // getopt keeps the pointers only until it has answered.
    let names = options.map { strdup($0.name) }
    defer { names.forEach { free($0) } }
    var table = options.indices.map {
      option(name: names[$0], has_arg: options[$0].hasValue ? 1 : 0, flag: nil, val: numbers[$0])
    }
    table.append(option(name: nil, has_arg: 0, flag: nil, val: 0))
    for index in stride(from: 1, to: Int(count), by: 1) { hide(&words[index]) }
    var given: [(name: String, value: String)] = []
    while true {
      let number = getopt_long(count, words, letters, table, nil)
      if number == -1 { break }
      guard number != Int32(UInt8(ascii: ":")) else { throw .missingValue(lastRead(count, words)) }
      guard let index = numbers.firstIndex(of: number) else { throw .unknownOption(lastRead(count, words)) }
      given.append((options[index].name, plenary_optarg().map(shown) ?? ""))
    }
    var rest: [String] = []
    for index in Int(plenary_optind())..<max(Int(plenary_optind()), Int(count)) {
      if let word = words[index] { rest.append(shown(word)) }
    }
    return (given, rest)
  }

  /// A text that begins as a line of a list is no option, whatever getopt thinks of its dash: it gets a sign before it.
  private static func hide(_ word: inout UnsafeMutablePointer<CChar>?) {
    guard let first = word, first[0] == 0x2D, first[1] == 0x20 else { return }
    word = strdup("\u{1}" + String(cString: first))
  }

  private static func shown(_ word: UnsafePointer<CChar>) -> String {
    word[0] == 1 && word[1] == 0x2D && word[2] == 0x20 ? String(cString: word + 1) : String(cString: word)
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
