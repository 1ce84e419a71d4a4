import Testing

@testable import Times

@Suite struct StrictTimeTests {
  private func time(_ text: String) -> String {
    do throws(StrictTime.Failure) {
      let (local, offset) = try StrictTime.dateTime(text)
      return "\(local.date) \(local.clock):\(local.second)" + (offset.map { " \($0)" } ?? "")
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("2017-12-04T09:00", "2017-12-04 09:00:0"), ("2017-12-04t09:00:59", "2017-12-04 09:00:59"),
    ("2017-12-04T09:00Z", "2017-12-04 09:00:0 0"), ("2017-12-04T09:00:00-05:30", "2017-12-04 09:00:0 -19800"),
    ("2016-02-29T00:00", "2016-02-29 00:00:0"), ("2017-02-29T00:00", "impossibleDate"),
    ("2017-02-30T00:00", "impossibleDate"), ("0000-01-01T00:00", "impossibleDate"),
    ("2017-13-01T00:00", "impossibleDate"),
    ("2017-12-04T24:00", "impossibleTime"), ("2017-12-04T09:60", "impossibleTime"),
    ("2017-12-04T09:00:60", "impossibleTime"), ("2017-12-04T09:00+24:00", "impossibleTime"),
    ("2017-12-04", "malformed"), ("2017-12-04 09:00", "malformed"), ("2017-12-4T09:00", "malformed"),
    ("2017-12-04T9:00", "malformed"), ("2017-12-04T09:00:00.5", "malformed"), ("2017-12-04T09:00 ", "malformed"),
    ("２０１７-12-04T09:00", "malformed"), ("2017-12-04T09:00+0100", "malformed"), ("", "malformed"),
    ("+017-12-04T09:00", "malformed"),
  ])
  func readsTimesToTheLetter(text: String, expected: String) {
    #expect(time(text) == expected)
  }

  @Test func readsPartialDatesToTheLetter() throws {
    #expect(try StrictTime.partialDate("2016") == PartialDate(year: 2016))
    #expect(try StrictTime.partialDate("2016-06") == PartialDate(year: 2016, month: 6))
    #expect(try StrictTime.partialDate("2016-06-30") == PartialDate(year: 2016, month: 6, day: 30))
    #expect(throws: StrictTime.Failure.impossibleDate) { try StrictTime.partialDate("2016-06-31") }
    for text in ["16", "2016-", "2016-6", "2016-06-1", "2016-06-01-01", "June 2016"] {
      #expect(throws: StrictTime.Failure.malformed) { try StrictTime.partialDate(text) }
    }
  }
}
