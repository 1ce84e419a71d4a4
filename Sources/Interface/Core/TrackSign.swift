import Catalogue
import Cells

/// How a track is told from the others: by a sign, to which its colour only adds.
struct TrackSign: Equatable, Sendable {
  var id: String
  var name: String
  /// Its own among all tracks, and at most four columns wide.
  var sign: String
  var style: Style

  /// In the order of the tracks; none for a single track, which needs no telling apart.
  static func signs(of tracks: [TrackCard], theme: Theme) -> [TrackSign] {
    guard tracks.count > 1 else { return [] }
    let signs = TrackLetters(tracks.map(\.name)).signs
    return tracks.enumerated().map { index, track in
      TrackSign(
        id: track.id, name: track.name, sign: signs[index],
        style: TrackColor.style(track.color, index: index, theme: theme))
    }
  }
}

/// Letters that suggest names and tell each from all others: one letter where the initials of all are different, two where
/// there are few, else up to four columns, `Rust`, `OpMe` for Open Media, `SDR` for Software Defined Radio.
struct TrackLetters {
  /// Of so many two letters suggest enough.
  private static let few = 12

  /// In the order of the names.
  private(set) var signs: [String] = []
  /// Columns of a sign.
  private let most: Int

  init(_ names: [String]) {
    most = 4
    let words = TrackLetters.tellingWords(of: names)
    if let initials = TrackLetters.initials(of: words) {
      signs = initials
      return
    }
    if names.count <= TrackLetters.few, let own = TrackLetters(most: 2).own(words) {
      signs = own
      return
    }
    var taken: Set<String> = []
    for (index, words) in words.enumerated() {
      let sign = candidates(for: words).first { !taken.contains($0) } ?? numbered(words, index, besides: taken)
      taken.insert(sign)
      signs.append(sign)
    }
  }

  private init(most: Int) { self.most = most }

  /// A sign of each that its words suggest; nil where one has none of its own.
  private func own(_ names: [[String]]) -> [String]? {
    var taken: Set<String> = []
    var signs: [String] = []
    for words in names {
      guard let sign = candidates(for: words).first(where: { !taken.contains($0) }) else { return nil }
      taken.insert(sign)
      signs.append(sign)
    }
    return signs
  }

  /// The words of each name without those that many have in common, such as "devroom", and without the smallest.
  private static func tellingWords(of names: [String]) -> [[String]] {
    let all = names.map { name in
      name.split { !$0.isLetter && !$0.isNumber }.map { word in String(word) }
    }
    var counts: [String: Int] = [:]
    for words in all { for word in Set(words.map { $0.lowercased() }) { counts[word, default: 0] += 1 } }
    return all.map { words in
      let telling = words.filter { word in
        let key = word.lowercased()
        return !smallWords.contains(key) && (counts[key] ?? 0) <= max(2, names.count / 4)
      }
      return telling.isEmpty ? words : telling
    }
  }

  private static let smallWords: Set<String> = [
    "a", "an", "and", "the", "of", "for", "in", "on", "to", "with", "et", "de", "des", "du", "la", "le", "les", "und",
    "der", "die", "das", "y", "e", "el", "los",
  ]

  /// Nil where two have the same.
  private static func initials(of words: [[String]]) -> [String]? {
    var taken: Set<String> = []
    var signs: [String] = []
    for words in words {
      guard let first = words.first.map({ String(raised($0).prefix(1)) }), taken.insert(first).inserted else {
        return nil
      }
      signs.append(first)
    }
    return signs
  }

  /// The best first.
  private func candidates(for words: [String]) -> [String] {
    guard let first = words.first else { return [] }
    var found: [String] = []
    func add(_ parts: [(word: String, columns: Int)]) {
      let sign = parts.map { TrackLetters.prefix(TrackLetters.raised($0.word), $0.columns) }.joined()
      if !sign.isEmpty, displayWidth(sign) <= most { found.append(sign) }
    }
    // What is an abbreviation already suggests itself.
    for word in words where (2...most).contains(word.count) && word.allSatisfy(\.isUppercase) { add([(word, most)]) }
    if words.count == 1 { add([(first, most)]) }
    if words.count > 2 || words.count > 1 && most == 2 {
      add(words.prefix(most).map { ($0, displayWidth(String($0.prefix(1)))) })
    }
    if words.count > 1, most > 2 {
      add([(first, 2), (words[1], 2)])
      add([(first, 3), (words[1], 1)])
      add([(first, 1), (words[1], 3)])
      add([(first, 2), (words[words.count - 1], 2)])
    }
    add([(first, most)])
    if most > 2 { add([(first, 3)]) }
    for last in first.dropFirst(most) { add([(first, most - 1), (String(last).lowercased(), 1)]) }
    return found
  }

  /// The beginning of the name, and the place in the list in letters and digits.
  private func numbered(_ words: [String], _ index: Int, besides taken: Set<String>) -> String {
    let number = String(index + 1, radix: 36)
    let room = most - number.utf8.count
    let sign = TrackLetters.prefix(TrackLetters.raised(words.first ?? "-"), max(0, room)) + number
    guard taken.contains(sign) else { return sign }
    // So many that beginnings do not matter any more.
    let numbers = (index...index + taken.count).lazy.map { String(1 + $0, radix: 36) }
    return numbers.first { !taken.contains($0) } ?? sign
  }

  /// With a capital at the beginning, where it has none of its own.
  private static func raised(_ word: String) -> String {
    word.contains(where: \.isUppercase) ? word : word.prefix(1).uppercased() + word.dropFirst()
  }

  /// As many characters as go into so many columns.
  private static func prefix(_ word: String, _ columns: Int) -> String {
    var (text, width) = ("", 0)
    for character in word {
      width += displayWidth(String(character))
      if width > columns { break }
      text.append(character)
    }
    return text
  }
}

/// The colours of tracks, as near to those of the conference as the background lets them be read.
enum TrackColor {
  /// A look for a track: its own colour (`#rrggbb`), else one of a few that are easily told apart.
  static func style(_ color: String, index: Int, theme: Theme) -> Style {
    guard theme.name != .mono else { return Style(attributes: .bold) }
    let isDark = theme.name == .dark
    if theme.hasFewColors {
      let palette: [UInt8] = [6, 2, 14, 7]
      return Style(foreground: isDark ? .indexed(palette[index % palette.count]) : .terminal, attributes: .bold)
    }
    guard let wanted = components(color) else {
      let palette: [UInt8] = isDark ? [117, 150, 216, 183, 222, 80, 204, 146] : [25, 22, 130, 90, 94, 30, 125, 60]
      return Style(foreground: .indexed(palette[index % palette.count]), attributes: .bold)
    }
    return Style(foreground: .indexed(cube(readable(wanted, isDark: isDark))), attributes: .bold)
  }

  private typealias Components = (red: Int, green: Int, blue: Int)

  private static func components(_ color: String) -> Components? {
    guard color.utf8.count == 7, color.hasPrefix("#"), let value = Int(color.dropFirst(), radix: 16) else { return nil }
    return (value >> 16, value >> 8 & 255, value & 255)
  }

  /// Mixed with white, or black, until it stands out from the background.
  private static func readable(_ color: Components, isDark: Bool) -> Components {
    var color = color
    for _ in 0..<8 {
      // Weights of ITU-R BT.709 for luminance, in thousandths.
      let luminance = (213 * color.red + 715 * color.green + 72 * color.blue) / 1_000
      if isDark ? luminance >= 120 : luminance <= 110 { break }
      func mix(_ value: Int) -> Int { isDark ? value + (255 - value) / 5 : value * 4 / 5 }
      color = (mix(color.red), mix(color.green), mix(color.blue))
    }
    return color
  }

  /// The nearest of xterm's colours 16 to 231, whose steps are 0, 95, 135, 175, 215 and 255.
  private static func cube(_ color: Components) -> UInt8 {
    func step(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : min(5, (value - 35) / 40) }
    return UInt8(16 + 36 * step(color.red) + 6 * step(color.green) + step(color.blue))
  }
}
