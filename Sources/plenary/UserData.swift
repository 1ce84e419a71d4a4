import Agenda
import Catalogue
import Interface
import Notes

/// What the user has written and starred for a conference, on disk.
@MainActor
final class UserData {
  private let plan: PlanFile?
  private let notes: NoteFiles?
  /// Notes that are being written; nil without a home to keep them in.
  let desk: NoteDesk?
  private var stars: Plan
  /// What went wrong when the plan was read, in words.
  private var problem: String?

  var starred: Set<Session.ID> { stars.starred }

  init(conference id: String) {
    let folder = UserFolder(conference: id, environment: Environment.value)
    plan = folder.map { PlanFile(in: $0) }
    notes = folder.map { NoteFiles(in: $0) }
    desk = notes.map { NoteDesk(files: $0, conference: id) }
    guard let plan else {
      stars = Plan()
      return
    }
    let (loaded, problem) = plan.load()
    stars = loaded
    self.problem = problem.map(Wording.noteError)
  }

  /// What the first screen does not wait for: all notes, and what went wrong with the user's files.
  func loadNotes() -> [Event] {
    let (found, problems) = notes?.all() ?? ([], [])
    if let first = problems.first { problem = problem ?? Wording.noteError(first) }
    let texts = found.map { note in
      let target: Target =
        switch note.target {
        case .session(let id): .session(id)
        case .meeting(let id): .meeting(id)
        case .document(let id): .document(id)
        }
      return Event.Note(target: target, text: note.text)
    }
    return (texts.isEmpty ? [] : [.notes(texts)]) + (problem.map { [.notice($0)] } ?? [])
  }

  /// Stars a session or takes the star away, on disk too; gives the reason where that did not succeed.
  func setStar(_ id: Session.ID, title: String, isStarred: Bool, at now: Instant) -> String? {
    if isStarred { stars.star(id, title: title, at: now) } else { stars.unstar(id) }
    guard let plan else { return Wording.noHome }
    do {
      stars = try plan.save(stars)
      return nil
    } catch {
      return Wording.noteError(error)
    }
  }
}
