/// Problems in words, one line each.
public enum ProblemWording {
  /// `agenda.json:41: $.sessions[3].start: found "2017-02-30", expected a date that exists (YYYY-MM-DD)`
  public static func line(_ problem: Problem) -> String {
    "\(problem.place.file): \(problem.fact)"
  }
}
