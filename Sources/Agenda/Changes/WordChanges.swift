/// What of a text is gone, has come and has stayed, in whole words.
public struct WordChanges: Equatable, Sendable {
  public struct Piece: Equatable, Sendable {
    public enum Kind: Sendable {
      case same, gone, come
    }

    public var kind: Kind
    /// Words with one blank between them; a break of lines is a blank too.
    public var text: String

    public init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
  }

  /// Where words were exchanged what is gone stands before what has come.
  public let pieces: [Piece]

  /// Longer texts, in bytes, are not compared word by word: all of the one is gone.
  private static let limit = 1 << 20
  /// Of texts that share fewer of their words than one in so many each is told whole.
  private static let likeness = 4

  public init(from old: String, to new: String) {
    let (oldWords, newWords) = (WordChanges.words(old), WordChanges.words(new))
    guard old.utf8.count + new.utf8.count <= WordChanges.limit else {
      pieces = WordChanges.exchanged(oldWords, newWords)
      return
    }
    var numbers: [Substring: Int] = [:]
    func number(_ word: Substring) -> Int {
      let next = numbers.count
      if let known = numbers[word] { return known }
      numbers[word] = next
      return next
    }
    let places = SequenceMatch(old: oldWords.map(number), new: newWords.map(number)).places
    let common = places.count { $0 != nil }
    guard common * WordChanges.likeness >= min(oldWords.count, newWords.count), common > 0 else {
      pieces = WordChanges.exchanged(oldWords, newWords)
      return
    }
    var (made, next): ([Piece], Int) = ([], 0)
    var gone: [Substring] = []
    func add(_ kind: Piece.Kind, _ words: some Collection<Substring>) {
      if words.isEmpty { return }
      let text = words.joined(separator: " ")
      if let last = made.indices.last, made[last].kind == kind {
        made[last].text += " " + text
      } else {
        made.append(Piece(kind, text))
      }
    }
    for (index, word) in oldWords.enumerated() {
      guard let place = places[index] else {
        gone.append(word)
        continue
      }
      add(.gone, gone)
      add(.come, newWords[next..<place])
      add(.same, CollectionOfOne(word))
      (gone, next) = ([], place + 1)
    }
    add(.gone, gone)
    add(.come, newWords[next...])
    pieces = made
  }

  private init(pieces: [Piece]) { self.pieces = pieces }

  /// The same with no more than so many words beside each change; `…` stands for the rest.
  public func shortened(to words: Int) -> WordChanges {
    if pieces.count < 2 { return self }
    return WordChanges(
      pieces: pieces.enumerated().map { index, piece in
        guard piece.kind == .same else { return piece }
        let all = piece.text.split(separator: " ")
        let (before, after) = (index > 0 ? words : 0, index < pieces.count - 1 ? words : 0)
        guard all.count > before + after + 1 else { return piece }
        let kept = [all.prefix(before).joined(separator: " "), "…", all.suffix(after).joined(separator: " ")]
        return Piece(.same, kept.filter { !$0.isEmpty }.joined(separator: " "))
      })
  }

  private static func exchanged(_ old: [Substring], _ new: [Substring]) -> [Piece] {
    [Piece(.gone, old.joined(separator: " ")), Piece(.come, new.joined(separator: " "))].filter { !$0.text.isEmpty }
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
  }
}
