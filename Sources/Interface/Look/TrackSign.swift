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
    var taken: Set<Character> = []
    return tracks.enumerated().map { index, track in
      let letter = letter(for: track.name, besides: taken)
      if let letter { taken.insert(letter) }
      return TrackSign(
        id: track.id, name: track.name, sign: String(letter ?? initial(of: track.name)),
        style: TrackColor.style(track.color, index: index, theme: theme))
    }
  }

  /// The first free one of: the beginnings of its words as capitals, all its letters, then any.
  private static func letter(for name: String, besides taken: Set<Character>) -> Character? {
    let words = name.split { !isPlain($0) }.compactMap(\.first).map { capital($0) }
    let letters = name.filter(isPlain)
    let small = letters.map { $0.isUppercase ? Character($0.lowercased()) : $0 }
    let rest = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    return (words + letters.map(capital) + small + rest).first { !taken.contains($0) }
  }

  private static func initial(of name: String) -> Character { name.first(where: isPlain).map(capital) ?? "-" }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }

  private static func capital(_ character: Character) -> Character { Character(character.uppercased()) }
}

extension State {
  /// Nil for a session without a track, and where tracks are not told apart.
  func trackSign(of row: SessionRow) -> TrackSign? {
    tracks.indices.contains(row.trackNumber) ? tracks[row.trackNumber] : nil
  }
}
