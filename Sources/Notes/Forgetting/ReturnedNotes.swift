public import Agenda
import CPosix
import Files
import Glibc

/// A file of a forgotten note that has come back.
public struct ReturnedNote: Equatable, Sendable {
  public var target: Subject
  public var path: String
}

/// Tells of files beside the notes which of them belong to notes that were forgotten.
struct ForgottenFiles {
  let marks: ForgottenMarks
  private let known: Set<Subject>
  private let copies: CopyNames

  /// - Parameter known: what notes can be about, as far as that is known.
  init(_ folder: UserFolder, known: [Subject] = []) {
    marks = ForgottenMarks(in: folder)
    guard !marks.isEmpty else {
      (self.known, copies) = ([], CopyNames([]))
      return
    }
    let remembered = SubjectMemory.read(folder)?.subjects.keys.map { $0 } ?? []
    self.known = Set(known + remembered)
    copies = CopyNames(known + remembered + marks.all.keys)
  }

  /// The forgotten note whose file or copy this is; nil where it is none.
  /// - Parameter modified: seconds since 1970.
  func note(ofFile name: String, modified: Int) -> Subject? {
    if marks.isEmpty { return nil }
    guard let target = NoteName.subject(ofOwnFile: name) ?? NoteName.subject(ofFile: name) else {
      // What was set aside here is no copy of a new note.
      return copies.original(ofFile: name).flatMap {
        hidden($0, name.has(part: NoteName.setAsideSign) ? .min : modified)
      }
    }
    if let mark = marks[target], name == NoteName.of(target) { return mark.hides(modified) ? target : nil }
    if known.contains(target), name == NoteName.of(target) { return nil }
    switch copies.finding(ofFile: name) {
    case .copy(let original): return hidden(original, modified)
    case .likely(let original):
      return marks[original]?.kept.contains(name) == true ? nil : hidden(original, modified)
    case nil: return nil
    }
  }

  /// The note that was forgotten and begun anew of which this file seems to be a copy, or the note itself.
  func begunNote(ofFile name: String) -> Subject? {
    if marks.isEmpty { return nil }
    var original: Subject?
    if let target = NoteName.subject(ofFile: name) {
      let own = NoteName.subject(ofOwnFile: name) ?? target
      if name == NoteName.of(own), marks[own] != nil || known.contains(own) {
        original = own
      } else {
        switch copies.finding(ofFile: name) {
        case .copy(let subject): original = subject
        case .likely(let subject): original = marks[subject]?.kept.contains(name) == true ? nil : subject
        case nil: break
        }
      }
    }
    return original.flatMap { marks[$0]?.begun == nil ? nil : $0 }
  }

  private func hidden(_ target: Subject, _ modified: Int) -> Subject? {
    marks[target].flatMap { $0.hides(modified) ? target : nil }
  }

  /// Seconds since 1970 at which what is at a path was changed, links followed; the beginning of all times where that
  /// cannot be told.
  static func modified(_ path: String) -> Int {
    var info = stat()
    return stat(path, &info) == 0 ? info.st_mtim.tv_sec : .min
  }
}
