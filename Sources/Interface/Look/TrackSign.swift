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

extension State {
  /// Nil for a session without a track, and where tracks are not told apart.
  func trackSign(of row: SessionRow) -> TrackSign? {
    tracks.indices.contains(row.trackNumber) ? tracks[row.trackNumber] : nil
  }
}
