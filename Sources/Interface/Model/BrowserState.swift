import Catalogue

/// A panel that lists pages and shows one of them: Background and Documents.
struct BrowserState: Sendable {
  struct Entry: Equatable, Sendable {
    var subject: Topic
    var title: String
    var detail: String
  }

  var entries: [Entry] = []
  var selected = 0
  /// The first entry that is shown.
  var top = 0
  /// The page that is open; nil shows the list.
  var open: Topic?
  var page = PageView()

  var selectedEntry: Entry? { entries.indices.contains(selected) ? entries[selected] : nil }

  /// Puts other entries in the place of these; selection and open page stay where they still exist.
  mutating func fill(_ entries: [Entry]) {
    let before = selectedEntry?.subject
    self.entries = entries
    selected = min(selected, max(0, entries.count - 1))
    if let before { select(before) }
    if let open, !entries.contains(where: { $0.subject == open }) { self.open = nil }
  }

  mutating func select(_ subject: Topic) {
    if let index = entries.firstIndex(where: { $0.subject == subject }) { selected = index }
  }
}
