/// The parts that say something, with a separator between them.
///
/// Not `joined`: its first use makes Swift look for conformances, which takes as long as a panel takes to draw, and every
/// first screen lists something.
func listed(_ parts: [String], by separator: String = ", ") -> String {
  var text = ""
  for part in parts where !part.isEmpty {
    if !text.isEmpty { text += separator }
    text += part
  }
  return text
}
