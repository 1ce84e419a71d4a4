import CPosix
import Glibc

// A start wants half a megabyte, and every step to get there is a call of the kernel.
plenary_set_heap_step(512 << 10)

do {
  let options = try Options(count: CommandLine.argc, words: CommandLine.unsafeArgv)
  if options.has(.help) {
    print(Wording.help(isTerminal: isatty(1) == 1), terminator: "")
  } else if options.has(.version) {
    print("plenary \(programVersion)")
  } else {
    exit(try options.verb.run(options))
  }
} catch {
  complain(Wording.usageError(error))
  exit(ExitStatus.usage)
}
