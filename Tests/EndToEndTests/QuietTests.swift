import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  struct QuietTests {
    @Test("Moving the selection by one row at 160x48 sends at most 400 bytes")
    func movingTheSelection() throws {
      let home = try Home()
      let sessions = (0..<60).map { index in
        let time = "\(8 + index / 6 < 10 ? "0" : "")\(8 + index / 6):\(index % 6)0"
        return #""id": "s\#(index)", "title": "Session number \#(index) of a day with many of them", "#
          + #""start": "2017-12-04T\#(time)", "summary": "What is said in session \#(index)""#
      }
      for bundle in [nil, try home.bundle(sessions: sessions)] {
        let story = try home.open(bundle, at: "2017-12-04T06:00", size: Size(width: 160, height: 48))
        try story.see("? help")
        story.press("g")
        // The text of the session comes when the selection rests; it is none of the move.
        while story.pump(milliseconds: 100) {}
        var counts: [Int] = []
        for _ in 0..<5 {
          for key in [Key.down, .up] {
            let (before, cursor) = (story.transcript.count, story.terminal.cursor)
            story.press(key)
            try story.wait("move the selection") { $0.cursor != cursor }
            while story.pump(milliseconds: 30) {}
            counts.append(story.transcript.count - before)
            while story.pump(milliseconds: 150) {}
          }
        }
        // A busy machine may have let the text come in as well.
        #expect(counts.sorted()[counts.count / 2] <= 400, "\(counts)")
      }
    }

    @Test("Nothing is sent and next to nothing done while nothing happens", arguments: [false, true])
    func idle(whileSearching: Bool) throws {
      let story = try Home().open()
      try story.see("NOW", "? help")
      if whileSearching {
        story.press("/")
        try story.see("Find:")
        story.type("work")
        try story.see("found")
      }
      while story.pump(milliseconds: 200) {}
      #expect(story.pseudoTerminal.voluntarySwitches > 0, "the number is known")
      var (times, wakes): ([Int], [Int]) = ([], [])
      // On a busy machine pages of the program itself may have to be read again.
      for _ in 0..<3 where wakes.allSatisfy({ $0 > 2 }) {
        let (sent, time, wake) = (
          story.transcript.count, story.pseudoTerminal.processorTime, story.pseudoTerminal.voluntarySwitches
        )
        let end = TerminalStory.now + 3
        while TerminalStory.now < end { story.pump(milliseconds: 500) }
        #expect(story.transcript.count == sent)
        times.append(Int(story.pseudoTerminal.processorTime - time))
        wakes.append(Int(story.pseudoTerminal.voluntarySwitches - wake))
      }
      #expect(times.allSatisfy { $0 <= 10 }, "\(times)")
      #expect(wakes.contains { $0 <= 2 }, "\(wakes)")
    }

    @Test("The clock goes on, a minute at a time")
    func minutes() throws {
      let story = try Home().open(at: "2017-12-04T09:41:57")
      try story.see("09:41 EST", "49 min left")
      try story.see("09:42 EST", "48 min left")
    }
  }
}
