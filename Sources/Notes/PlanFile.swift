/// The plan on disk: `plan.json` in the user's folder.
public struct PlanFile: Sendable {
  public let folder: UserFolder

  public init(in folder: UserFolder) { self.folder = folder }

  /// The plan, empty where there is none; a problem never takes the plan away from the user.
  public func load() -> (plan: Plan, problem: NoteError?) { (Plan(), nil) }

  /// Applies what this process starred and unstarred onto what is on disk now, and gives the merged plan.
  public func save(_ plan: Plan) throws(NoteError) -> Plan { plan }
}
