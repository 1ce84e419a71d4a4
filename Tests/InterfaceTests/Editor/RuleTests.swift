import Agenda
import Cells
import Notes
import Testing

@testable import Interface

/// What may be told of a note, where it is written and read.
struct RuleTests {
  private func story(_ text: String, _ rule: Session.Attribution) throws -> WritingStory {
    var story = try WritingStory(text)
    story.send(.noteRule(.session("opening"), rule))
    story.press("e")
    return story
  }

  private func kept(_ story: WritingStory) -> String {
    String(decoding: story.kept[.session("opening")] ?? [], as: UTF8.self)
  }

  @Test("A note that is begun in confidence says so first, and is no note where nothing follows")
  func beginning() throws {
    var story = try story("", .offTheRecord)
    #expect(kept(story) == "Attribution: off the record\n\n")
    story.type("a secret")
    #expect(kept(story) == "Attribution: off the record\n\na secret" && story.story.shows("off the record, "))
    var idle = try self.story("", .chathamHouse)
    idle.press(.escape)
    #expect(kept(idle).isEmpty)
  }

  @Test("A line that is gone is put back, and the caret stays where it is")
  func puttingBack() throws {
    var story = try story("one\ntwo", .chathamHouse)
    #expect(kept(story) == "Attribution: Chatham House Rule\n\none\ntwo")
    story.type("!")
    #expect(kept(story).hasSuffix("two!"))
    story.press(.controlHome, .control("k"), .control("k"))
    #expect(kept(story) == "one\ntwo!")
    story.press(.escape)
    #expect(kept(story) == "Attribution: Chatham House Rule\n\none\ntwo!\n")
  }

  @Test("A public note says nothing")
  func publicNote() throws {
    let story = try story("one", .public)
    #expect(kept(story) == "one")
  }

  @Test("The border shows what holds, and a command changes it")
  func border() throws {
    var story = try Story(width: 120, height: 30)
    story.send(.noteRule(.session("opening"), .chathamHouse))
    #expect(story.shows("Chatham House"))
    story.press("K")
    #expect(story.shows("What may be told of this note") && story.shows("holds now"))
    story.effects = []
    story.press(.down, .enter)
    #expect(story.effects == [.setRule(.session("opening"), .public)])
  }
}
