import Agenda
import Catalogue
import Cells
import Notes

/// A box to choose from, narrowed by typing: palette, help, filters, links.
struct ChoiceBox {
  enum Kind: Equatable, Sendable {
    case palette, help, filterKind, filterPerson, filterRoom, filterTrack, people, rooms, conferences, links
    case filterMark, filterMarkedPerson
    /// Who is named with a mark; any other name can be typed.
    case markedPerson(NoteMark.Kind)
  }

  enum Action: Equatable, Sendable {
    case run(Command)
    case keepKind(Session.Kind?)
    case keepPerson(Person.ID?, name: String)
    case keepRoom(Room.ID?, name: String)
    case keepTrack(Track.ID?, name: String)
    case follow(Destination)
    /// In all notes; nil keeps everything.
    case keepMark(NoteMark.Kind?)
    case keepMarksOf(String?)
    case openConference(String)
    case name(String)
    /// A heading, or the explanation of a sign.
    case nothing
  }

  struct Choice: Equatable, Sendable {
    var text: String
    /// Keys, a count, an address.
    var detail: String
    var action: Action
    /// Why it cannot be chosen now.
    var reason: String?
    var isHeading: Bool { action == .nothing && detail.isEmpty }

    init(_ text: String, detail: String = "", action: Action, reason: String? = nil) {
      (self.text, self.detail, self.action, self.reason) = (text, detail, action, reason)
    }
  }

  var kind: Kind
  var editor = LineEditor()
  /// All that can be chosen, whatever has been typed.
  let all: Offer
  /// The same as texts to look for words in, from the first word on.
  private var foldedTexts: PackedTexts?
  /// What passes the typed words.
  var choices: Choices { Choices(all: all, passing: passing, typed: typed) }
  /// Indices into all; nil while nothing is typed, when everything passes.
  private var passing: [Int]?
  /// What has been typed as a choice of its own, behind the others.
  private var typed: Choice?
  private(set) var selected = 0
  /// The first choice that is shown.
  var top = 0

  init(kind: Kind, choices: [Choice]) { self.init(kind: kind, offer: Offer(choices)) }

  init(kind: Kind, offer: Offer) {
    (self.kind, all) = (kind, offer)
    selected = firstRow(from: 0, by: 1) ?? 0
  }

  var selectedChoice: Choice? { choices.indices.contains(selected) ? choices[selected] : nil }

  /// Keeps the choices that have every typed word, in any order; `folded` takes accents and case from a text.
  ///
  /// Links are chosen by number: there all stay, and the one with the typed number is selected.
  mutating func narrow(_ folded: (String) -> String) {
    if kind == .links {
      if let number = Int(editor.text) { select(number - 1) }
      return
    }
    let words = folded(editor.text).split(separator: " ").map { Array($0.utf8) }
    if words.isEmpty {
      passing = nil
    } else {
      let texts = foldedTexts ?? all.texts(folded)
      foldedTexts = texts
      passing = texts.matches(words).filter { !all.isHeading($0) }
    }
    typed = nil
    if case .markedPerson = kind {
      // Nobody is a choice of those who type no name: a name may well be a part of these words.
      if !words.isEmpty { passing?.removeAll { all[$0].action == .name("") } }
      typed = typedName.map { Choice($0, detail: Words.asTyped, action: .name($0)) }
    }
    (selected, top) = (0, 0)
    selected = firstRow(from: 0, by: 1) ?? 0
  }

  /// What has been typed, as a name that can stand in a mark; nil where that is nothing, or offered already.
  private var typedName: String? {
    let name = editor.text.split(separator: " ").reduce("") { $0.isEmpty ? String($1) : $0 + " " + $1 }
    let depths = name.reduce(into: [0]) { depths, character in
      depths.append(depths[depths.count - 1] + (character == "(" ? 1 : character == ")" ? -1 : 0))
    }
    // A parenthesis without its other half would end the name, or never.
    let isBalanced = depths.last == 0 && depths.allSatisfy { $0 >= 0 }
    let safe = isBalanced ? name : name.filter { $0 != "(" && $0 != ")" }
    return safe.isEmpty || choices.contains { $0.text == safe } ? nil : safe
  }

  /// Selects the choice so many rows on, passing over headings, and stops at the ends.
  mutating func move(by rows: Int) {
    let target = min(max(selected + rows, 0), max(0, choices.count - 1))
    let direction = rows < 0 ? -1 : 1
    if let found = firstRow(from: target, by: direction) ?? firstRow(from: target, by: -direction) {
      selected = found
    }
  }

  mutating func select(_ index: Int) {
    if choices.indices.contains(index), !choices[index].isHeading { selected = index }
  }

  mutating func scroll(rows: Int) {
    if selected < top + 1 { top = max(0, selected - 1) }
    if selected >= top + rows { top = selected - rows + 1 }
    top = max(0, min(top, choices.count - rows))
  }

  private func firstRow(from index: Int, by step: Int) -> Int? {
    var index = index
    while choices.indices.contains(index) {
      if !choices[index].isHeading { return index }
      index += step
    }
    return nil
  }
}

/// Some of many choices, none of them copied.
struct Choices: RandomAccessCollection {
  let all: Offer
  /// Nil for all of them.
  let passing: [Int]?
  /// Behind the others.
  let typed: ChoiceBox.Choice?

  var startIndex: Int { 0 }
  var endIndex: Int { found + (typed == nil ? 0 : 1) }
  private var found: Int { passing?.count ?? all.count }
  subscript(index: Int) -> ChoiceBox.Choice {
    if let typed, index == found { return typed }
    return all[passing?[index] ?? index]
  }
}
