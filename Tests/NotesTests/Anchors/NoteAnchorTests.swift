import Agenda
import Testing

@testable import Notes

@Suite struct NoteAnchorTests {
  private let paragraphs = [
    DocumentParagraph(number: "1", kind: .heading(level: 1), text: "Title"),
    DocumentParagraph(number: "2", kind: .paragraph, text: #"It says "so" | and [more] \ of <it> & *that*_"#),
    DocumentParagraph(number: "3", kind: .paragraph, text: String(repeating: "A long paragraph goes on. ", count: 40)),
    DocumentParagraph(number: "3+1", kind: .item, text: "Éléphants — 象"),
  ]

  @Test("What is kept of a paragraph is read as it was written", arguments: 0..<4)
  func roundTrip(place: Int) throws {
    let selector = ParagraphSelector(place, in: paragraphs)
    let line = selector.definition
    #expect(!line.contains("\n") && line.utf8.count < 700)
    #expect(ParagraphSelector(definition: line) == selector, "\(line)")
    #expect(ParagraphSelector(definition: line + " \r") == selector)
  }

  @Test("What stands around a paragraph is 32 characters of what comes before and behind")
  func surroundings() {
    let selector = ParagraphSelector(1, in: paragraphs)
    #expect(selector.prefix == "Title" && selector.suffix == "A long paragraph goes on. A long")
    #expect(ParagraphSelector(2, in: paragraphs).rest?.end.hasSuffix("goes on. ") == true)
  }

  @Test(
    "A line that is no such definition, or a broken one, is none",
    arguments: [
      "", "[¶ 12]", "[¶ 12]: #", #"[¶ 12]: # "a|b""#, #"[¶ 12]: # "a|b|c"#, #"[¶ 12]: # "a|b|c" more"#,
      #"[¶ ]: # "a|b|c""#, #"[12]: # "a|b|c""#, #"[¶ 12]: # "a|b|nothex|c|d""#, #"[¶ x]: # "a|b|c""#, "[¶ 12",
    ])
  func broken(line: String) { #expect(ParagraphSelector(definition: line) == nil) }

  @Test("A note tells its words from what it keeps of paragraphs, wherever that stands")
  func anchors() {
    let two = ParagraphSelector(1, in: paragraphs).definition
    let note = "Before\n\n[¶ 2]\nwords\n\n[¶ 9] more\n\n\(two)\n"
    let anchors = NoteAnchors(in: note)
    #expect(anchors.lines == [.init(number: 3, label: "2"), .init(number: 6, label: "9")])
    #expect(anchors.selectors.keys.sorted() == ["2"] && anchors.definitions == [8])
    #expect(NoteAnchors.text(of: note) == "Before\n\n[¶ 2]\nwords\n\n[¶ 9] more\n\n")
    let moved = NoteAnchors(in: "\(two)\n[¶ 2]\nwords")
    #expect(moved.selectors.count == 1 && moved.bodyEnd == "\(two)\n[¶ 2]\nwords".utf8.count)
  }

  @Test("A report names the paragraphs, and not what the note keeps to find them again")
  func report() {
    let note = "[¶ 2]\n- **Question:** why?\n\n\(ParagraphSelector(1, in: paragraphs).definition)\n"
    let report = ReportSample.report(notes: [ReportSample.note(.document("draft"), note)])
    let text = String(decoding: report.bytes(as: .markdown), as: UTF8.self)
    #expect(text.contains("[¶ 2]") && text.contains("why?") && !text.contains("]: #"), "\(text)")
  }

  @Test("A number that stands for another paragraph by now is told apart")
  func labels() {
    let old = ParagraphSelector(1, in: paragraphs)
    let anchors = NoteAnchors(in: "[¶ 2]\n\n\(old.definition)\n")
    #expect(anchors.label(for: old) == ("2", false))
    var changed = paragraphs
    changed[1].text = "Another one"
    #expect(anchors.label(for: ParagraphSelector(1, in: changed)) == ("2 (2)", true))
    #expect(NoteAnchors(in: "").label(for: old) == ("2", true))
    var second = ParagraphSelector(1, in: changed)
    second.label = "2 (2)"
    #expect(second.number == "2" && ParagraphSelector(definition: second.definition) == second)
  }
}
