public import Agenda

/// A previous meeting as one row of the list.
public struct MeetingRow: Equatable, Sendable, Identifiable {
  public var id: Meeting.ID = ""
  public var title = ""
  public var kind = Meeting.Kind.workshop
  /// Nil only where the catalogue is damaged.
  public var date: PartialDate?
  public var place = ""

  public init() {}
}

/// A document as one row of the list.
public struct DocumentRow: Equatable, Sendable, Identifiable {
  public var id: Document.ID = ""
  public var title = ""
  public var kind = ""

  public init() {}
}
