import Catalogue
import Cells

/// How a track is told from the others: by a sign, to which its colour only adds.
struct TrackSign: Equatable, Sendable {
  var id: String
  var name: String
  /// One letter or digit, its own as long as there are enough; then its initial, which others have too.
  var sign: String
  var style: Style

  /// In the order of the tracks; none for a single track, which needs no telling apart.
  static func signs(of tracks: [TrackCard], theme: Theme) -> [TrackSign] {
    guard tracks.count > 1 else { return [] }
    var taken = [Bool](repeating: false, count: 128)
    return tracks.enumerated().map { index, track in
      let letter = letter(for: track.name, besides: taken)
      if let letter { taken[Int(letter)] = true }
      let sign = letter ?? track.name.utf8.first(where: isPlain).map(capital) ?? UInt8(ascii: "-")
      return TrackSign(
        id: track.id, name: track.name, sign: String(UnicodeScalar(sign)),
        style: TrackColor.style(track.color, index: index, theme: theme))
    }
  }

  /// The first free one of: the beginnings of its words as capitals, all its letters, then any.
  ///
  /// A start asks for those of all tracks, and there may be a hundred: so it goes by bytes, of ASCII alone.
  private static func letter(for name: String, besides taken: [Bool]) -> UInt8? {
    func free(_ letter: UInt8) -> UInt8? { taken[Int(letter)] ? nil : letter }
    var isInWord = false
    for byte in name.utf8 {
      let isPlain = isPlain(byte)
      if isPlain, !isInWord, let letter = free(capital(byte)) { return letter }
      isInWord = isPlain
    }
    for byte in name.utf8 where isPlain(byte) { if let letter = free(capital(byte)) { return letter } }
    for byte in name.utf8 where isPlain(byte) { if let letter = free(byte | 0x20) { return letter } }
    return rest.first { !taken[Int($0)] }
  }

  private static let rest = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  /// A letter or digit of ASCII; one with an accent ends a word.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static func capital(_ byte: UInt8) -> UInt8 { byte >= 0x61 ? byte & 0xDF : byte }
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
