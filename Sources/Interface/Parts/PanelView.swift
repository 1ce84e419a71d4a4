import Agenda
import Cells
import Messages

/// A view that has a place among the panels.
protocol PanelView: View {
  /// What its title says; the short one has four letters at most.
  func title(_ world: World) -> Message
  func shortTitle(_ world: World) -> Message
  /// What is to be known of it at the right of its border, the longest first.
  func info(_ size: Size, _ world: World) -> [String]
  /// What it says of itself while it is folded to its title; 0 is nothing.
  func count(_ world: World) -> Int
  /// How many lines a list of that size needs to tell all, counted anew only when something has changed; 0 where already
  /// its rows are more than these.
  mutating func lines(in size: Size, _ world: World) -> Int
  /// What it tells of.
  func topic(_ world: World) -> Topic
  /// Opens a page if it is of those that this view has; false where it is not.
  mutating func show(_ topic: Topic, _ world: World) -> Bool
  /// The page of what it could show; nil where it has no such pages.
  func content(of topic: Topic, _ world: World) -> PageContent?
  /// What is selected in its list of pages; nil where a page is open, or none is listed.
  var listedSubject: Subject? { get }
  /// Goes back to where it shows what others have selected; false where it is there.
  mutating func goBack() -> Bool
  /// The text that is read in it; nil where it shows a list.
  var page: Page? { get set }
  /// How many rows one page of it has, less one for context.
  var rows: Int { get }
  /// A line that is typed into in the place of the status line.
  var statusInput: StatusInput? { get }
  /// Whether what it says at its border is a warning.
  func isInDanger(_ world: World) -> Bool
  /// Whether it needs all the columns that there are.
  var needsAllColumns: Bool { get }
  /// How many lines it would fill.
  var lineCount: Int { get }
  /// What must not be lost of it when it goes out of sight.
  func leave(_ world: World) -> [Outcome]
  /// The same when it goes for good.
  mutating func end(_ world: World) -> [Outcome]
  /// What has happened outside.
  mutating func receive(_ event: Event, _ world: World) -> [Outcome]
  /// Another catalogue has taken the place of the one before.
  mutating func replaceCatalogue(_ world: World)
}

/// A line that is typed into in the place of the status line.
struct StatusInput {
  var prompt: Message
  var input: InputLine
  /// What is wrong with what was typed.
  var warning: Message?
}

extension PanelView {
  func count(_ world: World) -> Int { 0 }
  mutating func lines(in size: Size, _ world: World) -> Int { 0 }
  mutating func show(_ topic: Topic, _ world: World) -> Bool { false }
  func content(of topic: Topic, _ world: World) -> PageContent? { nil }
  var listedSubject: Subject? { nil }
  mutating func goBack() -> Bool { false }
  var page: Page? {
    get { nil }
    set {}
  }
  var statusInput: StatusInput? { nil }
  func isInDanger(_ world: World) -> Bool { false }
  var needsAllColumns: Bool { false }
  var lineCount: Int { page?.content.lines.count ?? 0 }
  func leave(_ world: World) -> [Outcome] { [] }
  mutating func end(_ world: World) -> [Outcome] { leave(world) }
  mutating func receive(_ event: Event, _ world: World) -> [Outcome] { [] }
  mutating func replaceCatalogue(_ world: World) {}
}
