/// Puts arguments in the place of a pattern's directives: `%s`, `%d`, `%2$s`, `%%`.
///
/// Ours in place of printf, since the arguments have types here and a catalogue comes from outside: a translation with
/// wrong directives is refused, and can never read memory.
enum MessageFormat {
  /// The pattern with its arguments; nil where a directive is unknown, has no argument, or is `%d` for what is no number.
  static func text(
    _ pattern: [UInt8], _ arguments: [Message.Argument], in messages: Messages, _ setting: (String) -> String
  ) -> String? {
    let percent = UInt8(ascii: "%")
    guard pattern.contains(percent) else { return String(decoding: pattern, as: UTF8.self) }
    var text = ""
    var rest = pattern[...]
    var next = 0
    while let sign = rest.firstIndex(of: percent) {
      text += String(decoding: rest[..<sign], as: UTF8.self)
      rest = rest[(sign + 1)...]
      if rest.first == percent {
        rest = rest.dropFirst()
        text += "%"
        continue
      }
      var index = next
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      if !digits.isEmpty {
        rest = rest.dropFirst(digits.count)
        guard rest.first == UInt8(ascii: "$"), digits.count < 3,
          let position = Int(String(decoding: digits, as: UTF8.self))
        else { return nil }
        rest = rest.dropFirst()
        index = position - 1
      } else {
        next += 1
      }
      guard let kind = rest.popFirst(), arguments.indices.contains(index) else { return nil }
      switch (kind, arguments[index]) {
      case (UInt8(ascii: "d"), .number(let number)), (UInt8(ascii: "s"), .number(let number)): text += String(number)
      case (UInt8(ascii: "s"), .text(let argument)): text += setting(argument)
      case (UInt8(ascii: "s"), .message(let argument)): text += messages.text(argument, setting: setting)
      case (_, .number), (_, .text), (_, .message): return nil
      }
    }
    return text + String(decoding: rest, as: UTF8.self)
  }
}
