import Agenda
import Catalogue
import Cells
import Messages
import Notes

@testable import Interface

/// Somebody at the keyboard: what is pressed, and what is then to be seen.
struct Story {
  var app: App
  /// What the world outside was asked for, in its order.
  var effects: [Effect] = []

  /// Opens the sample at a moment (Monday 09:41, when the opening is on) on a screen.
  init(
    _ agenda: Agenda = Sample.agenda(), width: Int = 80, height: Int = 24, at now: Instant = Sample.at(4, 9, 41),
    theme: Theme.Name = .mono, isASCII: Bool = false, starred: Set<Session.ID> = [], problems: Int = 0
  ) throws {
    let catalogue = try Catalogue.compile(agenda, problemCount: problems, languages: ["en"])
    self.init(catalogue, width: width, height: height, at: now, theme: theme, isASCII: isASCII, starred: starred)
  }

  init(
    _ catalogue: Catalogue, width: Int = 80, height: Int = 24, at now: Instant = Sample.at(4, 9, 41),
    theme: Theme.Name = .mono, isASCII: Bool = false, starred: Set<Session.ID> = []
  ) {
    app = App(
      catalogue: catalogue, clock: Clock(now: now), size: Size(width: width, height: height), theme: Theme(theme),
      isASCII: isASCII, plan: .of(starred))
  }

  /// The sample with stars and a note, as its screens are shown in these tests.
  static func annotated(_ width: Int, _ height: Int) throws -> Story {
    var story = try Story(width: width, height: height, starred: ["treaty", "courts", "coffee"])
    story.send(.notes([.init(target: .session("opening"), text: "Ask *Zoë* about the list.\n\n- and the date")]))
    return story
  }

  mutating func send(_ event: Event) { effects += app.handle(event) }

  mutating func press(_ keys: Key...) {
    for key in keys { send(.input(.key(key))) }
  }

  /// Types a text, key by key.
  mutating func type(_ text: String) {
    for character in text { send(.input(.key(.character(character)))) }
  }

  mutating func paste(_ text: String) { send(.input(.paste(text))) }
  mutating func resize(_ width: Int, _ height: Int) { send(.input(.resize(Size(width: width, height: height)))) }
  mutating func wait(until now: Instant) { send(.time(now)) }
  mutating func mouse(_ kind: MouseAction.Kind, _ x: Int, _ y: Int) {
    send(.input(.mouse(MouseAction(kind, at: Point(x: x, y: y)))))
  }

  /// Clicks on the first place where a text is to be seen; nowhere where it is not.
  mutating func click(_ text: String, _ kind: MouseAction.Kind = .click) {
    if let place = place(of: text) { mouse(kind, place.x, place.y) }
  }

  /// Opens the search box and types.
  mutating func find(_ words: String) {
    press("/")
    type(words)
  }

  var picture: Picture { app.draw() }
  var screen: String { picture.buffer.text }
  var lines: [String] { screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  var title: String { lines.first ?? "" }
  var footer: String { lines.last ?? "" }
  var status: String { lines.dropLast().last ?? "" }
  var message: String? { app.status.message.map { app.world.text($0.message) } }
  var selected: Session.ID? { app.world.programme.selectedRow?.id }

  /// The column and row where a text begins.
  func place(of text: String) -> Point? {
    let buffer = picture.buffer
    for y in 0..<buffer.size.height {
      guard let range = buffer.row(y).firstRange(of: text) else { continue }
      return Point(x: displayWidth(String(buffer.row(y)[..<range.lowerBound])), y: y)
    }
    return nil
  }

  func shows(_ text: String) -> Bool { screen.contains(text) }
}

// What tests look at in the views.
extension Story {
  var allNotes: AllNotesView? { app.stack.overlays.lazy.compactMap { $0 as? AllNotesView }.first }
  /// The box on top that is not the view of all notes.
  var box: (any Overlay)? { app.stack.overlays.last.flatMap { $0 is AllNotesView ? nil : $0 } }
  var agendaView: AgendaView? { app.stack.desk[.agenda] as? AgendaView }
  var timetableView: TimetableView? { app.stack.desk[.agenda] as? TimetableView }
  var background: BrowserView { app.stack.desk[.background] as? BrowserView ?? BrowserView(.background) }
  var documents: BrowserView { app.stack.desk[.documents] as? BrowserView ?? BrowserView(.documents) }
  var documentsPage: Page { documents.page ?? Page() }
  var sessionPage: Page { app.stack.desk[.session].page ?? Page() }
  var editor: NoteEditor? { (app.stack.desk[.notes] as? EditorView)?.editor }
  /// What is read in the place of the selected session.
  var visited: Subject? {
    let topic = app.stack.desk[.session].topic(app.world)
    return topic == app.stack.desk[.agenda].topic(app.world) ? nil : topic.subject
  }
}

extension Plan {
  /// With stars on these sessions.
  static func of(_ ids: Set<Session.ID>) -> Plan {
    var plan = Plan()
    for id in ids.sorted() { plan.star(id, title: id, at: Sample.at(3, 8)) }
    return plan
  }
}

extension Stars {
  /// Sessions that are at the same time as something else on the plan.
  var clashes: Set<Session.ID> {
    Set(
      found.overlapping.compactMap { id in
        guard case .session(let session) = id else { return nil }
        return session
      })
  }
}
