import Agenda

/// What was found in an imported file, in English: the one place with words for it.
public enum FindingWording {
  /// `schedule.xml:41: "Opening": found …`; safe to print, whatever the file holds.
  public static func line(_ finding: ImportFinding, file: String) -> String {
    var parts = [finding.place.line.map { "\(file):\($0)" } ?? file]
    if let path = finding.place.path { parts.append(path) }
    if let title = finding.place.title { parts.append("\"\(Excerpt.shown(title, limit: 40))\"") }
    parts.append(sentence(finding.fact))
    return TextCleaner(lines: .single).clean(parts.joined(separator: ": ")).string
  }

  public static func word(_ kind: ImportFinding.Kind) -> String {
    switch kind {
    case .guessed: "guessed"
    case .odd: "odd"
    case .lost: "not read"
    }
  }

  /// What the facts of one sort have in common, for counting them: one, and several.
  public static func group(_ fact: ImportFinding.Fact, count: Int) -> String {
    let words = groupWords(fact)
    return count == 1 ? words.one : "\(count) \(words.many)"
  }

  private static func groupWords(_ fact: ImportFinding.Fact) -> (one: String, many: String) {
    switch fact {
    case .noTitle, .zoneOfCity, .zoneOfPlaces, .zoneOfOffsets, .zoneOfWindows, .zoneRenamed, .noZone, .unknownZone,
      .dayChangeGuessed,
      .dayChangeIgnored, .unreadableConferenceDate, .mendedCharacters, .htmlRead, .withoutStamp, .badFolding:
      (sentence(fact), "times: \(sentence(fact))")
    case .sessionWithoutStart:
      ("a session without a readable start", "sessions without a readable start, kept as tentative")
    case .unreadableTime: ("a time that cannot be read", "times that cannot be read")
    case .unreadableLength: ("a duration that cannot be read", "durations that cannot be read")
    case .threePartLength: ("a duration of three parts", "durations of three parts")
    case .lengthDisagrees: ("a duration that disagrees with the end", "durations that disagree with the end")
    case .endBeforeStart: ("an end before its start", "ends before their start")
    case .noEnd: ("a session without an end", "sessions without an end")
    case .noTitleOfSession: ("a session without a title", "sessions without a title")
    case .noRoom: ("a session without a room", "sessions without a room")
    case .offsetDisagrees: ("an offset that disagrees with the zone", "offsets that disagree with the zone")
    case .otherDay: ("a session listed under another day", "sessions listed under another day")
    case .outsideConference: ("a session outside the conference's days", "sessions outside the conference's days")
    case .sharedID: ("an id that is used twice", "ids that are used again")
    case .sharedGUID: ("a guid or UID that is used twice", "guids or UIDs that are used again")
    case .otherRoom: ("a session whose room is not the one it stands in", "sessions in another room than they stand in")
    case .cancelledByTitle: ("a session cancelled by its title", "sessions cancelled by their titles")
    case .languageChosen: ("a language that is no tag", "languages that are no tag, of which one is chosen")
    case .unknownLanguage: ("a language that is not known", "languages that are not known")
    case .personTwice: ("a person spelt in two ways", "people spelt in two ways")
    case .addressLeftOut: ("an address that cannot be opened", "addresses that cannot be opened")
    case .wholeDay: ("an entry for a whole day", "entries for whole days")
    case .longText: ("a text that is too long", "texts that are too long")
    case .hiddenCharacters: ("a text with hidden characters", "texts with hidden characters")
    case .invalidUTF8: ("a text that is no UTF-8", "texts that are no UTF-8")
    case .wrongType: ("a value of another type", "values of another type")
    case .deadReference: ("a reference that leads nowhere", "references that lead nowhere")
    case .badLine: ("a line that cannot be read", "lines that cannot be read")
    case .missingEndOfComponent: ("a component that does not end", "components that do not end")
    case .cutRecurrence: ("a recurrence without an end, cut", "recurrences without an end, cut")
    case .badRecurrence: ("a recurrence that cannot be read", "recurrences that cannot be read")
    case .superseded: ("an entry that a newer one replaces", "entries that newer ones replace")
    case .orphanedOverride: ("an exception without its series", "exceptions without their series")
    case .overlap: ("an overlap in a room", "overlaps in a room")
    case .sameAgain: ("a session that is there twice", "sessions that are there again")
    case .spelling: ("a name spelt in two ways", "names spelt in two ways")
    }
  }
}
