public import Agenda
public import Catalogue
public import Messages

/// What is another in the agenda than when the user acknowledged its changes last.
public struct AgendaNews: Equatable, Sendable {
  /// In which respect something is otherwise, and what is gone, has come and stays of it.
  public struct Row: Equatable, Sendable {
    public var label: Message
    public var pieces: [WordChanges.Piece]

    public init(_ label: Message, _ pieces: [WordChanges.Piece]) { (self.label, self.pieces) = (label, pieces) }
  }

  /// One change.
  public struct Entry: Equatable, Sendable {
    /// By which it is acknowledged.
    public var key: String
    /// Of a session.
    public var day: CalendarDate?
    /// Safe to show; empty for the conference itself.
    public var heading: String
    public var rows: [Row]
    /// What a session is called by notes and stars where it is gone, or where nobody knows whether it is.
    public var old: Session.ID?
    public var oldTitle = ""
    /// What it is called now; nil where it is gone.
    public var new: Session.ID?
    public var newTitle = ""
    /// Other sessions that it has become too.
    public var parts: [Session.ID] = []
    /// The old one may have become the new one, which is asked.
    public var isDoubtful = false

    public init(key: String, day: CalendarDate? = nil, heading: String, rows: [Row]) {
      (self.key, self.day, self.heading, self.rows) = (key, day, heading, rows)
    }
  }

  /// A session that an earlier version had.
  public struct Removed: Equatable, Sendable {
    public var page: SessionPage
    /// The conference's day on which it was.
    public var day: CalendarDate
    /// Of the change by which it went; nil where that has been acknowledged.
    public var key: String?

    public init(page: SessionPage, day: CalendarDate, key: String?) {
      (self.page, self.day, self.key) = (page, day, key)
    }
  }

  public var entries: [Entry] = []
  public var removed: [Removed] = []
  /// What has changed, in a sentence; nil where nothing has.
  public var summary: Message?
  /// The number of the version that is shown; 0 where it is not kept.
  public var version = 0
  /// Something that went wrong with keeping versions.
  public var problem: Message?

  public init() {}

  /// Sessions of which there is a change that has not been acknowledged.
  var changed: Set<Session.ID> {
    var ids: Set<Session.ID> = []
    for entry in entries {
      if let new = entry.new { ids.insert(new) }
      ids.formUnion(entry.parts)
    }
    return ids
  }

  /// Takes a change away that was acknowledged.
  mutating func acknowledge(_ key: String) {
    entries.removeAll { $0.key == key }
    for index in removed.indices where removed[index].key == key { removed[index].key = nil }
  }

  /// Takes away what was acknowledged elsewhere; false where that was nothing.
  mutating func acknowledge(_ keys: Set<String>, upTo version: Int) -> Bool {
    let before = self
    if self.version > 0, version >= self.version {
      acknowledgeAll()
    } else {
      for key in keys { acknowledge(key) }
    }
    return self != before
  }

  mutating func acknowledgeAll() {
    entries = []
    for index in removed.indices { removed[index].key = nil }
  }
}

extension World {
  /// Whether a session, or what was noted of it, is the user's own concern.
  func isOwn(_ id: Session.ID?) -> Bool {
    id.map { stars.starred.contains($0) || notes.texts[.session($0)] != nil } ?? false
  }

  func isOwn(_ entry: AgendaNews.Entry) -> Bool { isOwn(entry.new) || isOwn(entry.old) }

  /// Lets the agenda show what was removed of it and is the user's concern: what is starred, and until it is acknowledged
  /// what has notes.
  mutating func showRemoved() {
    changed = news.changed
    let shown = news.removed.filter { removed in
      let id = removed.page.row.id
      return stars.starred.contains(id) || removed.key != nil && notes.texts[.session(id)] != nil
    }
    catalogue.setRemoved(shown.map { ($0.page, $0.day) }) { [messages] in
      messages.text(Message("removed: %s", $0))
    }
  }
}
