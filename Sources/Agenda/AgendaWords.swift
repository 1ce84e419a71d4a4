public import Messages

// What an agenda's own values are called: one word for each, wherever it is shown or written.

extension Session.Kind {
  public var name: Message {
    switch self {
    case .session: Message("Session")
    case .meal: Message("Meal")
    case .break: Message("Break")
    case .reception: Message("Reception")
    case .ceremony: Message("Ceremony")
    case .milestone: Message("Milestone")
    }
  }

  /// In the plural, as a filter names it.
  public var plural: Message {
    switch self {
    case .session: Message("sessions")
    case .meal: Message("meals")
    case .break: Message("breaks")
    case .reception: Message("receptions")
    case .ceremony: Message("ceremonies")
    case .milestone: Message("milestones")
    }
  }
}

extension Session.Attribution {
  /// What may be reported of a session, in a sentence; nil where all may.
  public var rule: Message? {
    switch self {
    case .public: nil
    case .chathamHouse: Message("Chatham House rule: what is said may be used, who said it stays unnamed")
    case .offTheRecord: Message("Off the record: not to be reported")
    }
  }

  /// The same in a word or two, of a session where all may too.
  public var label: Message {
    switch self {
    case .public: Message("public")
    case .chathamHouse: Message("Chatham House")
    case .offTheRecord: Message("off the record")
    }
  }

  /// The rule's name; nil where all may be reported.
  public var name: Message? {
    switch self {
    case .public: nil
    case .chathamHouse: Message("Chatham House rule")
    case .offTheRecord: Message("Off the record")
    }
  }
}

extension Meeting.Kind {
  public var name: Message {
    switch self {
    case .launch: Message("Launch conference")
    case .workshop: Message("Workshop")
    }
  }
}
