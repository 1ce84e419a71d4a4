/// A conference that can be opened, as it is offered.
public struct ConferenceEntry: Equatable, Sendable {
  public var path: String
  public var title: String
  /// Its dates, or empty.
  public var detail: String

  public init(path: String, title: String, detail: String) {
    (self.path, self.title, self.detail) = (path, title, detail)
  }
}

extension State {
  /// Opens the box of conferences.
  mutating func offer(_ conferences: [ConferenceEntry]) {
    guard !conferences.isEmpty else {
      message = Message(Words.noConferences, .warning)
      return
    }
    let choices = conferences.map {
      ChoiceBox.Choice($0.title, detail: $0.detail, action: .openConference($0.path))
    }
    overlay = .choice(ChoiceBox(kind: .conferences, choices: choices))
  }
}
