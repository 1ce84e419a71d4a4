import Agenda
import Markup
import Messages

extension ChangeReport {
  /// Lines for a terminal: what is gone stands in `[-…-]`, what has come in `{+…+}`, and where one value takes the place
  /// of another there is an arrow between them.
  public var text: String {
    var lines = [messages.text(Message("%s: %s", title, ChangeReport.summary(of: changes)))]
    for section in sections {
      lines += ["", messages.text(section.heading)]
      for entry in section.entries {
        if !entry.heading.isEmpty { lines.append("  \(entry.heading)") }
        let indent = entry.heading.isEmpty ? "  " : "    "
        lines += entry.rows.map { indent + labelled(messages.text($0.label), ChangeReport.plain($0.pieces)) }
      }
    }
    return TextCleaner(lines: .multiple).clean(lines.joined(separator: "\n") + "\n").string
  }

  /// As Markdown: what is gone is ~~struck out~~, what has come is **bold**.
  public var markdown: String {
    var blocks = [
      "# \(MarkdownEscape.line(title))", MarkdownEscape.line(messages.text(Message("%s, then %s", oldName, newName))),
      MarkdownEscape.line(messages.text(ChangeReport.summary(of: changes))),
    ]
    for section in sections {
      blocks.append("## \(MarkdownEscape.line(messages.text(section.heading)))")
      for entry in section.entries {
        if !entry.heading.isEmpty { blocks.append("### \(MarkdownEscape.line(entry.heading))") }
        blocks.append(
          entry.rows.map {
            "- " + labelled(MarkdownEscape.line(messages.text($0.label)), ChangeReport.marked($0.pieces))
          }.joined(separator: "\n"))
      }
    }
    return TextCleaner(lines: .multiple).clean(blocks.joined(separator: "\n\n") + "\n").string
  }

  private func labelled(_ label: String, _ value: String) -> String {
    value.isEmpty ? label : messages.text(Message("%s: %s", label, value))
  }

  private static func plain(_ pieces: [WordChanges.Piece]) -> String {
    if pieces.map(\.kind) == [.gone, .come] { return "\(line(pieces[0].text)) -> \(line(pieces[1].text))" }
    if pieces.map(\.kind) == [.come] { return line(pieces[0].text) }
    return pieces.map { piece in
      switch piece.kind {
      case .same: line(piece.text)
      case .gone: "[-\(line(piece.text))-]"
      case .come: "{+\(line(piece.text))+}"
      }
    }.joined(separator: " ")
  }

  private static func marked(_ pieces: [WordChanges.Piece]) -> String {
    pieces.map { piece in
      let text = MarkdownEscape.line(line(piece.text))
      return switch piece.kind {
      case .same: text
      case .gone: "~~\(text)~~"
      case .come: "**\(text)**"
      }
    }.joined(separator: " ")
  }

  /// A long value is cut: a text that is gone whole is no news in full.
  private static func line(_ text: String) -> String { Excerpt.shown(text, limit: 400) }
}
