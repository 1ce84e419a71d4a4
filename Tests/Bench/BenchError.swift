/// Why nothing can be measured.
enum BenchError: Error {
  /// The system's error number says why.
  case cannotStart(String, reason: Int32)
  case paintedNothing(String)
  case wrongUsage
  case noConference(String)
  case cannotWrite(String)

  var isUsage: Bool {
    if case .wrongUsage = self { true } else { false }
  }
}
