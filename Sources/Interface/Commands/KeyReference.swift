import Cells

/// The table of keys as documents show it.
public enum KeyReference {
  /// A Markdown table for each group of commands, with the keys that hold in the panels; README has it between its
  /// markers.
  public static var markdown: String {
    Command.Group.allCases.map(table).joined(separator: "\n\n")
  }

  private static func table(_ group: Command.Group) -> String {
    let rows = Command.allCases.filter { $0.group == group }.map { "| \(keys(of: $0)) | \(Words.help($0)) |" }
    return (["| \(Words.name(group)) | |", "| --- | --- |"] + rows).joined(separator: "\n")
  }

  /// The keys that hold in all panels come first, then those of some, with these named; what can only be done in a note
  /// needs no name of its place.
  private static func keys(of command: Command) -> String {
    let bindings = KeyTable.bindings.filter {
      $0.command == command && !$0.contexts.isDisjoint(with: [.panels, .writing])
    }
    func place(_ binding: Binding) -> String? { command.group == .write ? nil : Words.place(binding.contexts) }
    let plain = bindings.filter { place($0) == nil }.flatMap(\.keys).map(code)
    let placed = bindings.compactMap { binding in
      place(binding).map { place in place + " " + binding.keys.map(code).joined(separator: " ") }
    }
    return ([plain.joined(separator: " ")] + placed).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func code(_ keys: [Key]) -> String { "`" + Key.name(of: keys) + "`" }
}
