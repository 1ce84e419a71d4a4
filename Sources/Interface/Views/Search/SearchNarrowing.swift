import Agenda
import Catalogue
import Messages

/// What was typed into the search box, taken apart: the words that are searched for, and among which sessions.
///
/// `:room`, `:person`, `:day` and `:track`, in the reader's language or English and short of their end, take the words
/// behind them as far as these are somebody's or something's name; words in quotation marks are one. Values of one kind
/// are added to each other, kinds narrow each other.
struct SearchNarrowing {
  private(set) var words = ""
  private(set) var scope = SearchScope()
  /// What is kept, as it is called.
  private(set) var kept: [String] = []
  /// What is asked for and not there, or still to be typed.
  private(set) var remarks: [Message] = []

  private enum Kind: CaseIterable {
    case room, person, day, track

    var name: Message {
      switch self {
      case .room: Message("room")
      case .person: Message("person")
      case .day: Message("day")
      case .track: Message("track")
      }
    }

    var english: String {
      switch self {
      case .room: "room"
      case .person: "person"
      case .day: "day"
      case .track: "track"
      }
    }
  }

  init(_ typed: String, _ world: World) {
    var rest: [String] = []
    var pieces = typed.split(whereSeparator: \.isWhitespace).prefix(64).map(String.init)[...]
    while let piece = pieces.popFirst() {
      guard piece.hasPrefix(":"), piece.count > 1 else {
        if piece != ":" { rest.append(piece) }
        continue
      }
      guard let kind = SearchNarrowing.kind(String(piece.dropFirst()), world) else {
        remarks.append(Message("“%1$s” does not narrow; these do: %2$s", piece, SearchNarrowing.keys(world)))
        continue
      }
      take(kind, from: &pieces, behind: piece, world)
    }
    words = rest.joined(separator: " ")
  }

  /// `:room, :person, :day, :track`.
  static func keys(_ world: World) -> String { listed(Kind.allCases.map { ":" + world.text($0.name) }) }

  private static func kind(_ word: String, _ world: World) -> Kind? {
    let word = world.catalogue.folded(word)
    return Kind.allCases.first { kind in
      [world.catalogue.folded(world.text(kind.name)), kind.english].contains { $0.hasPrefix(word) }
    }
  }

  /// Takes the words of a value, as many as there is something for.
  private mutating func take(_ kind: Kind, from pieces: inout ArraySlice<String>, behind word: String, _ world: World) {
    guard let first = pieces.first, !first.hasPrefix(":") else {
      return remarks.append(Message("Behind %1$s comes the name of a %2$s", word, kind.name))
    }
    let values = Values(kind, world)
    if first.hasPrefix("\"") {
      var quoted: [String] = []
      while let piece = pieces.popFirst() {
        quoted.append(piece)
        if piece.hasSuffix("\""), piece != "\"" { break }
      }
      return keep(values.found(quoted, world), of: kind, called: quoted.joined(separator: " "), values, world)
    }
    var taken = [first]
    var found = values.found(taken, world)
    pieces.removeFirst()
    while let next = pieces.first, !next.hasPrefix(":"), !found.places.isEmpty {
      let more = values.found(taken + [next], world)
      // A letter or two of what is searched for may well be in the name.
      let isMeant = more.places.count < found.places.count || next.count > 2 || next.allSatisfy(\.isNumber)
      guard !more.places.isEmpty, isMeant else { break }
      found = more
      taken.append(next)
      pieces.removeFirst()
    }
    keep(found, of: kind, called: taken.joined(separator: " "), values, world)
  }

  private mutating func keep(
    _ found: FoundNames, of kind: Kind, called typed: String, _ values: Values, _ world: World
  ) {
    switch kind {
    case .room: scope.rooms = (scope.rooms ?? []).union(found.places.map { values.choices[$0].id })
    case .person: scope.people = (scope.people ?? []).union(found.places.map { values.choices[$0].id })
    case .track: scope.tracks = (scope.tracks ?? []).union(found.places.map { values.choices[$0].id })
    case .day: scope.days = (scope.days ?? []).union(found.places.map { world.catalogue.days[$0].date })
    }
    kept += found.places.prefix(4).map { values.name($0, world) }
    if found.places.count > 4 { kept.append("…") }
    guard found.places.isEmpty else { return }
    let nearest = listed(found.nearest.map { values.name($0, world) })
    let words: Message =
      switch kind {
      case .room: Message("No room is called “%s”", typed)
      case .person: Message("Nobody is called “%s”", typed)
      case .track: Message("No track is called “%s”", typed)
      case .day: Message("No day of the conference is “%s”", typed)
      }
    remarks.append(nearest.isEmpty ? words : Message("%1$s; nearest: %2$s", words, nearest))
  }
}

extension SearchNarrowing {
  /// What can be kept of one kind.
  private struct Values {
    /// Rooms, people or tracks; none where it is about days.
    let choices: ChoiceList
    private let isDays: Bool
    private let names: PackedTexts

    init(_ kind: Kind, _ world: World) {
      isDays = kind == .day
      switch kind {
      case .room: choices = world.catalogue.choices(.room)
      case .person: choices = world.catalogue.choices(.person)
      case .track: choices = world.catalogue.choices(.track)
      case .day: choices = ChoiceList()
      }
      names = isDays ? Values.days(world) : choices.foldedNames(world.catalogue.folded)
    }

    func name(_ place: Int, _ world: World) -> String {
      isDays ? world.text(.weekdayAndNumber(world.catalogue.days[place].date)) : choices[place].name
    }

    func found(_ words: [String], _ world: World) -> FoundNames {
      if isDays, words.count == 1, let day = Values.day(words[0], world) {
        var found = FoundNames()
        found.places = [day]
        return found
      }
      return world.catalogue.names(with: words, in: names)
    }

    /// A day as it is written: in words of the reader's language and English, and as its date.
    private static func days(_ world: World) -> PackedTexts {
      var names = PackedTexts()
      for day in world.catalogue.days {
        let words: [Message] = [.day(day.date), .shortDay(day.date)]
        let own = words.map(world.text)
        names.append(own + words.map(Messages.english.text) + [day.date.description], folded: world.catalogue.folded)
      }
      return names
    }

    /// The day of a date, of a number of the month, else the first, second and so on; today and tomorrow by the world's
    /// clock.
    private static func day(_ word: String, _ world: World) -> Int? {
      let days = world.catalogue.days
      let today = world.catalogue.conference.date(of: world.clock.now)
      let folded = world.catalogue.folded(word)
      for (name, step) in [(Message("today"), 0), (Message("tomorrow"), 1), (Message("yesterday"), -1)] {
        guard [world.text(name), Messages.english.text(name)].map(world.catalogue.folded).contains(folded) else {
          continue
        }
        return days.firstIndex { $0.date.dayNumber == today.dayNumber + step }
      }
      guard let number = Int(word) else { return nil }
      return days.firstIndex { $0.date.day == number } ?? (days.indices.contains(number - 1) ? number - 1 : nil)
    }
  }
}
