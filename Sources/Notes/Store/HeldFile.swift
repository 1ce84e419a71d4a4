import Agenda
import CPosix
import Files
import Glibc

/// A file of a note that is held open, so that what a program goes on writing into it is read also when another file has
/// its name by then: `tee -a note.md` never looks at the name again.
final class HeldFile {
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

/// The files of open notes, and the last of those that they have replaced.
struct HeldFiles {
  /// How many replaced ones are held.
  static let most = 8

  let watch: FolderWatch
  private var present: [Subject: HeldFile] = [:]
  private(set) var replaced: [(target: Subject, file: HeldFile)] = []

  init(_ watch: FolderWatch) { self.watch = watch }

  /// Holds the file of a note as it is now, and the one that it has replaced on.
  mutating func hold(_ target: Subject, at path: String, holding text: [UInt8]) {
    guard watch.descriptor >= 0, let path = try? Path.resolve(path) else { return }
    let old = present[target]
    guard let new = HeldFile(path, holding: text, beside: old, watch) else {
      old?.text = text
      return
    }
    present[target] = new
    guard let old else { return }
    replaced.append((target, old))
    if replaced.count > HeldFiles.most { watch.forget(replaced.removeFirst().file.watch) }
  }

  mutating func forget(_ target: Subject) {
    if let file = present.removeValue(forKey: target) { watch.forget(file.watch) }
    for (other, file) in replaced where other == target { watch.forget(file.watch) }
    replaced.removeAll { $0.target == target }
  }

  /// Notes into whose files somebody has written on.
  func grown(among written: Set<Int32>) -> [Subject] {
    present.filter { written.contains($0.value.watch) && $0.value.grown() != nil }.map(\.key)
  }

  /// What replaced files were known to hold into which somebody has written on, and what they hold now.
  mutating func continued(among written: Set<Int32>) -> [(target: Subject, known: [UInt8], now: [UInt8])] {
    // Into which somebody still writes stays longest.
    let busy = replaced.filter { written.contains($0.file.watch) }
    replaced = replaced.filter { !written.contains($0.file.watch) } + busy
    return busy.compactMap { target, file in
      guard let now = file.grown() else { return nil }
      defer { file.text = now }
      return (target, file.text, now)
    }
  }
}
