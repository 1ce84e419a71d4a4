public import Cells
public import Messages

/// The table of keys as documents show it.
public enum KeyReference {
  /// A group's heading, and its commands with their keys as Markdown code.
  public struct Section: Sendable {
    public let heading: Message
    public let rows: [(keys: String, words: Message)]
  }

  /// The commands of each group with the keys that hold in the panels and while a note is written.
  public static func sections(_ messages: Messages, code: ([Key]) -> String) -> [Section] {
    CommandGroup.allCases.map { group in
      let infos = Views.keys.commands.map(\.info).filter { $0.group == group }
      return Section(heading: group.words, rows: infos.map { (keys(of: $0, messages, code), $0.words) })
    }
  }

  /// The first key of a command, as words outside the interface name it.
  public static func name(of command: CommandName) -> Message { Views.keys.name(of: command) }

  /// A Markdown table for each group; README has it between its markers.
  public static func markdown(_ messages: Messages = .english) -> String {
    sections(messages) { "`" + messages.text(KeyTable.name(of: $0)) + "`" }.map { section in
      let rows = section.rows.map { "| \($0.keys) | \(messages.text($0.words)) |" }
      return (["| \(messages.text(section.heading)) | |", "| --- | --- |"] + rows).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// The keys that hold nearly everywhere come first, then those of some views, with these named; what can only be done
  /// in a note needs no name of its place.
  private static func keys(of info: CommandInfo, _ messages: Messages, _ code: ([Key]) -> String) -> String {
    var plain: [[Key]] = []
    var placed: [(place: String, keys: [[Key]])] = []
    for row in Views.keys.rows(called: info.name) {
      let sequences = row.info.keys[.reading] + row.info.keys[.writing]
      guard let place = row.place, info.group != .write, !row.info.isForAllPanels else {
        plain += sequences.filter { !plain.contains($0) }
        continue
      }
      placed.append((messages.text(place), sequences))
    }
    let places = placed.compactMap { place, keys in
      let own = keys.filter { !plain.contains($0) }
      return own.isEmpty ? nil : place + " " + own.map(code).joined(separator: " ")
    }
    return listed([plain.map(code).joined(separator: " ")] + places)
  }
}
