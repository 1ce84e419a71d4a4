import Agenda
import JSON

/// What notes are about as JSON, format version 1: `{"format": "plenary-subjects", "formatVersion": 1, "subjects":
/// [{"type", "id", "title", "people", "start", "end", "attribution", "agenda", "decided": {"before", "at"},
/// "unreadable", "hasTwin", "formerly"}]}`.
///
/// `attribution` is the strictest that is remembered, `agenda` what an agenda has said last; without it, the same.
/// `decided` is there where the user has said so, what held before, and when.
///
/// Beside the subjects there is `"forgotten": [{"type", "id", "number", "at", "begun", "kept"}]` where notes were
/// forgotten: of such an entry what cannot be understood counts as forgotten just now, and not begun anew.
enum SubjectFormat {
  private static let name = "plenary-subjects"
  private static let version: JSONTree = .number(1)

  /// Nil where this is no such file, or one of a version that is not known; an entry that cannot be understood is off the
  /// record.
  static func content(_ bytes: [UInt8]) -> SubjectMemory.Content? {
    guard let json = JSONTree(strict: bytes), json["format"]?.string == name, json["formatVersion"] == version,
      let entries = json["subjects"]?.array
    else { return nil }
    var content = SubjectMemory.Content()
    for entry in entries {
      guard let (subject, rule) = subject(entry) else { continue }
      // Of two entries on one note the stricter holds.
      if let known = content.rules[subject.target], known.rule >= rule.rule { continue }
      content.subjects[subject.target] = subject
      content.rules[subject.target] = rule
      let former = (entry["formerly"]?.array ?? []).compactMap(\.string).map { Subject(subject.target.kind, id: $0) }
      if !former.isEmpty { content.former[subject.target] = Set(former) }
    }
    for entry in json["forgotten"]?.array ?? [] {
      guard let target = target(entry) else { continue }
      content.forgotten[target] = mark(entry)
    }
    return content
  }

  private static func target(_ json: JSONTree) -> Subject? {
    guard let kind = json["type"]?.string.flatMap(Subject.Kind.init), let id = json["id"]?.string else { return nil }
    let target = Subject(kind, id: id)
    return target.takesNotes ? target : nil
  }

  private static func mark(_ json: JSONTree) -> ForgottenMark {
    let at = json["at"]?.string.flatMap(Stamp.instant)
    guard let at, let number = json["number"]?.string.flatMap({ UInt64($0, radix: 16) }) else {
      return ForgottenMark(number: 0, at: at ?? Instant(seconds: 0))
    }
    return ForgottenMark(
      number: number, at: at, begun: json["begun"]?.string.flatMap(Stamp.instant),
      kept: (json["kept"]?.array ?? []).compactMap(\.string))
  }

  private static func json(_ target: Subject, _ mark: ForgottenMark) -> JSONTree {
    var members: JSONMembers = [
      "type": .string(target.kind.rawValue), "id": .string(target.id),
      "number": .string(String(mark.number, radix: 16)), "at": .string(Stamp.string(mark.at)),
    ]
    members["begun"] = mark.begun.map { .string(Stamp.string($0)) }
    if !mark.kept.isEmpty { members["kept"] = .array(mark.kept.map { .string($0) }) }
    return .object(members)
  }

  private static func subject(_ json: JSONTree) -> (NoteSubject, RememberedRule)? {
    guard let target = target(json) else { return nil }
    let title = json["title"]?.string
    var subject = NoteSubject(target: target, title: clean(title ?? target.id))
    subject.people = (json["people"]?.array ?? []).compactMap {
      $0.string.map { NoteSubject.Participant(name: clean($0)) }
    }
    subject.start = json["start"]?.string.flatMap(Stamp.instant)
    subject.end = json["end"]?.string.flatMap(Stamp.instant)
    let rule = title == nil ? RememberedRule.unreadable : rule(json)
    subject.attribution = rule.rule
    subject.hasTwin = json["hasTwin"] == .boolean(true)
    return (subject, rule)
  }

  private static func rule(_ json: JSONTree) -> RememberedRule {
    guard let attribution = attribution(json["attribution"]) else { return .unreadable }
    var rule = RememberedRule(rule: attribution, agenda: attribution)
    rule.isUnreadable = json["unreadable"] == .boolean(true)
    guard let decided = json["decided"] else {
      if let agenda = json["agenda"] { rule.agenda = self.attribution(agenda) ?? .public }
      return rule
    }
    rule.agenda = self.attribution(json["agenda"])
    guard let before = self.attribution(decided["before"]), let time = decided["at"]?.string.flatMap(Stamp.instant)
    else { return .unreadable }
    rule.decision = RememberedRule.Decision(before: before, time: time)
    return rule
  }

  private static func attribution(_ json: JSONTree?) -> Session.Attribution? {
    json?.string.flatMap { Session.Attribution(rawValue: $0) }
  }

  static func bytes(_ content: SubjectMemory.Content) -> [UInt8] {
    let sorted = content.subjects.values.sorted {
      ($0.target.kind.rawValue, $0.target.id) < ($1.target.kind.rawValue, $1.target.id)
    }
    var members: JSONMembers = [
      "format": .string(name), "formatVersion": version,
      "subjects": .array(
        sorted.map {
          json(
            $0, content.rules[$0.target] ?? .unreadable, formerly: content.former[$0.target]?.map(\.id).sorted() ?? [])
        }),
    ]
    if !content.forgotten.isEmpty {
      let marks = content.forgotten.sorted { ($0.key.kind.rawValue, $0.key.id) < ($1.key.kind.rawValue, $1.key.id) }
      members["forgotten"] = .array(marks.map { json($0.key, $0.value) })
    }
    return JSONTree.object(members).bytes()
  }

  private static func json(_ subject: NoteSubject, _ rule: RememberedRule, formerly: [String]) -> JSONTree {
    var members: JSONMembers = [
      "type": .string(subject.target.kind.rawValue), "id": .string(subject.target.id),
      "title": .string(subject.title), "people": .array(subject.people.map { .string($0.name) }),
    ]
    members["start"] = subject.start.map { .string(Stamp.string($0)) }
    members["end"] = subject.end.map { .string(Stamp.string($0)) }
    members["attribution"] = .string(rule.rule.rawValue)
    if rule.agenda != rule.rule { members["agenda"] = rule.agenda.map { .string($0.rawValue) } }
    if let decision = rule.decision {
      members["agenda"] = rule.agenda.map { .string($0.rawValue) }
      members["decided"] = .object([
        "before": .string(decision.before.rawValue), "at": .string(Stamp.string(decision.time)),
      ])
    }
    if rule.isUnreadable { members["unreadable"] = .boolean(true) }
    if subject.hasTwin { members["hasTwin"] = .boolean(true) }
    if !formerly.isEmpty { members["formerly"] = .array(formerly.map { .string($0) }) }
    return .object(members)
  }

  private static func clean(_ text: String) -> String { TextCleaner(lines: .single).clean(text).string }
}
