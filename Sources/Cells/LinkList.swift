/// The links of a text, numbered as they come; the same address has the same number.
struct LinkList {
  private(set) var links: [MarkdownLink] = []
  private var numbers: [String: Int] = [:]
  private let first: Int

  init(first: Int) { self.first = first }

  /// The number of an address; nil for an empty one.
  mutating func number(of url: String, title: String) -> Int? {
    guard !url.isEmpty else { return nil }
    if let number = numbers[url] { return number }
    let number = first.saturatingAdding(links.count)
    numbers[url] = number
    links.append(MarkdownLink(number: number, url: url, label: "", title: title))
    return number
  }

  /// Notes the label of a link unless an earlier place gave it one.
  mutating func name(_ url: String, _ label: String) {
    guard let number = numbers[url] else { return }
    let index = number - first
    guard links.indices.contains(index), links[index].label.isEmpty else { return }
    links[index].label = label
  }
}
