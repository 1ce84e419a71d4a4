import Agenda
import Cells
import Messages
import Notes

/// Which views there are, which only this file knows.
enum Views {
  /// All that have commands, in the order in which help lists these.
  static let keys = KeyTable(
    [
      AgendaView.table, Openers.table, Desk.table, TimetableView.table, ReadingView.table, BrowserView.table,
      NotesView.table, EditorView.table,
    ] + overlays.map { $0.table } + [App.table])

  /// The views that lie over the panels.
  fileprivate static let overlays: [any Overlay.Type] = [
    ChangesView.self, RoomsView.self, TimeView.self, PlanView.self, ShareView.self, ClashesView.self,
    AppointmentView.self, AllNotesView.self, NameReviewView.self, ForgettingView.self, SelectingView.self,
    SearchView.self, FinderView.self, NoticesView.self, ChooserView.self,
  ]

  /// The views of each panel, in the order of the panels.
  static func panels() -> [[any PanelView]] {
    [
      [AgendaView(), TimetableView()], [ReadingView()], [BrowserView(.background)], [BrowserView(.documents)],
      [NotesView()],
    ]
  }

  static func nameReview(_ doubts: [NameDoubt]) -> any Overlay { NameReviewView(doubts) }

  /// The box that finds conferences in directories, with words that have been typed already.
  static func finder(_ words: String) -> any Overlay { FinderView(words) }

  static func notices(_ reading: NoticeReading, _ languages: [String]) -> any Overlay {
    NoticesView(reading, languages: languages)
  }

  static func selecting(_ text: String) -> any Overlay { SelectingView(text) }

  static func chooser(_ offer: Offer) -> any Overlay { ChooserView(offer) }
}

extension App {
  /// A note to be written, with what was cut and looked for in the one before.
  func editor(_ subject: Subject, text: String) -> EditorView {
    EditorView(subject, text: text, cutText: clipboard.cut, query: clipboard.query, world)
  }

  /// What was cut and looked for in the note that is written.
  func clipboardOfEditor() -> Clipboard? {
    (stack.desk[.notes] as? EditorView).map { Clipboard(cut: $0.cutText.text, query: $0.search.query) }
  }
}

extension Openers: CommandOwner {
  static let commands = Views.overlays.flatMap { $0.openers }
}

extension ViewStack {
  /// Whether one of several is chosen by its number.
  var isChoosingByNumber: Bool { (overlays.last as? ChooserView)?.all.typing == .numbers }
  /// Whether it is seen what the kiosks tell.
  var isTellingVisitors: Bool { overlays.last is NoticesView }
  /// Whether a conference is looked for in directories.
  var isFinding: Bool { overlays.last is FinderView }
  /// Whether a text is shown to be selected with the mouse.
  var isSelecting: Bool { overlays.contains { $0 is SelectingView } }
  /// Whether words are typed that are searched for.
  var isSearching: Bool { overlays.last is SearchView }
}
