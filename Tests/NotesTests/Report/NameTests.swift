import Agenda
import Testing

@testable import Notes

/// Under the Chatham House rule better a word too many goes than a name too many stays.
struct NameTests {
  private func stripped(_ text: String, people: [String] = [], others: [String] = []) -> String {
    var subject = NoteSubject(target: .session("s"), title: "Talk")
    subject.people = people.map { .init(name: $0) }
    return NameRemover(of: subject, marks: NoteMark.all(in: text), others: others, somebody: "[a participant]")
      .stripped(text)
  }

  @Test("Names of three letters go like longer ones, whole and in parts")
  func short() {
    let people = ["Eva Lee", "Ng Wei Xu"]
    #expect(stripped("Eva asked Lee; EVA LEE told Wei", people: people).contains { $0 == "E" || $0 == "W" } == false)
    #expect(stripped("Eva says no", people: people) == "[a participant] says no")
    #expect(stripped("then Lee says no", people: people) == "then [a participant] says no")
    #expect(stripped("then LEE says no", people: people) == "then [a participant] says no")
    #expect(stripped("and Wei says no", people: people) == "and [a participant] says no")
  }

  @Test("So do the last names of three letters of everybody in the agenda")
  func others() {
    #expect(stripped("as Kim has said", others: ["Ada Kim"]) == "as [a participant] has said")
    #expect(stripped("as Ada Kim has said", others: ["Ada Kim"]) == "as [a participant] has said")
  }

  @Test("And those that only a mark gives")
  func marks() {
    #expect(stripped("- [ ] **Action (Bo Aly):** call Aly") == "- [ ] **Action:** call [a participant]")
    #expect(stripped("> Never — Eva").contains("Eva") == false)
  }

  @Test("Words in small letters that look like a name stay")
  func small() {
    #expect(stripped("we may go to the lee side", others: ["Theresa May", "Eva Lee"]) == "we may go to the lee side")
  }
}
