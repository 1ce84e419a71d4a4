import Cells
import Support
import Testing

extension EndToEnd {
  struct SoakTests {
    @Test("A small share of what make soak does")
    func share() throws {
      let home = try Home()
      let run = try ProgramRun(
        BuiltProgram.path("Soak"),
        [
          "--days", "3", "--steps", "60", "--minutes", "0.02", "--resizes", "200", "--bytes", "20000",
          BuiltProgram.path("plenary"), Checkout.shippedBundle,
        ], environment: home.environment, within: 60)
      #expect(run.exit == .status(0), "\(run.output)\(run.errors)")
      #expect(run.lines.filter { $0.hasPrefix("held: ") }.count == 3)
    }
  }
}
