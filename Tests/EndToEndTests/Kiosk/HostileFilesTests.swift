import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// What a kiosk does when its files become something else, while it runs.
  struct HostileFilesTests {
    /// What lies at a path in the place of a file.
    enum Stranger: CaseIterable {
      case pipe, device, zeros, folder, nothing

      func lie(at path: String) throws {
        unlink(path)
        switch self {
        case .pipe: mkfifo(path, 0o600)
        case .device: symlink("/dev/zero", path)
        case .zeros:
          // 200 MB that take no room on the disk.
          let file = open(path, O_WRONLY | O_CREAT, 0o600)
          ftruncate(file, 200_000_000)
          close(file)
        case .folder: mkdir(path, 0o755)
        case .nothing: break
        }
      }
    }

    private static let agenda = """
      {"format": "plenary-agenda", "formatVersion": 1,
       "conference": {"id": "sample", "title": "A sample", "timeZone": "America/New_York",
         "start": "2017-12-04", "end": "2017-12-05"},
       "rooms": [{"id": "a", "name": "Room A"}],
       "sessions": [{"id": "one", "title": "Sound", "start": "2017-12-04T09:00", "end": "2017-12-04T10:30",
         "room": "a"}]}
      """

    private static func notices(_ list: String) -> String {
      #"{"format": "plenary-notices", "formatVersion": 1, "notices": [\#(list)]}"#
    }

    private static func resident(_ process: Int32) -> Int {
      let text = String(decoding: (try? TemporaryFolder.bytes(of: "/proc/\(process)/statm")) ?? [], as: UTF8.self)
      let fields = text.split(separator: " ").compactMap { Int($0) }
      return fields.count > 2 ? (fields[1] - fields[2]) * Int(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576 : 0
    }

    @Test(
      "A bundle or its notices that become something else leave the board up, its clock going, and SIGTERM obeyed",
      arguments: ["agenda.json", "notices.json"], Stranger.allCases)
    func strangers(file: String, stranger: Stranger) throws {
      let home = try Home()
      let folder = home.folder
      try folder.write("b/agenda.json", Self.agenda)
      try folder.write("b/notices.json", Self.notices(#"{"text": "Kept"}"#))
      let story = try home.openKiosk(["--ascii", folder.path + "/b"])
      try story.see("Sound", "Kept", "09:41")
      let process = story.pseudoTerminal.process
      try stranger.lie(at: folder.path + "/b/" + file)
      // The clock goes on, second by second, while it is read and afterwards.
      var seen = Set<String>()
      for _ in 0..<12 {
        story.pump(milliseconds: 300)
        seen.formUnion(
          story.screen.flatMap { $0.split(separator: " ") }.filter { $0.hasPrefix("09:4") }.map(String.init))
      }
      #expect(seen.count >= 3, "\(seen.sorted())")
      #expect(story.row(with: "Sound") != nil)
      // What cannot be read leaves what was read last; what is not there is no notice.
      let isGone = file == "notices.json" && stranger == .nothing
      #expect((story.row(with: "Kept") == nil) == isGone, "\(stranger)")
      let memory = Self.resident(process)
      #expect(memory < 64, "\(memory) MiB")
      let start = TerminalStory.now
      story.signal(SIGTERM)
      try story.expectExit(.status(0))
      #expect(TerminalStory.now - start < 1)
    }

    @Test("An emergency of five thousand letters is readable to its end, on a board and while somebody looks around")
    func emergency() throws {
      let home = try Home()
      let folder = home.folder
      try folder.write("b/agenda.json", Self.agenda)
      let story = try home.openKiosk(["--ascii", folder.path + "/b"])
      try story.see("Sound")
      story.press(.enter)
      try story.see("Esc  board")
      let words = (1...700).map { "word\($0)" }.joined(separator: " ") + " the end"
      #expect(words.count > 5_000)
      let notice = #"{"level": "emergency", "text": "\#(words)"}, {"room": "nowhere", "late": 5, "text": "Lost"}"#
      try folder.write("b/notices.json", Self.notices(notice))
      try story.see("EMERGENCY", "1/")
      #expect(story.row(with: "Esc  board") == nil)
      var seen = Set<String>()
      for _ in 0..<8 {
        seen.formUnion(story.screen.flatMap { $0.split(separator: " ") }.map(String.init))
        story.press(.down)
        story.pump(milliseconds: 100)
      }
      let missing = words.split(separator: " ").map(String.init).filter { !seen.contains($0) }
      #expect(missing.isEmpty, "\(missing.prefix(5))")
      unlink(folder.path + "/b/notices.json")
      try story.see("Esc  board")
      story.press(.escape)
      try story.see("Press any key")
    }

    @Test(
      "Journey 3 with a delay and an emergency: board, door and visitor tell the same, and all is as before in the end")
    func journey() throws {
      let home = try Home()
      let folder = home.folder
      try folder.write("b/agenda.json", Self.agenda)
      let board = try home.openKiosk(["--ascii", "--no-seconds", folder.path + "/b"])
      let door = try home.openKiosk(["--ascii", "--no-seconds", "--room", "a", folder.path + "/b"])
      try board.see("Sound", "09:00-10:30", "49 min left")
      try door.see("Sound", "09:00-10:30", "49 min left")
      board.press(.enter)
      try board.see("09:00-10:30", "Enter  read")
      let start = TerminalStory.now
      try folder.write("b/notices.json", Self.notices(#"{"late": 10, "room": "Room A", "level": "change"}"#))
      try board.see("Room A: 10 minutes late", "09:10-10:40")
      try door.see("Room A: 10 minutes late", "09:10-10:40", "59 min left", "was 09:00")
      #expect(TerminalStory.now - start < 2)
      board.press(.enter)
      try board.see("10 min late, was 09:00")
      try folder.write(
        "b/notices.json",
        Self.notices(#"{"late": 10, "room": "Room A"}, {"level": "emergency", "text": "Leave by the east door"}"#))
      for story in [board, door] {
        try story.see("EMERGENCY", "Leave by the east door")
        #expect(story.row(with: "Sound") == nil)
      }
      try folder.write("b/notices.json", Self.notices(#"{"late": 10, "room": "Room A"}"#))
      try door.see("Sound", "09:10-10:40")
      try board.see("10 min late, was 09:00", "Esc  back")
      board.press(.escape)
      try board.see("Esc  board")
      board.press(.escape)
      try board.see("Press any key", "09:10-10:40", "59 min left")
      for story in [board, door] {
        story.signal(SIGTERM)
        try story.expectExit(.status(0))
      }
    }
  }
}
