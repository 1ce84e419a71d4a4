import Agenda
import Catalogue
import Cells

extension KioskState {
  /// The first address of the only session that is on.
  private var addressOfNow: String? {
    guard schedule.running.count == 1, let session = schedule.running.first else { return nil }
    return catalogue.session(session.row.id)?.addresses.first?.url
  }

  /// What the conference is about.
  func aboutPages(width: Int, height: Int) -> [BoardPage] {
    let card = catalogue.conference
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
    return Array(split(BoardWords.about, paragraphs(about), height: height, isText: true).prefix(3))
  }

  /// How it came about, who organises it, and an address to take along.
  func otherPages(width: Int, height: Int) -> [BoardPage] {
    let card = catalogue.conference
    var pages: [BoardPage] = []
    let meetings = catalogue.meetings().compactMap { catalogue.meeting($0.id) }.map { meeting in
      [[BoardPage.Piece(text: meeting.title, role: .strong)]].flatMap { wrapped($0, width: width) }
        + wrapped(
          [.init(text: listed([DateWording().partial(meeting.date), meeting.place]), role: .time)], width: width)
        + wrapped(
          [.init(text: meeting.outcome.isEmpty ? meeting.focus : meeting.outcome, role: .text)], width: width)
    }
    pages += split(BoardWords.background, meetings, height: height, isText: true)
    let organizers = card.organizers.map { wrapped([.init(text: $0, role: .text)], width: width) }
    pages += split(BoardWords.organizers, organizers, height: height)
    // The address of what is on, else the conference's, for telephones; only where it is large enough to be read.
    if let address = addressOfNow ?? (card.url.isEmpty ? nil : card.url),
      let code = codePicture(address, in: Size(width: width, height: height))
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
