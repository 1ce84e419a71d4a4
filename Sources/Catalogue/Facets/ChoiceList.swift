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
  private let reader: ChoiceReader?

  /// A list of nothing.
  public init() { self.init([]) }

  init(_ ready: [FilterChoice]) { (choices, reader) = (.ready(ready), nil) }

  /// All people who take part in anything.
  init(everybody reader: ChoiceReader) {
    (choices, self.reader) = (.everybody(count: reader.personCount), reader)
  }

  /// Those of everybody that a count, at their place, says are left.
  init(counts: [Int32], from reader: ChoiceReader) {
    let places = counts.indices.filter { counts[$0] > 0 }
    (choices, self.reader) = (.people(places: places, counts: places.map { counts[$0] }), reader)
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
    reader?.person(place) ?? FilterChoice(id: "", name: "", sessionCount: 0)
  }

  /// The names to look for words in, in the order of the list; `folded` takes accents and case from a text.
  public func foldedNames(_ folded: (String) -> String) -> PackedTexts {
    switch choices {
    case .ready(let ready):
      var texts = PackedTexts()
      for choice in ready { texts.append([choice.name], folded: folded) }
      return texts
    case .everybody(let count): return reader?.foldedPeople(count: count) ?? PackedTexts()
    case .people(let places, _):
      return reader.map { $0.foldedPeople(count: $0.personCount).kept(places) } ?? PackedTexts()
    }
  }

  public static func == (a: ChoiceList, b: ChoiceList) -> Bool { a.elementsEqual(b) }
}

/// Reads what can be chosen by each facet, and keeps what has been looked at.
final class ChoiceReader {
  private let reader: Reader
  /// By the facet's code.
  private var choices: [Int: [FilterChoice]] = [:]
  /// By their places in the list of everybody.
  private var people: [Int: FilterChoice] = [:]
  /// How many people take part in anything.
  private(set) lazy var personCount = readPersonCount()

  init(_ reader: Reader) { self.reader = reader }

  /// All choices of a facet, which are few; people are not, and have a list of their own.
  func all(_ facet: Facet) -> [FilterChoice] {
    if let known = choices[facet.code] { return known }
    let read = reader.rows(.choices, [.integer(facet.code)], ChoiceReader.choice)
    choices[facet.code] = read
    return read
  }

  private func readPersonCount() -> Int {
    let count = max(0, reader.first(.choiceCount) { Int(clamping: $0.integer(0)) } ?? 0)
    // A number that the list does not bear out must not be counted to.
    guard count > 0, person(count - 1) == nil else { return count }
    reader.reportDamage("number of people")
    return 0
  }

  /// Somebody by the place in the list of everybody; nil where there is nobody.
  func person(_ place: Int) -> FilterChoice? {
    if let known = people[place] { return known }
    // More than a screen has, and little to hold.
    if people.count >= 2_000 { people = [:] }
    let choice = reader.first(.choice, [.integer(Facet.person.code), .integer(place)], ChoiceReader.choice)
    people[place] = choice
    return choice
  }

  /// The names of everybody without accents and case.
  func foldedPeople(count: Int) -> PackedTexts {
    var read: PackedTexts?
    reader.each(.foldedPeople) { row in row.bytes(0) { read = PackedTexts($0, count: count) } }
    if let read { return read }
    reader.reportDamage("names of people")
    return PackedTexts(emptyTexts: count)
  }

  private static func choice(_ row: Statement) -> FilterChoice? {
    FilterChoice(id: row.text(0), name: row.text(1), sessionCount: Int(row.integer(2)))
  }
}
