public import Agenda
public import Catalogue
public import Cells
public import Messages

/// Everything that a kiosk knows: its board, and whoever looks around.
///
/// It is changed by `update` and read by `render`, and by nothing else. This file alone knows both board and visit.
public struct KioskState {
  var board: Board
  private var agenda: KioskAgenda
  /// The languages that visitors can choose, the kiosk's own first; none but that where there is nothing to choose.
  private var voices: [KioskVoice]
  /// Somebody who looks around; nil while the board is shown.
  var visit: Visit?

  /// Milliseconds on a clock that only goes forward, which counts the pages and the time without a key.
  private(set) var uptime: Int64
  /// When the page was turned last.
  private var turned: Int64
  /// The emergencies whose pages are turned.
  private var emergencies: [String] = []

  /// - Parameters:
  ///   - agenda: what is planned, and `catalogue` the same compiled.
  ///   - uptime: milliseconds on a clock that only goes forward.
  ///   - languages: the visitors' languages (BCP 47), best first, for what the staff have written in several.
  ///   - letters: what large letters are drawn with.
  ///   - messages: the words of the board itself.
  ///   - voices: the languages that visitors can choose, the kiosk's own first.
  public init(
    agenda: Agenda, catalogue: Catalogue, clock: Clock, uptime: Int64, size: Size, theme: Theme.Name,
    isASCII: Bool = false,
    settings: KioskSettings = KioskSettings(), languages: [String] = ["en"], letters: Letters = Letters(),
    messages: Messages = .english, voices: [KioskVoice] = []
  ) {
    board = Board(
      BoardWorld(
        catalogue: catalogue, clock: clock, size: size, theme: theme, isASCII: isASCII, settings: settings,
        languages: languages, letters: letters, messages: messages))
    self.voices = voices
    self.agenda = KioskAgenda(agenda, catalogue, languages: languages)
    (self.uptime, turned) = (uptime, uptime)
  }

  public var catalogue: Catalogue { board.world.catalogue }
  public var notices: [Notice] { board.world.notices }
  /// Counts the ten minutes after which the picture is moved, by the wall's clock.
  public var era: Int64 { board.era }
  private var settings: KioskSettings { board.world.settings }

  // When the screen changes by itself

  /// When it does next, on the wall's clock.
  public var deadline: Instant {
    let clock = board.world.clock
    return settings.showsSeconds ? clock.now.advanced(by: 1) : clock.nextMinute
  }

  /// The same on the clock that only goes forward, in milliseconds.
  public var uptimeDeadline: Int64 {
    let turn = turned + Int64(settings.turn) * 1_000
    guard let end = visitEnd else { return turn }
    // The countdown goes on by the second.
    let left = end - uptime
    let next = left > countdown ? end - countdown : uptime + (left - 1) % 1_000 + 1
    return notices.isEmpty ? next : min(turn, next)
  }

  /// When the board comes back if nobody presses a key.
  private var visitEnd: Int64? { visit.map { $0.touched + Int64(settings.idle) * 1_000 } }

  /// Milliseconds before the board comes back in which that is told.
  private var countdown: Int64 { min(10_000, Int64(settings.idle) * 500) }

  /// Seconds until the board comes back, where that is near.
  var secondsLeft: Int? {
    guard let end = visitEnd, end - uptime <= countdown else { return nil }
    return Int((end - uptime + 999) / 1_000)
  }
}

/// Something that has happened to a kiosk.
public enum KioskEvent {
  case input(Input)
  /// The clocks have moved: the wall's, in either direction, and the one that only goes forward, in milliseconds.
  case time(Instant, uptime: Int64)
  /// The staff's notices are these now.
  case notices([Notice])
  /// Another version of the agenda, as it is planned and compiled.
  case agenda(Agenda, Catalogue)
  /// The languages that visitors can choose are these now, the kiosk's own first.
  case voices([KioskVoice])
  /// The agenda is one of that time, older than it should be; nil where it is as new as it can be.
  case age(Instant?)
  /// What the terminal has told of its ground and its colours.
  case look(Theme.Name, isLightTerminal: Bool, hasFewColors: Bool)
}

/// Brings a kiosk's state up to date with one event.
public func update(_ kiosk: inout KioskState, _ event: KioskEvent) {
  switch event {
  case .input(let input): kiosk.handle(input)
  case .time(let now, let uptime): kiosk.advance(to: now, uptime: uptime)
  case .notices(let notices): kiosk.board.replace(notices)
  case .agenda(let agenda, let catalogue): kiosk.take(agenda, catalogue)
  case .voices(let voices): kiosk.take(voices)
  case .age(let time): kiosk.board.setAge(time)
  case .look(let theme, let isLightTerminal, let hasFewColors):
    kiosk.board.adopt(theme, isLightTerminal: isLightTerminal, hasFewColors: hasFewColors)
    kiosk.visit?.app.adopt(Theme(theme, hasFewColors: hasFewColors))
  }
  kiosk.settle()
}

/// The whole screen of a kiosk.
///
/// Pure: it reads the state and nothing else.
public func render(_ kiosk: KioskState) -> Picture {
  let world = kiosk.board.world
  let emergencies = world.emergencies
  if !emergencies.isEmpty { return Emergency.picture(emergencies, world) }
  if let visit = kiosk.visit {
    return VisitRender.picture(
      visit, size: world.size, notice: NoticeBlock.text(at: world.turn, world), secondsLeft: kiosk.secondsLeft)
  }
  return BoardPainter.picture(kiosk.board)
}

extension KioskState {
  fileprivate mutating func take(_ planned: Agenda, _ catalogue: Catalogue) {
    agenda.replace(planned, catalogue)
    // With its delays, so that nobody sees it without them.
    _ = agenda.settle(notices, at: board.world.clock.now)
    show(agenda.catalogue)
  }

  /// Whoever reads in a language that is still there reads on in it, and anybody else in the kiosk's own.
  fileprivate mutating func take(_ voices: [KioskVoice]) {
    let tags = self.voices.map(\.tag)
    guard voices != self.voices else { return }
    self.voices = voices
    guard var visit else { return }
    let tag = tags.indices.contains(visit.voice) ? tags[visit.voice] : nil
    visit.voice = voices.firstIndex { $0.tag == tag } ?? 0
    speak(&visit)
    self.visit = visit
  }

  /// A visitor reads in the language that is theirs, and is offered the next.
  private mutating func speak(_ visit: inout Visit) {
    guard voices.indices.contains(visit.voice) else { return }
    let next = voices.count > 1 ? voices[(visit.voice + 1) % voices.count].tag : nil
    visit.speak(voices[visit.voice].messages, catalogue(for: visit), next: next)
  }

  private mutating func show(_ catalogue: Catalogue) {
    board.replace(catalogue)
    guard let visit else { return }
    let own = self.catalogue(for: visit)
    self.visit?.replace(own)
  }

  /// What a visitor reads in their language.
  private mutating func catalogue(for visit: Visit) -> Catalogue {
    guard voices.indices.contains(visit.voice), visit.voice > 0 else { return agenda.catalogue }
    return agenda.catalogue(for: voices[visit.voice].languages) ?? agenda.catalogue
  }

  /// The visitor reads on in the next language.
  private mutating func turnVoice() {
    guard var visit, voices.count > 1 else { return }
    visit.voice = (visit.voice + 1) % voices.count
    speak(&visit)
    self.visit = visit
  }

  fileprivate mutating func settle() {
    if agenda.settle(notices, at: board.world.clock.now) { show(agenda.catalogue) }
    // One that comes, or another, is read from its beginning.
    if emergencies != board.world.emergencies {
      emergencies = board.world.emergencies
      turned = uptime
      board.showFirstPages()
    }
    board.settle()
    visit?.fit(board.world.size, hasNotice: !NoticeBlock.texts(board.world).isEmpty)
  }

  fileprivate mutating func handle(_ input: Input) {
    if case .resize(let size) = input {
      board.resize(to: size)
      return
    }
    // Whatever is pressed turns the page of an emergency and does nothing else.
    if !board.world.emergencies.isEmpty {
      if case .key = input { board.turnPages(by: 1) }
      visit?.touched = uptime
      return
    }
    guard settings.hasKeys else { return }
    guard visit != nil else {
      // Whatever is pressed first leads to where one can look around, and does nothing else.
      let world = board.world
      visit = Visit(
        catalogue: world.catalogue, clock: world.clock, size: world.size,
        theme: Theme(world.theme, hasFewColors: world.settings.hasFewColors), isASCII: world.isASCII,
        messages: world.messages, codeInk: world.codeInk, uptime: uptime,
        nextVoice: voices.count > 1 ? voices[1].tag : nil)
      return
    }
    // A key that only stays the countdown does nothing else either.
    let isGoing = secondsLeft != nil
    visit?.touched = uptime
    guard !isGoing else { return }
    switch visit?.handle(input) {
    case .leave: endVisit()
    case .nextVoice: turnVoice()
    case nil, .stay: break
    }
  }

  fileprivate mutating func advance(to now: Instant, uptime: Int64) {
    self.uptime = max(self.uptime, uptime)
    board.advance(to: now)
    let stay = Int64(max(1, settings.turn)) * 1_000
    let turns = (self.uptime - turned) / stay
    if turns > 0 {
      turned += turns * stay
      board.turnPages(by: turns)
    }
    guard let end = visitEnd, let visit else { return }
    if self.uptime >= end {
      endVisit()
    } else if visit.app.world.clock.nextMinute != board.world.clock.nextMinute {
      self.visit?.pass(to: now)
    }
  }

  /// The board begins anew with its first page.
  private mutating func endVisit() {
    visit = nil
    turned = uptime
    board.showFirstPages()
  }
}
