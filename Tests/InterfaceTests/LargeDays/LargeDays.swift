import Agenda
import Catalogue
import Interchange
import Testing

@testable import Interface

/// A real conference of hundreds of sessions in thirty rooms over two days, where its schedule lies beside the checkout.
enum LargeDays {
  static let path = "\(Checkout.path)/../shared/data/frab-xml/fosdem-2026.xml"
  /// Another one of long titles under few headings.
  static let kubecon = "\(Checkout.path)/../shared/data/ics/kubecon-eu-2026-sched.ics"

  /// In the conference's own zone, an hour before UTC.
  static func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    Instant(seconds: 1_769_814_000 + Int64(day) * 86_400 + Int64(hour) * 3_600 + Int64(minute) * 60)
  }

  /// Nil, which is said, where it is not there.
  static func story(
    _ path: String = path, at now: Instant, width: Int = 80, height: Int = 24
  ) throws -> Story? {
    guard Checkout.read(path) != nil else {
      print("No schedule in ../shared/data: the story of two large days is not told here.")
      return nil
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let agenda = try Import.read(
      try ImportSource.bytes(at: path), name: name, today: CalendarDate(dayNumber: 20_484)
    ).agenda
    return Story(
      try Catalogue.compile(agenda, problemCount: 0, languages: ["en"]), width: width, height: height, at: now)
  }
}
