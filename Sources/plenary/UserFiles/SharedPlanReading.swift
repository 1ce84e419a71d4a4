import Agenda
import Interchange
import Messages
import Notes

extension SharedPlan {
  /// The plan of an address, or of a file in which one stands, `-` being standard input; nil where there is none for this
  /// conference, and that is said.
  static func read(_ operand: String, for conference: String, _ console: Console) -> SharedPlan? {
    do throws(SharedPlan.Problem) {
      let plan: SharedPlan
      if operand.hasPrefix(SharedPlan.scheme) {
        plan = try SharedPlan(address: operand)
      } else {
        var limits = ImportLimits()
        // Blanks around it do not count.
        limits.file = SharedPlan.limit + 64
        let bytes: FileBytes
        do throws(ImportFailure) {
          bytes = try ImportSource.bytes(at: operand, limits: limits)
        } catch {
          let name = console.messages.text(Console.name(ofFile: operand))
          console.complain(.data(error.problem(file: name).line(in: console.messages)))
          return nil
        }
        plan = try SharedPlan(address: bytes.withBytes { String(decoding: $0, as: UTF8.self) })
      }
      guard plan.conference == conference else {
        console.complain(
          Message(
            "found a plan of the conference “%s”, expected one of “%s”: name its bundle too", plan.conference,
            conference))
        return nil
      }
      return plan
    } catch {
      console.complain(error.message)
      return nil
    }
  }
}

extension SharedPlan.Problem {
  fileprivate var message: Message {
    switch self {
    case .noAddress: Message("found something else, expected the address of a shared plan: plenary:plan/…")
    case .newer: Message("the shared plan is of a newer Plenary; this one cannot read it")
    case .tooLong(let limit): Message("found more than %d bytes, expected the address of a shared plan", limit)
    case .damaged: Message("the address of the shared plan is cut off or changed: ask for it once more")
    case .strangeCharacters:
      Message("found characters that no address has, expected the address of a shared plan on one line")
    }
  }
}
