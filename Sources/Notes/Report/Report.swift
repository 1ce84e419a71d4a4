public import Agenda
public import Messages

/// The notes of a conference, gathered to be handed on: by session in the order of time, then what they mark.
///
/// What was said off the record is left out, and names are taken out of what was said under the Chatham House rule,
/// unless the options say otherwise; the report says of both what it left out.
public struct Report: Sendable {
  public struct Options: Equatable, Sendable {
    /// Names stay in notes on sessions under the Chatham House rule.
    public var keepsAttribution = false
    public var includesOffTheRecord = false
    /// Only the notes on this.
    public var subject: NoteSubject?
    /// Only the notes on sessions of this day.
    public var day: CalendarDate?
    /// Only the notes that were written or changed since then.
    public var since: Instant?
    /// Who has taken the notes; empty where that is not known.
    public var rapporteur = ""
    /// Lines that may name somebody stay in notes on sessions under the Chatham House rule.
    public var keepsDoubtful = false
    /// What has been said of places that may name somebody.
    public var answers = NameAnswers()

    public init() {}
  }

  /// One note.
  struct Entry: Sendable {
    var subject: NoteSubject
    /// Markdown, as it may be handed on.
    var text: String
    var marks: [NoteMark]
    /// Who wrote it; empty where only one person did.
    var author = ""
    /// What it is about is not in the agenda any more.
    var isGone = false
    /// Names were taken out.
    var isNameless = false
  }

  /// A mark and where it stands.
  struct Found: Sendable {
    var mark: NoteMark
    var entry: Int
    /// All who have it in their notes, where several people wrote.
    var authors: [String] = []
  }

  let conference: Conference
  let languages: [String]
  let messages: Messages
  /// Sessions by time, then meetings, then documents, then what the agenda does not have any more.
  private(set) var entries: [Entry] = []
  /// Titles of notes that are off the record and not in it.
  private(set) var offTheRecord: [String] = []
  /// Notes that are not in it because nobody can tell what may be told of them, and why.
  private(set) var unclear: [(title: String, reason: Confidence.Finding.Reason)] = []
  /// Files beside the notes that are not in it.
  let others: [String]
  /// Lines that are left out since they may name somebody, by the note's title.
  private(set) var lines: [(title: String, count: Int)] = []
  /// Places that may name somebody and of which nobody has said anything: their lines are left out.
  public private(set) var doubts: [NameDoubt] = []
  /// Sessions from whose notes names were taken out.
  private(set) var nameless: [NoteSubject] = []
  /// Sessions whose notes have names, or are there at all, only because the options say so.
  private(set) var confidential: [NoteSubject] = []
  let options: Options
  /// When it was made.
  let stamp: Instant
  let generatorVersion: String
  /// All who wrote, in the order of their notes; the rapporteur where that is one person.
  private(set) var authors: [String] = []
  private let dueDates: DueDateReader

  /// - Parameters:
  ///   - notes: in any order; empty ones are left out.
  ///   - gone: what notes were about whose session, meeting or document is not in the agenda.
  ///   - confidence: what may be told of each note; nil is found out from the agenda, from what is gone and from the notes.
  ///   - others: files beside the notes that are not read, by name.
  ///   - languages: of the reader, best first, for what the agenda says; `messages` says all else.
  public init(
    of notes: [NoteText], in agenda: Agenda, subjects: NoteSubjects, gone: [Subject: NoteSubject] = [:],
    confidence: Confidence? = nil, others: [String] = [], options: Options = Options(), languages: [String],
    messages: Messages, stamp: Instant,
    generatorVersion: String
  ) {
    conference = agenda.conference
    (self.languages, self.options, self.stamp) = (languages, options, stamp)
    self.messages = messages
    self.generatorVersion = generatorVersion
    dueDates = DueDateReader(messages)
    let confidence =
      confidence
      ?? Confidence(
        agenda: { subjects[$0]?.attribution }, known: subjects.all.map(\.target),
        memory: gone.values.reduce(into: SubjectMemory.Content()) { $0.remember($1) }, notes: notes)
    self.others = others.map { name in
      guard let original = confidence.original(ofFile: name), let subject = subjects[original] ?? gone[original] else {
        return Report.cleaned(name)
      }
      return messages.text(Message.copy(of: subject.title, file: Report.cleaned(name)))
    }
    let names = NameBook(of: agenda).adding(notes)
    let sorted = notes.enumerated().sorted { a, b in
      (subjects.place(of: a.element.target) ?? Int.max, a.offset) < (
        subjects.place(of: b.element.target) ?? Int.max, b.offset
      )
    }
    for (_, note) in sorted where !note.text.trimmed.isEmpty && isWanted(note, subjects) {
      let known = subjects[note.target]
      var subject = known ?? gone[note.target] ?? NoteSubject(target: note.target, title: note.target.id)
      let finding = confidence.finding(for: note)
      if RuleLine.isAlone(in: note.text) { continue }
      subject.attribution = finding.rule
      let original = finding.original.flatMap { subjects[$0] ?? gone[$0] }
      if let original {
        let file = note.path.split(separator: "/").last.map(String.init) ?? NoteName.of(note.target)
        subject.title = messages.text(Message.copy(of: original.title, file: Report.cleaned(file)))
        subject.people = original.people
      } else if note.isMisnamed {
        subject.title = note.path.split(separator: "/").last.map(String.init) ?? subject.title
      }
      subject.title = Report.cleaned(subject.title)
      add(
        note, about: subject, isGone: known == nil || note.isMisnamed, names: names, isUnclear: finding.reason)
    }
    for entry in entries where !authors.contains(entry.author) { authors.append(entry.author) }
    if authors.count < 2 {
      for index in entries.indices { entries[index].author = "" }
    }
    authors.removeAll(where: \.isEmpty)
  }

  private func isWanted(_ note: NoteText, _ subjects: NoteSubjects) -> Bool {
    if let wanted = options.subject, wanted.target != note.target { return false }
    if let since = options.since, note.modified < since { return false }
    guard let day = options.day else { return true }
    return subjects[note.target]?.start.map { conference.day(of: $0) } == day
  }

  private static func cleaned(_ text: String) -> String { TextCleaner(lines: .single).clean(text).string }

  private mutating func add(
    _ note: NoteText, about subject: NoteSubject, isGone: Bool, names: NameBook,
    isUnclear reason: Confidence.Finding.Reason
  ) {
    var entry = Entry(
      subject: subject, text: RuleLine.stripped(NoteAnchors.text(of: note.text)), marks: [],
      author: note.author.isEmpty ? options.rapporteur : note.author, isGone: isGone)
    let day = subject.start.map { conference.day(of: $0) } ?? conference.end
    // By the lines of the text as it is told.
    var dueInNames: [Int: CalendarDate] = [:]
    switch subject.attribution {
    case .offTheRecord where !options.includesOffTheRecord:
      if reason == .said { offTheRecord.append(subject.title) } else { unclear.append((subject.title, reason)) }
      return
    // Off the record, who spoke stays unnamed all the more.
    case .chathamHouse where !options.keepsAttribution, .offTheRecord where !options.keepsAttribution:
      let removal = NameRemoval(
        finder: NameFinder(names, people: subject.people.map(\.name)), somebody: words(ReportWords.somebody),
        answers: options.answers, keepsDoubtful: options.keepsDoubtful)
      let removed = removal.removed(
        from: entry.text, of: subject, lines: RuleLine.numbers(ofLinesOf: entry.text, in: note.text))
      // The day stays that stands beside a name.
      for mark in NoteMark.all(in: entry.text) where mark.kind == .action {
        let line = removed.lineNumbers.firstIndex(of: mark.lines.lowerBound)
        if let line, let due = dueDates.split(mark.person, after: day).due { dueInNames[line + 1] = due }
      }
      entry.text = removed.text
      doubts += removed.doubts
      if removed.linesLeftOut > 0 { lines.append((subject.title, removed.linesLeftOut)) }
      entry.subject.people = []
      entry.isNameless = true
      nameless.append(subject)
      if subject.attribution == .offTheRecord || removed.keepsDoubtful { confidential.append(subject) }
    case .chathamHouse, .offTheRecord: confidential.append(subject)
    case .public: break
    }
    entry.marks = NoteMark.all(in: entry.text).filter { !$0.text.isEmpty || !$0.person.isEmpty }
    for index in entry.marks.indices where entry.marks[index].kind == .action {
      let named = dueDates.split(entry.marks[index].person, after: day)
      entry.marks[index].person = named.name
      let due = named.due ?? dueInNames[entry.marks[index].lines.lowerBound]
      entry.marks[index].due = due ?? dueDates.date(in: entry.marks[index].text, after: day)
    }
    entries.append(entry)
  }

  public var isEmpty: Bool { entries.isEmpty }

  /// The marks of a kind, in the order of the report; what several people have noted alike of one thing is told once.
  func found(_ kind: NoteMark.Kind) -> [Found] {
    var all: [Found] = []
    for (index, entry) in entries.enumerated() {
      for mark in entry.marks where mark.kind == kind {
        let same = all.firstIndex { other in
          entries[other.entry].subject.target == entry.subject.target && !other.authors.contains(entry.author)
            && Report.isSame(other.mark, mark)
        }
        guard let same, !entry.author.isEmpty else {
          all.append(Found(mark: mark, entry: index, authors: entry.author.isEmpty ? [] : [entry.author]))
          continue
        }
        all[same].authors.append(entry.author)
        // Done is what anybody has seen done.
        all[same].mark.isTicked = all[same].mark.isTicked || mark.isTicked
        if all[same].mark.due == nil { all[same].mark.due = mark.due }
        if all[same].mark.person.isEmpty { all[same].mark.person = mark.person }
      }
    }
    return all
  }

  /// Whether two people mean the same: the same words, and nobody else named.
  private static func isSame(_ a: NoteMark, _ b: NoteMark) -> Bool {
    func folded(_ text: String) -> String {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
    return folded(a.text) == folded(b.text)
      && (a.person.isEmpty || b.person.isEmpty || folded(a.person) == folded(b.person))
  }

  /// The questions that nobody has ticked.
  var openQuestions: [Found] { found(.question).filter { !$0.mark.isTicked } }

  /// The actions, those that are still to do first.
  var actions: [Found] {
    let all = found(.action)
    return all.filter { !$0.mark.isTicked } + all.filter(\.mark.isTicked)
  }

  func words(_ message: Message) -> String { messages.text(message) }

  func string(_ text: Text?) -> String { text?.string(for: languages) ?? "" }
}
