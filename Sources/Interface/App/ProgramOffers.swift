import Messages

// What the program itself offers and says, whatever is shown.
extension Offer {
  /// Conferences to open instead of this one.
  /// - Parameter finder: the box that finds others in directories, with words that have been typed already.
  static func conferences(_ entries: [ConferenceEntry], finder: @escaping (String) -> any Overlay) -> Offer {
    func others(_ entry: ConferenceEntry, _ key: (ConferenceEntry) -> [String]) -> Bool {
      entries.contains { $0.path != entry.path && key($0) == key(entry) }
    }
    let choices = entries.map { entry in
      // What is called the same is told apart by its place too, and where that is no help by its file.
      var details = [entry.detail]
      if others(entry, { [$0.title] }) {
        details.append(entry.place)
        if others(entry, { [$0.title, $0.detail, $0.place] }) { details.append(entry.file) }
      }
      return Choice(.data(entry.title), detail: .data(listed(details)), .effect(.openConference(entry.path)))
    }
    var offer = Offer(Message("Open a conference"), prompt: Message("Name: "), act: Message("open"), choices)
    offer.needsDetails = true
    offer.further = { words in
      let text =
        words.isEmpty
        ? Message("Find another one in directories…") : Message("Find “%s” in directories…", words)
      return Choice(text, .open(finder(words)), .effect(.listDirectories))
    }
    return offer
  }

  /// What a newer agenda waits for.
  static func newerAgenda(_ words: Message, _ consent: UpdateConsent) -> Offer {
    let agree: Message =
      switch consent {
      case .yes: Message("Take the new agenda all the same")
      case .trust: Message("Fetch the agenda from there, now and from now on")
      }
    // What does nothing comes first: Enter was perhaps meant for something else.
    return Offer(
      Message("A newer agenda?"), prompt: Message("Choose: "), act: Message("choose"),
      [
        Choice.heading(words), Choice(Message("Leave the agenda as it is"), .say(Message("The agenda stays as it is"))),
        Choice(agree, .effect(.lookForUpdate(consent))),
      ])
  }
}

extension Message {
  /// Why what is shown is older than the agenda's files.
  static func brokenAgenda(_ world: World) -> Message {
    Message("The agenda's files have changed and cannot be used: %s says why", world.key("problems"))
  }
}
