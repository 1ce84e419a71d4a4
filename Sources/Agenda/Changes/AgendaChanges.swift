/// What differs between two versions of an agenda, each change told once.
///
/// Identifiers that are given anew, the order of lists and colours are no changes; what a text says in one language alone
/// is. A room, a track or somebody with another name is told as that, and not again with each session.
public struct AgendaChanges: Sendable {
  public let old: Agenda
  public let new: Agenda
  /// What is said of the conference otherwise.
  public let conference: [ConferenceAspect]
  /// By time, what is gone at the time that it had.
  public let sessions: [SessionChange]
  /// Rooms, tracks, people, meetings and documents, in the order of their lists.
  public let things: [ThingChange]
  /// What sessions of the old version are called in the new one; those that are gone, or doubtful, are missing.
  public let successors: [Session.ID: Session.ID]

  public var isEmpty: Bool { conference.isEmpty && sessions.isEmpty && things.isEmpty }

  public init(old: Agenda, new: Agenda) {
    let comparison = AgendaComparison(old, new)
    (self.old, self.new) = (old, new)
    conference = ConferenceAspect.differing(old.conference, new.conference)
    sessions = comparison.sessions
    things = comparison.things
    successors = Dictionary(
      comparison.pairs.map { (old.sessions[$0.old].id, new.sessions[$0.new].id) }
    ) { first, _ in first }
  }
}

/// What has become of a session.
public struct SessionChange: Equatable, Sendable {
  /// What can be otherwise, in the order in which it is told.
  public enum Aspect: String, CaseIterable, Sendable {
    case added, removed
    /// The old one may have become the new one, which nobody can tell: less than two of id, title, start and people are
    /// equal, or there are several.
    case doubtful
    /// Several have come of it: `new` and `parts`.
    case split
    case renamed
    /// Another start or end.
    case moved
    /// Another room or place.
    case relocated
    /// Confirmed, tentative or cancelled.
    case status
    case people, attribution, kind, track, language, optional, summary, description, items, documents, links
  }

  /// Nil where it is new.
  public let old: Session?
  /// Nil where it is gone.
  public let new: Session?
  public let aspects: [Aspect]
  /// What else has come of it where it was split.
  public let parts: [Session]

  /// The old one is gone, or nobody knows what it has become: it is told of where it was.
  public var isGone: Bool { new == nil || aspects == [.doubtful] }
  /// When it is, or was.
  public var start: Instant { (isGone ? old ?? new : new ?? old)?.start ?? Instant(seconds: 0) }
}

/// What has become of a thing that sessions lead to.
public struct ThingChange: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case room, track, person, meeting, document
  }

  public enum Aspect: String, CaseIterable, Sendable {
    case added, removed, renamed
    /// What is said of it otherwise.
    case changed
  }

  public struct State: Equatable, Sendable {
    public let id: String
    public let name: Text
  }

  public let kind: Kind
  /// Nil where it is new.
  public let old: State?
  /// Nil where it is gone.
  public let new: State?
  public let aspects: [Aspect]
}

/// What a conference says of itself.
public enum ConferenceAspect: String, CaseIterable, Sendable {
  case title, subtitle, organizers, venue, timeZone, dates, language, version, published, status, notice, about, url
  case dayChange

  static func differing(_ old: Conference, _ new: Conference) -> [ConferenceAspect] {
    let texts = TextComparison(old.language, new.language)
    return allCases.filter { aspect in
      switch aspect {
      case .title: texts.differ(old.title, new.title)
      case .subtitle: texts.differ(old.subtitle, new.subtitle)
      case .organizers: texts.differ(old.organizers, new.organizers)
      case .venue:
        texts.differ(old.venue?.name, new.venue?.name) || texts.differ(old.venue?.city, new.venue?.city)
          || texts.differ(old.venue?.country, new.venue?.country)
      case .timeZone: old.zone.identifier != new.zone.identifier
      case .dates: old.start != new.start || old.end != new.end
      case .language: old.language != new.language
      case .version: old.version != new.version
      case .published: old.published != new.published
      case .status: old.status != new.status
      case .notice: texts.differ(old.notice, new.notice)
      case .about: texts.differ(old.about, new.about)
      case .url: old.url != new.url
      case .dayChange: old.dayChange != new.dayChange
      }
    }
  }
}

/// Compares texts by what they say: blanks at their ends do not matter, and a text without a language has the
/// conference's.
struct TextComparison {
  private let oldLanguage: String
  private let newLanguage: String

  init(_ old: String?, _ new: String?) { (oldLanguage, newLanguage) = (old ?? "", new ?? "") }

  func differ(_ old: Text?, _ new: Text?) -> Bool {
    switch (old, new) {
    case (nil, nil): return false
    case (let text?, nil), (nil, let text?):
      return !text.variants.allSatisfy { TextComparison.trimmed($0.string).isEmpty }
    case (let old?, let new?):
      if old.variants.count == 1, new.variants.count == 1 {
        let (one, other) = (old.variants[0].string, new.variants[0].string)
        return one != other && !TextComparison.trimmed(one).elementsEqual(TextComparison.trimmed(other))
      }
      return variants(of: old, oldLanguage) != variants(of: new, newLanguage)
    }
  }

  func differ(_ old: [Text], _ new: [Text]) -> Bool {
    old.count != new.count || zip(old, new).contains { differ($0, $1) }
  }

  private func variants(of text: Text, _ language: String) -> [String: String] {
    Dictionary(
      text.variants.map {
        ($0.language.isEmpty ? language : $0.language, String(TextComparison.trimmed($0.string)))
      }
    ) { first, _ in first }
  }

  private static func trimmed(_ string: String) -> Substring {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
    var bytes = string.utf8[...]
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    return Substring(bytes)
  }
}
