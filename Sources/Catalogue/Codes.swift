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

extension PartialDate {
  /// Its digits: 20160614, 20160600, 20160000.
  var code: Int { year * 10_000 + (month ?? 0) * 100 + (day ?? 0) }

  /// Nil for a number that is no date.
  init?(code: Int64) {
    guard code >= 0, code < 100_000_000 else { return nil }
    let (year, month, day) = (Int(code / 10_000), Int(code / 100 % 100), Int(code % 100))
    self.init(year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }
}

extension Subject.Kind: Coded {}

/// What the agenda can be narrowed by.
public enum Facet: CaseIterable, Sendable, Coded {
  case kind, person, room, track
}
