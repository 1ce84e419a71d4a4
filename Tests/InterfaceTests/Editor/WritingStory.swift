import Agenda
import Cells
import Notes
import Testing

@testable import Interface

/// Somebody who writes, and a store that keeps what is written as the real one does.
struct WritingStory {
  var story: Story
  /// What is kept, by note.
  var kept: [Subject: [UInt8]] = [:]
  /// What the clock says when it is asked.
  var now: Instant

  init(_ text: String = "", at now: Instant = Sample.at(4, 9, 41), width: Int = 80, height: Int = 24) throws {
    self.now = now
    story = try Story(width: width, height: height, at: now)
    kept[.session("opening")] = Array(text.utf8)
  }

  /// The same with the note open.
  static func writing(_ text: String = "", width: Int = 80, height: Int = 24) throws -> WritingStory {
    var story = try WritingStory(text, width: width, height: height)
    story.press("e")
    return story
  }

  mutating func send(_ event: Event) {
    story.effects = []
    story.send(event)
    let effects = story.effects
    for effect in effects { answer(effect) }
    story.effects = effects
    // A long text is compared by those who have the time.
    if let editor, editor.text.count < 20_000 {
      #expect(kept[editor.target] ?? [] == editor.text.bytes(in: 0..<editor.text.count))
    }
  }

  private mutating func answer(_ effect: Effect) {
    switch effect {
    case .openNote(let target):
      follow(.noteOpened(target, String(decoding: kept[target] ?? [], as: UTF8.self)))
    case .readClock: follow(.clockRead(now))
    case .editNote(let target, let edit):
      let range = edit.offset..<edit.offset + edit.removed
      kept[target, default: []].replaceSubrange(range, with: edit.inserted.utf8)
    default: break
    }
  }

  /// What the world outside tells at once.
  private mutating func follow(_ event: Event) {
    story.effects = []
    story.send(event)
    for effect in story.effects { answer(effect) }
  }

  mutating func press(_ keys: Key...) {
    for key in keys { send(.input(.key(key))) }
  }

  mutating func type(_ text: String) {
    for character in text { send(.input(.key(character == "\n" ? .enter : .character(character)))) }
  }

  mutating func paste(_ text: String) { send(.input(.paste(text))) }

  var editor: NoteEditor? { story.editor }
  /// The text with the caret as `|`, a selection between brackets.
  var text: String {
    guard let editor else { return "" }
    let all = editor.text.bytes(in: 0..<editor.text.count)
    func part(_ range: Range<Int>) -> String { String(decoding: all[range], as: UTF8.self) }
    let selection = editor.selection
    if selection.isEmpty { return part(0..<editor.caret) + "|" + part(editor.caret..<all.count) }
    return part(0..<selection.lowerBound) + "[" + part(selection) + "]" + part(selection.upperBound..<all.count)
  }
}
