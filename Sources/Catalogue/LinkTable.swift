import Agenda

/// The ways between pages, in both directions.
struct LinkTable {
  struct Key: Hashable {
    var page: RowID
    /// The item of the session that leads there; -1 for the page as a whole.
    var item: Int
  }

  private(set) var targets: [(key: Key, target: RowID)] = []
  private var known: Set<Link> = []
  private let numbering: PageNumbering

  private struct Link: Hashable {
    var key: Key
    var target: RowID
  }

  /// A session leads where it says, each of its items where that says.
  ///
  /// A meeting leads to its documents, to the
  /// documents that name it, then to the sessions that name it, themselves or in an item; a document likewise.
  init(_ agenda: Agenda, _ numbering: PageNumbering) {
    self.numbering = numbering
    for meeting in agenda.meetings {
      for document in meeting.documents { both(.meeting(meeting.id), .document(document)) }
    }
    for document in agenda.documents {
      for meeting in document.meetings { both(.document(document.id), .meeting(meeting)) }
    }
    for index in numbering.sessionOrder {
      let session = agenda.sessions[index]
      let page = Subject.session(session.id)
      for target in session.meetings.map(Subject.meeting) + session.documents.map(Subject.document) {
        both(page, target)
      }
      for (position, item) in session.items.enumerated() {
        for target in item.meetings.map(Subject.meeting) + item.documents.map(Subject.document) {
          add(page, item: position, target)
          add(target, page)
        }
      }
    }
  }

  private mutating func both(_ a: Subject, _ b: Subject) {
    add(a, b)
    add(b, a)
  }

  /// A link to nothing, or said before, is left out.
  private mutating func add(_ page: Subject, item: Int = -1, _ target: Subject) {
    guard let from = numbering.number(of: page), let to = numbering.number(of: target) else { return }
    let key = Key(page: from, item: item)
    if known.insert(Link(key: key, target: to)).inserted { targets.append((key, to)) }
  }
}
