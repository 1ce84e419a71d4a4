import Agenda
import Catalogue

/// The agenda as it takes place: what was planned, and the catalogue with the delays in it that every part of a kiosk
/// reads, so that board, door and visitors have one truth.
struct KioskAgenda {
  private(set) var planned: Agenda
  private(set) var catalogue: Catalogue
  private let languages: [String]
  /// The same in other languages, made when they are first asked for: a key is not to wait for it twice.
  private var spoken: [[String]: Catalogue] = [:]
  /// The delays that are in the catalogue.
  private var delays: [Session.ID: Int] = [:]
  /// What the delays were worked out for.
  private var known: (notices: [Notice], minute: Int64)?

  /// - Parameter catalogue: of what was planned.
  init(_ planned: Agenda, _ catalogue: Catalogue, languages: [String]) {
    (self.planned, self.catalogue, self.languages) = (planned, catalogue, languages)
  }

  /// Takes another version, without any delay until the next `settle`.
  mutating func replace(_ planned: Agenda, _ catalogue: Catalogue) {
    self = KioskAgenda(planned, catalogue, languages: languages)
  }

  /// The same for a visitor of other languages; nil where it cannot be made.
  mutating func catalogue(for languages: [String]) -> Catalogue? {
    if languages == self.languages { return catalogue }
    if let known = spoken[languages] { return known }
    spoken[languages] = try? Catalogue.compile(planned.delayed(delays), problemCount: 0, languages: languages)
    return spoken[languages]
  }

  /// Brings the delays up to date with what the staff say; true where there is another catalogue now.
  mutating func settle(_ notices: [Notice], at now: Instant) -> Bool {
    let minute = Clock(now: now).nextMinute.seconds
    if let known, known.notices == notices, known.minute == minute { return false }
    known = (notices, minute)
    let delays = planned.delays(notices, at: now)
    guard delays != self.delays,
      let catalogue = try? Catalogue.compile(planned.delayed(delays), problemCount: 0, languages: languages)
    else { return false }
    (self.delays, self.catalogue, spoken) = (delays, catalogue, [:])
    return true
  }
}
