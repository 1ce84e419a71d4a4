public import Agenda

extension ImportFinding.Fact {
  public var kind: ImportFinding.Kind {
    switch self {
    case .noTitle, .zoneOfCity, .zoneOfPlaces, .zoneOfOffsets, .zoneOfWindows, .zoneRenamed, .noZone, .dayChangeGuessed,
      .sessionWithoutStart, .threePartLength, .cancelledByTitle, .languageChosen, .htmlRead, .wholeDay:
      .guessed
    case .unknownZone, .dayChangeIgnored, .unreadableConferenceDate, .lengthDisagrees, .endBeforeStart, .noEnd,
      .noTitleOfSession, .noRoom, .offsetDisagrees, .otherDay, .outsideConference, .sharedID, .sharedGUID, .otherRoom,
      .unknownLanguage, .personTwice, .hiddenCharacters, .invalidUTF8, .mendedCharacters, .missingEndOfComponent,
      .badFolding, .superseded, .orphanedOverride, .withoutStamp, .overlap, .sameAgain,
      .spelling, .addressLeftOut:
      .odd
    case .unreadableTime, .unreadableLength, .longText, .wrongType,
      .deadReference, .badLine, .cutRecurrence, .badRecurrence:
      .lost
    }
  }

  public var severity: Problem.Severity {
    switch self {
    case .zoneOfCity, .zoneOfPlaces, .zoneOfWindows, .zoneRenamed, .dayChangeGuessed, .noEnd, .noRoom,
      .cancelledByTitle,
      .languageChosen, .htmlRead, .wholeDay, .superseded, .withoutStamp, .spelling, .unknownLanguage:
      .note
    case .noTitle, .zoneOfOffsets, .noZone, .dayChangeIgnored, .threePartLength, .lengthDisagrees,
      .noTitleOfSession, .offsetDisagrees, .otherDay, .outsideConference, .sharedGUID, .otherRoom, .personTwice,
      .hiddenCharacters, .invalidUTF8, .mendedCharacters, .missingEndOfComponent, .badFolding, .orphanedOverride,
      .overlap, .sameAgain, .sharedID, .cutRecurrence, .addressLeftOut, .wrongType, .unreadableConferenceDate:
      .warning
    case .unknownZone, .endBeforeStart, .sessionWithoutStart, .unreadableTime, .unreadableLength, .longText,
      .deadReference, .badLine, .badRecurrence:
      .error
    }
  }
}
