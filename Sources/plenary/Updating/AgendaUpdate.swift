import Agenda
import Files
import Glibc
import Interchange
import Interface
import Messages
import Notes

/// Brings an agenda from its address into its bundle: for the first time, or anew.
///
/// Whatever goes wrong, the bundle that was there stays as it was. The user's stars follow their sessions, and what was
/// done is written down in the conference's source.
struct AgendaUpdate {
  /// A bundle that was made or renewed from an address.
  struct Taken {
    let reading: ImportReading
    let bundle: String
    /// Nil where there was none.
    let changes: AgendaChanges?
  }

  let console: Console
  let bar: ProgressBar
  /// Asked what only the user can say.
  let agrees: (Message, UpdateConsent) -> Bool
  /// Asked for the venue's zone of a schedule that does not say it, by what the user knows of its name; nil is UTC.
  var asksZone: (String) -> String? = { _ in nil }

  /// How long another program is waited for that renews the same bundle, in quarters of a second.
  private static let patience = 4 * 60

  private static var now: Instant { WallClock(simulated: nil).reading.now }

  // MARK: - Renewing

  /// Asks whether there is something newer, and if so renews the bundle.
  ///
  /// - Parameter bundle: where it is to be renewed where that is not the source's own place.
  /// - Returns: What has changed; nil where nothing newer is there, and then nothing was read or written.
  func renew(_ source: KnownSource, at bundle: String? = nil) throws(UpdateFailure) -> AgendaChanges? {
    let bundle = bundle ?? source.bundle
    let lock = try held(bundle)
    defer { lock.release() }
    // Another program may have asked while this one waited.
    var record = source.file.load() ?? source.record
    guard let address = record.address ?? source.record.address else { throw .noSource }
    record.address = address
    let isOwn = (record.bundle ?? bundle) == bundle && BundleFormat.isBundle(bundle)
    if record.bundle == nil { record.bundle = bundle }
    record.asked = AgendaUpdate.now
    let result: Fetch.Result
    var moved: SourceAddress?
    do throws(UpdateFailure) {
      result = try fetched(
        address, isOwn && record.bodyHash != nil ? record.validators : Validators(), moved: &moved)
    } catch {
      if case .fetch(.tooOften(let seconds?)) = error { record.rest = AgendaUpdate.now.advanced(by: Int64(seconds)) }
      // What was never fetched has nothing to remember.
      if record.confirmed != nil { keep(record, in: source.file) }
      throw error
    }
    record.rest = nil
    guard case .body(let bytes, let validators) = result else {
      record.confirmed = record.asked
      if let moved { record.move(to: moved) }
      keep(record, in: source.file)
      return nil
    }
    let hash = SHA256.digits(of: bytes)
    var changes: AgendaChanges?
    if !isOwn || hash != record.bodyHash {
      let reading = try read(bytes, of: address, record.choices)
      changes = try place(reading.agenda, in: bundle, isUpdate: true)
      if let changes { StarKeeping.follow(changes, console) }
    }
    // Of a bundle elsewhere than the source's own, nothing is known at the next time.
    if isOwn || record.bundle == bundle { (record.validators, record.bodyHash) = (validators, hash) }
    record.confirmed = AgendaUpdate.now
    record.interval = DirectoryShelf.interval(of: address) ?? record.interval
    // Only what a schedule has come from is believed to be its place.
    if let moved { record.move(to: moved) }
    if changes?.isEmpty == false { record.changed = record.confirmed }
    keep(record, in: source.file)
    return changes?.isEmpty == false ? changes : nil
  }

  // MARK: - The first time

  /// Makes a bundle of what is at an address, or renews one.
  ///
  /// - Parameters:
  ///   - named: where it goes; nil is where it is already, else the folder of the user's conferences.
  ///   - choices: what the user says of the conference now; what was said before holds beside it.
  ///   - isNew: whether a bundle of the same name that holds another conference is left alone, and this one gets
  ///     another name.
  func take(
    _ address: SourceAddress, into named: String?, choices: ImportChoices, isUpdate: Bool, isNew: Bool = false
  ) throws(UpdateFailure) -> Taken {
    let known =
      named == nil ? SourceShelf.known(by: address) : named.flatMap { SourceShelf.source(ofBundle: $0)?.source }
    if !isUpdate, let there = named ?? known?.bundle, BundleFormat.isBundle(there) {
      throw .isThere(there)
    }
    var choices = choices.over(known?.record.choices ?? ImportChoices())
    var moved: SourceAddress?
    guard case .body(let bytes, let validators) = try fetched(address, Validators(), moved: &moved) else {
      throw .fetch(.status(304))
    }
    var reading = try read(bytes, of: address, choices)
    if reading.lacksZone, let zone = asksZone(address.shown) {
      choices.timeZone = zone
      reading = try read(bytes, of: address, choices)
    }
    guard let shelf = ConferenceShelf.dataFolder ?? named else { throw .noHome }
    var bundle = named ?? known?.bundle ?? "\(shelf)/\(reading.agenda.conference.id)"
    if named == nil, known == nil, isNew, let other = free(for: reading.agenda, in: shelf) {
      choices.id = other
      reading = try read(bytes, of: address, choices)
      bundle = "\(shelf)/\(other)"
    }
    if named == nil { try make(Path.split(bundle).folder) }
    let lock = try held(bundle)
    defer { lock.release() }
    let changes = try place(reading.agenda, in: bundle, isUpdate: isUpdate)
    if let changes { StarKeeping.follow(changes, console) }
    let id = changes?.new.conference.id ?? reading.agenda.conference.id
    if let file = SourceShelf.file(ofConference: id) {
      var record = file.load() ?? SourceRecord()
      (record.address, record.bundle) = (address, SourceShelf.absolute(bundle) ?? bundle)
      (record.validators, record.bodyHash, record.choices) = (validators, SHA256.digits(of: bytes), choices)
      record.interval = DirectoryShelf.interval(of: address) ?? record.interval
      if let moved { record.move(to: moved) }
      let now = AgendaUpdate.now
      (record.asked, record.confirmed, record.changed, record.rest) = (now, now, now, nil)
      keep(record, in: file)
    }
    return Taken(reading: reading, bundle: bundle, changes: changes)
  }

  /// The identifier that a conference gets since another one has its own; nil where its own can be had.
  private func free(for agenda: Agenda, in shelf: String) -> String? {
    let id = agenda.conference.id
    for number in 1...99 {
      let wanted = number == 1 ? id : "\(id)-\(number)"
      guard let old = BundleReader().read("\(shelf)/\(wanted)").agenda else { return number == 1 ? nil : wanted }
      // The same one from elsewhere, such as a file.
      if !AgendaChanges(old: old, new: agenda).isHalfGone { return number == 1 ? nil : wanted }
    }
    return nil
  }

  // MARK: - Steps

  private func fetched(
    _ address: SourceAddress, _ validators: Validators, moved: inout SourceAddress?
  ) throws(UpdateFailure) -> Fetch.Result {
    defer { bar.close() }
    do throws(FetchFailure) {
      return try Fetch.run(
        address, validators: validators, agent: "plenary/\(programVersion)", environment: Environment.value,
        moved: { moved = $0 }
      ) { count in
        bar.show(nil) { Message("Fetching %s: %d kB", address.shown, count >> 10) }
        return Interruption.signal == 0
      }
    } catch {
      throw .fetch(error)
    }
  }

  private func read(
    _ bytes: [UInt8], of address: SourceAddress, _ choices: ImportChoices
  ) throws(UpdateFailure) -> ImportReading {
    defer { bar.close() }
    do throws(ImportFailure) {
      return try Import.read(
        FileBytes(bytes), name: "", today: WallClock.today, choices: choices,
        pandoc: Pandoc(environment: Environment.value)
      ) { share in
        bar.show(share) { Message("Reading %s", address.shown) }
        return Interruption.signal == 0
      }
    } catch {
      throw .content(error)
    }
  }

  private func place(
    _ agenda: Agenda, in bundle: String, isUpdate: Bool
  ) throws(UpdateFailure) -> AgendaChanges? {
    defer { bar.close() }
    func writing() -> Message { Message("Writing %s", Console.shortName(ofFile: bundle)) }
    let placing = BundlePlacing(
      bundle, isUpdate: isUpdate, accepts: { agrees(Message.isToReplaceThough($0), .yes) },
      progress: { share in bar.show(share, writing) })
    do throws(BundlePlacing.Failure) {
      return try placing.write(agenda)
    } catch {
      if case .isThere = error { throw .isThere(bundle) }
      throw .placing(error)
    }
  }

  private func make(_ folder: String) throws(UpdateFailure) {
    do throws(FileError) { try Folder.make(folder) } catch { throw .placing(.cannotWrite(error)) }
  }

  /// Waits until no other program renews a bundle; where there is none yet, nobody does.
  private func held(_ bundle: String) throws(UpdateFailure) -> FolderLock {
    for _ in 0..<AgendaUpdate.patience {
      let lock = FolderLock(in: bundle)
      if !lock.isRefused { return lock }
      lock.release()
      bar.show(nil) { Message("Waiting for another program that updates %s", Console.shortName(ofFile: bundle)) }
      if Interruption.signal != 0 { throw .fetch(.cancelled) }
    }
    throw .busy
  }

  /// What cannot be written down costs the next time a whole fetch, and nothing else.
  private func keep(_ record: SourceRecord, in file: SourceFile) {
    do throws(FileError) { try file.save(record) } catch { console.complain(.notWritten(file.path, error.reason)) }
  }
}

/// The user's stars go along with their sessions while both versions of an agenda are known; at a start only the new one
/// is.
enum StarKeeping {
  static func follow(_ changes: AgendaChanges, _ console: Console) {
    let id = changes.new.conference.id
    guard let folder = UserFolder(conference: id, environment: Environment.value) else { return }
    let file = PlanFile(in: folder)
    var (plan, problem) = file.load()
    if let problem { console.complain(problem.message) }
    let noted = Set(NoteFiles(in: folder).all().notes.map(\.target))
    for change in changes.sessions where change.aspects == [.doubtful] {
      guard let old = change.old, let new = change.new else { continue }
      guard plan.starred.contains(old.id) || noted.contains(.session(old.id)) else { continue }
      let titles = [old, new].map { $0.title.string(for: console.languages) }
      console.complain(
        Message(
          "starred or noted: perhaps “%1$s” has become “%2$s”; the list of changes in the program asks", titles[0],
          titles[1]))
    }
    if plan.stars.isEmpty { return }
    for agenda in [changes.old, changes.new] {
      plan.follow(in: NoteSubjects(of: agenda, languages: console.languages, messages: console.messages))
    }
    do {
      _ = try file.save(plan)
    } catch {
      console.complain(error.message)
    }
  }
}
