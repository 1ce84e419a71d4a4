import Agenda

/// What fields of JSON's objects are called where they say something of a session: the words of tables, those that
/// programs have, and both with `event`, `session` or their like in front; the user's own words go before.
final class SessionFieldNames {
  typealias Label = WrittenWords.Label

  /// What a field has.
  struct Meaning {
    var label: Label
    /// Which of several fields that have the same goes before; the least does.
    var rank: Int
    /// Of `title_en`; nil where the name ends with none.
    var language: String?
  }

  private static let words: [Label: String] = [
    .title:
      "title name topic subject titel titre heading headline label event session talk activity what "
      + "subtopic program programme item",
    .start:
      "start startsat starttime stime starthour startdatetime starttimestamp startdate begin begins beginat begintime "
      + "from datetime dtstart startat startson hour",
    .end:
      "end endsat endtime etime endhour enddatetime endtimestamp enddate finish finishtime finishes until to dtend endat "
      + "endson ends",
    .time: "time timerange when hours timeslot timing slot period timespan times clock horaire",
    .date: "date day datum dag data jour weekday daydate fulldate isodate dayname",
    .length: "duration length durationminutes durationinminutes lengthminutes durationmin minutes",
    .text:
      "description longabstract abstract body desc details detail text content summary about info blurb shortdescription "
      + "overview notes note synopsis descricao descripcion",
    .room:
      "room roomname hall stage microlocation place location locationname venue auditorium where space roomid "
      + "locationid venueid resourceid microlocationid",
    .track: "track trackname category theme stream topicarea trackid",
    .people:
      "speakers speaker persons presenters presenter people authors author performers performer speakernames speakername "
      + "lecturer lecturers instructor instructors host hosts panelists moderator moderators chair talker speakerids "
      + "speakersids speakerid",
    .language: "language languageid lang contentlocale locale inlanguage",
    .type: "sessiontype submissiontype type kind format sessionformat",
    .id: "id code guid uid confkey slug",
    .status: "status",
  ]

  /// What may stand in front of a word and says no more than that it is of a session.
  private static let heads = [
    "session", "event", "talk", "slot", "schedule", "activity", "lecture", "presentation", "programme", "program",
    "agenda", "item", "scheduled", "planned",
  ]
  private static let tails = ["local", "text", "string", "name", "names"]
  private static let languages = ["en", "de", "fr", "es", "it", "nl", "pt", "ja", "zh", "ko", "pl", "ru", "cs", "sv"]

  private static let table: [String: (label: Label, rank: Int)] = {
    var table: [String: (Label, Int)] = [:]
    for (label, words) in words {
      for (rank, word) in words.split(separator: " ").enumerated() { table[String(word)] = (label, rank) }
    }
    return table
  }()

  static let pages = [
    ("url", ReadingWords.sessionPage), ("uri", ReadingWords.sessionPage), ("shareurl", ReadingWords.sessionPage),
    ("confurl", ReadingWords.sessionPage), ("link", ReadingWords.sessionPage), ("live", ReadingWords.live),
    ("record", ReadingWords.recording), ("movieurl", ReadingWords.recording), ("videourl", ReadingWords.recording),
    ("youtubeurl", ReadingWords.recording),
  ]
  static let files = [
    ("slide", ReadingWords.slides), ("slideurl", ReadingWords.slides), ("slidesurl", ReadingWords.slides),
  ]

  /// Where sessions may stand in.
  private static let containers: Set<String> = [
    "sessions", "events", "talks", "items", "schedule", "data", "days", "program", "programme", "agenda", "timetable",
    "sprints", "extra", "slots", "timeslots", "entries", "rooms", "results", "conference", "presentations",
    "sessiongroups", "workshops", "schedules", "sections", "blocks", "activities", "list", "parts", "content", "papers",
    "event", "session", "talk", "lectures", "programs", "rows", "subsessions", "subevents", "day", "tracks",
  ]

  /// What stands beside a programme, and has times of other things.
  private static let asides: Set<String> = [
    "sponsors", "partners", "organizers", "organisers", "team", "staff", "venue", "hotels", "tickets", "prices",
    "pricing", "faq", "faqs", "openinghours", "openinghoursspecification", "hours", "news", "posts", "blog",
    "deadlines",
    "importantdates",
    "socials", "links", "images", "photos", "menu", "nav", "navigation", "dependencies", "scripts",
    "reviews", "comments", "questions", "answers", "polls", "versions", "logs", "attachments", "resources",
    "submissions",
  ]

  /// Whether the user has said how sessions look.
  let isChosen: Bool
  private var chosen: [String: Label] = [:]
  private var known: [String: Meaning?] = [:]

  init(_ choices: [ColumnChoice]) {
    isChosen = !choices.isEmpty
    for choice in choices {
      chosen[ColumnChoice.folded(choice.column)] = choice.field == .place ? .room : choice.field
    }
  }

  /// What a field has by its folded name; nil where that says nothing.
  func meaning(of name: String) -> Meaning? {
    if let known = known[name] { return known }
    let meaning = found(name)
    known[name] = .some(meaning)
    return meaning
  }

  private func found(_ name: String) -> Meaning? {
    if let label = chosen[name] { return Meaning(label: label, rank: 0) }
    // What the user has named is nowhere else.
    return guessed(name).flatMap { chosen.values.contains($0.label) ? nil : $0 }
  }

  private func guessed(_ name: String) -> Meaning? {
    if let own = Self.table[name] { return Meaning(label: own.label, rank: own.rank) }
    for head in Self.heads where name.hasPrefix(head) && name.utf8.count > head.utf8.count {
      if let own = Self.table[String(name.dropFirst(head.count))] {
        return Meaning(label: own.label, rank: own.rank + 100)
      }
    }
    for tail in Self.tails where name.hasSuffix(tail) && name.utf8.count > tail.utf8.count {
      if let own = Self.table[String(name.dropLast(tail.count))] {
        return Meaning(label: own.label, rank: own.rank + 200)
      }
    }
    for language in Self.languages where name.hasSuffix(language) {
      if let own = Self.table[String(name.dropLast(2))], [.title, .text].contains(own.label), name.utf8.count > 5 {
        return Meaning(label: own.label, rank: own.rank, language: language)
      }
    }
    guard let label = TableHeadings.whole(name), label != .items, label != .ignored else { return nil }
    return Meaning(label: label == .place ? .room : label, rank: 400)
  }

  /// Where parts of one session may stand in.
  private static let parts: Set<String> = [
    "sessions", "events", "talks", "items", "presentations", "sections", "papers", "parts", "subsessions", "subevents",
    "activities", "program", "programme", "agenda", "schedule", "lectures", "workshops", "blocks", "points",
  ]

  static func isPart(_ name: String) -> Bool { parts.contains(name) }

  /// Whether a field may hold sessions.
  func isContainer(_ name: String) -> Bool { Self.containers.contains(name) }

  /// Whether a field holds what is no session, whatever it looks like.
  func isAside(_ name: String) -> Bool { Self.asides.contains(name) }
}
