import Agenda

/// The words that imported files are read by, and those that are put in their place, in English.
enum ReadingWords {
  /// Fields of an event that hold the address of a page, and what that is called.
  static let pages = [
    ("url", "Page of this session"), ("origin_url", "Page of its submission"), ("feedback_url", "Feedback"),
    ("video_download_url", "Recording"), ("video", "Recording"), ("live_url", "Live"), ("stream_url", "Live"),
  ]
  static let untitledConference = "Conference"
  static let cancelledPrefixes = ["cancelled", "canceled", "[cancelled]", "[canceled]", "(cancelled)", "(canceled)"]

  /// What the types of events mean.
  static let kinds: [String: Session.Kind] = [
    "meal": .meal, "lunch": .meal, "dinner": .meal, "breakfast": .meal, "lunch break": .meal, "break": .break,
    "coffee break": .break, "coffee": .break, "pause": .break, "reception": .reception, "party": .reception,
    "ceremony": .ceremony, "opening ceremony": .ceremony, "closing ceremony": .ceremony, "milestone": .milestone,
  ]

  /// Names of languages that stand where a tag should.
  static let languages = [
    "english": "en", "deutsch": "de", "german": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "dutch": "nl", "japanese": "ja", "chinese": "zh", "portuguese": "pt",
  ]
}
