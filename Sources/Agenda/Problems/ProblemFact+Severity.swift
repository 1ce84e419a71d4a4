extension Problem.Fact {
  /// The severity of a fact where the place does not make it better or worse.
  public var usualSeverity: Problem.Severity {
    switch self {
    case .file, .syntax, .tooDeep, .tooManyValues, .wrongFormat, .missingConference, .missingField, .wrongType,
      .notAllowed, .malformed,
      .impossibleDate, .impossibleTime, .unknownZone, .unsafeAddress, .tooLongText, .duplicateID, .deadReference,
      .endBeforeStart:
      .error
    case .wrongVersion, .duplicateField, .offsetDisagrees, .invalidUTF8, .hiddenCharacter, .unusableID, .missingID,
      .outsideConference, .further:
      .warning
    case .unknownField:
      .note
    }
  }
}
