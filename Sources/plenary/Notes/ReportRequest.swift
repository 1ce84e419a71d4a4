import Notes

/// What `plenary notes report` is asked for.
struct ReportRequest: Sendable {
  var format: ReportFormat
  /// Nil and `-` are standard output.
  var output: String?
  var report = Report.Options()
  /// The time of its making; nil takes the clock's.
  var now: SimulatedTime?

  static let options: [OptionName] = [.bundle, .now, .format, .output, .keepAttribution, .includeOffTheRecord]

  /// The format is asked for, or seen from the output's name, or Markdown.
  init(_ options: Options) throws(Options.Mistake) {
    output = options.value(.output)
    let asked = try options.value(.format, expected: Wording.reportFormats) { ReportFormat(rawValue: $0) }
    format = asked ?? output.flatMap { ReportFormat(fileName: $0) } ?? .markdown
    now = options.now
    report.keepsAttribution = options.has(.keepAttribution)
    report.includesOffTheRecord = options.has(.includeOffTheRecord)
  }
}
