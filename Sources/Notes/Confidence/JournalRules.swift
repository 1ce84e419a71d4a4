import Agenda
import Files
import Glibc

/// What notes say of themselves in journals whose text is not in their files yet, of this run of the program or another,
/// ended or not.
///
/// Nothing is changed, and no journal is taken up: who only asks for the rule recovers nothing.
enum JournalRules {
  /// Bytes of the largest journal that is read.
  private static let limit = 1 << 28

  /// The strictest of each note; none where its journal says nothing.
  static func strictest(
    in places: JournalPlaces, notes folder: String, forgotten: [Subject: UInt64]
  ) -> [Subject: Session.Attribution] {
    var rules: [Subject: Session.Attribution] = [:]
    let here = NotesFolder(folder)
    for place in places.folders where (try? JournalPlaces.checkOwner(place)) != nil {
      for name in Folder.names(in: place) where name.hasSuffix(".jnl") {
        guard let file = (try? RegularFile.read("\(place)/\(name)", limit: limit)).flatMap(\.self) else { continue }
        var replay = JournalReplay(forgotten: forgotten)
        replay.add(JournalFormat.read(file.bytes))
        // One whose folder is gone recovers nothing here, but what it says may well be about these.
        guard let origin = replay.origin, here.isSame(as: origin.notes) || access(origin.notes.path, F_OK) != 0
        else { continue }
        for (target, note) in replay.notes where note.isUnsaved {
          guard let rule = RuleLine.strictest(in: String(decoding: note.text, as: UTF8.self)) else { continue }
          rules[target] = max(rules[target] ?? .public, rule)
        }
      }
    }
    return rules
  }
}
