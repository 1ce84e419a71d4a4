import Agenda
import CICal
import Testing

@testable import Interchange

/// What a calendar library that is not ours makes of what is written.
struct CalendarReadBackTests {
  struct Event {
    var summary: String
    var location: String
    var description: String
    var start: Int64
    var end: Int64?
    var status: icalproperty_status
    var categories: [String]
  }

  /// Parses a calendar with libical, and fails where it has anything to say against it.
  private func events(of programme: Programme) throws -> [String: Event] {
    let text = String(decoding: Export.bytes(of: programme, as: .iCalendar), as: UTF8.self)
    let root = try #require(icalparser_parse_string(text))
    defer { icalcomponent_free(root) }
    #expect(icalcomponent_count_errors(root) == 0)
    #expect(icalrestriction_check(root) == 1, "RFC 5546's and 5545's restrictions on components")
    var events: [String: Event] = [:]
    var component = icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT)
    while let current = component {
      let event = try read(current)
      let uid = String(cString: icalcomponent_get_uid(current)).prefix { $0 != "@" }
      #expect(events.updateValue(event, forKey: String(uid)) == nil)
      component = icalcomponent_get_next_component(root, ICAL_VEVENT_COMPONENT)
    }
    return events
  }

  private func read(_ component: OpaquePointer) throws -> Event {
    func string(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
    func instant(_ kind: icalproperty_kind) -> Int64? {
      guard icalcomponent_get_first_property(component, kind) != nil else { return nil }
      let time =
        kind == ICAL_DTSTART_PROPERTY ? icalcomponent_get_dtstart(component) : icalcomponent_get_dtend(component)
      return Int64(icaltime_as_timet_with_zone(time, time.zone))
    }
    var categories: [String] = []
    var property = icalcomponent_get_first_property(component, ICAL_CATEGORIES_PROPERTY)
    while let current = property {
      categories.append(string(icalproperty_get_categories(current)))
      property = icalcomponent_get_next_property(component, ICAL_CATEGORIES_PROPERTY)
    }
    return Event(
      summary: string(icalcomponent_get_summary(component)), location: string(icalcomponent_get_location(component)),
      description: string(icalcomponent_get_description(component)),
      start: try #require(instant(ICAL_DTSTART_PROPERTY)), end: instant(ICAL_DTEND_PROPERTY),
      status: icalcomponent_get_status(component), categories: categories)
  }

  @Test("Title, place, text, time and status of every session, by the zone that the file itself has")
  func everything() throws {
    let programme = WritingSample.programme()
    let events = try events(of: programme)
    #expect(events.count == programme.agenda.sessions.count)
    for session in programme.agenda.sessions {
      let event = try #require(events[session.id])
      #expect(event.summary == session.title.string(for: []))
      #expect(event.start == session.start.seconds, "\(session.id)")
      #expect(event.end == (session.end == session.start ? nil : session.end?.seconds), "\(session.id)")
      let location = programme.location(of: session)
      #expect(event.location == (location.isEmpty ? "To be announced" : location))
      #expect(event.description == SessionDescription(session, in: programme).text)
    }
    #expect(events["moved"]?.status == ICAL_STATUS_CANCELLED)
    #expect(events["perhaps"]?.status == ICAL_STATUS_TENTATIVE)
    #expect(events["opening"]?.categories == ["Law; courts, and more", "Session"])
  }

  @Test("A plan with reminders and entries of one's own is sound, and its reminders come before")
  func plan() throws {
    let plan = PlanScope(
      sessions: ["opening", "42"], tentative: ["42"],
      appointments: [
        .init(
          id: "own-1", revision: 3, title: "Tea, with Jane", place: "Bar", start: WritingSample.at(5, 16),
          end: WritingSample.at(5, 17))
      ], reminder: 10)
    let programme = WritingSample.programme(scope: ExportScope(plan: plan))
    let events = try events(of: programme)
    #expect(events.count == 3 && events["42"]?.status == ICAL_STATUS_TENTATIVE)
    #expect(events["own-1"]?.summary == "Tea, with Jane" && events["own-1"]?.location == "Bar")
    #expect(events["own-1"]?.start == WritingSample.at(5, 16).seconds)
    let text = String(decoding: Export.bytes(of: programme, as: .iCalendar), as: UTF8.self)
    let root = try #require(icalparser_parse_string(text))
    defer { icalcomponent_free(root) }
    var (component, alarms) = (icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT), 0)
    while let event = component {
      let alarm = try #require(icalcomponent_get_first_component(event, ICAL_VALARM_COMPONENT))
      let trigger = icalproperty_get_trigger(icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY))
      #expect(icaldurationtype_as_int(trigger.duration) == -600)
      alarms += 1
      component = icalcomponent_get_next_component(root, ICAL_VEVENT_COMPONENT)
    }
    #expect(alarms == 3)
  }

  @Test("Texts that are made to do harm come back as they are")
  func hostileTexts() throws {
    let texts = [
      "END:VEVENT\nBEGIN:VEVENT\nUID:x", "\\n is no line break\\", ",;:\"'^", "a\r\nb", "\u{1F469}\u{200D}\u{1F4BB}",
      String(repeating: "\u{301}", count: 200), String(repeating: "漢", count: 100), "\\", "a\n\nb",
    ]
    for text in texts {
      let events = try events(
        of: WritingSample.programme {
          $0.sessions = [WritingSample.session("one", "T" + text, WritingSample.at(4, 9))]
          $0.sessions[0].details = Text(text)
        })
      #expect(events.count == 1)
      #expect(events["one"]?.summary == "T" + text.filter { $0 != "\r" }.replacing("\r\n", with: "\n"))
    }
  }
}
