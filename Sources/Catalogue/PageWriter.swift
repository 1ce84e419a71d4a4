import Agenda

/// Writes what pages of every type have: a row to link to, the words that are searched, and addresses.
struct PageWriter {
  private let source: CompilerSource
  private let page: Statement
  private let find: Statement
  private let address: Statement

  init(_ source: CompilerSource) throws(CatalogueError) {
    self.source = source
    page = try source.insertion("page", 8)
    find = try Statement(
      "INSERT INTO find(rowid, title, people, place, text) VALUES(?1,?2,?3,?4,?5)", in: source.database)
    address = try source.insertion("address", 4)
  }

  /// `text` is plain, without Markdown.
  func write(
    _ number: RowID, _ target: Subject, detail: String, title: String, people: String, place: String, text: String
  ) throws(CatalogueError) {
    try page.run([
      .integer(number), .integer(target.kind.code), .text(target.id), .text(detail), .text(title), .text(people),
      .text(place), .text(text),
    ])
    try find.run([.integer(number), .text(title), .text(people), .text(place), .text(text)])
  }

  func write(_ links: [WebLink], of number: RowID) throws(CatalogueError) {
    for (position, link) in links.enumerated() {
      try address.run([
        .integer(number), .integer(position), .text(source.string(link.title)), .text(link.url),
      ])
    }
  }
}
