/// Tells when another program has written the plan, which is then read anew.
public final class PlanWatch {
  private let folder: UserFolder
  private let watch: FolderWatch

  public init(of file: PlanFile) {
    folder = file.folder
    watch = FolderWatch(file.folder.path)
  }

  /// Can be read when there is something to ask about; -1 where the system cannot tell.
  public var descriptor: Int32 { watch.descriptor }

  /// Whether the plan may be another than at the last question.
  public func hasChanged() -> Bool { watch.changes().contains { $0 == folder.plan || $0 == folder.path } }
}
