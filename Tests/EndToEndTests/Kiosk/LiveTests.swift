import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// A kiosk follows its files.
  struct LiveTests {
    private static func agenda(_ title: String) -> String {
      """
      {"format": "plenary-agenda", "formatVersion": 1,
       "conference": {"id": "sample", "title": "A sample", "timeZone": "America/New_York",
         "start": "2017-12-04", "end": "2017-12-05"},
       "rooms": [{"id": "a", "name": "Room A"}],
       "sessions": [{"id": "one", "title": "\(title)", "start": "2017-12-04T09:00", "end": "2017-12-04T10:30",
         "room": "a"}]}
      """
    }

    private static func notices(_ list: String) -> String {
      #"{"format": "plenary-notices", "formatVersion": 1, "notices": [\#(list)]}"#
    }

    private static func log(_ path: String) -> String {
      String(decoding: (try? TemporaryFolder.bytes(of: path)) ?? [], as: UTF8.self)
    }

    @Test("A version that is written in place, renamed or reached by a switched link appears within two seconds")
    func versions() throws {
      let home = try Home()
      let folder = home.folder
      try folder.write("one/agenda.json", Self.agenda("First version"))
      try folder.write("two/agenda.json", Self.agenda("Second version"))
      let link = folder.path + "/current"
      symlink("one", link)
      let story = try home.openKiosk(["--ascii", link])
      try story.see("First version")
      func expect(_ words: String, _ change: () throws -> Void) throws {
        let start = TerminalStory.now
        try change()
        try story.see(words)
        #expect(TerminalStory.now - start < 2, "\(words)")
      }
      try expect("Written in place") { try folder.write("one/agenda.json", Self.agenda("Written in place")) }
      try expect("By a rename") {
        try folder.write("one/.agenda.json.tmp", Self.agenda("By a rename"))
        rename(folder.path + "/one/.agenda.json.tmp", folder.path + "/one/agenda.json")
      }
      try expect("Second version") {
        symlink("two", folder.path + "/next")
        rename(folder.path + "/next", link)
      }
      try expect("Behind the link") { try folder.write("two/agenda.json", Self.agenda("Behind the link")) }
      try expect("A folder renamed") {
        try folder.write("three/agenda.json", Self.agenda("A folder renamed"))
        rename(folder.path + "/two", folder.path + "/old")
        rename(folder.path + "/three", folder.path + "/two")
      }
      // The screen is never emptied: what is sent is what differs.
      #expect(!String(decoding: story.transcript.dropFirst(2_000), as: UTF8.self).contains("\u{1B}[2J"))
    }

    @Test("It is found again however it went: with its folder, behind links that lead to links, from nothing")
    func paths() throws {
      let home = try Home()
      let folder = home.folder
      try folder.write("disk/one/agenda/agenda.json", Self.agenda("First version"))
      try folder.write("disk/two/agenda/agenda.json", Self.agenda("Second version"))
      try folder.write("links/.keep", "")
      symlink("../disk/one", folder.path + "/links/stable")
      symlink("links/stable", folder.path + "/current")
      let story = try home.openKiosk(["--ascii", folder.path + "/current/agenda"])
      try story.see("First version")
      func expect(_ words: String, _ change: () throws -> Void) throws {
        let start = TerminalStory.now
        try change()
        try story.see(words)
        #expect(TerminalStory.now - start < 2, "\(words)")
      }
      // The second of the two links is switched.
      try expect("Second version") {
        symlink("../disk/two", folder.path + "/links/next")
        rename(folder.path + "/links/next", folder.path + "/links/stable")
      }
      rename(folder.path + "/disk/two", folder.path + "/disk/away")
      story.pump(milliseconds: 500)
      #expect(story.row(with: "Second version") != nil)
      // What a link leads to comes back, part by part.
      try expect("Back again") {
        mkdir(folder.path + "/disk/two", 0o755)
        story.pump(milliseconds: 300)
        mkdir(folder.path + "/disk/two/agenda", 0o755)
        story.pump(milliseconds: 300)
        try folder.write("disk/two/agenda/agenda.json", Self.agenda("Back again"))
      }
    }

    @Test("What others have written on its terminal is painted over within ten minutes, and nothing is cleared")
    func strangers() throws {
      let home = try Home()
      let story = try home.openKiosk(["--ascii", "--idle", "5"], at: "2017-12-04T09:49:55")
      try story.see("Press any key")
      let start = story.transcript.count
      story.terminal.feed(Array("\u{1B}[20;1H[ 572.2] usb 1-1: device descriptor read\u{1B}[3;5HPanic".utf8))
      #expect(story.row(with: "usb 1-1") != nil)
      try story.wait(untilGone: "usb 1-1")
      try story.wait(untilGone: "Panic")
      try story.see("Press any key", "09:50:0", "The rest of today")
      #expect(!String(decoding: story.transcript.dropFirst(start), as: UTF8.self).contains("\u{1B}[2J"))
    }

    @Test("A broken version leaves the last good one up, and only the log says why")
    func broken() throws {
      let home = try Home()
      let folder = home.folder
      try folder.write("b/agenda.json", Self.agenda("Sound"))
      let log = folder.path + "/log"
      let story = try home.openKiosk(["--ascii", "--log", log, folder.path + "/b"])
      try story.see("Sound")
      for (text, words) in [
        ("{\"format\": \"plenary-agenda\", \"sess", "agenda.json:1"), ("", "agenda.json"),
        (Self.agenda("Broken").replacing("09:00", with: "29:00"), "29:00"),
      ] {
        try folder.write("b/agenda.json", text)
        try story.wait("have it in the log") { _ in
          Self.log(log).split(separator: "\n").last.map { $0.contains("the last good one stays") && $0.contains(words) }
            ?? false
        }
        #expect(story.row(with: "Sound") != nil && story.row(with: "Broken") == nil && story.row(with: "found") == nil)
      }
      let before = Self.log(log)
      unlink(folder.path + "/b/agenda.json")
      try story.wait("have it in the log") { _ in Self.log(log) != before }
      #expect(story.row(with: "Sound") != nil)
      try folder.write("b/agenda.json", Self.agenda("Mended"))
      try story.see("Mended", "changed")
    }

    @Test("Notices appear, move times and go, without the agenda being touched")
    func notices() throws {
      let home = try Home()
      let folder = home.folder
      try folder.write("b/agenda.json", Self.agenda("A session"))
      let story = try home.openKiosk(["--ascii", folder.path + "/b"])
      try story.see("A session", "49 min left")
      try folder.write(
        "b/notices.json",
        Self.notices(#"{"late": 10, "room": "Room A"}, {"text": "Lunch is in the garden"}"#))
      try story.see("Room A: 10 minutes late", "Lunch is in the garden", "09:10-10:40", "was 09:00", "59 min left")
      try folder.write("b/notices.json", "{")
      story.pump(milliseconds: 400)
      try story.see("Lunch is in the garden")
      unlink(folder.path + "/b/notices.json")
      try story.wait(untilGone: "Lunch is in the garden")
      try story.see("09:00-10:30", "49 min left")
    }

    @Test("The service manager is told that it runs, lives and stops")
    func manager() throws {
      let home = try Home()
      let path = home.folder.path + "/notify"
      let socket = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
      defer { close(socket) }
      var place = sockaddr_un()
      place.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
      let bound = withUnsafePointer(to: &place) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
      try #require(bound == 0)
      func message() -> String {
        var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 5_000) == 1 else { return "nothing" }
        var buffer = [UInt8](repeating: 0, count: 100)
        let count = recv(socket, &buffer, buffer.count, 0)
        return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
      }
      let story = try home.openKiosk(environment: ["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "200000"])
      try story.see("Press any key")
      #expect(message() == "READY=1")
      #expect(message() == "WATCHDOG=1")
      #expect(message() == "WATCHDOG=1")
      story.signal(SIGTERM)
      try story.expectExit(.status(0))
      var last = message()
      while last == "WATCHDOG=1" { last = message() }
      #expect(last == "STOPPING=1")
    }
  }
}
