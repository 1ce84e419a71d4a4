import Agenda

/// The numbers that stand for cases in the database: a case's place among all, checked on the way out.
protocol Coded: CaseIterable, Equatable {}

extension Coded {
  var code: Int { Array(Self.allCases).firstIndex(of: self) ?? 0 }

  /// Nil for a number that stands for nothing.
  init?(code: Int64) {
    let all = Array(Self.allCases)
    guard code >= 0, code < all.count else { return nil }
    self = all[Int(code)]
  }
}

extension Session.Kind: Coded {}
extension Session.Attribution: Coded {}
extension Session.Status: Coded {}
extension Meeting.Kind: Coded {}

extension Subject.Kind: Coded {}

/// What the agenda can be narrowed by.
public enum Facet: CaseIterable, Sendable, Coded {
  case kind, person, room, track
}
