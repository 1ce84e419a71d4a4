public import Cells

/// The one table of keys.
public enum KeyTable {
  /// What a key, after the prefix keys before it, asks for.
  public enum Meaning: Equatable, Sendable {
    case command(Command)
    /// More keys have to follow.
    case prefix
    case nothing
  }

  public static let bindings: [Binding] = reading + writing + program

  private static let reading: [Binding] = [
    Binding(.up, [.up, .character("k")], in: .panels),
    Binding(.up, [.up, .control("p")], in: .typing),
    Binding(.down, [.down, .character("j")], in: .panels),
    Binding(.down, [.down, .control("n")], in: .typing),
    Binding(.pageUp, [.pageUp, .control("b")], in: .everywhere),
    Binding(.pageDown, [.pageDown, .character(" "), .control("f")], in: .panels),
    Binding(.pageDown, [.pageDown, .control("f")], in: .typing),
    Binding(.first, [.home, .character("g")], in: .panels),
    Binding(.last, [.end, .character("G")], in: .panels),
    Binding(.previousDay, [.character("[")], in: .panels),
    Binding(.nextDay, [.character("]")], in: .panels, footer: 40),
    Binding(.previousDay, [.left, .character("h")], in: [.agenda, .list, .notes]),
    Binding(.nextDay, [.right, .character("l")], in: [.agenda, .list, .notes]),
    Binding(.left, [.left, .character("h")], in: .timetable),
    Binding(.right, [.right, .character("l")], in: .timetable),
    Binding(.now, [.character(".")], in: .panels, footer: 50),
    Binding(.nextPanel, [.tab], in: .panels, footer: 76),
    Binding(.previousPanel, [.backtab], in: .panels),
    Binding(.showAgenda, [.character("1")], in: .panels),
    Binding(.showSession, [.character("2")], in: .panels),
    Binding(.showBackground, [.character("3")], in: .panels),
    Binding(.showDocuments, [.character("4")], in: .panels),
    Binding(.showNotes, [.character("5")], in: .panels),
    Binding(.timetable, [.character("v")], in: [.agenda, .list, .page, .notes], footer: 78),
    Binding(.timetable, [.character("v")], in: .timetable, footer: 35),
    Binding(.zoom, [.character("z")], in: .panels, footer: 77),

    Binding(.open, [.enter], in: [.panels, .typing], footer: 10),
    Binding(.back, [.escape], in: .everywhere, footer: 15),
    Binding(.back, [.backspace], in: .panels),
    Binding(.star, [.character("*")], in: [.agenda, .timetable, .page, .notes], footer: 20),
    Binding(.background, [.character("b")], in: .panels, footer: 65),
    Binding(.aboutConference, [.character("i")], in: .panels),
    Binding(.people, [.character("p")], in: .panels),
    Binding(.rooms, [.character("r")], in: .panels),
    Binding(.parallel, [.character("=")], in: .panels),
    Binding(.reachable, [.character("w")], in: .panels),
    Binding(.previousLink, [.left, .character("h")], in: .page),
    Binding(.nextLink, [.right, .character("l")], in: .page),
    Binding(.links, [.character("o")], in: .panels, footer: 27, of: [.page, .list, .notes]),
    Binding(.copy, [.character("y")], in: .panels),
    Binding(.ownZone, [.character("t")], in: .panels),

    Binding(.find, [.character("/")], in: .panels, footer: 60),
    Binding(.nextMatch, [.character("n")], in: .panels),
    Binding(.previousMatch, [.character("N")], in: .panels),
    Binding(.filterKind, sequences: [[.character("f"), .character("k")]], in: .panels),
    Binding(.filterPerson, sequences: [[.character("f"), .character("p")]], in: .panels),
    Binding(.filterRoom, sequences: [[.character("f"), .character("r")]], in: .panels),
    Binding(.filterTrack, sequences: [[.character("f"), .character("t")]], in: .panels),
    Binding(
      .filterStarred, sequences: [[.character("f"), .character("s")], [.character("f"), .character("*")]], in: .panels),
    Binding(.clearFilters, sequences: [[.character("f"), .character("c")]], in: .panels),
    Binding(.nextClash, [.character("c")], in: .panels),

    Binding(.write, [.character("e")], in: .panels, footer: 18),
    Binding(.allNotes, [.character("a")], in: .panels),
    Binding(.actionList, [.character("A")], in: .panels),
    Binding(.tick, [.character("x")], in: .gathering),
    Binding(.report, [.character("R")], in: .panels),
  ]

  private static let program: [Binding] = [
    Binding(.palette, [.character(":"), .control("p")], in: .panels, footer: 80),
    Binding(.help, [.character("?"), .function(1)], in: .panels, footer: 90),
    Binding(.conferences, [.character("C")], in: .panels),
    Binding(.mouse, [.character("m")], in: .panels),
    Binding(.redraw, [.control("l")], in: .everywhere),
    Binding(.suspend, [.control("z")], in: .everywhere),
    Binding(.interrupt, [.control("c")], in: .everywhere),
    Binding(.quit, [.character("q")], in: .panels, footer: 95),
  ]

  /// The command of a sequence of keys in a context.
  public static func meaning(of keys: [Key], in context: Context) -> Meaning {
    guard let last = keys.last else { return .nothing }
    if keys.count == 1, let row = singles[Place(key: last, context: context)] { return .command(row) }
    for binding in bindings where binding.contexts.contains(context) {
      for sequence in binding.keys where sequence.starts(with: keys) {
        return sequence.count == keys.count ? .command(binding.command) : .prefix
      }
    }
    return .nothing
  }

  /// What may follow these keys, in the order of the table: the which-key box.
  public static func continuations(of prefix: [Key], in context: Context) -> [(key: Key, command: Command)] {
    var found: [(key: Key, command: Command)] = []
    for binding in bindings where binding.contexts.contains(context) {
      for sequence in binding.keys where sequence.count > prefix.count && sequence.starts(with: prefix) {
        if !found.contains(where: { $0.command == binding.command }) {
          found.append((sequence[prefix.count], binding.command))
        }
      }
    }
    return found
  }

  /// All keys of a command in some of these contexts, without repeats.
  public static func keys(of command: Command, in contexts: Context = .everywhere) -> [[Key]] {
    var all: [[Key]] = []
    for binding in bindings where binding.command == command && !binding.contexts.isDisjoint(with: contexts) {
      for sequence in binding.keys where !all.contains(sequence) { all.append(sequence) }
    }
    return all
  }

  /// The keys that take all filters away, as they are named.
  static var clearFilters: String { keys(of: .clearFilters).first.map(Key.name(of:)) ?? "" }

  private struct Place: Hashable {
    let key: Key
    let context: Context
  }

  /// Single keys by context, so that a key's path is one look-up.
  private static let singles: [Place: Command] = {
    var table: [Place: Command] = [:]
    for binding in bindings {
      for context in Context.all where binding.contexts.contains(context) {
        for sequence in binding.keys where sequence.count == 1 {
          if let key = sequence.first { table[Place(key: key, context: context)] = binding.command }
        }
      }
    }
    return table
  }()
}
