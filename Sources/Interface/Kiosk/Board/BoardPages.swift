import Agenda
import Catalogue
import Cells
import Messages

/// What is left of today besides what is on now.
enum TodayPage {
  static func pages(_ world: BoardWorld, in place: Size) -> [BoardPage] {
    // Small hours are the end of the day before.
    let isToday = world.today == world.local.date
    return BoardPage.pages(
      world.text(isToday ? Message("The rest of today") : Message("The rest of the night")),
      world.entries(world.schedule.today, width: place.width), height: place.height)
  }
}

/// The next day with sessions.
enum LaterPage {
  static func pages(_ world: BoardWorld, in place: Size) -> [BoardPage] {
    guard let index = world.schedule.laterDay else { return [] }
    let date = world.catalogue.days[index].date
    let day = Message.weekdayAndDate(date)
    let distance = date.dayNumber - world.local.date.dayNumber
    let title = distance == 1 ? Message("Tomorrow, %s", day) : distance == 0 ? Message("Today, %s", day) : day
    return BoardPage.pages(
      world.heading(title), world.entries(world.schedule.later, width: place.width), height: place.height)
  }
}

extension BoardWorld {
  /// A line or more for each session: `11:00  Title · Room  was 10:45`.
  func entries(_ sessions: [BoardSession], width: Int) -> [[BoardPage.Line]] {
    sessions.map { session in
      var entry = BoardEntry(time: zone.local(session.start).clock, width: width)
      entry.add(session.row.title, session.isCancelled ? .dim : .text)
      if settings.room == nil { entry.add(session.place, .dim, after: " · ") }
      entry.add(remarks(session, isBrief: true), .sign, after: "  ")
      return entry.lines
    }
  }
}

/// What the conference is about.
enum AboutPage {
  static func pages(_ world: BoardWorld, in place: Size) -> [BoardPage] {
    let card = world.catalogue.conference
    var about: [BoardPage.Line] = []
    func add(_ text: String, _ role: BoardRole) { about += BoardPage.wrapped(text, role, width: place.width) }
    add(card.subtitle, .strong)
    add(world.text(card.dates), .time)
    add(listed([card.venue, card.city, card.country]), .time)
    if !card.about.isEmpty {
      if !about.isEmpty { about.append([]) }
      var composer = PageComposer(width: place.width, isASCII: world.isASCII, messages: world.messages)
      composer.markdown(card.about)
      about += composer.finish().lines.map(plain)
    }
    // What stands between two blank lines stays together.
    let paragraphs = about.split { $0.allSatisfy { $0.text.isEmpty } }.map(Array.init)
    // A foyer is no reading room: what is longer than three pages is for those who press a key.
    let title = world.text(Message("About the conference"))
    return Array(BoardPage.pages(title, paragraphs, height: place.height, isText: true).prefix(3))
  }

  private static func plain(_ line: TextLine) -> BoardPage.Line {
    line.spans.map { span in
      switch span.role {
      case .heading1, .heading2, .heading3, .strong, .tableHeader: .init(text: span.text, role: .strong)
      case .number, .linkNumber, .quoteBar, .rule, .dim: .init(text: span.text, role: .dim)
      default: .init(text: span.text, role: .text)
      }
    }
  }
}

/// How it came about: the meetings before.
enum BackgroundPage {
  static func pages(_ world: BoardWorld, in place: Size) -> [BoardPage] {
    let meetings = world.catalogue.meetings().compactMap { world.catalogue.meeting($0.id) }.map { meeting in
      BoardPage.wrapped(meeting.title, .strong, width: place.width)
        + BoardPage.wrapped(listed([world.messages.partial(meeting.date), meeting.place]), .time, width: place.width)
        + BoardPage.wrapped(meeting.outcome.isEmpty ? meeting.focus : meeting.outcome, .text, width: place.width)
    }
    return BoardPage.pages(world.text(Message("How it came about")), meetings, height: place.height, isText: true)
  }
}

/// Who organises it.
enum OrganizersPage {
  static func pages(_ world: BoardWorld, in place: Size) -> [BoardPage] {
    let names = world.catalogue.conference.organizers.map { BoardPage.wrapped($0, .text, width: place.width) }
    return BoardPage.pages(world.text(Message("Who is organising it")), names, height: place.height)
  }
}

/// The address of what is on and the conference's as codes for telephones; only where they are large enough to be read.
enum TakeAlongPage {
  /// - Parameters:
  ///   - isScarce: whether the smallest that can be read will do.
  ///   - hasCode: whether the conference's stands on the board anyway.
  static func pages(_ world: BoardWorld, in place: Size, isScarce: Bool = false, hasCode: Bool) -> [BoardPage] {
    var pages: [BoardPage] = []
    func add(_ code: CodePicture?, isConference: Bool) {
      guard let code else { return }
      pages.append(
        BoardPage(title: world.text(Message("To take along")), lines: [], code: code, isConference: isConference))
    }
    func code(_ address: String) -> CodePicture? {
      isScarce
        ? CodePicture.smallest(address, in: place, isASCII: world.isASCII, ink: world.codeInk)
        : CodePicture.largest(address, in: place, isASCII: world.isASCII, ink: world.codeInk)
    }
    let url = world.catalogue.conference.url
    if let own = addressOfNow(world), own != url { add(code(own), isConference: false) }
    if world.settings.room == nil, !hasCode, !url.isEmpty {
      add(code(url) ?? world.code(in: place), isConference: true)
    }
    return pages
  }

  /// The first address of the only session that is on.
  private static func addressOfNow(_ world: BoardWorld) -> String? {
    guard world.schedule.running.count == 1, let session = world.schedule.running.first else { return nil }
    return world.catalogue.session(session.row.id)?.addresses.first?.url
  }
}
