import Agenda
import Cells
import Testing

@testable import Interface

@Suite("The table of keys")
struct KeyTableTests {
  @Test("No sequence has two meanings in a context, and none is shadowed by a shorter one")
  func noConflicts() {
    for context in Context.all {
      var taken: [[Key]: Command] = [:]
      for binding in KeyTable.bindings where binding.contexts.contains(context) {
        for keys in binding.keys {
          #expect(!keys.isEmpty)
          #expect(
            taken[keys] == nil, "\(Key.name(of: keys)) is both \(binding.command) and \(taken[keys]?.rawValue ?? "")")
          taken[keys] = binding.command
        }
      }
      for keys in taken.keys {
        for length in 1..<max(1, keys.count) {
          #expect(taken[Array(keys.prefix(length))] == nil, "\(Key.name(of: keys)) cannot be typed")
        }
      }
    }
  }

  @Test("Every command has a key in some panel, or while a note is written", arguments: Command.allCases)
  func everyCommandHasAKey(command: Command) {
    #expect(!KeyTable.keys(of: command, in: [.panels, .writing]).isEmpty)
  }

  @Test("Every binding is what its keys mean, and every key before the last is a prefix")
  func meanings() {
    for binding in KeyTable.bindings {
      for context in Context.all where binding.contexts.contains(context) {
        for keys in binding.keys {
          #expect(KeyTable.meaning(of: keys, in: context) == .command(binding.command))
          for length in 1..<max(1, keys.count) {
            #expect(KeyTable.meaning(of: Array(keys.prefix(length)), in: context) == .prefix)
          }
        }
      }
    }
  }

  @Test("No printable key is a command where text is typed")
  func typingTakesText() {
    for context in [Context.typing, .writing] {
      for character in " abcdefghijklmnopqrstuvwxyzGN0123456789*/?:.[]" {
        #expect(KeyTable.meaning(of: [.character(character)], in: context) == .nothing)
      }
    }
  }

  @Test("Every command has a line of help, a place in the footer's words and a group with others")
  func words() {
    var lines = Set<String>()
    for command in Command.allCases {
      #expect(!Words.help(command).isEmpty)
      #expect(lines.insert(Words.help(command)).inserted, "two commands have the help line of \(command)")
      #expect(Command.allCases.contains { $0 != command && $0.group == command.group })
    }
  }

  @Test("The continuations of f are the filters, each once")
  func continuations() {
    let found = KeyTable.continuations(of: ["f"], in: .agenda)
    #expect(
      found.map(\.command) == [
        .filterKind, .filterPerson, .filterRoom, .filterTrack, .filterStarred, .clearFilters,
      ])
    #expect(found.map(\.key) == ["k", "p", "r", "t", "s", "c"])
  }
}
