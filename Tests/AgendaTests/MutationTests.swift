import Dice
import Foundation
import Messages
import Testing

@testable import Agenda

/// The shipped agenda with bytes turned, cut and put twice: whatever comes of it, reading ends with an agenda or a
/// problem, and every problem has its line.
@Suite struct MutationTests {
  @Test func damagedAgendasAreReadOrRefusedButNeverTrap() throws {
    let original = Array(
      try Data(contentsOf: resources.appending(path: "conferences/human-rights-elections-2017/agenda.json")))
    let bundle = try TemporaryBundle()
    let signs = Array("\"{}[],:\\/ \n\u{0}\u{1B}0Z-tn".utf8) + [0xFF, 0xC3, 0x80]
    var dice = Dice(seed: 1)
    var read = 0
    var rounds = 0
    let clock = ContinuousClock()
    let end = clock.now + .seconds(2)
    for round in 0..<3_000 where clock.now < end {
      rounds += 1
      var bytes = original
      for _ in 0...dice.roll(4) {
        let place = dice.roll(bytes.count)
        switch (round + dice.roll(3)) % 6 {
        case 0: bytes[place] ^= UInt8(1 << dice.roll(8))
        case 1: bytes[place] = signs[dice.roll(signs.count)]
        case 2: bytes.insert(signs[dice.roll(signs.count)], at: place)
        case 3: bytes.remove(at: place)
        case 4: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(200)))
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + dice.roll(200))], at: place)
        }
        if dice.roll(20) == 0 { bytes.removeLast(dice.roll(bytes.count)) }
        if bytes.isEmpty { bytes = [UInt8(ascii: "{")] }
      }
      try bundle.write("agenda.json", bytes: bytes)
      let reading = bundle.read()
      #expect(reading.agenda != nil || !reading.problems.isEmpty)
      let lineCount = bytes.count { $0 == 0x0A } + 1
      for problem in reading.problems {
        #expect(!problem.line(in: .english).isEmpty)
        #expect((1...lineCount).contains(problem.place.line ?? 1))
      }
      for session in reading.agenda?.sessions ?? [] {
        #expect(session.end.map { $0 >= session.start } ?? true)
      }
      if reading.agenda != nil { read += 1 }
    }
    // Most damage inside a text leaves the rest readable: a reader that gave up at once would not get here.
    #expect(read * 50 > rounds)
  }

  @Test func everyCutEndsInOneClearLine() throws {
    let original = Array(SampleAgenda.sessions(SampleAgenda.opening, #"{"x\u0041": [true, null, -1.5e3, "é"]}"#).utf8)
    let bundle = try TemporaryBundle()
    for length in 1..<original.count {
      try bundle.write("agenda.json", bytes: Array(original[..<length]))
      let reading = bundle.read()
      // Where only closing brackets are missing, all that was written is there.
      let lacksOnlyBrackets = "]}".utf8.contains(original[..<length].last { $0 > 0x20 } ?? 0)
      #expect((reading.agenda != nil) == lacksOnlyBrackets)
      #expect(reading.problems.count == 1 || lacksOnlyBrackets)
      let line = reading.problems.first.map { $0.line(in: .english) } ?? ""
      #expect(
        line.contains("found the end of the file") || line.contains("closing quotation mark")
          || line.contains("found 't") || line.contains("found 'n") || line.contains("found '-"), "\(length): \(line)")
    }
  }
}
