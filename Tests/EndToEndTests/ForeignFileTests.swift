import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  @Suite("Files of other formats")
  struct ForeignFileTests {
    /// Schedules of real conferences beside the checkout, which are too large to be part of it.
    private static let files: [String] = {
      let above = Checkout.root.split(separator: "/").dropLast().joined(separator: "/")
      return TemporaryFolder.files(below: "/\(above)/shared/data")
    }()

    @Test("Each is refused in one line, quickly, and without a crash")
    func refused() throws {
      if Self.files.isEmpty { print("No schedules in ../shared/data: they are not tried here.") }
      let home = try Home()
      for file in Self.files {
        let start = TerminalStory.now
        let lines = try BadBundleTests.refusal(home, file)
        #expect(TerminalStory.now - start < 2, "\(file)")
        #expect(lines.count == 1 && lines.first?.hasPrefix("plenary: ") == true, "\(file): \(lines)")
      }
    }
  }
}
