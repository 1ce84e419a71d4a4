import Agenda
import Catalogue
import Testing

struct SearchTests {
  let catalogue: Catalogue

  init() throws {
    catalogue = try Catalogue.compile(Sample.agenda(), problemCount: 0, languages: ["en"])
  }

  func targets(_ query: String, limit: Int = 50) -> [Subject] {
    catalogue.search(query, limit: limit).map {
      switch $0.source {
      case .page(let target), .note(let target): target
      }
    }
  }

  /// The matches in quotation marks.
  func marked(_ fragments: [SearchHit.Fragment]) -> String {
    fragments.map { $0.isMatch ? "«\($0.text)»" : $0.text }.joined()
  }

  @Test func everyWordMustBeFoundAndTheLastMayGoOn() {
    #expect(Set(targets("closing civic space")) == [.session("opening"), .document("note")])
    #expect(Set(targets("civic clo")) == [.session("opening"), .document("note")])
    #expect(targets("clo civic") == [])
    #expect(targets("wel") == [.session("opening")])
  }

  @Test func accentsAndCaseDoNotMatter() {
    #expect(Set(targets("ELECTIONS")) == [.session("opening"), .document("note")])
    #expect(Set(targets("élections")) == [.session("opening"), .document("note")])
    #expect(targets("muller") == [.person("zoe"), .session("opening")])
    #expect(targets("e\u{301}lections touches").isEmpty == false)
  }

  @Test func peoplePlacesAndItemsAreSearchedToo() {
    #expect(targets("abel ruiz") == [.person("abel"), .session("opening")])
    #expect(targets("announced") == [.session("dinner")])
    #expect(targets("outcomes") == [.session("opening")])
    #expect(targets("geneva") == [.meeting("june")])
    #expect(targets("2016") == [.meeting("june")])
    #expect(Set(targets("room b")) == [.room("b"), .session("opening"), .session("treaty")])
  }

  @Test func aMeetingIsFoundByItsMonthInWhateverLanguageThatIsCalled() {
    func found(_ query: String, _ names: [Int: String]) -> [SearchHit.Source] {
      catalogue.search(query, months: (1...12).map { names[$0] ?? "month \($0)" }).map(\.source)
    }
    let (english, french) = ([2: "February", 6: "June"], [2: "février", 6: "juin"])
    for query in ["june 2016", "June", "jun", "geneva june"] {
      #expect(found(query, english) == [.page(.meeting("june"))], "\(query)")
    }
    #expect(found("14 february 2015", english) == [.page(.meeting("launch"))])
    #expect(found("FEVRIER 2015", french) == [.page(.meeting("launch"))])
    // Only the last word may be the beginning of one.
    for query in ["june 2015", "jun 2016"] { #expect(found(query, english).isEmpty, "\(query)") }
    #expect(found("june", french).isEmpty)
    #expect(targets("june").isEmpty)
  }

  @Test func titlesComeFirst() {
    #expect(targets("treaty") == [.session("treaty"), .meeting("june")])
    #expect(targets("treaty bod") == [.session("treaty"), .meeting("june")])
    #expect(targets("treaty", limit: 1) == [.session("treaty")])
    #expect(targets("treaty", limit: 0).isEmpty)
  }

  /// Pages in which the word is in the text, the place and somebody's role, in an order that is none of these.
  @Test func theBestHitsComeFirst() throws {
    var agenda = Sample.agenda()
    agenda.sessions += [
      Sample.session("once", "First", Sample.at(4, 7)) {
        $0.summary = Text("A morning of many other words, and of one observatory among all of them")
      },
      Sample.session("often", "Second", Sample.at(4, 8)) {
        $0.summary = Text("An observatory is an observatory is an observatory, in so many words and no others at all")
      },
      Sample.session("placed", "Third", Sample.at(4, 8, 30)) {
        $0.place = Text("Observatory")
        $0.summary = Text("A morning of many other words, and of none that is among those that are told")
      },
      Sample.session("peopled", "Fourth", Sample.at(4, 9)) {
        $0.people = [.init(person: "abel", role: Text("Observatory"))]
        $0.summary = Text("A morning of many other words, and of none that is among those that are told")
      },
    ]
    let catalogue = try Catalogue.compile(agenda, problemCount: 0, languages: ["en"])
    let found = catalogue.search("observatory").map(\.source)
    #expect(Set(found) == Set(["once", "often", "placed", "peopled"].map { .page(.session($0)) }))
    func place(_ id: String) -> Int { found.firstIndex(of: .page(.session(id))) ?? -1 }
    #expect(place("often") < place("once"))
    #expect(place("peopled") < place("placed"))
    #expect(place("placed") < place("once"))
  }

  @Test func theBestNotesComeFirst() {
    catalogue.setNotes([
      (.session("opening"), "Many words of the morning, and a single zebra among all the others that were said"),
      (.session("treaty"), "Zebra, zebra and zebra"), (.session("dinner"), "Nothing of the kind"),
      (.session("late"), "Nothing at all"), (.meeting("june"), "Nothing else"),
    ])
    #expect(targets("zebra") == [.session("treaty"), .session("opening")])
  }

  @Test(arguments: [
    "\"", "*", "(", ")", "-", ":", "^", "AND", "a OR", "NEAR(", "title:", "{title}", "\0", "wel\0come", "\"wel\"",
    "--", "'; DROP TABLE page", "\u{202E}", "+", "a\"b*c", "“”", "🎉", "\\", "?1", "%", ",", "x AND NOT y", "NOT",
  ])
  func whatIsTypedIsNeverSyntax(query: String) {
    _ = catalogue.search(query, limit: 50)
    _ = catalogue.matches(of: query, in: "AND welcome \" to * the NEAR title")
    #expect(catalogue.damage == nil)
  }

  @Test func punctuationAloneFindsNothing() {
    for query in ["", "   ", "\"\"", "* - :", "…", "🎉🎉", "\0\0"] { #expect(targets(query).isEmpty, "\(query)") }
    #expect(targets("wel\0") == [.session("opening")])
    #expect(targets("& welcome —") == [.session("opening")])
  }

  @Test func aLongQueryIsCut() {
    #expect(targets(String(repeating: "zz ", count: 100_000)).isEmpty)
    #expect(targets(String(repeating: "x", count: 1_000_000)).isEmpty)
    #expect(catalogue.damage == nil)
  }

  @Test func anyPartOfAChineseSentenceIsFound() {
    for query in ["选举观察", "举观", "观", "民主", "观察 民主"] { #expect(targets(query) == [.meeting("june")], "\(query)") }
    for query in ["举选", "观民"] { #expect(targets(query).isEmpty, "\(query)") }
    let context = marked(catalogue.search("举观", limit: 1).first?.context ?? [])
    #expect(context == "…Long text about 选«举观»察 and 民主.")
  }

  @Test func contextsShowWordsAroundTheFirstMatchWithoutMarkdown() throws {
    let hit = try #require(catalogue.search("agenda", limit: 1).first)
    #expect(hit.detail == PageTests.monday(9))
    #expect(marked(hit.title) == "Welcome and Introductions")
    #expect(
      marked(hit.context) == "…élections. Goals Review the «agenda» Know each other Welcome Background and outcomes")
    let document = try #require(catalogue.search("space is", limit: 1).first)
    #expect(marked(document.context) == "Elections are rights. Civic «space» «is» closing.")
    #expect(document.detail == .text("concept note"))
  }

  @Test func aMatchInTheTitleAloneNeedsNoContext() throws {
    let hit = try #require(catalogue.search("Parallel", limit: 1).first)
    #expect(marked(hit.title) == "«Parallel» talk")
    #expect(hit.context.isEmpty)
  }

  @Test func aMatchInAPersonIsShown() throws {
    let hit = try #require(catalogue.search("müll", limit: 2).last)
    #expect(marked(hit.context) == "Zoë «Müller», Chair, Director, The Center; Ábel Ruiz")
  }

  @Test func notesAreSearchedOnceTheyAreGiven() {
    #expect(targets("zebra").isEmpty)
    catalogue.setNotes([
      (.session("dinner"), "# Note\n\nAsk the **zebra** about treaty"), (.session("lost"), "zebra two"),
    ])
    let hits = catalogue.search("zebra", limit: 5)
    #expect(Set(hits.map { marked($0.context) }) == ["Note Ask the «zebra» about treaty", "«zebra» two"])
    #expect(hits.contains { $0.source == .note(.session("dinner")) && $0.detail == PageTests.monday(19) })
    #expect(hits.contains { $0.source == .note(.session("lost")) && marked($0.title) == "lost" })
    #expect(catalogue.search("treaty", limit: 4).last?.source == .note(.session("dinner")))
    catalogue.setNotes([(.session("dinner"), "lion")])
    #expect(targets("zebra").isEmpty)
    #expect(targets("lion") == [.session("dinner")])
    catalogue.setNotes([])
    #expect(targets("lion").isEmpty)
    #expect(catalogue.damage == nil)
  }

  @Test func matchesAreWhatTheSearchMarks() {
    func marked(_ query: String, _ text: String) -> String {
      var result = ""
      var start = 0
      let bytes = Array(text.utf8)
      for range in catalogue.matches(of: query, in: text) {
        result += String(decoding: bytes[start..<range.lowerBound], as: UTF8.self)
        result += "«" + String(decoding: bytes[range], as: UTF8.self) + "»"
        start = range.upperBound
      }
      return result + String(decoding: bytes[start...], as: UTF8.self)
    }
    #expect(marked("elec", "Élections, re-elections and select") == "«Élections», re-«elections» and select")
    #expect(marked("civic sp", "Civic space; space civic spa") == "«Civic» «space»; «space» «civic» «spa»")
    #expect(marked("closing-space", "closing space, space closing spaces") == "«closing space», space «closing spaces»")
    #expect(marked("aa", "aa aa aaa") == "«aa» «aa» «aaa»")
    #expect(marked("观察", "观察观") == "«观察»观")
    #expect(marked("一一", "一一一") == "«一一一»")
    #expect(marked("cafe", "cafe\u{301} CAFÉ") == "«cafe\u{301}» «CAFÉ»")
    #expect(marked("", "nothing") == "nothing")
    #expect(marked("a", "") == "")
  }
}
