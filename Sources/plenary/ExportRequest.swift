import Agenda
import Interchange

/// What `plenary export` is asked for, as it was typed.
struct ExportRequest: Equatable {
  /// Nil takes the format that the output's name asks for.
  var format: ExportFormat?
  /// Nil and `-` are standard output.
  var output: String?
  var day: String?
  var room: String?
  /// Only what the user has starred.
  var isPlan: Bool

  static let options: [OptionName] = [.now, .format, .output, .day, .room, .plan]

  init(_ options: Options) throws(Options.Mistake) {
    format = try options.value(.format, expected: Wording.formats) { ExportFormat(rawValue: $0) }
    output = options.value(.output)
    day = options.value(.day)
    room = options.value(.room)
    isPlan = options.has(.plan)
  }

  enum Mistake: Error, Equatable {
    case noFormat
    case unknownDay(String, dates: [CalendarDate])
    case unknownRoom(String, names: [String])
  }

  /// The format, asked for or seen from the output's name.
  func chosenFormat() throws(Mistake) -> ExportFormat {
    guard let format = format ?? output.flatMap({ ExportFormat(fileName: $0) }) else { throw .noFormat }
    return format
  }

  /// What of an agenda is asked for.
  ///
  /// A day is named by its date or by its number from 1, a room by its identifier or its name, in any of its languages
  /// and without regard to capitals.
  func scope(of agenda: Agenda, plan: Set<Session.ID>) throws(Mistake) -> ExportScope {
    var scope = ExportScope(plan: isPlan ? plan : nil)
    if let day {
      let dates = Programme.dates(of: agenda)
      let number = Int(day).flatMap { dates.indices.contains($0 - 1) ? dates[$0 - 1] : nil }
      guard let date = number ?? dates.first(where: { $0.description == day }) else {
        throw .unknownDay(day, dates: dates)
      }
      scope.day = date
    }
    if let room {
      let name = room.lowercased()
      let known =
        agenda.rooms.first { $0.id == room }
        ?? agenda.rooms.first { $0.name.variants.contains { $0.string.lowercased() == name } }
      guard let known else {
        throw .unknownRoom(room, names: agenda.rooms.map { $0.name.string(for: Environment.languages) })
      }
      scope.room = known.id
    }
    return scope
  }
}
