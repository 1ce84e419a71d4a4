import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// Files of other formats.
  struct ForeignFileTests {
    /// Schedules of real conferences beside the checkout, which are too large to be part of it.
    private static let files: [String] = {
      let above = Checkout.root.split(separator: "/").dropLast().joined(separator: "/")
      return TemporaryFolder.files(below: "/\(above)/shared/data")
    }()

    @Test("Each is read, or refused in one line, and nothing crashes")
    func readOrRefused() throws {
      if Self.files.isEmpty { print("No schedules in ../shared/data: they are not tried here.") }
      let home = try Home()
      for file in Self.files {
        let run = try home.run(["export", "--format", "ics", file])
        if run.exit == .status(0) {
          #expect(run.output.hasPrefix("BEGIN:VCALENDAR"), "\(file)")
        } else {
          #expect(run.exit == .status(2) && run.output.isEmpty, "\(file): \(run)")
          #expect(run.complaints.count == 1 && run.errors.hasPrefix("plenary: "), "\(file): \(run.errors)")
        }
      }
    }

    private static let schedule = """
      <?xml version="1.0" encoding="UTF-8"?>
      <schedule><conference><acronym>demo</acronym><title>Demo Days</title>
      <time_zone_name>America/New_York</time_zone_name></conference>
      <day date="2017-12-04"><room name="Red"><event id="1"><start>09:00</start><duration>01:00</duration>
      <title>Talk on ships</title></event></room></day></schedule>
      """

    @Test("Notes on a conference that is another program's file are written, listed and reported as on any other")
    func notes() throws {
      let home = try Home()
      let file = try home.folder.write("demo.xml", Self.schedule)
      let story = try home.open(file)
      try story.see("Talk on ships")
      story.press("e")
      try story.see("Write here.")
      story.type("three ships")
      try story.see("three ships", "saved")
      story.press(.escape)
      try story.see("e note")
      story.press("a")
      try story.see("All notes", "three ships")
      story.press("R")
      try story.see("Written: report-")
      story.press(.escape, "q")
      try story.expectExit()
      // The one that was opened last is meant where none is named.
      for bundle in [[], ["--bundle", file]] {
        let added = try home.run(["notes", "add"] + bundle + ["ships", "four ships"])
        #expect(added.exit == .status(0) && added.errors.isEmpty, "\(added)")
        #expect(try home.run(["notes", "report"] + bundle).output.contains("four ships"))
      }
      let reports = TemporaryFolder.files(below: home.data).filter { $0.contains("/report-") }
      #expect(reports.count == 1)
      let report = String(decoding: try TemporaryFolder.bytes(of: try #require(reports.first)), as: UTF8.self)
      #expect(report.contains("three ships") && report.contains("Talk on ships"), "\(report)")
    }
  }
}
