import Agenda

/// Writes what pages of every type have: a row to link to, the words that are searched, and addresses.
struct PageWriter {
  private let source: CompilerSource
  private let page: Statement
  private let find: Statement
  private let address: Statement

  init(_ source: CompilerSource) throws(CatalogueError) {
    self.source = source
    page = try source.insertion("page", 9)
    find = try Statement(
      "INSERT INTO find(rowid, title, people, place, text) VALUES(?1,?2,?3,?4,?5)", in: source.database)
    address = try source.insertion("address", 4)
  }

  /// `detail` and `time` are what a `PageDetail` is made of; `dates` is found beside the place, and not shown; `text` is
  /// plain, without Markdown.
  func write(
    _ number: RowID, _ target: Subject, detail: String, time: Int64 = 0, title: String, people: String, place: String,
    dates: String = "", text: String
  ) throws(CatalogueError) {
    try page.run([
      .integer(number), .integer(target.kind.code), .text(target.id), .text(detail), .integer(time), .text(title),
      .text(people), .text(place), .text(text),
    ])
    try find.run([.integer(number), .text(title), .text(people), .text("\(place) \(dates)"), .text(text)])
  }

  func write(_ links: [WebLink], of number: RowID) throws(CatalogueError) {
    for (position, link) in links.enumerated() {
      try address.run([
        .integer(number), .integer(position), .text(source.string(link.title)), .text(link.url),
      ])
    }
  }
}
