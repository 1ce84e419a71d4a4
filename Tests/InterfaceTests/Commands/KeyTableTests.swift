import Agenda
import Cells
import Messages
import Testing

@testable import Interface

/// The table of keys.
struct KeyTableTests {
  private static let commands = Views.keys.commands.map(\.info)

  @Test("No sequence has two meanings to a view, and none is shadowed by a shorter one")
  func noConflicts() {
    for mode in KeyMode.allCases {
      for (owner, rows) in Dictionary(grouping: Views.keys.rows, by: \.owner) {
        _ = owner
        var taken: [[Key]: CommandName] = [:]
        for row in rows {
          for keys in row.info.keys[mode] {
            #expect(!keys.isEmpty)
            #expect(taken[keys] == nil, "\(keys) is both \(row.info.name) and \(taken[keys]?.rawValue ?? "")")
            taken[keys] = row.info.name
          }
        }
        for keys in taken.keys {
          for length in 1..<max(1, keys.count) {
            #expect(taken[Array(keys.prefix(length))] == nil, "\(keys) cannot be typed")
          }
        }
      }
    }
  }

  @Test("A view has each of its commands once")
  func eachOnce() {
    for rows in Dictionary(grouping: Views.keys.rows, by: \.owner).values {
      #expect(Set(rows.map(\.info.name)).count == rows.count)
    }
  }

  @Test("Every command has a key while one reads or writes")
  func everyCommandHasAKey() {
    for info in Self.commands {
      #expect(
        !Views.keys.keys(of: info.name).isEmpty || !Views.keys.keys(of: info.name, in: .writing).isEmpty, "\(info.name)"
      )
    }
  }

  @Test("No printable key is a command where text is typed")
  func typingTakesText() {
    for mode in [KeyMode.typing, .writing] {
      for row in Views.keys.rows {
        for sequence in row.info.keys[mode] {
          if case .character = sequence[0] { Issue.record("\(row.info.name) takes \(sequence) from what is typed") }
        }
      }
    }
  }

  @Test("A command has the same line of help and the same group wherever it stands, and no other has that line")
  func words() {
    var lines: [Message: CommandName] = [:]
    for info in Views.keys.rows.map(\.info) {
      #expect(!Messages.english.text(info.words).isEmpty)
      #expect(lines[info.words] == nil || lines[info.words] == info.name, "\(info.name)")
      lines[info.words] = info.name
      #expect(Self.commands.contains { $0.name == info.name && $0.words == info.words && $0.group == info.group })
    }
  }

  @Test("The continuations of f are the filters, each once")
  func continuations() {
    let found = Views.keys.continuations(of: ["f"], mode: .reading)
    #expect(
      found.map(\.info.name) == [
        "filterKind", "filterPerson", "filterRoom", "filterTrack", "filterLanguage", "filterType", "filterBuilding",
        "filterRecorded", "filterNow", "filterToCome", "filterGrade", "filterStarred", "removeFilter", "clearFilters",
      ])
    #expect(found.map(\.key) == ["k", "p", "r", "t", "l", "y", "b", "v", "n", "u", "g", "s", "x", "c"])
  }

  @Test("What a visitor may do is done by commands that there are")
  func visitors() {
    let names = Set(Self.commands.map(\.name))
    #expect(Visit.allowed.isSubset(of: names), "\(Visit.allowed.subtracting(names))")
  }
}
