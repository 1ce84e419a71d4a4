import Agenda
import Messages

extension Session.Kind {
  var name: Message {
    switch self {
    case .session: Message.within("kind", "Session")
    case .meal: Message("Meal")
    case .break: Message("Break")
    case .reception: Message("Reception")
    case .ceremony: Message("Ceremony")
    case .milestone: Message("Milestone")
    }
  }

  /// In the plural, as a filter names it.
  var plural: Message {
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
  /// What may be done with what is said, in a sentence; nil where there is nothing to mind.
  var rule: Message? {
    switch self {
    case .public: nil
    case .chathamHouse: Message("Chatham House rule: what is said may be used, who said it stays unnamed")
    case .offTheRecord: Message("Off the record: not to be reported")
    }
  }

  /// The same in a word or two.
  var name: Message {
    switch self {
    case .public: Message("public")
    case .chathamHouse: Message("Chatham House")
    case .offTheRecord: Message("off the record")
    }
  }
}
