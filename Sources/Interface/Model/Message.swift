/// What the status line says until the next key.
struct Message: Equatable, Sendable {
  enum Tone: Equatable, Sendable {
    case plain, warning
  }

  var text: String
  var tone: Tone

  init(_ text: String, _ tone: Tone = .plain) { (self.text, self.tone) = (text, tone) }
}
