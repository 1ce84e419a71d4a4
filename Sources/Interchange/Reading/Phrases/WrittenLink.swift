import Agenda
import Markup

extension SessionDraft.Link {
  /// `[Slides](<https://…>)`, `<https://…>`, an address alone.
  init(written text: Substring) {
    guard let open = text.utf8.place(of: "](".utf8) else {
      self.init(url: String(text.drop { $0 == "<" }.prefix { $0 != ">" }))
      return
    }
    var url = text[open.upperBound...]
    if url.last == ")" { url.removeLast() }
    if url.first == "<" { url = url.dropFirst().prefix { $0 != ">" } }
    self.init(title: WrittenTitle.plain(text[..<open.lowerBound].dropFirst()), url: String(url))
  }
}
