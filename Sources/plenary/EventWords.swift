import Interface
import Messages

// Words of the program itself that have no catalogue yet.
extension Event {
  static func notice(_ text: String) -> Event { .notice(Message.data(text)) }
  static func planNotSaved(_ why: String) -> Event { .planNotSaved(Message.data(why)) }
  static func noteTrouble(_ text: String?) -> Event { .noteTrouble(text.map { Message.data($0) }) }
}
