import Agenda
import Markup
import Messages

extension SessionDraft {
  /// Sentences that exports begin the text of a session with, where their format has no place for what they say, in the
  /// languages that exports are written in.
  private static let marks: [String: WrittenWords.Mark] = {
    var table: [String: WrittenWords.Mark] = [
      "Facultative": .optional, "Confidentiel : ne pas rapporter": .rule(.offTheRecord),
      "Règle de Chatham House : on peut utiliser ce qui est dit, sans nommer qui l’a dit": .rule(.chathamHouse),
    ]
    table[Messages.english.text(WritingWords.optional)] = .optional
    for rule in Session.Attribution.allCases {
      if let words = rule.rule { table[Messages.english.text(words)] = .rule(rule) }
    }
    return table
  }()

  /// Takes what such sentences say, where the first line of the text is nothing else, and takes them out of it.
  mutating func takeWrittenMarks() {
    guard let text = description, text.variants.count == 1, let string = text.variants.first?.string else { return }
    let line = string.prefix { $0 != "\n" }
    guard line.utf8.count <= 300, line.last == "." else { return }
    let sentences = line.dropLast().split(separator: ".").map { String($0).trimmingBlanks }
    let marks = sentences.compactMap { SessionDraft.marks[$0] }
    guard !marks.isEmpty, marks.count == sentences.count else { return }
    for mark in marks { apply(mark) }
    let rest = string[line.endIndex...].drop { $0 == "\n" || $0 == " " }
    description = rest.isEmpty ? nil : Text(String(rest))
  }
}
