import Messages

// What the program itself offers and says, whatever is shown.
extension Offer {
  /// Conferences to open instead of this one.
  /// - Parameter finder: the box that finds others in directories, with words that have been typed already.
  static func conferences(_ entries: [ConferenceEntry], finder: @escaping (String) -> any Overlay) -> Offer {
    let choices = entries.map {
      Choice(.data($0.title), detail: .data($0.detail), .effect(.openConference($0.path)))
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
