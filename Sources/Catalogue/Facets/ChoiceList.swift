/// What an agenda can be narrowed by in one respect, with how many sessions each choice keeps.
///
/// People are read when they are asked for: a list of everybody costs next to nothing.
public struct ChoiceList: RandomAccessCollection, Equatable {
  private enum Choices {
    /// Read already.
    case ready([FilterChoice])
    /// So many people from the first one on.
    case everybody(count: Int)
    /// Places in the list of everybody, and in how many sessions each is of those that are left.
    case people(places: [Int], counts: [Int32])
  }

  private let choices: Choices
  private let catalogue: Catalogue?

  /// A list of nothing.
  public init() { self.init([]) }

  init(_ ready: [FilterChoice]) { (choices, catalogue) = (.ready(ready), nil) }

  init(everybody count: Int, of catalogue: Catalogue) {
    (choices, self.catalogue) = (.everybody(count: count), catalogue)
  }

  /// Those of everybody that a count, at their place, says are left.
  init(counts: [Int32], of catalogue: Catalogue) {
    let places = counts.indices.filter { counts[$0] > 0 }
    (choices, self.catalogue) = (.people(places: places, counts: places.map { counts[$0] }), catalogue)
  }

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch choices {
    case .ready(let ready): ready.count
    case .everybody(let count): count
    case .people(let places, _): places.count
    }
  }

  public subscript(index: Int) -> FilterChoice {
    switch choices {
    case .ready(let ready): return ready[index]
    case .everybody: return person(index)
    case .people(let places, let counts):
      var choice = person(places[index])
      choice.sessionCount = Int(counts[index])
      return choice
    }
  }

  private func person(_ place: Int) -> FilterChoice {
    catalogue?.personChoice(place) ?? FilterChoice(id: "", name: "", sessionCount: 0)
  }

  /// The names to look for words in, in the order of the list; `folded` takes accents and case from a text.
  public func foldedNames(_ folded: (String) -> String) -> PackedTexts {
    switch choices {
    case .ready(let ready):
      var texts = PackedTexts()
      for choice in ready { texts.append([choice.name], folded: folded) }
      return texts
    case .everybody(let count): return catalogue?.foldedPeople(count: count) ?? PackedTexts()
    case .people(let places, _):
      return catalogue.map { $0.foldedPeople(count: $0.personChoiceCount).kept(places) } ?? PackedTexts()
    }
  }

  public static func == (a: ChoiceList, b: ChoiceList) -> Bool { a.elementsEqual(b) }
}
