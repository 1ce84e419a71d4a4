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
    "What a filter leaves has whole titles, or else a line each with time, room and enough of its title",
    arguments: [(80, 24), (100, 30), (160, 48)])
  func filtered(width: Int, height: Int) throws {
    guard var story = try LargeDays.story(at: LargeDays.at(0, 11, 10), width: width, height: height) else { return }
    var crowded = 0
    for steps in 1...12 {
      story.press("f", "t")
      for _ in 0..<steps { story.press(.down) }
      story.press(.enter)
      let view = try #require(story.agendaView)
      if view.lines.isCrowded {
        crowded += 1
        let rows = rows(story)
        #expect(rows.allSatisfy { $0.hasTime && $0.titleColumns >= 30 }, "\(story.screen)")
        #expect(rows.allSatisfy { $0.room.contains { $0 != " " } }, "\(story.screen)")
      } else {
        let titles = (0..<view.lines.count).compactMap { view.lines.line(at: $0) }.compactMap { line -> String? in
          switch line.part {
          case .first(let text), .more(let text): text
          case .place, .progress, .heading: nil
          }
        }
        let whole = story.app.world.programme.rows.reduce(0) { $0 + $1.title.filter { $0 != " " }.count }
        #expect(titles.reduce(0) { $0 + $1.filter { $0 != " " }.count } == whole, "\(story.screen)")
      }
      story.press("f", "c")
    }
    #expect(crowded > 0 || height > 40)
  }

  @Test("What is selected is seen with what comes after it when a filter has been set and taken off again")
  func afterFilters() throws {
    guard var story = try LargeDays.story(at: LargeDays.at(0, 11, 10), width: 160, height: 48) else { return }
    for keys in [[Key]](arrayLiteral: ["f", "t", .enter], ["f", "u"], ["f", "c"]) {
      for key in keys { story.press(key) }
      let view = try #require(story.agendaView)
      let line = try #require(view.lines.lines(ofRow: story.app.world.programme.selected).first)
      #expect(line - view.top <= view.rows / 2, "\(keys)")
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
