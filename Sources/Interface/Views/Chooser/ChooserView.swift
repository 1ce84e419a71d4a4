import Catalogue
import Cells
import Messages

/// A box to choose from, narrowed by typing: palette, help, filters, people, links.
struct ChooserView: TypingView {
  var input = InputLine()
  /// All that can be chosen, whatever has been typed.
  let all: Offer
  /// The same as texts to look for words in, from the first word on.
  private var foldedTexts: PackedTexts?
  /// Indices into all; nil while nothing is typed, when everything passes.
  private var passing: [Int]?
  /// What has been typed as a choice of its own, behind the others.
  private var further: Choice?
  private(set) var list = Scroll()
  private var rows = 1

  init(_ offer: Offer) {
    all = offer
    further = offer.further?("")
    list.selected = firstRow(from: 0, by: 1) ?? 0
  }

  /// What passes the typed words.
  var choices: Choices { Choices(all: all, passing: passing, typed: further) }
  private var selectedChoice: Choice? { choices.indices.contains(list.selected) ? choices[list.selected] : nil }

  func frame(on screen: Size) -> Rect {
    if Box.isSmall(screen) { return Box.body(of: screen) }
    let width = min(76, screen.width - 4)
    let height = min(screen.height - 6, max(6, min(all.count + (all.further == nil ? 0 : 1), 40) + 4))
    return Rect(x: (screen.width - width) / 2, y: 2, width: width, height: height)
  }

  mutating func fit(_ size: Size, _ world: World) {
    rows = max(1, Box(Rect(size)).list.height)
    // A heading stays in sight above what it heads.
    if list.selected < list.top + 1 { list.top = max(0, list.selected - 1) }
    list.fit(shown: rows, count: choices.count)
  }

  // MARK: - Typing

  mutating func type(_ key: Key, _ world: World) -> [Outcome] {
    if case .numbers = all.typing, case .character(let character) = key { return typeNumber(character, key, world) }
    let outcomes = edit(world) { _ = $0.edit(key) }
    return isText ? close() : outcomes
  }

  mutating func typed(_ world: World) { narrow(world) }

  /// Whether what was typed into a box of names goes on with the text that is marked: it begins with a blank, ends with a
  /// sign of a sentence, has more words than a name, or is nobody's name and begins with a small letter.
  private var isText: Bool {
    guard case .names = all.typing, let first = input.editor.characters.first else { return false }
    let words = input.editor.text.split(separator: " ")
    if first == " " || words.count > 4 { return true }
    guard passing?.isEmpty == true, let last = input.editor.characters.last else { return false }
    return ",;:?!".contains(last) || words.count > 1 && first.isLowercase
  }

  /// Closes the box; what was typed for a name and was not chosen is not lost.
  private func close() -> [Outcome] {
    guard case .names = all.typing, !input.editor.text.isEmpty else { return [.close] }
    return [.close, .reply(.text(input.editor.text))]
  }

  /// Digits choose as soon as no longer number can be meant; any other key closes the box and means itself.
  private mutating func typeNumber(_ character: Character, _ key: Key, _ world: World) -> [Outcome] {
    guard character.isASCII, character.isNumber else { return [.close, .press(key)] }
    _ = input.editor.edit(key)
    let number = Int(input.editor.text) ?? 0
    guard number >= 1, number <= all.count else {
      return [.close, .say(Message("This page has no link %d", number), .warning), .effect(.bell)]
    }
    narrow(world)
    return number * 10 > all.count ? accept() : []
  }

  /// Keeps the choices that have every typed word, in any order.
  private mutating func narrow(_ world: World) {
    if case .numbers = all.typing {
      if let number = Int(input.editor.text) { select(number - 1) }
      return
    }
    let words = world.catalogue.folded(input.editor.text).split(separator: " ").map { Array($0.utf8) }
    if words.isEmpty {
      passing = nil
    } else {
      let texts = foldedTexts ?? all.texts(world)
      foldedTexts = texts
      passing = texts.matches(words).filter { !all.isHeading($0) }
      if let named = all.index(named: input.editor.text.lowercased()) {
        passing = [named] + (passing ?? []).filter { $0 != named }
      }
    }
    further = all.further?(input.editor.text)
    if case .names = all.typing {
      // Nobody is a choice of those who type no name: a name may well be a part of these words.
      if !words.isEmpty { passing?.removeAll { $0 == 0 } }
      further = typedName(world).map { Choice(.data($0), detail: Message("as typed"), .reply(.person($0))) }
    }
    list = Scroll()
    list.selected = firstRow(from: 0, by: 1) ?? 0
  }

  /// What has been typed, as a name that can stand in a mark; nil where that is nothing, or offered already.
  private func typedName(_ world: World) -> String? {
    let name = input.editor.text.split(separator: " ").reduce("") { $0.isEmpty ? String($1) : $0 + " " + $1 }
    let depths = name.reduce(into: [0]) { depths, character in
      depths.append(depths[depths.count - 1] + (character == "(" ? 1 : character == ")" ? -1 : 0))
    }
    // A parenthesis without its other half would end the name, or never.
    let isBalanced = depths.last == 0 && depths.allSatisfy { $0 >= 0 }
    let safe = isBalanced ? name : name.filter { $0 != "(" && $0 != ")" }
    return safe.isEmpty || choices.contains { world.text($0.text) == safe } ? nil : safe
  }

  // MARK: - Choosing

  private mutating func accept() -> [Outcome] {
    guard let choice = selectedChoice else { return [.close] }
    // An explanation is there to be read.
    return choice.outcomes.isEmpty ? [] : [.close] + choice.outcomes
  }

  private mutating func select(_ index: Int) {
    if choices.indices.contains(index), !choices[index].isHeading { list.selected = index }
  }

  private func firstRow(from index: Int, by step: Int) -> Int? {
    var index = index
    while choices.indices.contains(index) {
      if !choices[index].isHeading { return index }
      index += step
    }
    return nil
  }

  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    let rect = Box(Rect(size)).list
    let index = list.top + place.y - rect.y
    guard rect.contains(place), choices.indices.contains(index), !choices[index].isHeading else { return [] }
    list.selected = index
    return accept()
  }

  mutating func wheel(by rows: Int, _ world: World) -> [Outcome] { move(by: rows, world) }
}

extension ChooserView: Movable {
  var pageLength: Int { max(1, rows - 1) }

  /// Selects the choice so many rows on, passing over headings, and stops at the ends.
  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    let target = min(max(list.selected + rows, 0), max(0, choices.count - 1))
    let direction = rows < 0 ? -1 : 1
    if let found = firstRow(from: target, by: direction) ?? firstRow(from: target, by: -direction) {
      list.selected = found
    }
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    let found = isFirst ? firstRow(from: 0, by: 1) : firstRow(from: choices.count - 1, by: -1)
    if let found { list.selected = found }
    return []
  }

  static let commands: [Command<ChooserView>] =
    rowCommands(choose: Command.Hint(12, Message("choose"), after: "up")) + endCommands { $0.input.editor } + [
      .open(Command.Hint(10) { view, _ in view.all.act }) { view, _ in view.accept() },
      .back(Command.Hint(15, Message("close"))) { view, _ in view.close() },
    ]
}

/// Some of many choices, none of them copied.
struct Choices: RandomAccessCollection {
  let all: Offer
  /// Nil for all of them.
  let passing: [Int]?
  /// Behind the others.
  let typed: Choice?

  var startIndex: Int { 0 }
  var endIndex: Int { found + (typed == nil ? 0 : 1) }
  private var found: Int { passing?.count ?? all.count }
  subscript(index: Int) -> Choice {
    if let typed, index == found { return typed }
    return all[passing?[index] ?? index]
  }
}

// MARK: - Drawing

extension ChooserView {
  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    let box = Box(rect)
    box.draw(all.title, info: nil, prompt: all.prompt, input, into: &canvas)
    guard !choices.isEmpty else {
      canvas.putFitted(Message("Nothing has these words."), x: box.list.x + 1, y: box.list.y, .dim, in: box.list)
      return
    }
    for index in choices.indices.dropFirst(list.top) {
      let y = box.list.y + index - list.top
      guard y < box.list.maxY else { break }
      draw(choices[index], isSelected: index == list.selected, y: y, in: box.list, into: &canvas)
    }
  }

  private func draw(_ choice: Choice, isSelected: Bool, y: Int, in rect: Rect, into canvas: inout Canvas) {
    if choice.isHeading { return canvas.putFitted(choice.text, x: rect.x + 1, y: y, .heading, in: rect) }
    let wanted = canvas.text(choice.detail)
    // Where all keys of a command take too much room, the first one has to do.
    let first = wanted.split(separator: ",").first.map(String.init) ?? ""
    let text = choice.reason.map { canvas.text(choice.text) + " – " + canvas.text($0) } ?? canvas.text(choice.text)
    let room = max(rect.width / (all.needsDetails ? 2 : 3), rect.width - displayWidth(text) - 6)
    let detail = canvas.fit(displayWidth(wanted) <= room ? wanted : first, width: room)
    let detailX = rect.maxX - displayWidth(detail) - 1
    let textRect = Rect(x: rect.x, y: y, width: (detail.isEmpty ? rect.maxX : detailX - 1) - rect.x, height: 1)
    canvas.putFitted(text, x: rect.x + 3, y: y, choice.reason == nil ? .text : .dim, in: textRect)
    canvas.put(detail, x: detailX, y: y, .footerKey, in: rect)
    if isSelected { canvas.select(Rect(x: rect.x, y: y, width: rect.width, height: 1), sign: rect.x + 1) }
  }
}
