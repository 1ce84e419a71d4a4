import Messages

/// What another program's file does not say of the conference, or not clearly.
public enum ConferenceFact: ProblemArea {
  case noTitle
  case zoneOfCity(zone: String, city: String)
  case zoneOfPlaces(zone: String, city: String)
  case zoneOfOffsets(zone: String)
  case zoneOfWindows(zone: String, name: String)
  case zoneRenamed(zone: String, name: String)
  case noZone
  case dayChangeGuessed(minutes: Int)
  case unreadableConferenceDate(found: String)

  enum Name: String, CaseIterable {
    case noTitle, zoneOfCity, zoneOfPlaces, zoneOfOffsets, zoneOfWindows, zoneRenamed, noZone, dayChangeGuessed
    case unreadableConferenceDate
  }

  var traits: ProblemTraits<Name> {
    switch self {
    case .noTitle: (.noTitle, .warning, .guessed)
    case .zoneOfCity: (.zoneOfCity, .note, .guessed)
    case .zoneOfPlaces: (.zoneOfPlaces, .note, .guessed)
    case .zoneOfOffsets: (.zoneOfOffsets, .warning, .guessed)
    case .zoneOfWindows: (.zoneOfWindows, .note, .guessed)
    case .zoneRenamed: (.zoneRenamed, .note, .guessed)
    case .noZone: (.noZone, .warning, .guessed)
    case .dayChangeGuessed: (.dayChangeGuessed, .note, .guessed)
    case .unreadableConferenceDate: (.unreadableConferenceDate, .warning, .odd)
    }
  }

  var message: Message {
    switch self {
    case .noTitle: Message("found no title of the conference; the file's name serves")
    case .zoneOfCity(let zone, let city): Message("found no time zone; %s is taken for %s", zone, city)
    case .zoneOfPlaces(let zone, let city):
      Message("found all times in UTC, and the places in %s; %s is taken", city, zone)
    case .zoneOfOffsets(let zone): Message("found no time zone; %s is taken, as the offsets are", zone)
    case .zoneOfWindows(let zone, let name), .zoneRenamed(let zone, let name):
      Message("found the time zone \"%s\"; read as %s", name, zone)
    case .noZone: Message("found no time zone: times are shown in UTC, which may not be the venue's clock")
    case .dayChangeGuessed(let minutes):
      Message("found no day change; %s is taken, as the sessions are listed", ProblemWords.clock(minutes))
    case .unreadableConferenceDate(let found): Message("found \"%s\", expected a date (YYYY-MM-DD)", found)
    }
  }
}
