import Agenda
import Glibc

/// Measures how soon what is typed and pasted into a long note is seen, by when it is kept already.
struct Writing: ~Copyable {
  /// Bytes of the note, and of what is pasted.
  private static let size = 1_000_000
  private static let moment = (date: "2017-12-04", second: (9 * 60 + 41) * 60)

  private let contender: Contender
  /// The folder of the notes, and the file of the one on the session that is on.
  private let folder: String
  private let note: String

  /// A program on a bundle in which a session is on at the moment that it is told.
  ///
  /// - Throws: `BenchError.noConference` where none is.
  init(_ contender: Contender, bundle: String) throws(BenchError) {
    self.contender = contender
    guard let agenda = BundleReader().read(bundle).agenda, let data = contender.environment["XDG_DATA_HOME"] else {
      throw .noConference(bundle)
    }
    let zone = agenda.conference.zone
    let session = agenda.sessions.first { session in
      let (start, end) = (zone.local(session.start), zone.local(session.end ?? session.start))
      return "\(start.date)" == Self.moment.date && start.secondOfDay <= Self.moment.second
        && end.secondOfDay > Self.moment.second
    }
    guard let session else { throw .noConference(bundle) }
    folder = "\(data)/plenary/\(agenda.conference.id)/notes"
    note = "\(folder)/session-\(session.id).md"
  }

  /// Keys in the midst of a long note.
  func keys(count: Int) throws(BenchError) -> Samples {
    var samples = Samples()
    let child = try begin(note: Self.text)
    for _ in 0..<200 { child.type(Key.up.bytes) }
    child.ignore(until: ContinuousClock().now + .milliseconds(300))
    for index in 0..<count {
      let pressed = ContinuousClock().now
      child.type(Array((index % 7 == 6 ? " " : "n").utf8))
      if let answer = child.answer(silence: Meter.keySilence) { samples.add((answer.last - pressed).milliseconds) }
    }
    return samples
  }

  /// The whole of it pasted into an empty note.
  func pastes(count: Int) throws(BenchError) -> Samples {
    var samples = Samples()
    for _ in 0..<count {
      let child = try begin(note: nil)
      let pressed = ContinuousClock().now
      child.type(Array("\u{1B}[200~\(Self.text)\u{1B}[201~".utf8))
      let answer = child.answer(silence: .milliseconds(60), patience: .seconds(5))
      if let answer { samples.add((answer.last - pressed).milliseconds) }
    }
    return samples
  }

  /// Starts it with that note alone, open for writing.
  private func begin(note text: String?) throws(BenchError) -> Child {
    let state = contender.environment["XDG_STATE_HOME"] ?? folder
    // Handed no sign that a shell would read: both lie in a folder of this program's own making.
    _ = system("rm -rf \(folder) \(state); mkdir -p -m 700 \(folder)")
    if let text { try TextFile.write(text, to: note) }
    let child = try Child(contender, size: .usual)
    guard child.answer(silence: Meter.screenSilence) != nil else { throw .paintedNothing(contender.name) }
    child.ignore(until: ContinuousClock().now + .milliseconds(200))
    child.type(Key.character("e").bytes)
    guard child.answer(silence: Meter.screenSilence) != nil else { throw .paintedNothing(contender.name) }
    child.ignore(until: ContinuousClock().now + .milliseconds(200))
    return child
  }

  private static let text: String = {
    let line = "What was said, and by whom: the delegates agreed to meet again in the spring.\n"
    return String(repeating: line, count: size / line.utf8.count)
  }()
}
