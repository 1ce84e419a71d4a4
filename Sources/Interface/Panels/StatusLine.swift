import Catalogue
import Cells

/// The line above the footer: what just happened, else what is wrong with keeping notes, else the filter, else the
/// conference's notice; at the right, how many problems the bundle has.
///
/// On a short screen it takes the footer's place while it has a message or a trouble to tell.
enum StatusLine {
  static func draw(_ state: State, into canvas: inout Canvas) {
    let rect = state.layout.status
    if rect == state.layout.footer {
      guard let message = state.message ?? state.trouble.map({ Message($0, .warning) }) else { return }
      canvas.fill(rect, .text)
      canvas.putFitted(message.text, x: 1, y: rect.y, role(message), in: rect)
      return
    }
    let count = state.catalogue.conference.problemCount
    var right = count == 0 ? "" : Words.problems(count)
    let room = rect.width - 2
    var left = ""
    var leftRole = Role.status
    if let message = state.message {
      (left, leftRole) = (message.text, role(message))
    } else if let trouble = state.trouble {
      (left, leftRole) = (trouble, .statusWarning)
    } else if let link = state.selectedLink {
      left = description(of: link)
    } else if state.agenda.isFiltered {
      left = Words.filtered(state.filterParts, clearKeys: KeyTable.clearFilters)
    } else {
      left = state.catalogue.conference.notice
    }
    // The problems give way to a message that needs the room.
    if state.message != nil || state.trouble != nil, displayWidth(left) + displayWidth(right) + 2 > room { right = "" }
    let rightX = rect.maxX - displayWidth(right) - 1
    canvas.put(right, x: rightX, y: rect.y, .statusWarning, in: rect)
    let leftRect = Rect(x: rect.x, y: rect.y, width: (right.isEmpty ? rect.maxX - 1 : rightX - 2), height: 1)
    canvas.putFitted(left, x: 1, y: rect.y, leftRole, in: leftRect)
  }

  private static func role(_ message: Message) -> Role {
    switch message.tone {
    case .plain: .status
    case .warning: .statusWarning
    }
  }

  private static func description(of link: PageContent.Link) -> String {
    switch link.destination {
    case .page: "[\(link.number)] \(link.label)"
    case .address(let url): "[\(link.number)] \(url)"
    }
  }
}

extension State {
  /// What the filters keep, in words.
  var filterParts: [String] {
    var parts: [String] = []
    if agenda.starredOnly { parts.append(Words.starredOnly) }
    if let kind = agenda.filter.kind { parts.append(Words.plural(kind)) }
    if agenda.filter.track != nil { parts.append(agenda.names.track) }
    if agenda.filter.room != nil { parts.append(agenda.names.room) }
    if agenda.filter.person != nil { parts.append(agenda.names.person) }
    return parts
  }
}
