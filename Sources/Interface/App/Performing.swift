import Agenda
import Catalogue
import Cells
import Messages
import Notes

// What views want of the world, done.
extension App {
  /// Does what is wanted, in its order, and gives what the world outside has to do.
  mutating func perform(_ outcomes: [Outcome], from holder: Holder) -> [Effect] {
    outcomes.flatMap { perform($0, from: holder) }
  }

  private mutating func perform(_ outcome: Outcome, from holder: Holder) -> [Effect] {
    if world.oldVersion != nil, outcome.isWritten {
      status.message = StatusMessage(Message("This is an old version of the agenda, which can only be read"))
      return [.bell]
    }
    switch outcome {
    case .effect(let effect): return [effect]
    case .acknowledge(let key): return acknowledge(key)
    case .say(let words, let tone): status.message = StatusMessage(words, tone)
    case .show(let topic): tell(stack.desk.follow(topic, &world))
    case .find(let subject, let text): goToNote(on: subject, line: text)
    case .search(let trail):
      stack.desk.remember(world)
      world.trail = trail
      showHit(fromEnd: false)
    case .nextHit(let step): goToHit(by: step)
    case .programme(let change): tell(stack.desk.apply(change, &world))
    case .grade(let id, let grade): return self.grade(id, grade)
    case .venueTimes: world.ownZone = nil
    case .offer(let offer): stack.push(Views.chooser(offer))
    case .open(let overlay): open(overlay)
    case .close: return close(holder)
    case .focus(let panel): stack.desk.choose(panel)
    case .flip(let panel): stack.desk.flip(panel)
    case .run(let name): return run(name)
    case .press(let key): return press(key)
    case .write(let subject, let line, let paragraph):
      opening = Opening(
        subject: subject, line: line, paragraph: paragraph, origin: stack.desk.focus, wasZoomed: stack.desk.isZoomed)
      let rule = world.ruleOfMoment(for: subject)
      return (rule == .public ? [] : [.tightenNote(subject, rule)]) + keepVersion(of: subject, for: paragraph)
        + [.openNote(subject)]
    case .noted(let subject, let text): world.notes.update(subject, text, in: world.catalogue)
    case .bring(let address, let title):
      world.listing.fetched = title
      return [.bringConference(address)]
    case .stopBringing:
      guard world.listing.fetched != nil else { return [] }
      world.listing.fetched = nil
      return [.stopBringing]
    case .reply(let reply):
      let typist = stack.typist
      return perform(stack.receive(reply, world), from: typist)
    }
    return []
  }

  /// Keeps the text in which something is written about a paragraph.
  private mutating func keepVersion(of subject: Subject, for paragraph: ParagraphSelector?) -> [Effect] {
    guard paragraph != nil, case .document(let id) = subject, let text = world.catalogue.document(id)?.text,
      world.notes.addVersion(text, of: subject)
    else { return [] }
    return [.keepVersion(id, text)]
  }

  private mutating func tell(_ message: StatusMessage?) {
    if let message { status.message = message }
  }

  private mutating func close(_ holder: Holder) -> [Effect] {
    switch holder {
    case .overlay: stack.pop()
    case .panel(.notes): return closeNote(isReturning: true)
    case .panel, .face, .desk, .openers, .program: break
    }
    return []
  }

  private mutating func acknowledge(_ key: String?) -> [Effect] {
    if let key { world.news.acknowledge(key) } else { world.news.acknowledgeAll() }
    showRemoved()
    // Nothing is left: then all is acknowledged, whatever it was compared with.
    return [.acknowledge(world.news.entries.isEmpty ? nil : key.map { [$0] }, version: world.news.version)]
  }

  private mutating func grade(_ id: Session.ID, _ grade: Plan.Grade?) -> [Effect] {
    guard let row = world.catalogue.sessionRow(id) else { return [] }
    world.stars.grade(id, grade, title: row.title, at: world.clock.now, in: world.catalogue)
    if !world.news.removed.isEmpty { showRemoved() } else if world.programme.isStarredOnly { world.reloadDay() }
    status.message = world.planWording.words(ofGrading: id, row.title)
    return [.setGrade(id, title: row.title, grade)]
  }

  // MARK: - Views over the panels

  private mutating func open(_ overlay: any Overlay) {
    // What is being written is found and listed as it stands now.
    if stack.desk.isWriting {
      for case .noted(let subject, let text) in stack.desk[.notes].leave(world) {
        world.notes.update(subject, text, in: world.catalogue)
      }
    }
    if overlay.searchesNotes { world.notes.index(in: world.catalogue) }
    stack.push(overlay)
  }

  private mutating func goToNote(on subject: Subject, line text: String) {
    stack.desk.remember(world)
    stack.desk.show(.about(subject), &world)
    stack.desk.choose(.notes)
    settle()
    stack.desk.goToNote(line: text)
  }

  // MARK: - Places that were searched for

  private mutating func showHit(fromEnd: Bool) {
    stack.desk.showHit(&world)
    settle()
    stack.desk.goToPlace(fromEnd: fromEnd)
    tell(world.trail.map { StatusMessage($0.words) })
  }

  /// The next place in this page, or the next page that was found.
  private mutating func goToHit(by step: Int) {
    guard let trail = world.trail else { return }
    if stack.desk.goToNextPlace(by: step, world) { return tell(StatusMessage(trail.words)) }
    let count = trail.hits.count
    let next = trail.index + step
    world.trail?.index = (next + count) % count
    showHit(fromEnd: step < 0)
    if next == count { status.message = StatusMessage(Message("Back at the first place found")) }
    if next < 0 { status.message = StatusMessage(Message("At the last place found")) }
  }

  // MARK: - Copying

  /// Shows a text that nobody has taken, to be selected by hand; what is kept here as well is only not said to be copied.
  mutating func tellNotCopied(_ text: String, isNeeded: Bool) -> [Effect] {
    if let written = writtenReport, written.path == text {
      status.message = .reportWritten(written.shown, isCopied: false)
      return []
    }
    guard isNeeded else {
      if status.message != nil {
        status.message = StatusMessage(
          Message("Kept here, for %s: the terminal takes no text from programs", world.key("insertCut", in: .writing)))
      }
      return []
    }
    status.message = nil
    stack.push(Views.selecting(text))
    return mouse.lend()
  }
}
