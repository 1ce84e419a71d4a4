import Glibc
import Interface
import Messages
import Terminal

/// How a verb's screen is drawn, as the command line says.
struct ScreenSettings: Sendable {
  /// Nil where neither the command line nor the environment says: see `themeName`.
  private let theme: Theme.Name?
  let isASCII: Bool
  let hasMouse: Bool
  /// Nil goes by the machine's clock.
  let now: SimulatedTime?

  private static let theme = Option(
    "theme", "NAME", oneOf: Theme.Name.self, Message("dark, light or mono; otherwise as the terminal says"))
  private static let ascii = Option(flag: "ascii", Message("draw with ASCII characters only"))
  private static let noMouse = Option(flag: "no-mouse", Message("leave the mouse to the terminal"))

  /// Options of every verb that has a screen.
  static let options = [SimulatedTime.option.row, theme.row, ascii.row, noMouse.row]

  init(_ arguments: Arguments) {
    theme = arguments.value(ScreenSettings.theme)
    isASCII = arguments.has(ScreenSettings.ascii)
    hasMouse = !arguments.has(ScreenSettings.noMouse)
    now = arguments.value(SimulatedTime.option)
  }

  @MainActor
  func themeName(on screen: Screen) -> Theme.Name {
    screen.colorDepth == .none ? .mono : theme ?? (Environment.hasLightBackground ? .light : .dark)
  }

  /// The terminal as a screen that a crash gives back too; nil where it cannot be one, and then that is said.
  @MainActor
  func open(_ console: Console) -> Screen? {
    adoptLocale()
    do {
      let screen = try Screen(options: ScreenOptions(ascii: isASCII, mouse: hasMouse))
      CrashGuard.install()
      return screen
    } catch {
      console.complain(error.message)
      return nil
    }
  }
}
