import Agenda
import Interchange
import Messages
import Notes

extension Verb {
  /// `plenary plan …`: the plan for scripts, and from and to other people and programs.
  static let plan = [
    Verb.group("plan", Message("your plan, from the command line"), options: []),
    Verb(
      "plan import", Message("star what other programs have as favourites: a calendar's, or pretalx's list of codes"),
      "FILE [BUNDLE]", count: 1...2, expected: Message("a file, and perhaps a bundle"),
      options: [PlanOption.json.row]
    ) { arguments, console in
      withAgenda(arguments.operands.dropFirst().first, console) { agenda in
        importFavourites(arguments.operands[0], into: agenda, isJSON: arguments.has(PlanOption.json), console)
      }
    },
    Verb(
      "plan share", Message("print your plan as an address, for another Plenary; without notes and names"), "[BUNDLE]",
      count: 0...1, options: [PlanOption.file.row, PlanOption.code.row, PlanOption.own.row]
    ) { arguments, console in
      withAgenda(arguments.operands.first, console) { share(arguments, $0, console) }
    },
    Verb(
      "plan show", Message("print a plan that somebody has shared, beside yours; nothing is written"),
      "ADDRESS|FILE [BUNDLE]", count: 1...2, expected: Message("an address or a file, and perhaps a bundle"),
      options: [PlanOption.json.row]
    ) { arguments, console in
      withAgenda(arguments.operands.dropFirst().first, console) { agenda in
        guard let plan = SharedPlan.read(arguments.operands[0], for: agenda.conference.id, console) else {
          return ExitStatus.usage
        }
        return show(plan, agenda, isJSON: arguments.has(PlanOption.json), console)
      }
    },
  ]

  /// What a bundle or file holds, of the conference that was opened last where none is named.
  private static func withAgenda(_ bundle: String?, _ console: Console, _ body: (Agenda) -> Int32) -> Int32 {
    ConferenceSource.read(bundle, console).map { body($0.agenda) } ?? ExitStatus.usage
  }
}

enum PlanOption {
  static let json = Option(flag: "json", Message("say it as JSON"))
  static let file = Option("file", "FILE", Message("write the address to this file"), completion: .files)
  static let code = Option(flag: "qr", Message("print it as a QR code too, where that fits"))
  static let own = Option(flag: "own", Message("with the entries of your own, their titles and places"))
}
