import Agenda
import Catalogue
import Cells

/// One of the pages that turn by themselves: a heading and lines that fit the place.
struct BoardPage: Equatable, Sendable {
  struct Piece: Equatable, Sendable {
    var text: String
    var role: BoardRole
  }

  typealias Line = [Piece]

  var title: String
  var lines: [Line]
  /// Shown instead of the lines.
  var code: CodePicture?
  /// Which part of a long one it is, `2/3`; empty where it is the only one.
  var part = ""
}

extension KioskState {
  /// The pages for the place that they have on this screen.
  func makePages() -> [BoardPage] {
    let (width, height) = (layout.page.width, layout.page.height - 1)
    guard width >= 10, height >= 1 else { return [] }
    var pages: [BoardPage] = []
    if layout.today.isEmpty { pages += todayPages(width: width, height: height) }
    // On a wide board the later day takes the place of a day that is over.
    if layout.today.isEmpty || !schedule.today.isEmpty { pages += laterPages(width: width, height: height) }
    // A door tells of its room alone.
    guard settings.room == nil else { return pages }
    pages += textPages(width: min(width, Layout.textWidth), height: height)
    return pages
  }

  /// What the column at the left has: the rest of today, or else the next day.
  func columnPages(width: Int, height: Int) -> [BoardPage] {
    schedule.today.isEmpty
      ? laterPages(width: width, height: height) : todayPages(width: width, height: height)
  }

  private func laterPages(width: Int, height: Int) -> [BoardPage] {
    guard let day = schedule.laterDay else { return [] }
    let date = catalogue.days[day].date
    let distance = date.dayNumber - catalogue.conference.date(of: clock.now).dayNumber
    return split(
      BoardWords.day(BoardWords.weekdayAndDay(date), distance: distance), entries(schedule.later, width: width),
      height: height)
  }

  func todayPages(width: Int, height: Int) -> [BoardPage] {
    split(BoardWords.restOfToday, entries(schedule.today, width: width), height: height)
  }

  /// Entries on as many pages as they need, none of them torn apart, with air between them where there is room.
  ///
  /// Texts keep the air on every page.
  func split(
    _ title: String, _ entries: [[BoardPage.Line]], height: Int, isText: Bool = false
  ) -> [BoardPage] {
    let lineCount = entries.reduce(0) { $0 + $1.count }
    guard lineCount + entries.count > height || entries.isEmpty else {
      return [BoardPage(title: title, lines: [[]] + Array(entries.joined(separator: [[]])))]
    }
    var pages: [BoardPage] = []
    var lines: [BoardPage.Line] = []
    func close() {
      if !lines.isEmpty { pages.append(BoardPage(title: title, lines: lines)) }
      lines = []
    }
    for entry in entries {
      let gap = isText && !lines.isEmpty ? 1 : 0
      if lines.count + gap + entry.count > height { close() } else if gap > 0 { lines.append([]) }
      // One that no page can hold is shown in parts.
      for line in entry {
        if lines.count == height { close() }
        lines.append(line)
      }
    }
    close()
    guard pages.count > 1 else { return pages }
    return pages.enumerated().map { index, page in
      var page = page
      page.part = BoardWords.page(index + 1, of: pages.count)
      return page
    }
  }

  /// A line or more for each session: `11:00 Title · Room`.
  func entries(_ sessions: [BoardSession], width: Int) -> [[BoardPage.Line]] {
    sessions.map { session in
      let time = zone.local(session.start).clock
      var text = session.row.title
      if !session.place.isEmpty, settings.room == nil { text += " · " + session.place }
      let role: BoardRole = session.isCancelled ? .dim : .text
      let wrapped = wrap(text, width: max(4, width - 7))
      var lines: [BoardPage.Line] = wrapped.enumerated().map { index, line in
        [.init(text: index == 0 ? time + "  " : "       ", role: .time), .init(text: line, role: role)]
      }
      let remarks = remarks(session)
      if !remarks.isEmpty {
        for line in wrap(remarks, width: max(4, width - 7)) {
          lines.append([.init(text: "       ", role: .text), .init(text: line, role: .sign)])
        }
      }
      return lines
    }
  }

  /// What is unusual about a session: late, changed, cancelled, not certain.
  func remarks(_ session: BoardSession) -> String {
    var words: [String] = []
    if session.isCancelled { words.append(BoardWords.cancelled) }
    if session.late > 0 { words.append(BoardWords.later(session.late, was: zone.local(session.row.start).clock)) }
    if session.isChanged { words.append(BoardWords.changed) }
    if session.row.status == .tentative { words.append(BoardWords.tentative) }
    return listed(words)
  }

  /// The first address of the only session that is on.
  private var addressOfNow: String? {
    guard schedule.running.count == 1, let session = schedule.running.first else { return nil }
    return catalogue.session(session.row.id)?.addresses.first?.url
  }

  private func textPages(width: Int, height: Int) -> [BoardPage] {
    let card = catalogue.conference
    var pages: [BoardPage] = []
    var about: [BoardPage.Line] = []
    func add(_ text: String, _ role: BoardRole = .text) {
      guard !text.isEmpty else { return }
      about += wrap(text, width: width).map { [.init(text: $0, role: role)] }
    }
    add(card.subtitle, .strong)
    add(card.dates, .time)
    add(listed([card.venue, card.city, card.country]), .time)
    if !card.about.isEmpty {
      if !about.isEmpty { about.append([]) }
      var composer = PageComposer(width: width, isASCII: isASCII)
      composer.markdown(card.about)
      about += composer.finish().lines.map(plainLine)
    }
    // A foyer is no reading room: what is longer than three pages is for those who press a key.
    pages += split(BoardWords.about, paragraphs(about), height: height, isText: true).prefix(3)
    let meetings = catalogue.meetings().compactMap { catalogue.meeting($0.id) }.map { meeting in
      [[BoardPage.Piece(text: meeting.title, role: .strong)]].flatMap { wrapped($0, width: width) }
        + wrapped([.init(text: listed([meeting.date, meeting.place]), role: .time)], width: width)
        + wrapped(
          [.init(text: meeting.outcome.isEmpty ? meeting.focus : meeting.outcome, role: .text)], width: width)
    }
    pages += split(BoardWords.background, meetings, height: height, isText: true)
    let organizers = card.organizers.map { wrapped([.init(text: $0, role: .text)], width: width) }
    pages += split(BoardWords.organizers, organizers, height: height)
    // The address of what is on, else the conference's, for telephones; only where it is large enough to be read.
    if let address = addressOfNow ?? (card.url.isEmpty ? nil : card.url), let code = codePicture(address),
      code.size.width <= width, code.size.height <= height
    {
      pages.append(BoardPage(title: BoardWords.takeAlong, lines: [], code: code))
    }
    return pages
  }

  /// Lines as entries: what stands between two blank ones.
  private func paragraphs(_ lines: [BoardPage.Line]) -> [[BoardPage.Line]] {
    lines.split { $0.allSatisfy { $0.text.isEmpty } }.map(Array.init)
  }

  private func wrapped(_ line: BoardPage.Line, width: Int) -> [BoardPage.Line] {
    guard let piece = line.first, !piece.text.isEmpty else { return [] }
    return wrap(piece.text, width: width).map { [.init(text: $0, role: piece.role)] }
  }

  private func plainLine(_ line: TextLine) -> BoardPage.Line {
    line.spans.map { span in
      switch span.role {
      case .heading1, .heading2, .heading3, .strong, .tableHeader: .init(text: span.text, role: .strong)
      case .number, .linkNumber, .quoteBar, .rule, .dim: .init(text: span.text, role: .dim)
      default: .init(text: span.text, role: .text)
      }
    }
  }
}
