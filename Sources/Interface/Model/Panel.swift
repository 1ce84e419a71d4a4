/// A part of the screen with a title, a number and contents of its own.
public enum Panel: Int, CaseIterable, Hashable, Sendable {
  case agenda = 1
  case session, background, documents, notes

  /// The key that chooses it, which is also its number on the screen.
  public var digit: Character { Character(String(rawValue)) }

  var next: Panel { Panel(rawValue: rawValue % Panel.allCases.count + 1) ?? .agenda }
  var previous: Panel { Panel(rawValue: (rawValue + Panel.allCases.count - 2) % Panel.allCases.count + 1) ?? .agenda }
}
