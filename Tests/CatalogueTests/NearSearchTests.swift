import Agenda
import Testing

@testable import Catalogue

/// What is found by words with a letter wrong, and in which order.
struct NearSearchTests {
  /// Talks with these titles, an hour each from Monday at eight on.
  private func catalogue(_ titles: [String], change: (inout Agenda) -> Void = { _ in }) throws -> Catalogue {
    var agenda = Agenda(conference: Sample.conference())
    agenda.rooms = [
      Room(id: "k1", name: Text("K.1.105 (La Fontaine)")), Room(id: "k3", name: Text("K.3.201")),
      Room(id: "j", name: Text("Janson")), Room(id: "h1", name: Text("Hall 1")), Room(id: "h10", name: Text("Hall 10")),
    ]
    agenda.sessions = titles.enumerated().map { index, title in
      Sample.session("s\(index)", title, Sample.at(4, 8 + index), Sample.at(4, 9 + index)) {
        $0.room = agenda.rooms[index % agenda.rooms.count].id
      }
    }
    change(&agenda)
    return try Catalogue.compile(agenda, problemCount: 0, languages: ["en"])
  }

  private func answer(_ catalogue: Catalogue, _ words: String, _ change: (inout SearchQuestion) -> Void = { _ in })
    -> SearchAnswer
  {
    var question = SearchQuestion(words)
    change(&question)
    return catalogue.answer(question)
  }

  private func ids(_ answer: SearchAnswer) -> [String] {
    answer.hits.map {
      switch $0.source {
      case .page(let subject), .note(let subject): subject.id
      }
    }
  }

  @Test(
    "One letter wrong, missing, too many, or two exchanged find",
    arguments: [
      ("poetering", "Poettering"), ("poetttering", "Poettering"), ("peottering", "Poettering"),
      ("poettaring", "Poettering"), ("kubernets", "Kubernetes"), ("kuberntes", "Kubernetes"),
      ("ubernetes", "Kubernetes"),
      ("poettreing", "Poettering"), ("observabilite", "Observabilité"),
    ])
  func oneLetter(typed: String, said: String) throws {
    let catalogue = try catalogue([
      "Lennart Poettering on units", "Kubernetes at home", "Observabilité", "Nothing else",
    ])
    let answer = answer(catalogue, typed)
    #expect(answer.hits.count == 1)
    if said != "Observabilité" {
      #expect(answer.replacements == [.init(typed: typed, found: [said], isAdded: false)])
      #expect(catalogue.matches(of: answer.marked, in: said) == [0..<said.utf8.count])
    }
  }

  @Test func aWordIsNearWhileItIsTyped() throws {
    let catalogue = try catalogue(["Lennart Poettering on units", "Pottery"])
    for typed in ["poette", "poetteri", "poeteri", "poeterin", "lennart poeteri", "lenart poet"] {
      #expect(ids(answer(catalogue, typed)) == ["s0"], "\(typed)")
    }
    // Only the last may go on.
    #expect(answer(catalogue, "poeteri lennart").hits.isEmpty)
  }

  @Test func shortWordsAndNumbersAreTakenAsTheyAre() throws {
    let catalogue = try catalogue(["IPv6 and the GTK of 2016", "Rust"])
    for typed in ["ipv4", "gtj", "2017", "gt k7"] { #expect(answer(catalogue, typed).hits.isEmpty, "\(typed)") }
    #expect(answer(catalogue, "Rost").replacements.map(\.found) == [["Rust"]])
  }

  @Test func exactHitsComeFirstAndNearOnesOnlyWhereTheseAreFew() throws {
    let few = try catalogue(["Kuberntes", "Kubernetes one", "Kubernetes two", "Kubernetes three"])
    #expect(ids(answer(few, "kuberntes")).first == "s0")
    #expect(answer(few, "kuberntes").hits.count == 4)
    #expect(answer(few, "kuberntes").replacements == [.init(typed: "kuberntes", found: ["Kubernetes"], isAdded: true)])
    // The commoner word is not taken for the rarer one.
    #expect(answer(few, "kubernetes").hits.count == 3)
    let civic = try catalogue(["Civic space", "Civil law"])
    #expect(answer(civic, "civic").hits.count == 1)
  }

  @Test func nothingIsSaidBackWithWhatIsNearest() throws {
    let catalogue = try catalogue(["Kubernetes at home", "Gardens at night"])
    let unknown = answer(catalogue, "home kubrnetis")
    #expect(unknown.hits.isEmpty)
    #expect(unknown.unknown == [.init(typed: "kubrnetis", nearest: ["kubernetes"])])
    #expect(answer(catalogue, "xyzzyq").unknown == [.init(typed: "xyzzyq", nearest: [])])
    let apart = answer(catalogue, "home night")
    #expect(apart.hits.isEmpty && apart.unknown.isEmpty && apart.replacements.isEmpty)
  }

  @Test func wordsOfNotesAreKnownToo() throws {
    let catalogue = try catalogue(["Kubernetes at home"])
    catalogue.setNotes([(.session("s0"), "Ask the ombudsman")])
    #expect(answer(catalogue, "ombudsmen").replacements.map(\.found) == [["ombudsman"]])
    catalogue.setNotes([(.session("s0"), "Ask nobody")])
    #expect(answer(catalogue, "ombudsmen").hits.isEmpty)
  }

  @Test func otherScriptsHaveLettersToo() throws {
    let catalogue = try catalogue(["Наблюдение за выборами", "Παρατήρηση εκλογών"])
    #expect(ids(answer(catalogue, "наблюдние")) == ["s0"])
    #expect(ids(answer(catalogue, "παρατηρηση")) == ["s1"])
    #expect(ids(answer(catalogue, "παρατηρσηη")) == ["s1"])
  }

  @Test func whatIsToComeStandsBeforeWhatIsOver() throws {
    let catalogue = try catalogue(["Keynote", "Keynote", "On the keynote", "A keynote, again"])
    let all = answer(catalogue, "keynote")
    let later = answer(catalogue, "keynote") { $0.now = Sample.at(4, 10, 30) }
    #expect(Set(ids(later).prefix(2)) == ["s2", "s3"])
    #expect(Set(ids(later)) == Set(ids(all)))
    for now in [Sample.at(3, 1), Sample.at(6, 1)] {
      #expect(ids(answer(catalogue, "keynote") { $0.now = now }) == ids(all))
    }
  }

  @Test func aScopeKeepsItsSessions() throws {
    let catalogue = try catalogue(["Keynote", "Keynote", "Keynote", "Talk", "Keynote", "Keynote"]) {
      $0.people = [Person(id: "p", name: Text("Keynote Speaker"))]
      $0.sessions[1].people = [.init(person: "p")]
    }
    #expect(answer(catalogue, "keynote").hits.count == 6)
    func rooms(_ ids: Set<String>, _ words: String) -> [String] {
      self.ids(answer(catalogue, words) { $0.scope.rooms = ids })
    }
    #expect(Set(rooms(["k1"], "keynote")) == ["s0", "s5"])
    #expect(rooms(["k1", "h1"], "") == ["s0", "s3", "s5"])
    #expect(rooms(["none"], "").isEmpty)
    #expect(ids(answer(catalogue, "") { $0.scope.people = ["p"] }) == ["s1"])
    let both = answer(catalogue, "keynote") { ($0.scope.rooms, $0.scope.days) = (["k1"], [Sample.conference().start]) }
    #expect(both.hits.isEmpty)
    #expect(ids(answer(catalogue, "") { ($0.scope.rooms, $0.now) = (["k1"], Sample.at(4, 10)) }) == ["s5", "s0"])
  }

  @Test func namesAreFoundByTheirBeginnings() throws {
    let catalogue = try catalogue(["One"])
    var names = PackedTexts()
    for name in ["K.1.105 (La Fontaine)", "K.3.201", "Janson", "Hall 1", "Hall 10"] {
      names.append([name], folded: catalogue.folded)
    }
    func places(_ words: String...) -> [Int] { catalogue.names(with: words, in: names).places }
    #expect(places("k.1") == [0])
    #expect(places("K") == [0, 1])
    #expect(places("font") == [0])
    #expect(places("k", "fontaine") == [0])
    #expect(places("hall", "1") == [3])
    #expect(places("hall") == [3, 4])
    #expect(places("--").isEmpty)
    #expect(places("jansen").isEmpty)
    #expect(catalogue.names(with: ["jansen"], in: names).nearest == [2])
  }

  @Test func aPastedTextIsNotTakenForErrors() throws {
    let catalogue = try catalogue(["Kubernetes at home"])
    let text = (0..<60).map { "worde\(String(repeating: "x", count: $0 % 7))" }.joined(separator: " ")
    #expect(answer(catalogue, text).hits.isEmpty)
    #expect(answer(catalogue, text).unknown.isEmpty)
  }
}
