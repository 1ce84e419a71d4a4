extension Catalogue {
  /// All choices of a facet, which are few; people are not, and have a list of their own.
  func readChoices(_ facet: Facet) -> [FilterChoice] {
    if let known = choiceCache[facet.code] { return known }
    let choices = reader.rows(.choices, [.integer(facet.code)], Catalogue.choice)
    choiceCache[facet.code] = choices
    return choices
  }

  /// How many people take part in anything.
  var personChoiceCount: Int {
    if let personCount { return personCount }
    var count = max(0, reader.first(.choiceCount) { Int(clamping: $0.integer(0)) } ?? 0)
    // A number that the list does not bear out must not be counted to.
    if count > 0, personChoice(count - 1) == nil {
      reportDamage("number of people")
      count = 0
    }
    personCount = count
    return count
  }

  /// Somebody by the place in the list of everybody; nil where there is nobody.
  func personChoice(_ place: Int) -> FilterChoice? {
    if let known = personCache[place] { return known }
    // More than a screen has, and little to hold.
    if personCache.count >= 2_000 { personCache = [:] }
    let choice = reader.first(.choice, [.integer(Facet.person.code), .integer(place)], Catalogue.choice)
    personCache[place] = choice
    return choice
  }

  /// The names of everybody without accents and case.
  func foldedPeople(count: Int) -> PackedTexts {
    var read: PackedTexts?
    reader.each(.foldedPeople) { row in row.bytes(0) { read = PackedTexts($0, count: count) } }
    if let read { return read }
    reportDamage("names of people")
    return PackedTexts(emptyTexts: count)
  }

  private static func choice(_ row: Statement) -> FilterChoice? {
    FilterChoice(id: row.text(0), name: row.text(1), sessionCount: Int(row.integer(2)))
  }
}
