import Catalogue
import Glibc

/// Opens a cached catalogue on a thread of its own while the terminal is being opened: each takes a third of a start.
// The catalogue passes from the thread to the one that waits for its end, and is touched by one at a time.
final class CachedOpening: @unchecked Sendable {
  private let opener: BundleOpener
  private var thread = pthread_t()
  private var isRunning = false
  private var opened: Catalogue?

  /// Begins, where a catalogue of the bundle is cached; nil where there is none, so that it has to be compiled.
  init?(_ opener: BundleOpener) {
    guard opener.hasCached else { return nil }
    self.opener = opener
    let this = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { this in
        guard let this else { return nil }
        let opening = Unmanaged<CachedOpening>.fromOpaque(this).takeRetainedValue()
        opening.opened = opening.opener.cached()
        return nil
      }, this.toOpaque())
    isRunning = code == 0
    if !isRunning { this.release() }
  }

  /// Waits for the catalogue; nil where the cached one was stale or damaged.
  func wait() -> Catalogue? {
    if isRunning { pthread_join(thread, nil) }
    isRunning = false
    return opened
  }
}
