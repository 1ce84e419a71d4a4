public import Agenda
public import Messages

/// A language in which visitors can read: that of the conference's texts, and that of the interface.
public struct KioskVoice: Equatable, Sendable {
  /// Its tag (BCP 47), by which the footer offers it.
  public let tag: String
  /// Languages of texts, best first.
  public let languages: [String]
  public let messages: Messages

  public init(tag: String, languages: [String], messages: Messages) {
    (self.tag, self.languages, self.messages) = (tag, languages, messages)
  }

  /// Voices at the most: whoever turns through them comes round.
  private static let most = 9

  /// The kiosk's own, then one for every language that the conference has texts in or that the interface speaks.
  ///
  /// - Parameters:
  ///   - speaks: the interface's words in a language, or in the nearest.
  public static func all(
    _ agenda: Agenda, own: KioskVoice, interface tags: [String], _ speaks: (_ languages: [String]) -> Messages
  ) -> [KioskVoice] {
    var voices = [own]
    for tag in texts(of: agenda) + tags where voices.count < most {
      if voices.contains(where: { $0.tag.lowercased() == tag.lowercased() }) { continue }
      let languages = [tag] + own.languages.filter { $0 != tag }
      voices.append(KioskVoice(tag: tag, languages: languages, messages: speaks(languages)))
    }
    return voices
  }

  /// The languages of the conference's names and titles, in the order of the file.
  private static func texts(of agenda: Agenda) -> [String] {
    var tags: [String] = []
    let titles = [agenda.conference.title] + agenda.rooms.map(\.name) + agenda.sessions.map(\.title)
    for variant in titles.flatMap(\.variants) where !variant.language.isEmpty && !tags.contains(variant.language) {
      tags.append(variant.language)
    }
    return tags
  }
}
