import Cells
import Messages
import Testing

@testable import Interface

struct ConferencesTests {
  private let entries = [
    ConferenceEntry(path: "/a/fosdem", title: "FOSDEM", detail: "31 January - 1 February 2026"),
    ConferenceEntry(path: "/b/camp", title: "Camp", detail: ""),
  ]

  @Test("C asks for the conferences; the one that is chosen is opened")
  func choose() throws {
    var story = try Story()
    story.press("C")
    #expect(story.effects == [.listConferences])
    story.send(.conferences(entries))
    #expect(story.shows("Open a conference"))
    #expect(story.shows("FOSDEM"))
    story.check("the chooser")
    story.type("camp")
    story.press(.enter)
    #expect(story.effects == [.listConferences, .openConference("/b/camp")])
  }

  @Test("Those of one name are told apart by dates and places, and else by their files")
  func sameName() throws {
    var story = try Story()
    func entry(_ path: String, _ title: String, _ detail: String, _ place: String) -> ConferenceEntry {
      ConferenceEntry(path: path, title: title, detail: detail, place: place, file: path)
    }
    story.send(
      .conferences([
        entry("one", "Days", "3 May 2026", "Lyon"), entry("two", "Days", "3 May 2026", "Nice"),
        entry("three", "Camp", "4 May 2026", "Bonn"), entry("four", "Days", "3 May 2026", "Nice"),
      ]))
    let lines = story.lines
    #expect(lines.contains { $0.contains("Days") && $0.contains("3 May 2026, Lyon ") })
    #expect(lines.contains { $0.contains("Days") && $0.contains("3 May 2026, Nice, two") })
    #expect(lines.contains { $0.contains("Days") && $0.contains("3 May 2026, Nice, four") })
    #expect(lines.contains { $0.contains("Camp") && $0.contains("4 May 2026 ") && !$0.contains("Bonn") })
  }

  @Test("Esc stays here, and where there is nothing to choose directories are left")
  func stay() throws {
    var story = try Story()
    story.send(.conferences(entries))
    story.press(.escape)
    #expect(story.box == nil)
    #expect(story.effects.isEmpty)
    story.send(.conferences([]))
    #expect(story.shows("Find another one in directories"))
  }

  @Test("What the known ones have not is found in directories, by the words that are typed already")
  func further() throws {
    var story = try Story()
    story.send(.conferences(entries))
    #expect(story.shows("Find another one in directories…"))
    story.type("camp")
    story.press(.down)
    story.check("the chooser with words")
    #expect(story.shows("> Find “camp” in directories…"))
    story.press(.enter)
    #expect(story.effects == [.listDirectories])
    #expect(story.shows("Find a conference") && story.shows("Name: camp"))
  }

  @Test("U looks for a newer agenda; what only the user can say is asked, and nothing is done by default")
  func looking() throws {
    var story = try Story()
    story.press("U")
    #expect(story.effects == [.lookForUpdate(nil)])
    story.send(.lookEnded(.data("Nothing newer is there"), .plain))
    #expect(story.message == "Nothing newer is there")
    for consent in [UpdateConsent.yes, .trust] {
      story.effects = []
      story.send(.updateAsks(.data("7 of 12 sessions are gone"), consent))
      #expect(story.shows("7 of 12 sessions are gone"))
      story.check("the question")
      story.press(.enter)
      #expect(story.box == nil && story.effects.isEmpty)
      story.send(.updateAsks(.data("7 of 12 sessions are gone"), consent))
      story.press(.down, .enter)
      #expect(story.effects == [.lookForUpdate(consent)])
    }
  }

  @Test("Thousands are narrowed to those with every word, headings and accents told as ever")
  func narrowed() throws {
    let world = try Story().app.world
    let choices = (0..<3_000).map { Choice(.data("Zoë Número \($0)"), detail: .data("\($0 % 7)"), .effect(.bell)) }
    var box = ChooserView(
      Offer(.data("All"), prompt: .data("Name: "), act: .data("run"), [.heading(.data("Número"))] + choices))
    for character in "ZOE 299" { _ = box.type(.character(character), world) }
    #expect(
      box.choices.map(\.text) == (0..<3_000).filter { "\($0)".contains("299") }.map { .data("Zoë Número \($0)") })
    #expect(box.choices[box.list.selected].text == .data("Zoë Número 299"))
  }
}
