public import Agenda
import Cells
import JSON
public import Messages

/// Conferences that were found, told to people as a table and to programs as JSON.
public struct FoundConferences: Sendable {
  private let conferences: [ListedConference]
  private let languages: [String]
  private let messages: Messages

  /// - Parameter languages: of the reader, best first.
  public init(_ conferences: [ListedConference], languages: [String], messages: Messages) {
    (self.conferences, self.languages, self.messages) = (conferences, languages, messages)
  }

  /// Dates and title beside each other, the address below the title, where a narrow terminal does not break it.
  public var lines: [String] {
    let dates = conferences.map { conference in
      conference.start.map { messages.text(.dates($0, conference.end ?? $0)) } ?? ""
    }
    let width = dates.map { displayWidth($0) }.max() ?? 0
    let margin = String(repeating: " ", count: width + 2)
    return zip(conferences, dates).flatMap { conference, dates in
      let head = dates + String(repeating: " ", count: width + 2 - displayWidth(dates))
      return [head + title(of: conference), margin + conference.address]
    }
  }

  /// A list of objects with `title` and `address`, and where they are known `start`, `end`, `timeZone`; a line break at
  /// its end.
  public var json: String {
    JSONTree.array(
      conferences.map { conference in
        var members: JSONMembers = ["title": .string(title(of: conference)), "address": .string(conference.address)]
        if let start = conference.start { members.append("start", .string(start.description)) }
        if let end = conference.end { members.append("end", .string(end.description)) }
        if let zone = conference.timeZone { members.append("timeZone", .string(zone)) }
        return .object(members)
      }
    ).text()
  }

  private func title(of conference: ListedConference) -> String { conference.title.string(for: languages) }
}
