import Agenda

/// What the c3voc formats tell sessions, people and rooms apart by: numbers and UUIDs.
///
/// Those that an agenda has from such a file are kept as long as they are not used twice; all others are made of the
/// identifiers, so that the apps of attendees know a session again in the next export.
struct ScheduleIdentities {
  /// The conference's short name: lower-case letters, digits and `_`, at least four of them.
  let acronym: String
  private let conference: String
  private var guids: [Session.ID: String] = [:]
  private var numbers: [Session.ID: Int] = [:]
  private var personNumbers: [Person.ID: Int] = [:]

  init(of agenda: Agenda) {
    conference = agenda.conference.id
    acronym = ScheduleIdentities.acronym(of: conference)
    var used: Set<String> = []
    for session in agenda.sessions {
      if let guid = session.guid?.lowercased(), StableNumber.isUUID(guid), used.insert(guid).inserted {
        guids[session.id] = guid
      }
    }
    for session in agenda.sessions where guids[session.id] == nil {
      guids[session.id] = StableNumber.uuid([conference, "session", session.id])
    }
    numbers = ScheduleIdentities.numbers(of: agenda.sessions.map(\.id), salt: [conference, "session"])
    personNumbers = ScheduleIdentities.numbers(of: agenda.people.map(\.id), salt: [conference, "person"])
  }

  func guid(of session: Session) -> String {
    guids[session.id] ?? StableNumber.uuid([conference, "session", session.id])
  }
  func guid(of person: Person) -> String { StableNumber.uuid([conference, "person", person.id]) }
  func guid(ofRoom name: String) -> String { StableNumber.uuid([conference, "room", name]) }
  /// From 1.
  func number(of session: Session) -> Int { numbers[session.id] ?? 1 }
  /// From 1.
  func number(of person: Person) -> Int { personNumbers[person.id] ?? 1 }

  /// `acronym-number-words-of-the-title`.
  func slug(of session: Session, title: String) -> String {
    let words = Identifier.words(of: title)
    return "\(acronym)-\(number(of: session))" + (words.isEmpty ? "" : "-\(words)")
  }

  private static func acronym(of id: String) -> String {
    var name = id.lowercased().utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
      default: UInt8(ascii: "_")
      }
    }
    while name.count < 4 { name.append(UInt8(ascii: "_")) }
    return String(decoding: name, as: UTF8.self)
  }

  /// Identifiers that are numbers already stay; of the others, in an order that does not depend on the file's, each
  /// gets one made of it, and the next free one where two are made the same.
  private static func numbers(of identifiers: [String], salt: [String]) -> [String: Int] {
    var numbers: [String: Int] = [:]
    var used: Set<Int> = []
    for id in identifiers {
      if let number = Int32(id), number > 0, String(number) == id, used.insert(Int(number)).inserted {
        numbers[id] = Int(number)
      }
    }
    for id in identifiers.sorted() where numbers[id] == nil {
      var number = Int(truncatingIfNeeded: StableNumber.hash(salt + [id]) >> 64) & 0x3FFF_FFFF + 1
      while !used.insert(number).inserted { number += 1 }
      numbers[id] = number
    }
    return numbers
  }
}
