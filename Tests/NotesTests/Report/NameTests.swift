import Agenda
import Testing

@testable import Notes

/// Under the Chatham House rule names go, what may be a name is asked about, and nothing else is touched.
struct NameTests {
  private func removed(
    _ text: String, people: [String] = [], affiliation: String? = nil, options: Report.Options = Report.Options()
  ) -> NameRemoval.Removed {
    var agenda = Agenda(conference: ReportSample.agenda.conference)
    agenda.people = people.map { Person(id: $0, name: Text($0), affiliation: affiliation.map { Text($0) }) }
    let note = ReportSample.note(.session("s"), text)
    return NameRemoval(
      finder: NameFinder(NameBook(of: agenda).adding([note]), people: []), somebody: "[a participant]",
      answers: options.answers, keepsDoubtful: options.keepsDoubtful
    ).removed(from: text, of: NoteSubject(target: .session("s"), title: "Talk"))
  }

  @Test("A family name goes in any case and with any accents; a first name alone is asked about")
  func families() {
    let people = ["Eva Lee", "Jürgen Müller", "Tomás Quiroga"]
    #expect(removed("then quiroga said no", people: people).text == "then [a participant] said no")
    #expect(removed("MULLER and Mueller", people: people).text == "[a participant] and [a participant]")
    #expect(removed("lee: no", people: people).text == "[a participant]: no")
    let asked = removed("Eva says no", people: people)
    #expect(asked.text.isEmpty && asked.linesLeftOut == 1)
    #expect(asked.doubts.map(\.words) == ["Eva"] && asked.doubts.map(\.line) == [1])
  }

  @Test("A name that is a word is asked about where it has a capital, and stays where it has none")
  func words() {
    let people = ["Theresa May", "Mark Hope", "Will Grant"]
    for line in ["we may go", "mark it", "There is hope", "they will grant access", "in May 2018", "May we go?"] {
      #expect(removed(line, people: people).text == line, "\(line)")
    }
    for line in ["May would not", "ask Hope", "Grant was late"] {
      #expect(removed(line, people: people).linesLeftOut == 1, "\(line)")
    }
    #expect(removed("Ms May and Mr Hope will go", people: people).text == "[a participant] and [a participant] will go")
  }

  @Test("What has been said of a doubtful place is done, for one place or for all with its name")
  func answers() throws {
    let people = ["Theresa May"]
    let text = "Theresa agreed\nTheresa left"
    let doubts = removed(text, people: people).doubts
    #expect(doubts.map(\.line) == [1, 2])
    var options = Report.Options()
    options.answers[doubts[0]] = .keep
    #expect(removed(text, people: people, options: options).text == "Theresa agreed")
    options.answers.answer(.replace, all: doubts[1].name)
    #expect(removed(text, people: people, options: options).text == "Theresa agreed\n[a participant] left")
    var keeping = Report.Options()
    keeping.keepsDoubtful = true
    let kept = removed(text, people: people, options: keeping)
    #expect(kept.text == text && kept.keepsDoubtful && kept.linesLeftOut == 0)
  }

  @Test("Names that only a mark gives go too; a role in a mark makes no word of it a name")
  func marks() {
    #expect(removed("- [ ] **Action (Bo Aly):** call Aly").text == "- [ ] **Action:** call [a participant]")
    #expect(removed("> Never — Eva").text == "> Never")
    let text = "- **Question (The delegate of Ruritania):** why?\nThe list is late. The delegate of Ruritania agrees"
    #expect(removed(text).text == "- **Question:** why?\nThe list is late. [a participant] agrees")
    #expect(removed("- [ ] **Action (All):** all keep quiet").text == "- [ ] **Action:** all keep quiet")
  }

  @Test("An organisation to which somebody belongs is asked about, in full and for short")
  func organisations() {
    let of = "Forum for Open Counts (FOC), Riga"
    for line in ["the forum for open counts pays", "FOC pays", "Riga: we pay"] {
      #expect(removed(line, people: ["Eva Lee"], affiliation: of).linesLeftOut == 1, "\(line)")
    }
    #expect(removed("a forum on open questions in Riga", people: ["Eva Lee"], affiliation: of).linesLeftOut == 0)
  }
}
