import Agenda
import Testing

@testable import Notes

struct SubjectSearchTests {
  private let subjects = [
    NoteSubject(target: .session("opening"), title: "Welcome and Introductions"),
    NoteSubject(target: .session("review"), title: "Review of the draft Plan of Action"),
    NoteSubject(target: .session("final"), title: "Finalization of the revised draft Plan of Action"),
    NoteSubject(target: .session("plan"), title: "Plan"), NoteSubject(target: .session("q"), title: "Où, quand?"),
    NoteSubject(target: .meeting("opening"), title: "Launch"),
  ]

  @Test(arguments: [
    ("opening", "session:opening"), ("meeting:opening", "meeting:opening"), ("session:final", "session:final"),
    ("welcome", "session:opening"), ("intro", "session:opening"), ("PLAN", "session:plan"),
    ("finalization OF", "session:final"),
    ("action revised", "session:final"), ("review", "session:review"), ("où quand", "session:q"),
    ("launch", "meeting:opening"),
  ])
  func aSessionIsFoundByItsIdOrWordsOfItsTitle(words: String, name: String) throws {
    guard case .found(let subject) = SubjectSearch(words, among: subjects) else {
      Issue.record("\(words) finds none")
      return
    }
    #expect(subject.target.name == name)
  }

  @Test func whatIsNotClearGivesAllCandidates() {
    #expect(SubjectSearch("draft plan", among: subjects) == .ambiguous([subjects[1], subjects[2]]))
    for words in ["lunch", "", " ", "?"] { #expect(SubjectSearch(words, among: subjects) == .nothing) }
  }
}
