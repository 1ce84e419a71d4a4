import Agenda
import Catalogue
import Files
import Glibc
import Interchange
import Messages

/// A bundle compiled in memory: a kiosk leaves no files behind.
final class KioskBundle {
  let path: String
  let noticesPath: String
  private let console: Console
  /// How many problems the version has that was shown first, and how many of them are errors.
  private(set) var problemCount = 0
  private var errorCount = 0
  /// Why nothing of it could be shown, one line each.
  private(set) var complaints: [Message] = []
  /// Whether the last good bundle is shown, as the other was broken at the start.
  private(set) var isLastGood = false
  /// When what is shown was last known to be its source's; nil where nobody has said.
  private(set) var asOf: Instant?
  /// Of the agenda's file that is shown, when it was read (SHA-256); nil where it cannot be read any more.
  private(set) var fingerprint: String?
  /// The file of notices, for the catalogue that it is read with.
  private var noticeFile: (catalogue: Catalogue, file: NoticeFile)?
  /// The state of the files before they were read; nil before the first time.
  private var opened: BundleState?

  init(path: String, notices: String?, _ console: Console) {
    self.path = BundleOpener.folder(of: path)
    self.console = console
    noticesPath = NoticeFile.path(notices, of: self.path)
  }

  /// Reads the bundle for the first time; nil where nothing of it can be shown.
  func open() -> (agenda: Agenda, catalogue: Catalogue)? {
    opened = BundleState(of: path)
    var source = ConferenceSource(path, console)
    let errors = source.errors.prefix(10).map { Message.data($0.line(in: console.messages)) }
    complaints = errors.isEmpty ? source.complaints : errors
    let lastGood = KioskSupply.lastGood(of: path)
    if source.agenda == nil || !source.errors.isEmpty, access(lastGood, F_OK) == 0 {
      let other = ConferenceSource(lastGood, console)
      isLastGood = other.agenda != nil && (source.agenda == nil || other.errors.count < source.errors.count)
      if isLastGood { source = other }
    }
    (problemCount, errorCount) = (source.problemCount, source.errors.count)
    asOf = KioskSupply.asOf(isLastGood ? lastGood : path)
    fingerprint = KioskBundle.fingerprint(of: isLastGood ? lastGood : path)
    guard let agenda = source.agenda, let catalogue = KioskBundle.compiled(source, console.languages) else {
      return nil
    }
    return (agenda, catalogue)
  }

  /// The bundle itself is shown, and it is sound.
  ///
  /// - Parameter isNew: at another version than before.
  func isSound(isNew: Bool) {
    isLastGood = false
    asOf = KioskSupply.asOf(path)
    if isNew { fingerprint = KioskBundle.fingerprint(of: path) }
  }

  private static func fingerprint(of path: String) -> String? {
    let files = ConferenceSource.isForeign(path) ? [path] : BundleFormat.files.map { "\(path)/\($0)" }
    for file in files {
      if let read = try? RegularFile.read(file, limit: 64 << 20) { return SHA256.digits(of: read.bytes) }
    }
    return nil
  }

  /// Follows its files, and the notices, from now on.
  func follower(now: Int64) -> BundleFollower {
    BundleFollower(
      path, others: [noticesPath], shown: opened, errors: errorCount, conference: nil, console, now: now
    ) { [languages = console.languages] source in KioskBundle.compiled(source, languages) }
  }

  /// The notices as they are now.
  func notices(for catalogue: Catalogue) -> NoticeReading {
    if let noticeFile, noticeFile.catalogue === catalogue { return noticeFile.file.read() }
    let file = NoticeFile(noticesPath, of: catalogue)
    noticeFile = (catalogue, file)
    return file.read()
  }

  /// The agenda as it was in the morning of a conference's day; nil where no version is kept that a kiosk may read.
  ///
  /// What was changed since is told after a restart too.
  func morning(of catalogue: Catalogue, now: Instant) -> (agenda: Agenda, catalogue: Catalogue)? {
    let card = catalogue.conference
    guard let versions = AgendaHistory(conference: card.id)?.versions else { return nil }
    let (all, today) = (versions.all(), card.date(of: now))
    guard let known = all.last(where: { card.date(of: $0.kept) < today }) ?? all.first,
      let agenda = versions.agenda(known.number),
      let catalogue = try? Catalogue.compile(agenda, problemCount: 0, languages: console.languages)
    else { return nil }
    return (agenda, catalogue)
  }

  private static func compiled(_ source: ConferenceSource, _ languages: [String]) -> Catalogue? {
    // Visitors have no use for the number of problems, so none are counted.
    source.agenda.flatMap { try? Catalogue.compile($0, problemCount: 0, languages: languages) }
  }
}
