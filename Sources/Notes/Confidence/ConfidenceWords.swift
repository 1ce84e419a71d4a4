import Agenda
public import Messages

extension Message {
  /// What a file is that is named after a note.
  public static func copy(of title: String) -> Message { Message("copy of %s", title) }

  static func copy(of title: String, file: String) -> Message { Message("copy of %1$s: %2$s", title, file) }
}

extension Confidence.Finding.Reason {
  /// Why a note is off the record though nothing says so.
  var words: Message? {
    switch self {
    case .said: nil
    case .unreadableLine: Message("its line “Attribution:” cannot be read")
    case .unknown: Message("what it is about is not known")
    case .unreadableMemory: Message("what was remembered of it cannot be read")
    }
  }
}

extension Confidence.Finding {
  /// Why it holds, where nothing says so.
  public var words: Message? { reason.words }
}
