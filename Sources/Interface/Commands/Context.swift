/// Where a key is pressed.
///
/// A binding holds in one or several contexts.
public struct Context: OptionSet, Hashable, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The agenda has the focus.
  public static let agenda = Context(rawValue: 1)
  /// A list of meetings or documents has the focus.
  public static let list = Context(rawValue: 2)
  /// A text has the focus.
  public static let page = Context(rawValue: 4)
  /// The notes have the focus.
  public static let notes = Context(rawValue: 8)
  /// Text is typed into a box: search, palette, help, a filter.
  public static let typing = Context(rawValue: 16)

  /// The agenda has the focus and is shown as a timetable.
  public static let timetable = Context(rawValue: 64)
  /// A note is written.
  public static let writing = Context(rawValue: 32)
  /// The view of all notes is open.
  public static let gathering = Context(rawValue: 128)

  public static let panels: Context = [.agenda, .timetable, .list, .page, .notes, .gathering]
  public static let everywhere: Context = [.panels, .typing, .writing]
  /// Each context alone.
  public static let all: [Context] = [.agenda, .timetable, .list, .page, .notes, .gathering, .typing, .writing]
}
