import Glibc
import Support
import Testing

extension EndToEnd {
  /// The units for systemd: the kiosk's, and those that keep its bundle up to date.
  struct UnitTests {
    private static let source = Checkout.resources + "/systemd/plenary-kiosk@.service"

    /// What is set in the unit, in its order.
    private static func settings(_ path: String = source) throws -> [(name: String, value: String)] {
      String(decoding: try TemporaryFolder.bytes(of: path), as: UTF8.self).split(separator: "\n").compactMap { line in
        guard !line.hasPrefix("#"), let sign = line.firstIndex(of: "=") else { return nil }
        return (String(line[..<sign]), String(line[line.index(after: sign)...]))
      }
    }

    @Test("It lets the kiosk do next to nothing")
    func exposure() throws {
      let program = "/usr/bin/systemd-analyze"
      guard access(program, X_OK) == 0 else {
        print("NOT TESTED: systemd-analyze is not installed, so the unit's exposure is not counted")
        return
      }
      let home = try Home()
      let unit = try home.folder.write("plenary-kiosk@.service", TemporaryFolder.bytes(of: Self.source))
      let run = try ProgramRun(
        program, ["security", "--offline=yes", "--no-pager", "--threshold=5", unit], environment: home.environment)
      #expect(run.exit == .status(0), "an exposure of 0.5 at most:\n\(run.output)\(run.errors)")
    }

    @Test("The terminal that it is started on is the one that its device policy leaves it")
    func terminal() throws {
      let settings = try Self.settings()
      func values(_ name: String) -> [String] { settings.filter { $0.name == name }.map(\.value) }
      #expect(values("TTYPath") == ["/dev/%I"] && values("DevicePolicy") == ["closed"])
      #expect(values("DeviceAllow") == ["/dev/%I rw"])
      // What the terminal is told to be, since nobody logs in there.
      #expect(values("Environment").contains("TERM=linux") && values("Environment").contains("LANG=C.UTF-8"))
    }

    @Test("Its options are those that the program has")
    func options() throws {
      let command = try #require(try Self.settings().first { $0.name == "ExecStart" }?.value)
      let home = try Home()
      let help = try ProgramRun(BuiltProgram.path("plenary"), ["--help"], environment: home.environment).output
      for word in command.split(separator: " ") where word.hasPrefix("-") { #expect(help.contains(word), "\(word)") }
      #expect(command.contains(" kiosk "))
    }

    @Test("What updates a bundle has a timer, no terminal, and takes a change for a success")
    func update() throws {
      let service = try Self.settings(Checkout.resources + "/systemd/plenary-update@.service")
      func value(_ name: String) -> String? { service.first { $0.name == name }?.value }
      #expect(value("ExecStart")?.contains("/plenary update ") == true)
      #expect(value("StandardInput") == "null" && value("SuccessExitStatus") == "1" && value("User") == "plenary")
      let timer = try Self.settings(Checkout.resources + "/systemd/plenary-update@.timer")
      #expect(timer.contains { $0.name == "OnUnitInactiveSec" && $0.value == "30min" })
    }
  }
}
