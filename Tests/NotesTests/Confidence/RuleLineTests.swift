import Agenda
import Testing

@testable import Notes

/// What a note says of itself, in whatever form it was brought.
struct RuleLineTests {
  @Test(
    "A rule is read in every form that somebody may give it",
    arguments: [
      ("Attribution: off the record", Session.Attribution.offTheRecord), ("attribution:off-the-record", .offTheRecord),
      ("**Attribution:** Chatham House Rule", .chathamHouse), ("# ATTRIBUTION : chatham-house", .chathamHouse),
      ("- *Attribution*: the Chatham House Rule.", .chathamHouse), ("> Attribution：public", .public),
      ("Attribution : Règle de Chatham House", .chathamHouse), ("Attribution : confidentielle", .offTheRecord),
      ("\"attribution\": \"off-the-record\",", .offTheRecord), ("<!-- Attribution: off the record -->", .offTheRecord),
      ("<p>Attribution: off the record</p>", .offTheRecord), ("\u{FEFF}Attribution: off the record", .offTheRecord),
      ("‹U+FEFF›Attribution: Chatham House Rule", .chathamHouse), ("Ａｔｔｒｉｂｕｔｉｏｎ：public", .public),
      ("text\r\n  Attribution:\toff the record\r\nmore", .offTheRecord),
      ("[14:02] Attribution: Chatham House", .chathamHouse),
      ("Attribution: secret", .offTheRecord), ("Attribution:", .offTheRecord),
      ("Attribution: not public", .offTheRecord),
      ("Attribution: public\nAttribution: Chatham House Rule", .chathamHouse),
      ("Attribution off the record", .offTheRecord),
      ("Rule: off the record", .offTheRecord), ("Confidentiality: Chatham House Rule", .chathamHouse),
    ])
  func reading(text: String, rule: Session.Attribution) { #expect(RuleLine.strictest(in: text) == rule) }

  @Test("A line that is asked about has the number that it has in the note, with its rule")
  func numbers() {
    let note = "Attribution: Chatham House Rule\n\nfirst\n\nsame\nAttribution: Chatham House Rule\nsame\n"
    let left = RuleLine.stripped(note)
    let lines = left.split(separator: "\n", omittingEmptySubsequences: false)
    let numbers = RuleLine.numbers(ofLinesOf: left, in: note)
    #expect(zip(lines, numbers).filter { !$0.0.isEmpty }.map { "\($0.0) \($0.1)" } == ["first 3", "same 5", "same 7"])
  }

  @Test(
    "Other lines say nothing",
    arguments: [
      "", "He spoke off the record", "The attribution: it is his", "Attribution of seats", "Rule: nobody speaks twice",
      "We know the Chatham House Rule", "see Attribution: public", "Contribution: off the record",
    ])
  func otherLines(text: String) { #expect(RuleLine.strictest(in: text) == nil) }

  private func edited(_ text: String, _ edits: [NoteEdit]) -> String {
    var bytes = Array(text.utf8)
    for edit in edits {
      bytes.replaceSubrange(edit.offset..<edit.offset + edit.removed, with: Array(edit.inserted.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("The line is put in where it is missing, made stricter where it says less, and is there once")
  func keeping() {
    func kept(_ text: String, _ rule: Session.Attribution) -> String {
      edited(text, RuleLine.edits(keeping: rule, in: text))
    }
    #expect(kept("a\n", .public) == "a\n" && kept("", .public).isEmpty)
    #expect(kept("", .offTheRecord) == "Attribution: off the record\n\n")
    #expect(kept("a\r\n", .chathamHouse) == "Attribution: Chatham House Rule\r\n\r\na\r\n")
    #expect(kept("\u{FEFF}a", .offTheRecord) == "\u{FEFF}Attribution: off the record\n\na")
    #expect(kept("a\n**attribution:** public\nb", .offTheRecord) == "a\nAttribution: off the record\nb")
    let strict = "Attribution: off the record\nb"
    #expect(kept(strict, .chathamHouse) == strict, "it never says less")
    let twice = "Attribution: off the record\nb\nAttribution: off the record\n"
    #expect(kept(twice, .offTheRecord) == strict + "\n")
    #expect(kept("Attribution: J. Smith\n", .offTheRecord) == "Attribution: J. Smith\n")
  }

  @Test("What the user says is all that the note says of it, and no word of the note is lost")
  func setting() {
    func set(_ text: String, _ rule: Session.Attribution) -> String {
      edited(text, RuleLine.edits(setting: rule, in: text))
    }
    #expect(set("Attribution: off the record\n\na", .public) == "Attribution: public\n\na")
    let text = set("Attribution: J. Smith\nb\nAttribution: off the record\n", .chathamHouse)
    #expect(RuleLine.strictest(in: text) == .chathamHouse && text.contains("J. Smith") && text.contains("b\n"))
  }

  @Test("A report has the note without the line")
  func stripping() {
    #expect(RuleLine.stripped("Attribution: off the record\n\n  a\nb") == "  a\nb")
    #expect(RuleLine.stripped("a\n\nAttribution: public\n\nb") == "a\n\n\nb")
    #expect(RuleLine.isAlone(in: "Attribution: off the record\n\n") && !RuleLine.isAlone(in: "Attribution: by Ann\n"))
  }
}
