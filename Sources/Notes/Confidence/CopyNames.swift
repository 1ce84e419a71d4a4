import Agenda
import Files

/// Tells by its name what a file is a copy of: conflict copies, backups and what people name by hand.
struct CopyNames {
  /// What a name says.
  enum Finding: Equatable {
    /// Copied by a program that says so in the name.
    case copy(of: Subject)
    /// May be a copy, and may be something else: its text has to tell.
    case likely(of: Subject)
  }

  /// Names of notes without their ending, in small letters, the longest first.
  private let stems: [(name: String, target: Subject)]

  /// - Parameter known: all that notes can be about, those included that the agenda does not have any more.
  init(_ known: some Sequence<Subject>) {
    stems = Set(known).map { (String(NoteName.of($0).dropLast(3)).lowercased(), $0) }.sorted { a, b in
      (a.name.utf8.count, b.name) > (b.name.utf8.count, a.name)
    }
  }

  /// What a note's file is a copy of; nil where it begins like none, or with a name of its own.
  func finding(ofFile name: String) -> Finding? {
    let small = name.lowercased()
    for (stem, target) in stems where small.hasPrefix(stem) {
      // The note's own name is none of a copy.
      if name == NoteName.of(target) { continue }
      let rest = small.dropFirst(stem.count)
      if CopyNames.isSign(rest) { return .copy(of: target) }
      if CopyNames.canBeSign(rest) { return .likely(of: target) }
    }
    return nil
  }

  /// What another file is named after, wherever the name stands in its own; nil where it is nothing known.
  func original(ofFile name: String) -> Subject? {
    let small = name.lowercased()
    return stems.first { small.has(part: $0.name) }?.target
  }

  /// What no identifier of a session looks like in a file's name, since it has signs that Plenary writes otherwise, or
  /// is the very form in which a program names its copies: Syncthing, our own, git's merge tools, editors.
  private static func isSign(_ rest: Substring) -> Bool {
    let inside = rest.hasSuffix(".md") ? rest.dropLast(3) : rest
    if inside.isEmpty { return false }
    if inside.unicodeScalars.contains(where: { !isPlain($0) }) { return true }
    if [".sync-conflict-", ".conflict-", ".md.", ".md-", ".md_"].contains(where: { rest.has(part: $0) }) {
      return true
    }
    let sides = ["_local_", "_remote_", "_base_", "_backup_", ".local.", ".remote.", ".base.", ".backup."]
    if sides.contains(where: { "\(inside)_".hasPrefix($0) || "\(inside).".hasPrefix($0) }) { return true }
    return [".bak", ".orig", ".old", ".rej", ".save", ".swp", ".tmp", ".copy", ".mine", ".theirs"].contains {
      inside.hasPrefix($0)
    }
  }

  /// A number, a word for a copy, another case of the same name.
  private static func canBeSign(_ rest: Substring) -> Bool {
    let inside = rest.hasSuffix(".md") ? rest.dropLast(3) : rest
    return inside.isEmpty || inside.unicodeScalars.first.map { "-_.%".unicodeScalars.contains($0) } ?? false
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "-_.%".unicodeScalars.contains(scalar))
  }

  /// Whether a text has so many lines of another one that it was copied from it.
  ///
  /// Half of them at least, and one that says something.
  static func isAlike(_ text: String, _ original: String) -> Bool {
    func lines(_ text: String) -> [Substring] {
      RuleLine.stripped(text).split(separator: "\n").filter { $0.utf8.count > 3 }
    }
    let known = Set(lines(original))
    let own = lines(text)
    let same = own.count { known.contains($0) }
    return same > 0 && 2 * same >= min(own.count, known.count)
  }
}
