import Messages
import Testing

@testable import Interface

/// What is said in the status line, one thing at a time.
struct StatusMessagesTests {
  private let news = Message.data("two sessions have changed")
  private let warning = StatusMessage(Message("The star is not saved: %s", "why"), .warning)
  private var status = StatusMessages()

  @Test("What nobody has asked for waits until what is said has been seen")
  mutating func waiting() {
    status.message = warning
    status.tell(news: news, isTyping: false)
    #expect(status.message == warning)
    status.message = nil
    status.sayLater()
    #expect(status.message?.message == news)
    status.message = nil
    status.sayLater()
    #expect(status.message == nil)
  }

  @Test("A warning goes before what is no warning, and later news before earlier ones")
  mutating func order() {
    status.tell(news: Message.data("one session has changed"), isTyping: false)
    status.tell(news: news, isTyping: false)
    #expect(status.message?.message == news)
    status.tell(warning, isTyping: false)
    #expect(status.message == warning)
    status.takeBack(warning.message)
    #expect(status.message == nil)
  }

  @Test("While letters come nothing is said, and what was said before goes when they rest")
  mutating func typing() {
    status.message = StatusMessage(Message("Mouse on"))
    status.beginTyping()
    status.tell(warning, isTyping: true)
    #expect(status.message?.message == Message("Mouse on"))
    status.rest()
    status.sayLater()
    #expect(status.message == warning)
  }
}
