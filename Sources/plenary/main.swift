import Glibc

let options: Options
do {
  options = try Options(arguments: CommandLine.arguments)
} catch {
  complain(Wording.usageError(error))
  exit(ExitStatus.usage)
}
switch options.verb {
case .help: print(Wording.help(isTerminal: isatty(1) == 1), terminator: "")
case .version: print("plenary \(programVersion)")
case .check(let path): exit(check(path))
case .export(let request, let bundle): exit(export(request, bundle: bundle, now: options.now))
case .open(let path): exit(open(path, options))
}
