import Agenda
import CPosix
import Files
import Glibc

/// A file of a note that is held open, so that what a program goes on writing into it is read also when another file has
/// its name by then: `tee -a note.md` never looks at the name again.
final class HeldFile {
  /// How many replaced ones are held.
  static let most = 8

  let descriptor: Int32
  /// What it was known to hold.
  var text: [UInt8]
  /// Of its folder's watch; -1 where it has none.
  let watch: Int32
  private let device: dev_t
  private let inode: ino_t

  /// Nil where there is no regular file, or `held` is that very file.
  init?(_ path: String, holding text: [UInt8], beside held: HeldFile?, _ folder: FolderWatch) {
    let descriptor = plenary_open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
      held?.inode != info.st_ino || held?.device != info.st_dev
    else {
      close(descriptor)
      return nil
    }
    (self.descriptor, self.text, device, inode) = (descriptor, text, info.st_dev, info.st_ino)
    watch = folder.watch(descriptor: descriptor)
  }

  deinit { close(descriptor) }

  /// What it holds now, where something was added to what it was known to hold.
  ///
  /// Nil where it holds anything else: whoever writes it anew in its place is in the midst of that.
  func grown() -> [UInt8]? {
    let bytes = RegularFile.bytes(of: descriptor, from: 0)
    return bytes.count > text.count && bytes.starts(with: text) ? bytes : nil
  }
}

extension NoteStore {
  /// Holds the file of a note as it is now, and the one that it has replaced on.
  func hold(_ target: Subject) {
    guard watch.descriptor >= 0, let base = notes[target]?.base, let path = try? Path.resolve(files.path(for: target))
    else { return }
    let old = held[target]
    guard let new = HeldFile(path, holding: base, beside: old, watch) else {
      old?.text = base
      return
    }
    held[target] = new
    guard let old else { return }
    replaced.append((target, old))
    if replaced.count > HeldFile.most { watch.forget(replaced.removeFirst().file.watch) }
  }

  /// Takes in what other programs have added to files that they hold open.
  func readOn(now: Int64) {
    let written = watch.takeWritten()
    if written.isEmpty { return }
    for (target, file) in held where written.contains(file.watch) && file.grown() != nil {
      look(at: target, because: nil, now: now)
    }
    // Into which somebody still writes stays longest.
    let busy = replaced.filter { written.contains($0.file.watch) }
    replaced = replaced.filter { !written.contains($0.file.watch) } + busy
    for (target, file) in busy {
      guard let theirs = file.grown(), var note = notes[target] else { continue }
      let merge = Merge(base: NoteStore.repaired(file.text), ours: note.text, theirs: NoteStore.repaired(theirs))
      file.text = theirs
      guard merge.text != note.text else { continue }
      note.text = merge.text
      (note.saveDue, note.isProxy) = (now, false)
      notes[target] = note
      keepState(of: target, isOwn: true)
      let change: NoteChange = merge.isConflict ? .conflict(count: merge.conflicts) : .merged
      news.append(.replaced(target, String(decoding: merge.text, as: UTF8.self), change))
    }
  }
}
