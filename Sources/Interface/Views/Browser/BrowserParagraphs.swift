import Cells
import Messages

// Going to a document's paragraphs by their numbers, and to those that have notes.
extension BrowserView {
  var statusInput: StatusInput? {
    asked.map { StatusInput(prompt: Message("Go to paragraph: "), input: $0) }
  }

  mutating func type(_ key: Key, _ world: World) -> [Outcome] {
    _ = asked?.editor.edit(key)
    return []
  }

  mutating func paste(_ text: String, _ world: World) -> [Outcome]? {
    guard asked != nil else { return nil }
    asked?.editor.insert(text)
    return []
  }

  /// Enter behind a number.
  mutating func goToAsked() -> [Outcome] {
    let number = asked?.editor.text.filter { $0 != " " && $0 != "¶" } ?? ""
    asked = nil
    if number.isEmpty { return [] }
    guard let index = text.paragraph(numbered: number) else {
      return [.say(Message("This document has no paragraph %s", number), .warning), .effect(.bell)]
    }
    text.goTo(paragraph: index)
    return []
  }

  /// Goes to the next paragraph that has a note, or back to the one before.
  private mutating func goToNoted(isNext: Bool) -> [Outcome] {
    let read = text.paragraphRead ?? 0
    let places = text.content.paragraphs.indices.filter { noted.contains(text.content.paragraphs[$0].number) }
    guard let place = isNext ? places.first(where: { $0 > read }) : places.last(where: { $0 < read }) else {
      return [
        .say(isNext ? Message("No paragraph after this has a note") : Message("No paragraph before this has a note"))
      ]
    }
    text.goTo(paragraph: place)
    return []
  }

  private static let noNumbers: @Sendable (BrowserView, World) -> Message? = { view, _ in
    view.page?.content.paragraphs.isEmpty == false ? nil : Message("Only the paragraphs of a document have numbers")
  }

  private static let noNotes: @Sendable (BrowserView, World) -> Message? = { view, world in
    noNumbers(view, world) ?? (view.noted.isEmpty ? Message("No paragraph of this document has a note") : nil)
  }

  static let paragraphCommands: [Command<BrowserView>] = [
    Command(
      "goToParagraph", .move, Message("Go to a paragraph of a document by its number"), Shortcuts(["#"]),
      hint: Command.Hint(28, Message("paragraph")) { view, world in
        view.asked == nil && noNumbers(view, world) == nil && !world.isVisitor
      }, unless: noNumbers
    ) { view, _ in
      view.asked = InputLine()
      return []
    },
    Command(
      "previousNoted", .move, Message("Go to the last paragraph before this that has a note"), Shortcuts(["{"]),
      unless: noNotes
    ) { view, _ in view.goToNoted(isNext: false) },
    Command(
      "nextNoted", .move, Message("Go to the next paragraph that has a note"), Shortcuts(["}"]), unless: noNotes
    ) { view, _ in view.goToNoted(isNext: true) },
    Command(
      "back", .read, Message("Go back"), Shortcuts(typing: [.escape]),
      hint: Command.Hint(15, Message("go back")) { view, _ in view.asked != nil },
      holds: { view, _ in view.asked != nil }
    ) { view, _ in
      view.asked = nil
      return []
    },
  ]
}
