import Agenda
import Catalogue
import Cells
import Messages
import Notes

/// An entry of one's own, typed as one line: `5 14:30-15:00 Tea with Jane @ Bar`.
struct AppointmentView: TypingView {
  /// Which one is changed; empty for a new one.
  private let id: Plan.Appointment.ID
  var input: InputLine
  private var warning: Message?

  init(_ appointment: Plan.Appointment, _ world: World) {
    id = appointment.id
    let (start, end) = (world.zone.local(appointment.start), world.zone.local(appointment.end))
    let place = appointment.place.isEmpty ? "" : " @ " + appointment.place
    input = InputLine(editor: LineEditor("\(start.date.day) \(start.clock)-\(end.clock) \(appointment.title)\(place)"))
  }

  /// A new one, on the day of an instant, else on the one that is shown.
  init(near instant: Instant?, _ world: World) {
    id = ""
    let days = world.catalogue.days
    let shown = days.indices.contains(world.programme.day) ? days[world.programme.day].date : nil
    let day = instant.map { world.zone.local($0).date } ?? shown
    input = InputLine(editor: LineEditor(day.map { "\($0.day) " } ?? ""))
  }

  func frame(on screen: Size) -> Rect { Box.ofLine(74, on: screen) }
  mutating func fit(_ size: Size, _ world: World) {}
  mutating func typed(_ world: World) { warning = nil }

  fileprivate mutating func accept(_ world: World) -> [Outcome] {
    guard let typed = TypedAppointment(input.editor.text, world) else {
      warning = Message("Expected a time and a title, as in the example")
      return [.effect(.bell)]
    }
    let appointment = Plan.Appointment(
      id: id, title: typed.title, place: typed.place, start: typed.start, end: typed.end)
    return [.close, .effect(.keepAppointment(appointment)), .say(Message("On the plan: %s", typed.title))]
  }

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    let box = Box(rect)
    let title = id.isEmpty ? Message("An entry of your own") : Message("Change your entry")
    box.draw(title, info: nil, prompt: Message("Day, time, title @ place: "), input, into: &canvas)
    let words = warning ?? Message("For example: %s", "5 14:30-15:00 Tea with Jane @ Bar")
    canvas.putWrapped(words, x: box.list.x + 1, warning == nil ? .dim : .warning, in: box.list)
  }
}

/// What was typed of an entry, understood.
struct TypedAppointment: Equatable {
  var title: String
  var place = ""
  var start: Instant
  var end: Instant

  /// Minutes that something lasts of which no end is typed.
  private static let usualLength = 30

  /// Nil where there is no time or no title in it.
  ///
  /// The day is the number of one of the conference's days, or of one near them, else the day that is shown.
  init?(_ text: String, _ world: World) {
    var words = text.split(separator: " ")
    let days = world.catalogue.days
    let shown = days.indices.contains(world.programme.day) ? days[world.programme.day].date : nil
    guard var date = shown ?? world.zone.local(world.clock.now).date as CalendarDate? else { return nil }
    // Who types a day behind the one that stands there already means the second.
    while words.count > 1, Int(words[0]) != nil, Int(words[1]) != nil { words.removeFirst() }
    if let first = words.first, let number = Int(first), words.count > 1 {
      // A day before or behind the conference has a number too.
      let near = (-7...7).map { CalendarDate(dayNumber: date.dayNumber + $0) }
      let wanted = days.map(\.date).first { $0.day == number } ?? near.first { $0.day == number }
      guard let wanted else { return nil }
      date = wanted
      words.removeFirst()
    }
    guard let times = words.first?.split(separator: "-", maxSplits: 1), let from = times.first.flatMap(Self.second)
    else { return nil }
    words.removeFirst()
    start = world.zone.instant(LocalTime(date: date, secondOfDay: from))
    if times.count == 2 {
      guard let until = Self.second(times[1]) else { return nil }
      // What ends before it begins goes on past midnight.
      let next = CalendarDate(dayNumber: date.dayNumber + (until < from ? 1 : 0))
      end = world.zone.instant(LocalTime(date: next, secondOfDay: until))
    } else {
      end = start.advanced(by: Int64(Self.usualLength * 60))
    }
    let cleaner = TextCleaner(lines: .single)
    let at = words.lastIndex { $0 == "@" } ?? words.endIndex
    title = cleaner.clean(gathered(words[..<at].map(String.init), by: " ")).string
    if at < words.endIndex { place = cleaner.clean(gathered(words[(at + 1)...].map(String.init), by: " ")).string }
    if title.isEmpty { return nil }
  }

  /// A number alone is a day's.
  private static func second(_ text: Substring) -> Int? {
    text.contains(":") ? TypedTime.second(of: String(text)) : nil
  }
}

extension AppointmentView {
  static var place: Message? { Message("while an entry of the plan is typed") }
  static func absence(_ keys: KeyTable) -> Message {
    Message("Entries of your own are typed in the plan: %s", keys.name(of: "plan"))
  }

  static let commands: [Command<AppointmentView>] = [
    .open(Command.Hint(10, Message("keep"))) { view, world in view.accept(world) },
    .back(Command.Hint(15, Message("close"))) { _, _ in [.close] },
  ]
}
