import Agenda
import Catalogue
import Messages
import Notes

/// What a note says about which paragraphs of its document, and what has become of these in the text as it is now.
struct NotedParagraphs: Equatable, Sendable {
  private(set) var anchors: NoteAnchors
  /// By the labels in the note; nothing for those of which only the number is known.
  private var fates: [String: ParagraphFate] = [:]
  /// The numbers in the present text of those that have something written about them.
  private(set) var numbers: Set<String> = []

  init(_ note: String, on subject: Subject, _ world: World) {
    anchors = NoteAnchors(in: note)
    guard !anchors.lines.isEmpty, case .document(let id) = subject, let page = world.catalogue.document(id) else {
      return
    }
    let finder = ParagraphFinder(DocumentParagraph.all(in: page.text))
    let labels = Set(anchors.lines.map(\.label))
    let selectors = labels.sorted().compactMap { anchors.selectors[$0] }
    let versions = (world.notes.versions[subject] ?? []).filter { $0 != page.text }
    let found = finder.fates(of: selectors, versions: versions.reversed().map { DocumentParagraph.all(in: $0) })
    for (selector, fate) in zip(selectors, found) { fates[selector.label] = fate }
    for label in labels { numbers.formUnion(fates[label].map(\.numbers) ?? [label]) }
  }

  /// What is said of a label, where what it stands for is not there word for word under its number.
  func words(of label: String) -> Message? {
    guard let selector = anchors.selectors[label], let fate = fates[label] else {
      return Message("only its number is known")
    }
    if fate.isUnrelated { return Message("written on another text") }
    guard let main = fate.numbers.first else { return Message("gone from the text") }
    if fate.numbers.count > 1 {
      return Message("split, now ¶ %s", listed(fate.numbers))
    }
    if main == selector.number { return fate.isVerbatim ? nil : Message("reworded") }
    return fate.isVerbatim ? Message("moved, now ¶ %s", main) : Message("reworded and moved, now ¶ %s", main)
  }

  /// What is kept of a document's paragraph to find it again.
  static func selector(of number: String, in subject: Subject, _ catalogue: Catalogue) -> ParagraphSelector? {
    guard case .document(let id) = subject, let page = catalogue.document(id) else { return nil }
    let paragraphs = DocumentParagraph.all(in: page.text)
    return paragraphs.firstIndex { $0.number == number }.map { ParagraphSelector($0, in: paragraphs) }
  }
}
