import Agenda
import Cells
import Testing

@testable import Interface

@Suite(.serialized)
struct CostTests {
  /// The median time of a key with its picture.
  private func time(_ story: inout Story, _ key: Key) -> Duration {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for _ in 0..<21 {
      times.append(
        clock.measure {
          story.press(key)
          _ = story.picture
        })
    }
    return times.sorted()[10]
  }

  @Test("A key costs the same on a day of 5,000 sessions as on one of 50", arguments: [Key.down, .tab, .pageDown, "f"])
  func daySize(key: Key) throws {
    // At the end of the day, so that whatever is looked for is found last.
    var small = try Story(Sample.crowded(50), width: 160, height: 48, at: Sample.at(4, 18, 55))
    var large = try Story(Sample.crowded(5_000), width: 160, height: 48, at: Sample.at(4, 18, 55))
    let (few, many) = (time(&small, key), time(&large, key))
    #expect(many < few * 5, "\(key.name): \(few) with 50, \(many) with 5,000")
  }
}
