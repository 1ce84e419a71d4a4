public import Agenda
import CPosix
public import Files
import Glibc

extension NoteStore {
  /// Can be read when files of notes have changed; -1 where the system cannot tell.
  public var watchDescriptor: Int32 { watch.descriptor }

  /// Looks at what other programs have done to the files: notes that are open here are brought together with it.
  func takeFileChanges(now: Int64) {
    let isNew = watch.extend()
    var changed = watch.changes()
    if isNew { changed.insert(files.folder.notes) }
    if changed.isEmpty { return }
    let isEverything = changed.contains(files.folder.notes)
    for target in notes.keys {
      let path = files.path(for: target)
      let resolved = (try? Path.resolve(path)) ?? path
      let isTouched = changed.remove(path) != nil || changed.remove(resolved) != nil
      if isTouched || isEverything { look(at: target, because: nil, now: now) }
    }
    // Files that are not finished are nobody's notes.
    if changed.contains(where: { !Path.split($0).name.hasPrefix(".") }) { news.append(.filesChanged) }
  }

  /// Takes over what a file holds, if that is not what it was known to hold.
  func look(at target: Subject, because: NoteChange?, now: Int64) {
    // While it is being written, whoever writes it looks.
    guard let note = notes[target], note.saving == nil else { return }
    do throws(FileError) {
      // A file that is gone takes nothing away from who writes; what is written next makes it anew.
      guard let file = try files.file(of: target) else {
        notes[target]?.base = nil
        notes[target]?.file = nil
        return
      }
      if file.bytes == note.base {
        notes[target]?.file = file.identity
      } else {
        adopt(file.bytes, file.identity, for: target, because: because, now: now)
      }
    } catch {
      failSave(target, error, now: note.saveDue == nil ? nil : now)
    }
  }

  /// Takes over what another program has done to a note's file while this one waited for it, such as an editor that the
  /// user has called; to be called also when the program has crashed.
  public func edited(_ target: Subject, now: Int64) -> [NoteNews] {
    if (try? open(target)) != nil { look(at: target, because: .edited, now: now) }
    return attend(now: now)
  }

  /// The path of a note's file, whose folder is made where it is missing, for a program that is to write it.
  public func pathForEditing(_ target: Subject) throws(FileError) -> String {
    try Folder.make(files.folder.notes)
    return files.path(for: target)
  }

  /// Every note as it is now, those that are being written as they are here.
  public func all(known targets: [Subject] = []) -> (notes: [NoteText], problems: [FileError]) {
    var (found, problems) = files.all(known: targets)
    // What is not in its file yet is not shown as that.
    let written = notes.filter { $0.value.isUnsaved }
    found.removeAll { written[$0.target] != nil }
    let now = Instant(seconds: Int64(time(nil)))
    found += written.map { target, note in
      NoteFiles.text(of: target, bytes: note.text, modified: now, path: files.path(for: target))
    }
    return (found.filter { !$0.text.isEmpty }, problems)
  }
}

/// Tells which names in a folder have changed (inotify(7)), also when the folder comes into being only later.
final class FolderWatch {
  /// Can be read when something has changed; -1 where the system cannot tell.
  let descriptor: Int32

  private let folder: String
  /// Of the folder itself, and of the nearest one above it that exists.
  private var own: Int32 = -1
  private var above: Int32 = -1
  /// Folders that links lead to, and the notes there.
  private var others: [Int32: String] = [:]

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

  init(_ folder: String) {
    self.folder = folder
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    extend()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches another folder too.
  func watch(_ other: String) {
    guard descriptor >= 0, other != folder else { return }
    let watch = inotify_add_watch(descriptor, other, FolderWatch.events)
    if watch >= 0 { others[watch] = other }
  }

  /// Looks for the folder where it has not been there yet; true where it has come into being.
  @discardableResult
  func extend() -> Bool {
    guard descriptor >= 0, own < 0 else { return false }
    while true {
      own = inotify_add_watch(descriptor, folder, FolderWatch.events)
      if own >= 0 { break }
      var parent = Path.split(folder).folder
      while access(parent, F_OK) != 0, parent != "/" { parent = Path.split(parent).folder }
      let next = inotify_add_watch(descriptor, parent, FolderWatch.events)
      if above >= 0, above != next { inotify_rm_watch(descriptor, above) }
      // The same as before: nothing has been made since it was looked for.
      if next < 0 || next == above { return false }
      above = next
    }
    if above >= 0 { inotify_rm_watch(descriptor, above) }
    above = -1
    return true
  }

  /// The paths of what has changed since the last time, each once; the folder's own where everything may have.
  func changes() -> Set<String> {
    guard descriptor >= 0 else { return [] }
    var changed: Set<String> = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      buffer[..<count].withUnsafeBytes { bytes in
        var place = 0
        while place + MemoryLayout<inotify_event>.size <= count {
          let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
          let start = place + MemoryLayout<inotify_event>.size
          let name = bytes[start..<min(count, start + Int(event.len))].prefix { $0 != 0 }
          note(event, String(decoding: name, as: UTF8.self), in: &changed)
          place = start + Int(event.len)
        }
      }
    }
    return changed
  }

  private func note(_ event: inotify_event, _ name: String, in changed: inout Set<String>) {
    let isGone = event.mask & UInt32(IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF) != 0
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      changed.insert(folder)
    } else if event.wd == own {
      changed.insert(isGone ? folder : "\(folder)/\(name)")
      if isGone {
        if event.mask & UInt32(IN_IGNORED) == 0 { inotify_rm_watch(descriptor, own) }
        own = -1
        extend()
      }
    } else if let other = others[event.wd] {
      if isGone { others[event.wd] = nil } else { changed.insert("\(other)/\(name)") }
    } else if event.wd == above {
      if isGone { above = -1 }
      if extend() { changed.insert(folder) }
    }
  }
}
