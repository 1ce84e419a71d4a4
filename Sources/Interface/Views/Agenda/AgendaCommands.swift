import Agenda
import Catalogue
import Cells
import Messages
import Notes

extension AgendaView {
  static let commands: [Command<AgendaView>] =
    rowCommands() + endCommands() + dayCommands + [
      .open(Command.Hint(10, Message("read")), unless: noSession) { _, _ in [.focus(.session)] }
    ] + filterCommands

  /// The keys of days hold in all panels but where left and right mean something of their own.
  private static let dayCommands: [Command<AgendaView>] = [
    Command(
      "previousDay", .move, Message("Show the day before"), Shortcuts(["["]), isForAllPanels: true,
      unless: { _, world in
        world.catalogue.days.count < 2
          ? Message("There is only one day") : world.programme.day == 0 ? Message("This is the first day") : nil
      }
    ) { _, world in [.programme(.day(world.programme.day - 1))] },
    Command(
      "nextDay", .move, Message("Show the next day"), Shortcuts(["]"]),
      hint: Command.Hint(40, Message("day"), after: "previousDay"), isForAllPanels: true,
      unless: { _, world in
        let count = world.catalogue.days.count
        if count < 2 { return Message("There is only one day") }
        return world.programme.day >= count - 1 ? Message("This is the last day") : nil
      }
    ) { _, world in [.programme(.day(world.programme.day + 1))] },
    Command(
      "now", .move, Message("Go to what is on now or comes next"), Shortcuts(["."]),
      hint: Command.Hint(50, Message("now")), isForAllPanels: true
    ) { _, _ in [.programme(.now)] },
  ]

  private static let noSession: @Sendable (AgendaView, World) -> Message? = { _, world in
    world.programme.rows.isEmpty ? Message("There is no session to do that with") : nil
  }

  private static let filterCommands: [Command<AgendaView>] = [
    Command(
      "filterKind", .find, Message("Show only one kind of session"), .sequences(["f", "k"]),
      shortWords: Message("One kind of session"), isForAllPanels: true
    ) { _, world in
      let choices = left(.kind, world).compactMap { choice in
        Session.Kind(rawValue: choice.id).map {
          Choice($0.name, detail: .data(String(choice.sessionCount)), .programme(.filter(.kind($0))))
        }
      }
      let everything = Choice(Message("Every kind"), .programme(.filter(.kind(nil))))
      return [
        .offer(
          Offer(
            Message("Show only this kind"), prompt: Message("Filter: "), act: Message("show"), [everything] + choices))
      ]
    },
    Command(
      "filterPerson", .find, Message("Show only one person's sessions"), .sequences(["f", "p"]),
      shortWords: Message("One person's sessions"), isForAllPanels: true,
      unless: { _, world in world.catalogue.has(.person) ? nil : Message("This agenda names no people") }
    ) { _, world in
      offerFilter(world, Message("Show only sessions with"), .person, Message("Everybody"), .person(nil, name: "")) {
        (.data($0.name), .person($0.id, name: $0.name))
      }
    },
    Command(
      "filterRoom", .find, Message("Show only one room"), .sequences(["f", "r"]), shortWords: Message("One room"),
      isForAllPanels: true,
      unless: { _, world in world.hasRooms ? nil : Message("This agenda names no rooms") }
    ) { _, world in
      offerFilter(world, Message("Show only this room"), .room, Message("Every room"), .room(nil, name: "")) {
        (.data($0.name), .room($0.id, name: $0.name))
      }
    },
    Command(
      "filterTrack", .find, Message("Show only one track"), .sequences(["f", "t"]), shortWords: Message("One track"),
      isForAllPanels: true,
      unless: { _, world in world.catalogue.has(.track) ? nil : Message("This agenda has no tracks") }
    ) { _, world in
      let signs = Dictionary(world.tracks.map { ($0.id, $0.sign) }) { first, _ in first }
      return offerFilter(world, Message("Show only this track"), .track, Message("Every track"), .track(nil, name: ""))
      {
        (.data(world.trackColumn(signs[$0.id]) + $0.name), .track($0.id, name: $0.name))
      }
    },
    Command(
      "filterLanguage", .find, Message("Show only one language"), .sequences(["f", "l"]),
      shortWords: Message("One language"), isForAllPanels: true,
      unless: { _, world in world.catalogue.has(.language) ? nil : Message("This agenda names no languages") }
    ) { _, world in
      offerFilter(world, Message("Show only this language"), .language, Message("Every language"), .language(nil)) {
        (.data($0.name), .language($0.id))
      }
    },
    Command(
      "filterType", .find, Message("Show only one type, as the conference calls it"), .sequences(["f", "y"]),
      shortWords: Message("One type"), isForAllPanels: true,
      unless: { _, world in world.catalogue.has(.type) ? nil : Message("This agenda names no types of sessions") }
    ) { _, world in
      offerFilter(world, Message("Show only this type"), .type, Message("Every type"), .type(nil)) {
        (.data($0.name), .type($0.id))
      }
    },
    Command(
      "filterBuilding", .find, Message("Show only one building"), .sequences(["f", "b"]),
      shortWords: Message("One building"), isForAllPanels: true,
      unless: { _, world in
        world.catalogue.has(.building) ? nil : Message("The names of rooms tell of no buildings")
      }
    ) { _, world in
      offerFilter(world, Message("Show only this building"), .building, Message("Every building"), .building(nil)) {
        (.data($0.name), .building($0.id))
      }
    },
    Command(
      "filterRecorded", .find, Message("Show only what is recorded or streamed, or what is not"),
      .sequences(["f", "v"]), shortWords: Message("What is recorded"), isForAllPanels: true,
      unless: { _, world in
        world.catalogue.has(.recording) ? nil : Message("This agenda does not say what is recorded")
      }
    ) { _, world in
      let choices = left(.recording, world).map { choice in
        let isRecorded = choice.id == true.description
        return Choice(
          isRecorded ? Message("Recorded or streamed") : Message("Not recorded"),
          detail: .data(String(choice.sessionCount)), .programme(.filter(.recorded(isRecorded))))
      }
      let everything = Choice(Message("All sessions"), .programme(.filter(.recorded(nil))))
      return [
        .offer(
          Offer(Message("Show only this"), prompt: Message("Filter: "), act: Message("show"), [everything] + choices))
      ]
    },
    Command(
      "filterNow", .find, Message("Show only what is on now"), .sequences(["f", "n"]), shortWords: Message("On now"),
      isForAllPanels: true
    ) { _, world in [.programme(.filter(.time(world.programme.time == .now ? nil : .now)))] },
    Command(
      "filterToCome", .find, Message("Show only what is still to come"), .sequences(["f", "u"]),
      shortWords: Message("Still to come"), isForAllPanels: true
    ) { _, world in [.programme(.filter(.time(world.programme.time == .toCome ? nil : .toCome)))] },
    Command(
      "filterGrade", .find, Message("Show only what is starred in one grade"), .sequences(["f", "g"]),
      shortWords: Message("One grade of stars"), isForAllPanels: true,
      unless: { _, world in world.stars.starred.isEmpty ? Message("Nothing is on the plan yet") : nil }
    ) { _, world in
      let choices = Plan.Grade.allCases.compactMap { grade -> Choice? in
        let count = world.stars.plan.grades.values.count { $0 == grade }
        let filter = Programme.Filter.starred(true, grade)
        return count == 0
          ? nil
          : Choice(world.words(of: filter), detail: .data(String(count)), .programme(.filter(filter)))
      }
      let all = Choice(Message("All sessions"), .programme(.filter(.starred(false))))
      return [
        .offer(
          Offer(Message("Show only this grade"), prompt: Message("Filter: "), act: Message("show"), [all] + choices))
      ]
    },
    Command(
      "filterStarred", .find, Message("Show only starred sessions"), .sequences(["f", "s"], ["f", "*"]),
      shortWords: Message("Starred sessions"),
      isForAllPanels: true
    ) { _, world in [.programme(.filter(.starred(!world.programme.isStarredOnly)))] },
    Command(
      "removeFilter", .find, Message("Take one of the filters off"), .sequences(["f", "x"]),
      shortWords: Message("Without one of them"), isForAllPanels: true,
      unless: { _, world in world.programme.isFiltered ? nil : Message("No filter is set") }
    ) { _, world in
      let set = world.programme.set
      if set.count == 1 { return [.programme(.filter(set[0].cleared))] }
      let choices = set.map { filter in
        Choice(
          Message("Without “%s”", world.words(of: filter)), detail: .data(String(world.count(without: filter))),
          .programme(.filter(filter.cleared)))
      }
      return [
        .offer(Offer(Message("Take off a filter"), prompt: Message("Filter: "), act: Message("take off"), choices))
      ]
    },
    Command(
      "clearFilters", .find, Message("Show all sessions again"), .sequences(["f", "c"]),
      shortWords: Message("All sessions again"), isForAllPanels: true,
      unless: { _, world in world.programme.isFiltered ? nil : Message("No filter is set") }
    ) { _, _ in [.programme(.clearFilters)] },
  ]

  /// The choices of a facet, counted by what passes all the other filters.
  private static func left(_ facet: Facet, _ world: World) -> ChoiceList {
    world.catalogue.choices(facet, matching: world.programme.filter, starred: world.keptStars)
  }

  private static func offerFilter(
    _ world: World, _ title: Message, _ facet: Facet, _ everything: Message, _ all: Programme.Filter,
    choice: @escaping (FilterChoice) -> (text: Message, filter: Programme.Filter)
  ) -> [Outcome] {
    let offer = Offer(
      title, prompt: Message("Filter: "), act: Message("show"), [Choice(everything, .programme(.filter(all)))],
      then: left(facet, world)
    ) {
      let (text, filter) = choice($0)
      return Choice(text, detail: .data(String($0.sessionCount)), .programme(.filter(filter)))
    }
    return [.offer(offer)]
  }
}
