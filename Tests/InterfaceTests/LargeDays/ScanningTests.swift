import Agenda
import Catalogue
import Cells
import Testing

@testable import Interface

/// A list of hundreds of real sessions can be scanned.
struct ScanningTests {
  /// What stands in a row of the list.
  private struct Row {
    var hasTime: Bool
    var titleColumns: Int
    var room: String
    var whole: String
  }

  /// The rows of sessions on the screen, by where the list has its columns.
  private func rows(_ story: Story) -> [Row] {
    // A day that fits has whole titles over several lines.
    guard let view = story.agendaView, view.lines.isCrowded, let frame = story.app.stack.desk.layout.frame(of: .agenda)
    else { return [] }
    let (lines, buffer) = (view.lines, story.picture.buffer)
    var hasTime = false
    return (0..<frame.inner.height).compactMap { y in
      guard let line = lines.line(at: view.top + y), case .first = line.part else { return nil }
      func text(_ x: Int, _ width: Int) -> String {
        (0..<width).reduce(into: "") { text, column in
          let cell = buffer[frame.inner.x + x + column, frame.inner.y + y]
          if cell.width > 0, let scalar = Unicode.Scalar(cell.base) { text.unicodeScalars.append(scalar) }
        }
      }
      // A time that is not said again stands above.
      hasTime = hasTime || text(1, 5).contains(":")
      let place = frame.inner.width - 1 - lines.placeWidth
      return Row(
        hasTime: hasTime, titleColumns: place - 1 - lines.titleColumn,
        room: text(place, lines.placeWidth),
        whole: text(1, place + lines.placeWidth - 1))
    }
  }

  @Test(
    "Saturday of FOSDEM shows enough sessions at once, each with time, room and enough of its title",
    arguments: [(80, 24, 12), (100, 30, 16), (160, 48, 34)])
  func enough(width: Int, height: Int, count: Int) throws {
    guard var story = try LargeDays.story(at: LargeDays.at(0, 11, 10), width: width, height: height) else { return }
    for key in [Key.pageDown, ".", "g", "G"] {
      story.press(key)
      let rows = rows(story)
      #expect(rows.count >= count, "\(story.screen)")
      #expect(rows.allSatisfy { $0.hasTime && $0.titleColumns >= 30 }, "\(story.screen)")
      #expect(rows.allSatisfy { $0.room.contains { $0 != " " } }, "\(story.screen)")
    }
  }

  @Test(
    "No two rows of a screen read the same", arguments: [LargeDays.path, LargeDays.kubecon], [(80, 24), (160, 48)])
  func different(path: String, size: (Int, Int)) throws {
    guard var story = try LargeDays.story(path, at: LargeDays.at(0, 7), width: size.0, height: size.1) else { return }
    for day in story.app.world.catalogue.days.indices {
      while story.app.world.programme.day > day { story.press("[") }
      while story.app.world.programme.day < day { story.press("]") }
      story.press("g")
      var last: Session.ID?
      while last != story.selected {
        last = story.selected
        let texts = rows(story).map(\.whole)
        let twice = Dictionary(grouping: texts) { $0 }.filter { $1.count > 1 }.keys
        #expect(twice.isEmpty, "\(twice.sorted())")
        story.press(.pageDown)
      }
    }
  }

  @Test("Each track of FOSDEM has letters of its own")
  func letters() throws {
    guard let story = try LargeDays.story(at: LargeDays.at(0, 11, 10)) else { return }
    let tracks = story.app.world.tracks
    #expect(tracks.count > 60 && Set(tracks.map(\.sign)).count == tracks.count, "\(tracks.map(\.sign))")
  }
}
