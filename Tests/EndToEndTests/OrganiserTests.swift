import Cells
import Support
import Testing

extension EndToEnd {
  /// The fourth journey of the design: somebody has a schedule of another program and makes a companion of it.
  struct OrganiserTests {
    private static func schedule(_ start: String) -> String {
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <schedule><version>3</version><conference><acronym>days</acronym><title>Days of Software</title>
      <time_zone_name>America/New_York</time_zone_name></conference>
      <day date="2017-12-04">
      <room name="Red"><event id="1"><start>09:00</start><duration>01:00</duration><room>Red</room>
      <title>Opening of the days</title><track>Main</track>
      <persons><person id="7">Ada Brown</person></persons></event>
      <event id="2"><start>09:30</start><duration>01:00</duration><room>Red</room>
      <title>Too early in this room</title><track>Main</track></event></room>
      <room name="Blue"><event id="3"><start>\(start)</start><duration>00:45</duration><room>Blue</room>
      <title>Kernels</title><track>Systems</track><persons><person id="7">Ada Brown</person></persons></event></room>
      </day></schedule>
      """
    }

    @Test("Opens a schedule, makes a bundle, adds background, checks it, moves a session, and the board shows it")
    func journey() throws {
      let home = try Home()
      let file = try home.folder.write("days.xml", Self.schedule("11:00"))

      // It opens at once, as list and as timetable, and everybody and every room has a page.
      var story = try home.open(file)
      try story.see("Days of Software", "Too early in this room", "Kernels")
      story.press("v")
      try story.see("Timetable", "Red", "Blue", "Kernels")
      story.press("p", .enter)
      try story.see("Ada Brown", "Kernels, Blue")
      story.press("q")
      try story.expectExit()

      // What is odd in it is said.
      let odd = try home.run(["check", file])
      #expect(odd.output.contains("Too early in this room") || odd.output.contains("overlap"), "\(odd.output)")

      // A bundle is made of it, and background added to it.
      let bundle = home.folder.path + "/days"
      #expect(try home.run(["import", file, bundle]).exit == .status(0))
      let path = "\(bundle)/agenda.json"
      let agenda = String(decoding: try TemporaryFolder.bytes(of: path), as: UTF8.self)
      let meeting = #""meetings": [{"id": "last", "title": "The days of 2016", "kind": "workshop", "date": "2016-12"}]"#
      let end = try #require(agenda.lastIndex(of: "}"))
      try TemporaryFolder.write(Array((agenda[..<end] + ", \(meeting)}").utf8), to: path)
      #expect(try home.run(["check", bundle]).exit != .status(2))

      // A session moves an hour before; what was added stays.
      let moved = try home.folder.write("moved.xml", Self.schedule("10:00"))
      #expect(try home.run(["import", "--update", moved, bundle]).exit == .status(0))
      story = try home.open(bundle)
      try story.see("10:00-10:45")
      story.press("3")
      try story.see("The days of 2016")
      story.press("q")
      try story.expectExit()
      #expect(try home.run("list").output.contains("Days of Software"))

      // The kiosk shows it.
      story = try home.openKiosk(["--ascii", bundle], at: "2017-12-04T09:10")
      try story.see("Opening of the days", "Kernels")
      story.signal(15)
      try story.expectExit()
    }
  }
}
