public import Times

/// A previous workshop or conference of the series: the background of the present one.
public struct Meeting: Equatable, Sendable, Identifiable {
  public enum Kind: String, CaseIterable, Sendable {
    case launch, workshop
  }

  public let id: String
  public var title: Text
  public var kind: Kind
  public var date: PartialDate
  public var place: Text?
  /// Who took part, as a sentence or two.
  public var participants: Text?
  /// What it was about, as a sentence or two.
  public var focus: Text?
  /// What it led to, as a sentence or two.
  public var outcome: Text?
  /// Markdown.
  public var text: Text?
  public var documents: [Document.ID] = []
  public var links: [WebLink] = []

  public init(id: String, title: Text, kind: Kind, date: PartialDate) {
    (self.id, self.title, self.kind, self.date) = (id, title, kind, date)
  }
}

/// A text to read beside the programme; its paragraphs are numbered.
public struct Document: Equatable, Sendable, Identifiable {
  public let id: String
  public var title: Text
  /// What it is, in a word or two ("concept note").
  public var kind: Text?
  /// Markdown.
  public var text: Text
  public var meetings: [Meeting.ID] = []
  public var links: [WebLink] = []

  public init(id: String, title: Text, text: Text) { (self.id, self.title, self.text) = (id, title, text) }
}
