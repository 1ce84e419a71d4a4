public import Messages

// What changes are called, wherever they are told.

extension SessionChange {
  /// What has become of it in one respect, in a word or two.
  public func words(_ aspect: Aspect) -> Message {
    switch aspect {
    case .added: Message("new")
    case .removed: Message("removed")
    case .doubtful: Message("perhaps it became")
    case .split: Message("split in %d", parts.count + 1)
    case .renamed: Message("renamed")
    case .moved: old?.start == new?.start ? Message("other end") : Message("moved")
    case .relocated: old?.room == nil && new?.room == nil ? Message("other place") : Message("other room")
    case .status: statusWords
    case .people: Message("people")
    case .attribution: Message("attribution")
    case .kind: Message("kind")
    case .track: Message("track")
    case .language: Message("language")
    case .optional: new?.isOptional == true ? Message("now optional") : Message("no longer optional")
    case .summary: Message("summary")
    case .description: Message("text")
    case .items: Message("items")
    case .documents: Message("documents and background")
    case .links: Message("links")
    }
  }

  private var statusWords: Message {
    switch (old?.status, new?.status) {
    case (_, .cancelled?): Message("cancelled")
    case (.cancelled?, _): Message("takes place after all")
    case (_, .tentative?): Message("now tentative")
    case (_, .confirmed?), (_, nil): Message("confirmed")
    }
  }
}

extension ThingChange.Kind {
  public var name: Message {
    switch self {
    case .room: Message("room")
    case .track: Message("track")
    case .person: Message("person")
    case .meeting: Message("meeting")
    case .document: Message("document")
    }
  }
}

extension ThingChange.Aspect {
  public var words: Message {
    switch self {
    case .added: Message("new")
    case .removed: Message("removed")
    case .renamed: Message("renamed")
    case .changed: Message("changed")
    }
  }
}

extension ConferenceAspect {
  public var name: Message {
    switch self {
    case .title: Message("title")
    case .subtitle: Message("subtitle")
    case .organizers: Message("organizers")
    case .venue: Message("venue")
    case .timeZone: Message("time zone")
    case .dates: Message("dates")
    case .language: Message("language")
    case .version: Message("version")
    case .published: Message("published")
    case .status: Message("status")
    case .notice: Message("notice")
    case .about: Message("about this conference")
    case .url: Message("address")
    case .dayChange: Message("change of day")
    }
  }
}
