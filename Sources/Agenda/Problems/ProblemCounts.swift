public import Messages

extension Problem.Fact {
  /// Several facts of one name, which are told together: what they have in common.
  ///
  /// - Parameter count: at least two.
  public func message(count: Int) -> Message {
    switch self {
    case .sessionWithoutStart:
      Message(
        "a session without a readable start, kept as tentative",
        "%d sessions without a readable start, kept as tentative", count: count)
    case .unreadableTime: Message("a time that cannot be read", "%d times that cannot be read", count: count)
    case .unreadableLength: Message("a duration that cannot be read", "%d durations that cannot be read", count: count)
    case .threePartLength: Message("a duration of three parts", "%d durations of three parts", count: count)
    case .lengthDisagrees:
      Message("a duration that disagrees with the end", "%d durations that disagree with the end", count: count)
    case .endBeforeStart, .endLeftOut: Message("an end before its start", "%d ends before their start", count: count)
    case .noEnd: Message("a session without an end", "%d sessions without an end", count: count)
    case .noTitleOfSession: Message("a session without a title", "%d sessions without a title", count: count)
    case .noRoom: Message("a session without a room", "%d sessions without a room", count: count)
    case .offsetDisagrees:
      Message("an offset that disagrees with the zone", "%d offsets that disagree with the zone", count: count)
    case .otherDay: Message("a session listed under another day", "%d sessions listed under another day", count: count)
    case .outsideConference:
      Message("a session outside the conference's days", "%d sessions outside the conference's days", count: count)
    case .sharedID: Message("an id that is used again", "%d ids that are used again", count: count)
    case .sharedGUID: Message("a guid or UID that is used again", "%d guids or UIDs that are used again", count: count)
    case .otherRoom:
      Message(
        "a session in another room than it stands in", "%d sessions in another room than they stand in", count: count)
    case .cancelledByTitle:
      Message("a session cancelled by its title", "%d sessions cancelled by their titles", count: count)
    case .languageChosen:
      Message(
        "a language that is no tag, of which one is chosen", "%d languages that are no tag, of which one is chosen",
        count: count)
    case .unknownLanguage: Message("a language that is not known", "%d languages that are not known", count: count)
    case .personTwice: Message("a person spelt in two ways", "%d people spelt in two ways", count: count)
    case .addressLeftOut, .unsafeAddress:
      Message("an address that cannot be opened", "%d addresses that cannot be opened", count: count)
    case .wholeDay: Message("an entry for a whole day", "%d entries for whole days", count: count)
    case .longText: Message("a text that is too long", "%d texts that are too long", count: count)
    case .hiddenCharacters: Message("a text with hidden characters", "%d texts with hidden characters", count: count)
    case .invalidUTF8: Message("a text that is no UTF-8", "%d texts that are no UTF-8", count: count)
    case .syntax: Message("a place that is no JSON", "%d places that are no JSON", count: count)
    case .fieldNotRead, .wrongType: Message("a value of another type", "%d values of another type", count: count)
    case .deadReference: Message("a reference that leads nowhere", "%d references that lead nowhere", count: count)
    case .badLine: Message("a line that cannot be read", "%d lines that cannot be read", count: count)
    case .missingEndOfComponent: Message("a component that does not end", "%d components that do not end", count: count)
    case .cutRecurrence: Message("a recurrence without an end, cut", "%d recurrences without an end, cut", count: count)
    case .badRecurrence: Message("a recurrence that cannot be read", "%d recurrences that cannot be read", count: count)
    case .superseded: Message("an entry that a newer one replaces", "%d entries that newer ones replace", count: count)
    case .orphanedOverride:
      Message("an exception without its series", "%d exceptions without their series", count: count)
    case .overlap: Message("an overlap in a room", "%d overlaps in a room", count: count)
    case .sameAgain: Message("a session that is there again", "%d sessions that are there again", count: count)
    case .spelling: Message("a name spelt in two ways", "%d names spelt in two ways", count: count)
    case .file, .emptyFile, .unknownFormat, .unknownJSON, .unknownXML, .documentType, .cutShort, .noSessions,
      .tooManySessions, .tooManyValues, .endlessText, .silent, .noMemory, .cancelled, .xmlSyntax, .tooDeep,
      .mendedCharacters, .wrongFormat, .missingConference, .wrongVersion, .duplicateField, .unknownField, .missingField,
      .notAllowed, .malformed, .impossibleDate, .impossibleTime, .unknownZone, .htmlRead, .duplicateID, .unusableID,
      .missingID, .noTitle, .zoneOfCity, .zoneOfPlaces, .zoneOfOffsets, .zoneOfWindows, .zoneRenamed, .noZone,
      .zoneNotRead, .dayChangeGuessed, .dayChangeIgnored, .unreadableConferenceDate, .badFolding, .withoutStamp,
      .further:
      Message("%d times: %s", count, message)
    }
  }
}
