// A program that does with a Screen and an EventLoop all that they can do, for the tests of Terminal.
import Cells
import Glibc
import Terminal

Terminal.adoptLocale()

func option(_ name: String) -> String? {
  CommandLine.arguments.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
}

let depths: [String: ColorDepth] = ["none": .none, "8": .eight, "16": .sixteen, "256": .full256]
let options = ScreenOptions(
  colors: option("colors").flatMap { depths[$0] }, ascii: CommandLine.arguments.contains("ascii"),
  mouse: !CommandLine.arguments.contains("no-mouse"))

do {
  if let path = option("keys") { exit(KeyLog(screen: try Screen(options: options), path: path).run()) }
  let probe = Probe(
    screen: try Screen(options: options), showsList: CommandLine.arguments.contains("list"),
    patchwork: option("patchwork").flatMap(UInt64.init).map(Patchwork.init))
  exit(probe.run())
} catch {
  print("error: \(error)")
  exit(3)
}
