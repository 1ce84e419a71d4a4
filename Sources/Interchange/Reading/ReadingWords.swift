import Agenda

/// The words that imported files are read by, and those that are put in their place, in English.
enum ReadingWords {
  /// Fields of an event that hold the address of a page, and what that is called.
  static let pages = [
    ("url", sessionPage), ("full_conf_url", sessionPage), ("conf_url", sessionPage),
    ("origin_url", "Page of its submission"), ("feedback_url", "Feedback"),
    ("video_download_url", recording), ("video", recording), ("live_url", live), ("stream_url", live),
  ]
  static let sessionPage = "Page of this session"
  static let categories = "Categories: "
  static let audience = "Audience: "
  static let live = "Live"
  static let recording = "Recording"
  static let slides = "Slides"
  static let chair = "Chair"
  static let organizer = "Organizer"
  /// Stands before the text of a session whose start is missing or cannot be read; `found` is Markdown.
  static func timeUnknown(_ found: String?) -> String {
    found.map { "**Time not known**; the file says “\($0)”." } ?? "**Time not known**; the file gives none."
  }
  static let unknownEncoding = "an encoding other than UTF-8, UTF-16, ISO-8859-1 and windows-1252"
  static let untitledConference = "Conference"
  static let cancelledPrefixes = ["cancelled", "canceled", "[cancelled]", "[canceled]", "(cancelled)", "(canceled)"]

  /// What the types of events mean.
  static let kinds: [String: Session.Kind] = [
    "meal": .meal, "lunch": .meal, "dinner": .meal, "breakfast": .meal, "lunch break": .meal, "break": .break,
    "coffee break": .break, "coffee": .break, "pause": .break, "reception": .reception, "party": .reception,
    "ceremony": .ceremony, "opening ceremony": .ceremony, "closing ceremony": .ceremony, "milestone": .milestone,
  ]

  /// What a title says of a session that is no talk: the kind whose word stands in it; nil where none does.
  ///
  /// Long titles speak of such things too, and what opens or closes a conference says so first or last.
  static func kind(inTitle title: String) -> Session.Kind? {
    guard title.utf8.count <= 120 else { return nil }
    let words = title.lowercased().split { !$0.isLetter && $0 != "-" }
    guard words.count <= 8 else { return nil }
    let kinds: [(Session.Kind, [String])] = [
      (
        .meal,
        [
          "lunch", "dinner", "breakfast", "brunch", "supper", "mittag", "abendessen", "frühstück", "déjeuner", "dîner",
          "petit-déjeuner",
        ]
      ),
      (.break, ["break", "coffee", "tea", "pause", "kaffee", "café"]),
      (.reception, ["party", "reception", "réception", "drinks", "cocktail", "apéritif", "empfang", "buffet"]),
    ]
    for (kind, starts) in kinds
    where words.contains(where: { word in
      starts.contains {
        word == $0 || $0.utf8.count > 5 && word.hasPrefix($0) || word.hasPrefix("kaffee") && kind == .break
      }
    }) {
      return kind
    }
    let ends = [words.first, words.last].compactMap(\.self)
    return ends.contains {
      ["opening", "closing", "ouverture", "clôture", "eröffnung", "abschluss", "ceremony", "cérémonie"].contains($0)
    } ? .ceremony : nil
  }

  /// Whether a title is no more than that something ends.
  static func isEnd(_ title: String) -> Bool {
    let words = title.lowercased().split { !$0.isLetter }
    return words.count <= 6
      && words.contains {
        [
          "close", "closes", "closing", "end", "ends", "adjourn", "adjourned", "departure", "fin", "clôture", "départ",
          "ende", "abreise", "schluss",
        ].contains($0)
      }
  }

  /// What the text around a programme is called.
  static let restOfText = "About this agenda"

  /// Names of languages that stand where a tag should.
  static let languages = [
    "english": "en", "deutsch": "de", "german": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "dutch": "nl", "japanese": "ja", "chinese": "zh", "中文": "zh", "日本語": "ja",
    "portuguese": "pt",
  ]
}
