import Agenda
import CICal
import Testing

@testable import Notes

/// What a calendar library that is not ours makes of the actions.
struct CalendarReportTests {
  private struct Task: Equatable {
    var uid: String
    var summary: String
    var isDone: Bool
    var related: String
    var description: String
  }

  private func tasks(_ bytes: [UInt8]) throws -> [Task] {
    let text = String(decoding: bytes, as: UTF8.self)
    let root = try #require(icalparser_parse_string(text))
    defer { icalcomponent_free(root) }
    #expect(icalcomponent_count_errors(root) == 0)
    #expect(icalrestriction_check(root) == 1, "RFC 5546's and 5545's restrictions on components")
    func string(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
    var tasks: [Task] = []
    var component = icalcomponent_get_first_component(root, ICAL_VTODO_COMPONENT)
    while let current = component {
      let related = icalcomponent_get_first_property(current, ICAL_RELATEDTO_PROPERTY)
      #expect(icaltime_is_null_time(icalcomponent_get_dtstamp(current)) == 0)
      tasks.append(
        Task(
          uid: string(icalcomponent_get_uid(current)), summary: string(icalcomponent_get_summary(current)),
          isDone: icalcomponent_get_status(current) == ICAL_STATUS_COMPLETED,
          related: related.map { string(icalproperty_get_relatedto($0)) } ?? "",
          description: string(icalcomponent_get_description(current))))
      component = icalcomponent_get_next_component(root, ICAL_VTODO_COMPONENT)
    }
    return tasks
  }

  @Test("Each action is a task with what is to be done, by whom, on which session, and whether it is done")
  func actions() throws {
    let tasks = try tasks(ReportSample.report().bytes(as: .iCalendar))
    #expect(
      tasks.map(\.summary) == [
        "Ilze Kalniņa: send the questionnaire to all, with the translations", "Omar Haddad: share the table of laws",
        "find the Chilean form; see <https://example.org/forms?a=1&b=2>",
        "ask [a participant]'s office and [a participant] for the list", "all keep what was said here to themselves",
        "call <b>Zanda</b> & co",
      ])
    #expect(tasks.map(\.isDone) == [false, true, false, false, false, false])
    #expect(tasks.map(\.related).prefix(2) == ["opening@open-counts-2031", "results@open-counts-2031"])
    #expect(tasks.last?.related == "")
    #expect(tasks.first?.description == "Wed 12 Mar 09:58, Opening: why counts are doubted\nGreat Hall")
  }

  @Test("A task keeps its identity when it is ticked or another one comes before it; the same words twice are two")
  func identities() throws {
    func uids(_ text: String) throws -> [String] {
      let notes = [ReportSample.note(.session("opening"), text)]
      return try tasks(ReportSample.report(notes: notes).bytes(as: .iCalendar)).map(\.uid)
    }
    let before = try uids("- [ ] a\n- [ ] a\n- [ ] b")
    #expect(Set(before).count == 3)
    let after = try uids("- [ ] new\n- [x] a\n- [x] a\n- [ ] b\n")
    #expect(Array(after.dropFirst()) == before)
  }

  @Test("Lines end in CRLF, have 75 octets at most, and no sign of a note breaks out of its line")
  func lines() throws {
    let text = "- [ ] 誰が" + String(repeating: "払う", count: 60) + "\r\n- [ ] END:VTODO\\nBEGIN:VEVENT;x,y: \"z\"\n"
    let bytes = ReportSample.report(notes: [ReportSample.note(.session("opening"), text)]).bytes(as: .iCalendar)
    var length = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A {
        #expect(bytes[index - 1] == 0x0D && length - 1 <= 75)
        length = 0
      } else {
        length += 1
      }
    }
    let summaries = try tasks(bytes).map(\.summary)
    #expect(summaries.count == 2 && summaries[0].hasSuffix("払う"))
    #expect(summaries[1] == "END:VTODO\\nBEGIN:VEVENT;x,y: \"z\"")
  }
}
