/// An option of the command line; its number is what getopt_long gives for it, the letter of its short form if it has one.
enum OptionName: Int32, CaseIterable {
  case bundle = 0x62  // b
  case help = 0x68  // h
  case now = 0x6e  // n
  case output = 0x6f  // o
  case version = 0x56  // V
  case ascii = 256
  case noMouse
  case theme
  case format
  case day
  case room
  case plan
  case json
  case update
  case keepAttribution
  case includeOffTheRecord
  case idle
  case night
  case noSeconds
  case log
  case notices

  /// The word behind the two dashes.
  var word: StaticString {
    switch self {
    case .bundle: "bundle"
    case .help: "help"
    case .now: "now"
    case .output: "output"
    case .version: "version"
    case .ascii: "ascii"
    case .noMouse: "no-mouse"
    case .theme: "theme"
    case .format: "format"
    case .day: "day"
    case .room: "room"
    case .plan: "plan"
    case .json: "json"
    case .update: "update"
    case .keepAttribution: "keep-attribution"
    case .includeOffTheRecord: "include-off-the-record"
    case .idle: "idle"
    case .night: "night"
    case .noSeconds: "no-seconds"
    case .log: "log"
    case .notices: "notices"
    }
  }

  var hasValue: Bool {
    switch self {
    case .bundle, .now, .output, .theme, .format, .day, .room, .idle, .night, .log, .notices: true
    case .help, .version, .ascii, .noMouse, .plan, .keepAttribution, .includeOffTheRecord, .noSeconds, .json,
      .update:
      false
    }
  }

  /// The short forms as getopt takes them; the colon at the start asks it to be quiet.
  static var letters: String {
    var letters: [UInt8] = [UInt8(ascii: ":")]
    for name in allCases where name.rawValue < 128 {
      letters.append(UInt8(truncatingIfNeeded: name.rawValue))
      if name.hasValue { letters.append(UInt8(ascii: ":")) }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
