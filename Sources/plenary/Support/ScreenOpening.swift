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
    // GNU screen keeps Esc to itself while the mouse is reported; a key turns it on there all the same.
    hasMouse = !arguments.has(ScreenSettings.noMouse) && !ScreenSettings.isGNUScreen
    now = arguments.value(SimulatedTime.option)
  }

  @MainActor
  func themeName(on screen: Screen) -> Theme.Name {
    screen.colorDepth == .none ? .mono : theme ?? (ScreenSettings.isLight(screen) ? .light : .dark)
  }

  static var isGNUScreen: Bool {
    TerminalKind.isScreen(Environment.value("TERM") ?? "", environment: Environment.value)
  }

  @MainActor
  func theme(on screen: Screen) -> Theme {
    Theme(themeName(on: screen), hasFewColors: ScreenSettings.hasFewColors(screen))
  }

  @MainActor
  static func hasFewColors(_ screen: Screen) -> Bool { screen.colorDepth != .full256 }

  /// Whether the terminal's ground is light, as it says itself; else as its environment does.
  @MainActor
  static func isLight(_ screen: Screen) -> Bool { screen.isLight ?? Environment.hasLightBackground }

  /// The terminal as a screen that a crash gives back too; nil where it cannot be one, and then that is said.
  @MainActor
  func open(_ console: Console) -> Screen? {
    adoptLocale()
    do {
      let screen = try Screen(
        options: ScreenOptions(ascii: isASCII, mouse: hasMouse, asksGround: theme == nil))
      CrashGuard.install()
      return screen
    } catch {
      console.complain(error.message)
      return nil
    }
  }
}
