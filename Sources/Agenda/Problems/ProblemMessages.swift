public import Messages

extension Problem {
  /// What was found and what was expected, without the place.
  public var message: Message { fact.message }

  /// The place, what was found and what was expected.
  ///
  /// `agenda.json:41: $.sessions[3].start: found "2017-02-30", expected a date that exists (YYYY-MM-DD)`,
  /// `schedule.xml:41: "Opening": found no end`; safe to print, whatever the file holds.
  ///
  /// - Parameter file: what the file is called where the place does not say it.
  public func line(file: String = "", in messages: Messages) -> String {
    let file = place.file ?? file
    var parts = [place.line.map { "\(file):\($0)" } ?? file]
    if let path = place.path { parts.append(path) }
    if let session = place.session { parts.append("\"\(Excerpt.shown(session, limit: 40))\"") }
    parts.append(messages.text(message))
    return TextCleaner(lines: .single).clean(parts.joined(separator: ": ")).string
  }
}
