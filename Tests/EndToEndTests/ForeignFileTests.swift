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
  }
}
