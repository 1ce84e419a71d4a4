import Agenda

/// What the user says of a conference, whatever its file says.
public struct ImportChoices: Equatable, Sendable {
  public var title: String?
  /// Of the system's database, as `Europe/Brussels`.
  public var timeZone: String?
  public var id: String?
  /// Of texts that name none (BCP 47).
  public var language: String?
  /// Which column of a table, or field of JSON's objects, has what: `title=Name,start=Beginn`.
  public var map: String?

  public init(
    title: String? = nil, timeZone: String? = nil, id: String? = nil, language: String? = nil, map: String? = nil
  ) {
    (self.title, self.timeZone, self.id, self.language, self.map) = (title, timeZone, id, language, map)
  }

  /// These, and where they say nothing, others.
  public func over(_ others: ImportChoices) -> ImportChoices {
    ImportChoices(
      title: title ?? others.title, timeZone: timeZone ?? others.timeZone, id: id ?? others.id,
      language: language ?? others.language, map: map ?? others.map)
  }

  /// Whether a text says which columns have what.
  public static func isMap(_ text: String) -> Bool { ColumnChoice.list(text) != nil }

  var columns: [ColumnChoice] { map.flatMap { ColumnChoice.list($0) } ?? [] }

  /// Whether there is a zone of that name in the system's database.
  public static func isZone(_ name: String) -> Bool {
    OffsetTable.named(name, around: 2000...2000) != nil
  }

  public static func isLanguage(_ tag: String) -> Bool { LanguageTag.isWellFormed(tag) }

  public static func isIdentifier(_ id: String) -> Bool { Identifier.isUsable(id) }

  /// Puts what is said in the place of what was read.
  func apply(to draft: inout ScheduleDraft) {
    if let title { draft.title = Text(title) }
    if let timeZone { draft.zoneName = timeZone }
    if let id { draft.acronym = id }
    if let language { draft.language = language }
  }
}
