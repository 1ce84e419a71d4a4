public import Agenda
public import Files
import Glibc

/// Brings notes back to their sessions after the agenda was updated.
public struct NoteMoves: Sendable {
  /// Where a note goes: what it was about under its old identifier, and what that has become.
  public struct Move: Equatable, Sendable {
    public var from: Subject
    public var to: NoteSubject
  }

  public let moves: [Move]
  /// What is to be remembered of the notes that have a session.
  public let subjects: [NoteSubject]

  /// - Parameters:
  ///   - targets: of all notes that there are.
  ///   - remembered: what they were about when they were last seen.
  ///   - current: what one is about in the present agenda; nil where it is not in there.
  ///   - titled: what in the present agenda has the title of something that is gone.
  public init(
    of targets: [Subject], remembered: [Subject: NoteSubject], current: (Subject) -> NoteSubject?,
    titled: (NoteSubject) -> [NoteSubject]
  ) {
    var taken = Set(targets)
    var moves: [Move] = []
    var subjects: [NoteSubject] = []
    for target in targets {
      if let subject = current(target) {
        subjects.append(subject)
      } else if let gone = remembered[target], let successor = gone.successor(among: titled(gone)),
        taken.insert(successor.target).inserted
      {
        moves.append(Move(from: target, to: successor))
      }
    }
    (self.moves, self.subjects) = (moves, subjects)
  }
}

extension NoteFiles {
  /// Gives a note's file the name of another target, unless that has a note already; nothing is ever written over.
  ///
  /// A link of the user's own stays a link.
  public func move(_ from: Subject, to target: Subject, calls: FileCalls = .system) throws(FileError) {
    try DurableFile(path(for: from), calls: calls).move(to: path(for: target))
  }
}
