public import Messages

/// Why nothing was fetched; the last good agenda stays.
public enum FetchFailure: Error, Equatable, Sendable {
  /// The program that fetches is not installed.
  case noProgram
  /// It could not be started, and why (an `errno`).
  case notStarted(Int32)
  case unknownHost(String)
  case unreachable(String)
  /// The certificate is wrong, or there is no safe connection.
  case insecure(String)
  /// Nothing came for so many seconds.
  case silent(seconds: Int)
  /// It was not there after so many seconds.
  case tooSlow(seconds: Int)
  /// More bytes than a schedule has, unpacked.
  case tooLarge(limit: Int)
  /// It ended before all was there.
  case cutShort
  case status(Int)
  case missing(status: Int)
  case forbidden(status: Int)
  case serverFault(status: Int)
  /// The server wants to be left alone, for so many seconds where it says so.
  case tooOften(seconds: Int?)
  case tooManyRedirects(limit: Int)
  /// To something that is not fetched, or from https down to http.
  case badRedirect
  case cancelled
  /// The program that fetches has ended with this status.
  case program(status: Int)

  public var message: Message {
    switch self {
    case .noProgram: Message("curl is not installed, which fetches addresses: install the package curl")
    case .notStarted(let code): Message("curl cannot be started: %s", Message.systemError(code))
    case .unknownHost(let host): Message("the name %s is not found; is there a network?", host)
    case .unreachable(let host): Message("%s cannot be reached; is there a network?", host)
    case .insecure(let host): Message("there is no safe connection to %s: its certificate is wrong", host)
    case .silent(let seconds): Message("nothing came for 1 second", "nothing came for %d seconds", count: seconds)
    case .tooSlow(let seconds):
      Message("it had not all come after 1 second", "it had not all come after %d seconds", count: seconds)
    case .tooLarge(let limit):
      Message("found more than %d MB, expected a schedule or a list of conferences; refused", limit >> 20)
    case .cutShort: Message("it ended before all of it was there")
    case .status(let status): Message("the server answers with status %d", status)
    case .missing(let status): Message("there is nothing at this address any more (%d)", status)
    case .forbidden(let status): Message("the server wants to know who asks (%d)", status)
    case .serverFault(let status): Message("something is wrong with the server (%d)", status)
    case .tooOften(let seconds?):
      Message(
        "the server wants to be asked less often, next in %s", Message.length(minutes: max(1, (seconds + 59) / 60)))
    case .tooOften(nil): Message("the server wants to be asked less often")
    case .tooManyRedirects(let limit): Message("it leads on and on, more than %d times", limit)
    case .badRedirect: Message("it leads to something that is not fetched: no https any more, or no address of the web")
    case .cancelled: Message("cancelled")
    case .program(let status): Message("curl ended with status %d", status)
    }
  }
}
