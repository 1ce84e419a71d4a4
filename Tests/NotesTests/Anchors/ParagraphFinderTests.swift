import Testing

@testable import Notes

/// A made-up draft in two versions: what has become of each of its paragraphs.
@Suite struct ParagraphFinderTests {
  static let first = DocumentParagraph.all(
    in: """
      # Declaration of the meeting

      The participants met in Ruritania to speak of elections and of the rights of those who vote in them.

      ## Observers

      - Observers shall have access to every polling station without notice.
      - Observers shall be told the result of each polling station on the day itself.
      - Observers shall pay their own way.

      ## Voters

      Nobody shall be asked for whom they have voted. Lists of voters shall be public for thirty days before an election.

      The authorities shall publish the register.

      The secretariat shall send this declaration to all governments.
      """)

  static let second = DocumentParagraph.all(
    in: """
      # Declaration of the meeting

      A word of welcome from the chair.

      The participants met in Ruritania to speak of elections and of the rights of those who vote in them.

      ## Voters

      Nobody shall be asked for whom they have voted.

      Lists of voters shall be public for thirty days before an election, and for ten days after it.

      The authorities shall publish the register.

      ## Observers of elections

      - Observers shall have free access to all polling stations, without any notice.
      - Observers shall be told the result of each polling station on the day itself.

      The secretariat shall send this declaration to all governments.
      """)

  private func fates(_ numbers: [String], isWhole: Bool) -> [ParagraphFate] {
    let selectors = numbers.compactMap { number in
      Self.first.firstIndex { $0.number == number }.map { ParagraphSelector($0, in: Self.first) }
    }
    return ParagraphFinder(Self.second).fates(of: selectors, versions: isWhole ? [Self.first] : [])
  }

  @Test("What stands there is found, what is reworded or moved is said to be, and what is gone is not found")
  func madeUp() {
    #expect(Self.first.map(\.number) == (1...10).map(String.init))
    let found = fates(["1", "2", "4", "5", "6", "8", "9", "10"], isWhole: true)
    #expect(found[0] == ParagraphFate(numbers: ["1"], isVerbatim: true))
    #expect(found[1] == ParagraphFate(numbers: ["3"], isVerbatim: true))
    #expect(found[2] == ParagraphFate(numbers: ["9"], isVerbatim: false))
    #expect(found[3] == ParagraphFate(numbers: ["10"], isVerbatim: true))
    #expect(found[4] == .gone)
    #expect(found[5] == ParagraphFate(numbers: ["5", "6"], isVerbatim: false))
    #expect(found[6] == ParagraphFate(numbers: ["7"], isVerbatim: true))
    #expect(found[7] == ParagraphFate(numbers: ["11"], isVerbatim: true))
  }

  @Test("Without the old text its own words and surroundings find a paragraph too")
  func alone() {
    let found = fates(["2", "4", "5", "6", "10"], isWhole: false)
    #expect(found.map(\.numbers.first) == ["3", "9", "10", nil, "11"])
  }

  @Test("A short text that stands there twice is the one with the same around it")
  func twice() {
    let old = DocumentParagraph.all(in: "## One\n\nTo be agreed.\n\n## Two\n\nTo be agreed.\n")
    let new = DocumentParagraph.all(in: "Before.\n\n## One\n\nTo be agreed.\n\n## Two\n\nTo be agreed.\n")
    let selectors = old.indices.map { ParagraphSelector($0, in: old) }
    #expect(ParagraphFinder(new).fates(of: selectors).map(\.numbers) == [["2"], ["3"], ["4"], ["5"]])
  }

  @Test("Scripts without spaces, accents and capitals are compared by their letters")
  func scripts() {
    let old = DocumentParagraph.all(in: "選舉觀察員應當可以進入每一個投票站。\n\nفقرة عن الفضاء المدني والانتخابات.\n\nL’ÉTÉ À NIAMEY\n")
    let new = DocumentParagraph.all(
      in: "Nouveau.\n\n選舉觀察員可以隨時進入每一個投票站。\n\nفقرة عن الفضاء المدني وعن الانتخابات.\n\nL'ete a Niamey\n")
    let fates = ParagraphFinder(new).fates(of: old.indices.map { ParagraphSelector($0, in: old) })
    #expect(fates.map(\.numbers) == [["2"], ["3"], ["4"]])
    #expect(fates.allSatisfy { !$0.isVerbatim })
  }

  @Test("Nothing is found in an empty text, and nothing in a text of nothing but the same")
  func bounds() {
    let selectors = Self.first.indices.map { ParagraphSelector($0, in: Self.first) }
    #expect(ParagraphFinder([]).fates(of: selectors).allSatisfy { $0 == .gone })
    #expect(ParagraphFinder(Self.second).fates(of: []).isEmpty)
    let same = DocumentParagraph.all(in: String(repeating: "The same.\n\n", count: 2_000))
    let places = ParagraphAlignment(old: same, new: same).places
    #expect(places == same.indices.map { [$0] })
  }
}
