import Catalogue

/// The search box while it is open.
struct SearchBox: Sendable {
  /// As many hits as anybody looks through.
  static let limit = 200

  var editor = LineEditor()
  var hits: [SearchHit] = []
  var selected = 0
  /// The first hit that is shown.
  var top = 0
}

/// The last search that led somewhere, for marking words and going on from place to place.
struct SearchTrail: Sendable {
  var query: String
  var hits: [SearchHit]
  /// The hit that the reader is at.
  var index: Int
}
