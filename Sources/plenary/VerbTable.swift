import Agenda
import Interchange
import Interface
import Messages

/// The only file that knows which verbs there are.
extension VerbTable {
  /// In the order of help; the one without a name comes last.
  static let plenary: VerbTable = VerbTable(
    verbs: [.find, .importing, .new, .update, .list, .nowOnPlan, .nextOnPlan, .check, .changes, .export] + Verb.plan
      + Verb.notes
      + Verb.sharing + Verb.forgetting + Verb.notice + [
        .kiosk, documents, .renewDirectories, .bring, .open,
      ],
    introduction: [
      Message("Opens a conference's agenda bundle in the terminal."),
      Message(
        "Without BUNDLE it is the conference that comes with Plenary, or the last one with a choice of all known."),
      Message("Verbs take the one that was opened last, but a kiosk the one that comes with Plenary."),
      Message("BUNDLE is a folder with an agenda.json or an agenda.md, or the first of these."),
      Message(
        "FILE is another program's schedule (XML, JSON, iCalendar), a table (CSV), or an agenda in words."),
      Message("As FILE, - is standard input; ADDRESS is where such a file is on the web."),
    ],
    closing: {
      let help = KeyReference.name(of: "help"), quit = KeyReference.name(of: "quit")
      return [
        [
          Message("In the program %1$s shows all keys and %2$s quits.", help, quit),
          Message("NO_COLOR=1 switches colours off."),
        ],
        [
          Message("Exit status: 0; 1 when check found errors or changes or update found a difference,"),
          Message("or when there was nothing to write or show; 2 when nothing could be opened or written."),
        ],
      ]
    })

  /// For `make docs`: prints a document with the parts that are computed from the rows.
  private static let documents: Verb = Verb(
    "generated-parts", .data("print a document with its generated parts renewed"), "FILE", count: 1...1,
    expected: .data("a document"), isHidden: true
  ) { arguments, console in
    do {
      let bytes = try ImportSource.bytes(at: arguments.operands[0]) { _ in true }
      let text = bytes.withBytes { String(decoding: $0, as: UTF8.self) }
      return console.write(Array(try Documents(table: .plenary).renewed(text).utf8))
    } catch {
      console.complain(.data("\(arguments.operands[0]): \(error)"))
      return ExitStatus.usage
    }
  }
}
