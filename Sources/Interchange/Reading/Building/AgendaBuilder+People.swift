import Agenda

extension AgendaBuilder {
  /// Somebody by what the file tells people apart by, and by their name.
  ///
  /// One key with two spellings of a name is one person; with two names that are not alike, it is two.
  func person(_ draft: PersonDraft, at place: Problem.Place) -> Person.ID? {
    let name = texts.line(draft.name, at: place)
    guard !name.isEmpty else { return nil }
    let key = draft.key.map { "k" + $0 } ?? "n" + name
    let known = peopleByKey[key] ?? []
    let spelling = known.isEmpty ? nil : Spelling.key(of: name)
    // Whoever gives thousands of people one key gets them all, but not each compared with each.
    for index in known.suffix(8) {
      let other = people[index].name.variants.first?.string ?? ""
      guard other == name || spelling.map({ Spelling.isAlike($0, spellingKey(of: index)) }) ?? false else { continue }
      if other != name { log.report(.personTwice(name: name, other: other), at: place) }
      complete(index, with: draft, at: place)
      return people[index].id
    }
    var person = Person(id: personPool.claim(draft.key, words: name), name: Text(name))
    person.affiliation = draft.affiliation.map { Text(texts.line($0, at: place)) }
    person.bio = texts.markdown(draft.bio, at: place)
    peopleByKey[key, default: []].append(people.count)
    people.append(person)
    return person.id
  }

  private func spellingKey(of index: Int) -> String {
    if let known = spellings[index] { return known }
    let key = Spelling.key(of: people[index].name.variants.first?.string ?? "")
    spellings[index] = key
    return key
  }

  private func complete(_ index: Int, with draft: PersonDraft, at place: Problem.Place) {
    if people[index].bio == nil, draft.bio != nil { people[index].bio = texts.markdown(draft.bio, at: place) }
    if people[index].affiliation == nil, let affiliation = draft.affiliation {
      people[index].affiliation = Text(texts.line(affiliation, at: place))
    }
  }
}
