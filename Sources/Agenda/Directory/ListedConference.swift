public import Times

/// A conference as a directory names it: what it is called, when it is, and where its schedule is.
public struct ListedConference: Hashable, Sendable {
  public var title: Text
  /// The first day and the last, not before it; nil where the directory does not say.
  public var start: CalendarDate?
  public var end: CalendarDate?
  /// As `Europe/Brussels`, unless the directory leaves that open.
  public var timeZone: String?
  /// Of the web; whoever fetches it looks at it anew.
  public var address: String
  /// What the directory calls it; empty where it has no name for it.
  public var id: String
  /// Minutes from one look at its schedule to the next, as the directory wants it; nil leaves that open.
  public var interval: Int?

  public init(title: Text, address: String, id: String = "") {
    (self.title, self.address, self.id) = (title, address, id)
  }

  /// Days from a date to its nearest one, none while it is on; nil where nobody knows when it is.
  func distance(from date: CalendarDate) -> Int? {
    guard let start, let end else { return nil }
    return max(0, start.dayNumber - date.dayNumber, date.dayNumber - end.dayNumber)
  }
}
