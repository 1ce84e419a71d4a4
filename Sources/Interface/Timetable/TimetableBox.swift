import Agenda
import Catalogue
import Cells

/// What stands in a session's box: signs and title by words, then time and people's place as far as there is room.
struct TimetableBox {
  struct Line {
    var text: String
    var role: Role
  }

  private(set) var lines: [Line] = []
  let track: TrackSign?

  private init(track: TrackSign?) { self.track = track }

  /// A function and no initializer, which would get a copy of the whole state for every box.
  static func face(of row: SessionRow, _ state: State, width: Int, height: Int, isASCII: Bool) -> TimetableBox {
    var box = TimetableBox(track: state.trackSign(of: row))
    let width = max(1, width)
    let role: Role =
      row.status == .cancelled ? .cancelled : state.agenda.running.contains(row.id) ? .running : .text
    let sign = state.sign(of: row).text
    let note = state.hasNotes(row) ? (isASCII ? "." : "•") : ""
    let signs = listed([(sign == " " ? "" : sign) + note, box.track?.sign ?? ""], by: " ")
    let title = listed([signs, row.title], by: " ")
    for text in words(title, width: width, lines: height, ellipsis: isASCII ? "..." : "…") {
      box.lines.append(Line(text: text, role: role))
    }
    if box.lines.count < height {
      box.lines.append(Line(text: fitted(state.times.range(row), width: width), role: .time))
    }
    return box
  }

  /// The text in so many lines; what does not fit ends after a word, with an ellipsis.
  static func words(_ text: String, width: Int, lines: Int, ellipsis: String) -> [String] {
    let all = wrap(text, width: width)
    guard all.count > lines, lines > 0 else { return all }
    return all[..<(lines - 1)] + [fitted(all[lines - 1] + " " + all[lines], width: width, ellipsis: ellipsis)]
  }
}
