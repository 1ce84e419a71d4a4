import CPosix
import Glibc

// A start wants half a megabyte, and every step to get there is a call of the kernel.
plenary_set_heap_step(512 << 10)

exit(start())

/// Takes what stands behind `https://` out of the process's arguments, which everybody on the machine sees for as long as
/// it runs: an address may hold a password or a token.
private func hideAddresses() {
  for index in 1..<max(1, Int(CommandLine.argc)) {
    guard let word = CommandLine.unsafeArgv[index] else { continue }
    for scheme in ["http://", "https://"] where strncasecmp(word, scheme, scheme.utf8.count) == 0 {
      let rest = word + scheme.utf8.count
      memset(rest, Int32(UInt8(ascii: "*")), strlen(rest))
    }
  }
}

/// Reads the command line, chooses the language, and does what is asked for; gives the exit status.
@MainActor
private func start() -> Int32 {
  var console = Console(language: nil)
  do {
    var arguments = try Arguments(
      count: CommandLine.argc, words: CommandLine.unsafeArgv, options: VerbTable.plenary.options)
    hideAddresses()
    // From here on, whatever is said is said in the language that was asked for.
    if let language = arguments.value(CommonOption.language) { console = Console(language: language) }
    let verb = try arguments.verb(in: .plenary)
    // A verb may mean another language by it than the one that it speaks.
    if verb.options.contains(where: { $0.name == CommonOption.language.row.name }) { console = Console(language: nil) }
    if arguments.has(CommonOption.help) {
      console.say(Help(of: .plenary).text(in: console.messages))
    } else if arguments.has(CommonOption.version) {
      console.say("plenary \(programVersion)")
    } else if let run = verb.run {
      return run(arguments, console)
    }
    return ExitStatus.success
  } catch {
    console.complain(error.message)
    return ExitStatus.usage
  }
}
