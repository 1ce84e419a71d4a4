import Agenda

/// What is remembered of what may be told of a note.
struct RememberedRule: Equatable, Sendable {
  /// That the user has said so.
  struct Decision: Equatable, Sendable {
    /// What held until then.
    var before: Session.Attribution
    var time: Instant
  }

  var rule: Session.Attribution
  /// What an agenda has said last; nil where none has had it.
  var agenda: Session.Attribution?
  var decision: Decision?
  /// Nobody can tell what was remembered.
  var isUnreadable = false

  static let unreadable = RememberedRule(rule: .offTheRecord, agenda: .offTheRecord, isUnreadable: true)

  /// What is to be remembered once an agenda has been seen.
  ///
  /// Only an agenda that has become stricter changes the rule: what it has said all along is what the user has decided
  /// about, if anything.
  static func after(_ before: RememberedRule?, agenda: Session.Attribution) -> RememberedRule {
    guard var rule = before else { return RememberedRule(rule: agenda, agenda: agenda) }
    if agenda > rule.agenda ?? .public { rule.rule = max(rule.rule, agenda) }
    rule.agenda = agenda
    return rule
  }
}
