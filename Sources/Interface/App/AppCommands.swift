import Cells
import Messages

extension App: CommandOwner {
  static let commands: [Command<App>] = [
    Command(
      "palette", .program, Message("Choose from all commands"),
      Shortcuts([":", .control("p")], writing: [.control("p")]), hint: Command.Hint(80, Message("all"), isKept: true)
    ) { app, world in
      [.open(Views.chooser(CommandGuide(stack: app.stack, world: world, program: app).palette()))]
    },
    Command(
      "help", .program, Message("Show the keys and what they do"),
      Shortcuts(["?", .function(1)], typing: [.function(1)], writing: [.function(1)]),
      hint: Command.Hint(90, Message("help"), isKept: true)
    ) { app, world in
      [.open(Views.chooser(CommandGuide(stack: app.stack, world: world, program: app).help()))]
    },
    Command("conferences", .program, Message("Open another conference"), Shortcuts(["C"])) { _, _ in
      [.effect(.listConferences)]
    },
    Command(
      "problems", .program, Message("Say why the agenda's files, which have changed, cannot be used"), Shortcuts(["!"]),
      unless: { _, world in world.brokenAgenda.isEmpty ? Message("What is shown is what the files hold") : nil }
    ) { _, world in
      let lines = world.brokenAgenda.prefix(100).map { Choice($0) }
      return [
        .offer(
          Offer(
            Message("Why the changed agenda is not shown"), prompt: Message("Filter: "), act: Message("close"),
            Array(lines)))
      ]
    },
    Command("update", .program, Message("Look for a newer agenda at the conference's address"), Shortcuts(["U"])) {
      _, _ in [.effect(.lookForUpdate(nil))]
    },
    Command("mouse", .program, Message("Let the terminal select text: mouse off, or on again"), Shortcuts(["m"])) {
      app, world in
      app.mouse.toggle()
      let words =
        app.mouse.isOn
        ? Message("Mouse on")
        : Message("Mouse off: the terminal selects text. %s turns it on again", world.key("mouse"))
      return [.say(words), .effect(.setMouse(app.mouse.isOn))]
    },
    Command("redraw", .program, Message("Draw the screen anew"), .everywhere(.control("l"))) { _, _ in
      [.effect(.redraw)]
    },
    Command("suspend", .program, Message("Suspend Plenary and return to the shell"), .everywhere(.control("z"))) {
      _, _ in [.effect(.suspend)]
    },
    Command(
      "interrupt", .program, Message("Close what is open; in the agenda, quit"), .everywhere(.control("c"))
    ) { app, world in app.stack.reason("back", world) == nil ? [.run("back")] : [.effect(.quit)] },
    Command("quit", .program, Message("Quit"), Shortcuts(["q"]), hint: Command.Hint(95, Message("quit"))) { _, _ in
      [.effect(.quit)]
    },
  ]
}
