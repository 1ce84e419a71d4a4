import Catalogue

/// All that a box offers: some choices that are ready, then those of a list, made when they are looked at.
struct Offer: RandomAccessCollection {
  private let ready: [ChoiceBox.Choice]
  private let list: ChoiceList
  private let choice: (FilterChoice) -> ChoiceBox.Choice

  init(_ ready: [ChoiceBox.Choice]) {
    self.init(ready, then: ChoiceList()) { ChoiceBox.Choice($0.name, action: .nothing) }
  }

  init(
    _ ready: [ChoiceBox.Choice] = [], then list: ChoiceList,
    choice: @escaping (FilterChoice) -> ChoiceBox.Choice
  ) {
    (self.ready, self.list, self.choice) = (ready, list, choice)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { ready.count + list.count }

  subscript(index: Int) -> ChoiceBox.Choice {
    index < ready.count ? ready[index] : choice(list[index - ready.count])
  }

  /// Whether a choice is a heading; what comes from a list never is.
  func isHeading(_ index: Int) -> Bool { index < ready.count && ready[index].isHeading }

  /// The texts to look for words in: of what is ready all that is shown, of a list the names.
  func texts(_ folded: (String) -> String) -> PackedTexts {
    var texts = PackedTexts()
    for choice in ready { texts.append([choice.text, choice.detail], folded: folded) }
    texts.append(list.foldedNames(folded))
    return texts
  }
}
