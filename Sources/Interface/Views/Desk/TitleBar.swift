import Agenda
import Catalogue
import Cells
import Messages

/// The top line: the conference, its days, its status and the time.
enum TitleBar {
  /// A day's label and where it stands.
  struct DayLabel: Equatable {
    var day: Int
    var text: String
    var x: Int
  }

  static func draw(_ world: World, into canvas: inout Canvas) {
    let rect = Rect(x: 0, y: 0, width: world.size.width, height: 1)
    canvas.fill(rect, .titleBar)
    let parts = arrange(world)
    canvas.put(parts.title, x: rect.x + 1, y: rect.y, .titleBar, in: rect)
    for label in parts.days {
      let role: Role = label.day == world.programme.day ? .titleBarDay : .titleBar
      canvas.put(label.text, x: label.x, y: rect.y, role, in: rect)
    }
    canvas.put(parts.status, x: rect.maxX - displayWidth(parts.status) - 1, y: rect.y, .titleBarNotice, in: rect)
  }

  /// The day whose label is at a place of the screen.
  static func day(at place: Point, _ world: World) -> Int? {
    guard place.y == 0 else { return nil }
    return arrange(world).days.first { place.x >= $0.x && place.x < $0.x + displayWidth($0.text) }?.day
  }

  private struct Parts {
    var title: String
    var days: [DayLabel]
    var status: String
  }

  /// The days and the clock come first; the title has what is left, and goes where that is too little for a word.
  private static func arrange(_ world: World) -> Parts {
    let rect = Rect(x: 0, y: 0, width: world.size.width, height: 1)
    var status = clock(world, isShort: rect.width < 60)
    if let version = world.oldVersion {
      status = world.text(version) + "  " + status
    } else if world.catalogue.conference.status == .draft, rect.width >= 50 {
      status = world.text(Message("draft")) + "  " + status
    }
    let statusWidth = displayWidth(status)
    let room = rect.width - statusWidth - 3
    let labels = dayLabels(world, width: room)
    let daysWidth = labels.reduce(0) { $0 + displayWidth($1.text) }
    let titleRoom = room - daysWidth - 2
    let ellipsis = world.isASCII ? "..." : "…"
    let fullTitle = world.catalogue.conference.title
    let title =
      titleRoom >= min(12, displayWidth(fullTitle)) ? fitted(fullTitle, width: titleRoom, ellipsis: ellipsis) : ""
    // The days stand in the middle of what the title and the status leave, as far as it goes.
    let titleEnd = rect.x + 1 + displayWidth(title)
    let free = rect.maxX - statusWidth - 1 - titleEnd - daysWidth
    var x = titleEnd + max(0, free / 2)
    let placed = labels.map { label in
      var label = label
      label.x = x
      x += displayWidth(label.text)
      return label
    }
    return Parts(title: title, days: placed, status: status)
  }

  /// As many days as fit, the selected one in brackets and always among them, with a sign where there are more.
  private static func dayLabels(_ world: World, width: Int) -> [DayLabel] {
    let days = world.catalogue.days
    guard days.indices.contains(world.programme.day) else { return [] }
    let selected = world.programme.day
    func name(_ index: Int) -> String { world.text(.weekdayAndNumber(days[index].date)) }
    func label(_ index: Int) -> DayLabel {
      DayLabel(
        day: index, text: (index == selected ? "[" : " ") + name(index) + (index == selected ? "]" : " "),
        x: 0)
    }
    var labels = [label(selected)]
    var used = displayWidth(labels[0].text)
    var (before, after) = (selected - 1, selected + 1)
    while before >= 0 || after < days.count {
      var hasGrown = false
      if after < days.count, used + displayWidth(name(after)) + 2 <= width {
        labels.append(label(after))
        used += displayWidth(name(after)) + 2
        after += 1
        hasGrown = true
      }
      if before >= 0, used + displayWidth(name(before)) + 2 <= width {
        labels.insert(label(before), at: 0)
        used += displayWidth(name(before)) + 2
        before -= 1
        hasGrown = true
      }
      if !hasGrown { break }
    }
    // A day's own blank has room for the sign, the brackets have none.
    let last = labels.count - 1
    if before >= 0, labels[0].day != selected {
      labels[0].text = "<" + labels[0].text.dropFirst()
    } else if before >= 0, used < width {
      labels[0].text = "<" + labels[0].text
      used += 1
    }
    if after < days.count, labels[last].day != selected {
      labels[last].text = labels[last].text.dropLast() + ">"
    } else if after < days.count, used < width {
      labels[last].text += ">"
    }
    return labels
  }

  /// `09:41 EST`, with the date where it is not one of the conference's days.
  private static func clock(_ world: World, isShort: Bool) -> String {
    let now = world.clock.now
    let local = world.zone.local(now)
    var text = local.clock
    if !isShort || world.ownZone != nil { text += " " + world.zone.transition(at: now).abbreviation }
    if !isShort, !world.catalogue.days.contains(where: { $0.date == local.date }) {
      text = world.text(.shortDate(local.date)) + " " + text
    }
    if world.ownZone != nil, !isShort { text += ", " + world.text(Message("your time")) }
    if world.clock.isSimulated { text += " " + world.text(isShort ? Message("sim") : Message("simulated")) }
    return text
  }
}
