import Agenda
import Files
import Glibc

/// What lies beside a bundle for the kiosks that show it: of when it is, and the last one that was good.
///
/// Whoever brings bundles leaves it there, since kiosks write nothing.
enum KioskSupply {
  /// The file in a bundle whose time of change says when the agenda was last known to be its source's.
  static func stamp(of bundle: String) -> String { bundle + "/.as-of" }

  /// The bundle that holds the last good agenda of another one.
  static func lastGood(of bundle: String) -> String {
    var bundle = bundle
    while bundle.hasSuffix("/"), bundle.utf8.count > 1 { bundle.removeLast() }
    return bundle + ".last-good"
  }

  /// When a bundle was last known to be its source's; nil where nobody has said.
  static func asOf(_ bundle: String) -> Instant? {
    var status = stat()
    guard stat(stamp(of: bundle), &status) == 0 else { return nil }
    return Instant(seconds: Int64(status.st_mtim.tv_sec))
  }

  /// Says that a bundle is its source's now, and keeps it where it is good.
  ///
  /// One with errors takes the place of none that has fewer.
  static func leave(beside bundle: String) throws(BundlePlacing.Failure) {
    try touch(stamp(of: bundle))
    let (reading, kept) = (BundleReader().read(bundle), BundleReader().read(lastGood(of: bundle)))
    guard let agenda = reading.agenda, kept.agenda == nil || reading.errorCount <= kept.errorCount else { return }
    if agenda != kept.agenda {
      try BundlePlacing(lastGood(of: bundle), isUpdate: true, keepsAdditions: false) { _ in }.write(agenda)
    }
    try touch(stamp(of: lastGood(of: bundle)))
  }

  private static func touch(_ path: String) throws(BundlePlacing.Failure) {
    do throws(FileError) {
      try DurableFile(path, isPrivate: false).replace(with: [])
    } catch {
      throw .cannotWrite(error)
    }
  }
}
