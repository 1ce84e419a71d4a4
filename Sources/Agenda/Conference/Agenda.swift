public import Times

/// What holds for the whole conference.
public struct Conference: Equatable, Sendable, Identifiable {
  public enum Status: String, CaseIterable, Sendable {
    case draft, final
  }

  public struct Venue: Equatable, Sendable {
    public var name: Text
    public var city: Text?
    public var country: Text?

    public init(name: Text, city: Text? = nil, country: Text? = nil) {
      (self.name, self.city, self.country) = (name, city, country)
    }
  }

  public var id: String
  public var title: Text
  public var subtitle: Text?
  public var organizers: [Text] = []
  public var venue: Venue?
  /// The venue's zone, which rules every time that is shown.
  public var zone: OffsetTable
  public var start: CalendarDate
  /// The last day, not before `start`.
  public var end: CalendarDate
  /// The language of texts that name none (BCP 47).
  public var language: String?
  /// The agenda's version, as its makers count.
  public var version: String?
  /// When this version was published.
  public var published: CalendarDate?
  public var status: Status = .final
  /// What everybody should know ("times are tentative").
  public var notice: Text?
  /// Markdown.
  public var about: Text?
  public var url: String?
  /// When a new day begins; a session that starts before it belongs to the day before.
  public var dayChange = DayChange.usual

  public init(id: String, title: Text, zone: OffsetTable, start: CalendarDate, end: CalendarDate) {
    (self.id, self.title, self.zone, self.start, self.end) = (id, title, zone, start, end)
  }

  /// The day of the conference that an instant belongs to.
  public func day(of instant: Instant) -> CalendarDate { dayChange.day(of: instant, in: zone) }
}

public struct Room: Equatable, Sendable, Identifiable {
  public let id: String
  public var name: Text
  /// How to get there, in one plain paragraph; nil where that goes without saying.
  public var way: Text?

  public init(id: String, name: Text, way: Text? = nil) { (self.id, self.name, self.way) = (id, name, way) }

  /// The building in a room's name where it is written as on a campus, `K` of `K.1.105 (La Fontaine)` and `UB` of
  /// `UB2.252A`; nil of any other name.
  public static func building(inName name: String) -> Substring? {
    let bytes = name.utf8
    guard let letters = bytes.firstIndex(where: { !(0x41...0x5A).contains($0) }), letters > bytes.startIndex,
      bytes.distance(from: bytes.startIndex, to: letters) <= 3
    else { return nil }
    let digits = bytes[letters...].firstIndex { !(0x30...0x39).contains($0) }
    guard let digits, bytes[digits] == UInt8(ascii: ".") else { return nil }
    return name[..<letters]
  }
}

public struct Track: Equatable, Sendable, Identifiable {
  public let id: String
  public var name: Text
  /// `#rrggbb`, or nil.
  public var color: String?

  public init(id: String, name: Text, color: String? = nil) { (self.id, self.name, self.color) = (id, name, color) }
}

public struct Person: Equatable, Sendable, Identifiable {
  public let id: String
  public var name: Text
  public var role: Text?
  public var affiliation: Text?
  /// Markdown.
  public var bio: Text?

  public init(id: String, name: Text, role: Text? = nil, affiliation: Text? = nil, bio: Text? = nil) {
    (self.id, self.name, self.role, self.affiliation, self.bio) = (id, name, role, affiliation, bio)
  }
}

/// An address outside the bundle, with what to call it.
public struct WebLink: Equatable, Sendable {
  public var title: Text
  /// `http`, `https`, `mailto` or `tel`.
  public var url: String

  public init(title: Text, url: String) { (self.title, self.url) = (title, url) }
}

/// A whole bundle as values, every reference in it resolved or dropped.
public struct Agenda: Equatable, Sendable {
  public var conference: Conference
  /// In the order of the file, which is the order they are shown in.
  public var rooms: [Room] = []
  public var tracks: [Track] = []
  public var people: [Person] = []
  public var sessions: [Session] = []
  public var meetings: [Meeting] = []
  public var documents: [Document] = []

  public init(conference: Conference) { self.conference = conference }
}

/// Which addresses of a bundle may be shown and opened.
package enum WebAddress {
  package enum Check {
    case safe, malformed, unsafeScheme
  }

  package static let schemes = ["http", "https", "mailto", "tel"]

  /// An absolute address (RFC 3986 §4.3) in printable characters, at most 2,000 bytes, of one of the schemes.
  package static func check(_ address: String) -> Check {
    let bytes = address.utf8
    guard bytes.count <= 2_000, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    else { return .malformed }
    let scheme = address[..<colon].lowercased()
    guard schemes.contains(scheme) else { return .unsafeScheme }
    let rest = bytes[bytes.index(after: colon)...]
    guard scheme.hasPrefix("http") else { return rest.isEmpty ? .malformed : .safe }
    let host = rest.dropFirst(2).first
    guard rest.starts(with: "//".utf8), let host, !"/?#".utf8.contains(host) else { return .malformed }
    return .safe
  }

  /// Whether an address may stand as a link in what is handed on: of one of the schemes, without a sign that would end
  /// it where it stands.
  package static func isOpenable(_ address: String) -> Bool {
    guard let colon = address.firstIndex(of: ":") else { return false }
    return schemes.contains(address[..<colon].lowercased())
      && address.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") && $0 != 0x7F }
  }
}
