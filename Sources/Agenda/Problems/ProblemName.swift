extension Problem {
  /// What a problem is called in `--json`, where programs read it: never renamed, and described in
  /// `Resources/schema/plenary-report-1.schema.json`, which a test holds to this list.
  public enum Name: String, CaseIterable, Sendable {
    case file, unknownFormat, unknownJSON, unknownXML, documentType, cutShort, noSessions, tooManySessions
    case tooManyValues, endlessText, silent, noMemory, cancelled
    case syntax, xmlSyntax, tooDeep, mendedCharacters, wrongFormat, missingConference, wrongVersion, duplicateField
    case unknownField
    case missingField, wrongType, notAllowed, malformed, impossibleDate, impossibleTime, unknownZone, offsetDisagrees
    case unsafeAddress, addressLeftOut, longText, invalidUTF8, hiddenCharacters, htmlRead
    case duplicateID, unusableID, missingID, deadReference, endBeforeStart, outsideConference
    case noTitle, zoneOfCity, zoneOfPlaces, zoneOfOffsets, zoneOfWindows, zoneRenamed, noZone, dayChangeGuessed
    case dayChangeIgnored, unreadableConferenceDate
    case sessionWithoutStart, unreadableTime, unreadableDuration, threePartDuration, durationDisagrees, noEnd
    case untitledSession, noRoom, otherDay, sharedID, sharedGUID, otherRoom, cancelledByTitle, languageChosen
    case unknownLanguage, personTwice, wholeDay
    case badLine, missingEnd, badFolding, cutRecurrence, badRecurrence, superseded, orphanedOverride, withoutStamp
    case overlap, sameAgain, spelling
    case further
  }
}

extension Problem.Fact {
  /// What a fact is called, how bad it is and what became of it.
  var traits: (name: Problem.Name, severity: Problem.Severity, kind: Problem.Kind) {
    switch self {
    case .file: (.file, .error, .lost)
    case .emptyFile: (.file, .error, .refused)
    case .unknownFormat: (.unknownFormat, .error, .refused)
    case .unknownJSON: (.unknownJSON, .error, .refused)
    case .unknownXML: (.unknownXML, .error, .refused)
    case .documentType: (.documentType, .error, .refused)
    case .cutShort: (.cutShort, .error, .refused)
    case .noSessions: (.noSessions, .error, .refused)
    case .tooManySessions: (.tooManySessions, .error, .refused)
    case .tooManyValues: (.tooManyValues, .error, .refused)
    case .endlessText: (.endlessText, .error, .refused)
    case .silent: (.silent, .error, .refused)
    case .noMemory: (.noMemory, .error, .refused)
    case .cancelled: (.cancelled, .error, .refused)
    case .syntax: (.syntax, .error, .odd)
    case .xmlSyntax: (.xmlSyntax, .error, .refused)
    case .tooDeep(_, let isLeftOut): (.tooDeep, .error, isLeftOut ? .lost : .refused)
    case .mendedCharacters: (.mendedCharacters, .warning, .odd)
    case .wrongFormat: (.wrongFormat, .error, .odd)
    case .missingConference: (.missingConference, .error, .refused)
    case .wrongVersion: (.wrongVersion, .warning, .odd)
    case .duplicateField: (.duplicateField, .warning, .odd)
    case .unknownField: (.unknownField, .note, .lost)
    case .missingField: (.missingField, .error, .odd)
    case .wrongType: (.wrongType, .error, .lost)
    case .fieldNotRead: (.wrongType, .warning, .lost)
    case .notAllowed: (.notAllowed, .error, .lost)
    case .malformed: (.malformed, .error, .lost)
    case .impossibleDate: (.impossibleDate, .error, .lost)
    case .impossibleTime: (.impossibleTime, .error, .lost)
    case .unknownZone, .zoneNotRead: (.unknownZone, .error, .odd)
    case .offsetDisagrees: (.offsetDisagrees, .warning, .odd)
    case .unsafeAddress: (.unsafeAddress, .error, .lost)
    case .addressLeftOut: (.addressLeftOut, .warning, .odd)
    case .longText: (.longText, .error, .lost)
    case .invalidUTF8: (.invalidUTF8, .warning, .odd)
    case .hiddenCharacters: (.hiddenCharacters, .warning, .odd)
    case .htmlRead: (.htmlRead, .note, .guessed)
    case .duplicateID: (.duplicateID, .error, .odd)
    case .unusableID: (.unusableID, .warning, .odd)
    case .missingID: (.missingID, .warning, .odd)
    case .deadReference: (.deadReference, .error, .lost)
    case .endBeforeStart, .endLeftOut: (.endBeforeStart, .error, .odd)
    case .outsideConference: (.outsideConference, .warning, .odd)
    case .noTitle: (.noTitle, .warning, .guessed)
    case .zoneOfCity: (.zoneOfCity, .note, .guessed)
    case .zoneOfPlaces: (.zoneOfPlaces, .note, .guessed)
    case .zoneOfOffsets: (.zoneOfOffsets, .warning, .guessed)
    case .zoneOfWindows: (.zoneOfWindows, .note, .guessed)
    case .zoneRenamed: (.zoneRenamed, .note, .guessed)
    case .noZone: (.noZone, .warning, .guessed)
    case .dayChangeGuessed: (.dayChangeGuessed, .note, .guessed)
    case .dayChangeIgnored: (.dayChangeIgnored, .warning, .odd)
    case .unreadableConferenceDate: (.unreadableConferenceDate, .warning, .odd)
    case .sessionWithoutStart: (.sessionWithoutStart, .error, .guessed)
    case .unreadableTime: (.unreadableTime, .error, .lost)
    case .unreadableLength: (.unreadableDuration, .error, .lost)
    case .threePartLength: (.threePartDuration, .warning, .guessed)
    case .lengthDisagrees: (.durationDisagrees, .warning, .odd)
    case .noEnd: (.noEnd, .note, .odd)
    case .noTitleOfSession: (.untitledSession, .warning, .odd)
    case .noRoom: (.noRoom, .note, .odd)
    case .otherDay: (.otherDay, .warning, .odd)
    case .sharedID: (.sharedID, .warning, .odd)
    case .sharedGUID: (.sharedGUID, .warning, .odd)
    case .otherRoom: (.otherRoom, .warning, .odd)
    case .cancelledByTitle: (.cancelledByTitle, .note, .guessed)
    case .languageChosen: (.languageChosen, .note, .guessed)
    case .unknownLanguage: (.unknownLanguage, .note, .odd)
    case .personTwice: (.personTwice, .warning, .odd)
    case .wholeDay: (.wholeDay, .note, .guessed)
    case .badLine: (.badLine, .error, .lost)
    case .missingEndOfComponent: (.missingEnd, .warning, .odd)
    case .badFolding: (.badFolding, .warning, .odd)
    case .cutRecurrence: (.cutRecurrence, .warning, .lost)
    case .badRecurrence: (.badRecurrence, .error, .lost)
    case .superseded: (.superseded, .note, .odd)
    case .orphanedOverride: (.orphanedOverride, .warning, .odd)
    case .withoutStamp: (.withoutStamp, .note, .odd)
    case .overlap: (.overlap, .warning, .odd)
    case .sameAgain: (.sameAgain, .warning, .odd)
    case .spelling: (.spelling, .note, .odd)
    case .further: (.further, .warning, .lost)
    }
  }
}
