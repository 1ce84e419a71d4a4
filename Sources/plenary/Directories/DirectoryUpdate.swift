import Agenda
import Files
import Glibc
import Interchange
import Interface
import Messages

/// Asks directories for their lists, and keeps the last good one of each.
struct DirectoryUpdate {
  let console: Console
  let bar: ProgressBar

  private static var now: Instant { WallClock(simulated: nil).reading.now }

  private static let limits: Fetch.Limits = {
    var limits = Fetch.Limits.standard
    limits.bytes = DirectoryReading.sizeLimit
    limits.total = 60_000
    return limits
  }()

  /// Why a directory gave no list.
  enum Failure: Error {
    case fetch(FetchFailure)
    case content(DirectoryFailure)
    /// It wants to be left alone for now, as it has said before.
    case resting
    case offline
    case noHome
    case notKept(FileError)
    case tooMany

    var reason: Message {
      switch self {
      case .fetch(let failure): failure.message
      case .content(let failure): failure.message
      case .resting: Message("it has asked to be left alone for a while")
      case .offline: UpdateFailure.offline.reason
      case .noHome: .noHome
      case .notKept(let error): error.message
      case .tooMany: Message("no more than %d directories are kept", DirectoryFile.countLimit)
      }
    }

    /// Whether what is there may be the page of a pretalx, whose list is elsewhere.
    var mayBePage: Bool {
      switch self {
      case .content(.page), .fetch(.missing): true
      case .content, .fetch, .resting, .offline, .noHome, .notKept, .tooMany: false
      }
    }

    var isCancelled: Bool { if case .fetch(.cancelled) = self { true } else { false } }
  }

  /// A directory as it is known now.
  struct Asked {
    var record: DirectoryRecord
    /// What is to be said of it; nothing where all is well.
    var troubles: [Message] = []
  }

  // MARK: - Those that are known

  /// Asks one; whatever goes wrong, what it last gave stays.
  func renew(_ record: DirectoryRecord, isOffline: Bool = false) -> Asked {
    var asked = Asked(record: record)
    do throws(Failure) {
      if isOffline {
        guard record.confirmed != nil else { throw .offline }
        return asked
      }
      guard record.mayBeAsked(at: DirectoryUpdate.now) else { throw .resting }
      asked.record.asked = DirectoryUpdate.now
      let hasList = !record.conferences.isEmpty
      try take(fetched(record.address, hasList ? record.validators : Validators()), into: &asked)
    } catch {
      if case .fetch(.tooOften(let seconds?)) = error {
        asked.record.rest = DirectoryUpdate.now.advanced(by: Int64(seconds))
      }
      asked.troubles = [words(error, of: record)]
    }
    return asked
  }

  /// Takes in what has come, where it is a list at all.
  private func take(_ result: Fetch.Result, into asked: inout Asked) throws(Failure) {
    asked.record.rest = nil
    guard case .body(let bytes, let validators) = result else {
      asked.record.confirmed = asked.record.asked
      return
    }
    let reading: DirectoryReading
    do throws(DirectoryFailure) {
      reading = try DirectoryReading(bytes, from: asked.record.address)
    } catch {
      throw .content(error)
    }
    let name = asked.record.address.shown
    if reading.passedOver > 0 {
      asked.troubles.append(
        Message(
          "%1$d entry of %2$s names no conference that could be fetched, and is passed over",
          "%1$d entries of %2$s name no conference that could be fetched, and are passed over",
          count: reading.passedOver, name))
    }
    guard reading.isDamaged else {
      asked.record.conferences = reading.conferences
      (asked.record.validators, asked.record.confirmed) = (validators, asked.record.asked)
      return
    }
    asked.troubles.append(
      Message("%s: the list is damaged; what can be read of it counts, beside the last good one", name))
    // What is missing in a damaged list may only have become unreadable.
    let known = Set(reading.conferences.map(\.address))
    asked.record.conferences = reading.conferences + asked.record.conferences.filter { !known.contains($0.address) }
    asked.record.validators = Validators()
    if asked.record.confirmed == nil { asked.record.confirmed = asked.record.asked }
  }

  private func words(_ failure: Failure, of record: DirectoryRecord) -> Message {
    let name = record.address.shown
    guard let confirmed = record.confirmed else { return Message("%1$s: no list: %2$s", name, failure.reason) }
    return Message(
      "%1$s: list of %2$s; not renewed: %3$s", name, Message.ago(seconds: DirectoryUpdate.now.since(confirmed)),
      failure.reason)
  }

  /// Keeps what came of asking; without a home nothing is kept.
  func keep(_ asked: [Asked]) {
    guard let file = DirectoryShelf.file else { return }
    do throws(FileError) {
      try file.change { records in
        for new in asked.map(\.record) {
          if let place = records.firstIndex(where: { $0.address == new.address }) { records[place] = new }
        }
      }
    } catch {
      console.complain(.notWritten(file.path, error.reason))
    }
  }

  // MARK: - One that somebody names

  /// The directory that somebody means by an address, asked: its own, or that of a pretalx's page.
  func find(_ address: SourceAddress, isOffline: Bool = false) throws(Failure) -> Asked {
    let known = DirectoryShelf.all()
    if isOffline {
      guard let record = DirectoryUpdate.meant(by: address, known) else { throw .offline }
      return renew(record, isOffline: true)
    }
    var first: Failure?
    for place in address.directories {
      if let record = known.first(where: { $0.address == place }) { return renew(record) }
      do throws(Failure) {
        var asked = Asked(record: DirectoryRecord(place))
        asked.record.asked = DirectoryUpdate.now
        try take(fetched(place, Validators()), into: &asked)
        return asked
      } catch {
        // Only a page may be that of a pretalx, and what is missing below it may be there below another.
        guard error.mayBePage else { throw error }
        first = first ?? error
      }
    }
    throw first ?? .content(.noDirectory)
  }

  /// The one of some directories that somebody means by an address.
  private static func meant(by address: SourceAddress, _ records: [DirectoryRecord]) -> DirectoryRecord? {
    for place in address.directories {
      if let record = records.first(where: { $0.address == place }) { return record }
    }
    return nil
  }

  /// Puts a directory among those that are asked.
  func add(_ asked: Asked) throws(Failure) {
    guard let file = DirectoryShelf.file else { throw .noHome }
    var isFull = false
    do throws(FileError) {
      try file.change { records in
        if let place = records.firstIndex(where: { $0.address == asked.record.address }) {
          records[place] = asked.record
        } else if records.count < DirectoryFile.countLimit {
          records.append(asked.record)
        } else {
          isFull = true
        }
      }
    } catch {
      throw .notKept(error)
    }
    if isFull { throw .tooMany }
  }

  /// Asks a directory no more; false where it was none of those that are asked.
  func remove(_ address: SourceAddress) throws(Failure) -> Bool {
    guard let file = DirectoryShelf.file else { throw .noHome }
    var isKnown = false
    do throws(FileError) {
      try file.change { records in
        let record = DirectoryUpdate.meant(by: address, records)
        isKnown = record != nil
        records.removeAll { $0.address == record?.address }
      }
    } catch {
      throw .notKept(error)
    }
    return isKnown
  }

  private func fetched(_ address: SourceAddress, _ validators: Validators) throws(Failure) -> Fetch.Result {
    defer { bar.close() }
    do throws(FetchFailure) {
      return try Fetch.run(
        address, validators: validators, agent: "plenary/\(programVersion)", limits: DirectoryUpdate.limits,
        environment: Environment.value
      ) { count in
        bar.show(nil) { Message("Fetching %s: %d kB", address.shown, count >> 10) }
        return Interruption.signal == 0
      }
    } catch {
      throw .fetch(error)
    }
  }
}
