import Agenda
import Markup
import Messages

/// Everything that a session has beside its title, time and place, as one text for formats that have only that.
///
/// The summary, the text without the signs of Markdown, then what is said in, by whom, and where to read more. A part
/// that the session does not have is left out.
struct SessionDescription {
  let text: String

  init(_ session: Session, in programme: Programme) {
    var parts = [
      programme.marks(of: session), programme.string(session.summary),
      PlainFromMarkdown.text(programme.string(session.details)),
    ]
    parts += SessionDescription.lists(of: session, in: programme)
    text = parts.map(SessionDescription.trimmed).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func lists(of session: Session, in programme: Programme) -> [String] {
    let items = session.items.enumerated().map { "\($0 + 1). \(programme.string($1.title))" }
    let people = programme.participants(of: session).map { person, role in
      let name = programme.string(person.name)
      return role.isEmpty ? name : "\(name) (\(role))"
    }
    let documents = programme.documents(of: session).map { programme.string($0.title) }
    let meetings = programme.meetings(of: session).map { meeting in
      "\(programme.string(meeting.title)), \(programme.words(.date(meeting.date)))"
    }
    let links = session.links.map { link(programme.string($0.title), $0.url) }
    func list(_ heading: Message, _ rows: [String]) -> String {
      rows.isEmpty ? "" : ([programme.words(Message("%s:", heading))] + rows).joined(separator: "\n")
    }
    return [
      list(WritingWords.items, items),
      people.isEmpty ? "" : programme.words(Message("With: %s", people.joined(separator: ", "))),
      list(WritingWords.documents, documents), list(WritingWords.background, meetings),
      list(WritingWords.links, links),
    ] + programme.facts(of: session)
  }

  /// Without line breaks at the end, which text files have.
  static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last == "\n" || last == " " { text.removeLast() }
    return String(text)
  }

  private static func link(_ title: String, _ url: String) -> String {
    title.isEmpty || title == url ? url : "\(title): \(url)"
  }
}

extension Programme {
  /// Sentences of what readers have to know of a session first, in formats that have no place of their own for it.
  ///
  /// `SessionDraft.takeWrittenMarks` reads them again. Empty where there is nothing to know.
  func marks(of session: Session) -> String {
    let marks = [session.isOptional ? WritingWords.optional : nil, session.attribution.rule].compactMap(\.self)
    return marks.map { words($0) + "." }.joined(separator: " ")
  }

  /// What a few words say of a session beside its title, time and place.
  func facts(of session: Session) -> [String] {
    [session.language.map { words(Message("Language: %s", $0)) }].compactMap(\.self)
  }
}
