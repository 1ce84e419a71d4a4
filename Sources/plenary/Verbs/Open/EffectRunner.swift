import Agenda
import Catalogue
import Cells
import Glibc
import Interface
import Messages
import Notes
import Terminal

/// Does what the interface wants of the world, and tells it what came of that.
@MainActor
final class EffectRunner {
  private let screen: Screen
  private let clock: WallClock
  private let opener: BundleOpener
  private let user: UserData
  private let updates: UpdateDesk
  private let finds: FindDesk
  private let console: Console
  /// Set when the program is to end.
  private(set) var exitStatus: Int32?
  /// The conference that the user has chosen instead of this one.
  private(set) var next: (opener: BundleOpener, catalogue: Catalogue)?
  /// Leaving was tried with a note that is not saved, and the user knows.
  private var hasWarned = false

  init(
    screen: Screen, clock: WallClock, opener: BundleOpener, user: UserData, updates: UpdateDesk, finds: FindDesk,
    _ console: Console
  ) {
    (self.screen, self.clock, self.opener, self.user, self.console) = (screen, clock, opener, user, console)
    (self.updates, self.finds) = (updates, finds)
  }

  func run(_ effect: Effect) -> [Event] {
    switch effect {
    case .quit: return quit()
    case .suspend:
      // Whoever stops a program may end it next.
      let events = user.desk?.finish().events ?? []
      screen.suspendProcess()
      return events + resized()
    case .redraw: screen.redraw()
    case .setMouse(let isOn): screen.captureMouse(isOn)
    case .copy(let text): return Copying.copy(text, on: screen) ? [] : [.notCopied(text, isNeeded: true)]
    case .pasteSelection: return [Copying.selection.map { .input(.paste($0)) } ?? .nothingToPaste]
    case .offerCopy(let text): return Copying.copy(text, on: screen) ? [] : [.notCopied(text, isNeeded: false)]
    case .openAddress(let url):
      let isOpen = Desktop.open(url)
      if !isOpen, !Copying.copy(url, on: screen) { return [.notCopied(url, isNeeded: true)] }
      return [.addressOpened(url, isOpen)]
    case .setGrade(let id, let title, let grade):
      let now = clock.reading.now
      return user.plan.change { $0.grade(id, grade, title: title, at: now) }
    case .keepAppointment(let appointment): return user.plan.keep(appointment)
    case .removeAppointment(let id): return user.plan.change(tellsAlways: true) { $0.removeAppointment(id) }
    case .writeCalendar: return [user.writeCalendar(of: opener.path, at: clock.reading.now)]
    case .remind(let reminder, let words):
      guard user.plan.claim(reminder) else { return [] }
      tell(words)
      return [.reminded(reminder)]
    case .acknowledge(let keys, let version): return user.acknowledge(keys, upTo: version)
    case .carryOver(let old, let new): return user.carryOver(old, to: new, at: clock.reading.now)
    case .loadOwnZone:
      let year = Int(clock.reading.now.seconds / 31_556_952 + 1970)
      return [.ownZone(OffsetTable.ofThisMachine(around: year...year))]
    case .bell: screen.bell()
    case .openNote(let target): return user.open(target)
    case .tightenNote(let target, let rule): user.tighten(target, to: rule)
    case .setRule(let target, let rule): return user.decide(rule, of: target, at: clock.reading.now)
    case .editNote(let target, let edit): return user.edit(target, edit)
    case .tick(let target, let mark): return user.desk?.tick(target, mark) ?? [.notice(.noHome)]
    case .resolve(let target, let conflict, let choice): return user.desk?.resolve(target, conflict, choice) ?? []
    case .forgetNote(let target, let title): return user.forget(target, title: title, at: clock.reading.now)
    case .writeReport: return [user.writeReport(of: opener.path, at: clock.reading.now)]
    case .writeReviewed(let answers):
      return [user.writeReport(of: opener.path, at: clock.reading.now, answers: answers)]
    case .keepVersion(let document, let text): user.keepVersion(text, of: document)
    case .saveNotes: return user.desk?.save() ?? []
    case .editExternally(let target, let line): return editExternally(target, line: line)
    case .listConferences:
      return [.conferences(ConferenceShelf.paths().map { ConferenceShelf.entry($0, console) })]
    case .openConference(let path): return change(to: path)
    case .listDirectories: return finds.look()
    case .addDirectory(let address): return finds.add(address)
    case .bringConference(let address): return finds.bring(address)
    case .stopBringing: finds.stop()
    case .lookForUpdate(let consent): return updates.look(consent: consent)
    case .readNotices, .addNotice, .removeNotice: return notices(effect)
    case .readClock: return [.clockRead(clock.reading.now)]
    }
    return []
  }

  /// Reads the kiosks' notices, or changes them.
  private func notices(_ effect: Effect) -> [Event] {
    guard let file = user.noticeFile(of: opener.path) else {
      return [.notice(Message("Only who may write the conference's folder tells something on its kiosks"))]
    }
    let trouble: Message?
    switch effect {
    case .addNotice(let notice): trouble = file.add(notice, at: clock.reading.now)
    case .removeNotice(let place): trouble = file.remove { there, _ in there == place }
    default: trouble = nil
    }
    return [.noticesRead(file.read(), languages: console.languages)] + (trouble.map { [.notice($0)] } ?? [])
  }

  /// Tells somebody who may be looking elsewhere: by the bell, and on the desktop.
  private func tell(_ words: Message) {
    screen.bell()
    let text = Console.cleaned(console.messages.text(words))
    if !screen.notify("Plenary", text, environment: Environment.value) { Desktop.notify(text) }
  }

  /// After a stop or a resize: the size may be another, and the clock has gone on.
  func resized() -> [Event] { [.input(.resize(screen.resized())), .time(clock.reading.now)] }

  /// Ends because the terminal or a signal says so: nobody can be asked.
  func end(_ status: Int32) {
    let endangered = user.desk?.finish().endangered
    leave(status, endangered)
  }

  /// Leaves; what could not be saved is said where the shell goes on, whoever has seen it before.
  private func leave(_ status: Int32, _ endangered: Message?, for another: Bool = false) {
    exitStatus = status
    // The screen stays, and on it what is wrong.
    if another { return }
    guard let words = endangered ?? user.desk?.unwritten else { return }
    if status == ExitStatus.success { exitStatus = ExitStatus.problems }
    screen.close()
    console.complain(words)
  }

  /// Leaves, but not with a note that is nowhere else than here: then the user is told, and asked once more.
  private func quit(for another: Bool = false) -> [Event] {
    let (events, endangered) = user.desk?.finish() ?? ([], nil)
    guard let endangered, !hasWarned else {
      leave(ExitStatus.success, endangered, for: another)
      return events
    }
    hasWarned = true
    return events + [.notice(Message("%s. Quit once more to leave all the same", endangered))]
  }

  /// Leaves for another conference, once that is open and nothing here is left unsaved.
  private func change(to path: String) -> [Event] {
    var opener = BundleOpener(path: path, console: console)
    guard opener.path != self.opener.path else { return [] }
    guard let catalogue = try? opener.open() else {
      // The name alone: a path would be cut before it.
      return [.notice(Message("Cannot be opened, see plenary check: %s", Console.shortName(ofFile: path)))]
    }
    let events = quit(for: true)
    if exitStatus != nil { next = (opener, catalogue) }
    return events
  }

  /// Hands a note, which is safe before, to the user's own editor, and takes over what that leaves.
  private func editExternally(_ target: Subject, line: Int) -> [Event] {
    guard let command = ExternalEditor.command else {
      return [.notice(Message("There is no editor: set VISUAL or EDITOR to one"))]
    }
    guard let desk = user.desk else { return [.notice(.noHome)] }
    user.keepLine(of: target)
    let (events, path) = desk.pathForEditing(target)
    guard let path else { return events }
    let (program, arguments) = ExternalEditor.words(command, path: path, line: line)
    let ending = screen.lend(to: program, arguments)
    let after = resized() + desk.edited(target)
    return events + after + (ending.message(of: command).map { [.notice($0)] } ?? [])
  }
}

extension GuestEnding {
  /// What is said when the user's editor has not simply ended.
  fileprivate func message(of command: String) -> Message? {
    switch self {
    case .status(0), .abandoned: nil
    case .status(126), .status(127): Message("Cannot be started: %s", command)
    case .status(let status):
      Message("The editor ended with status %d; the note is as its file was left", Int(status))
    case .signal(let number):
      Message("The editor was ended by signal %d; the note is as its file was left", Int(number))
    case .notStarted(let code): Message("Cannot be started (%s): %s", Message.systemError(code), command)
    }
  }
}
