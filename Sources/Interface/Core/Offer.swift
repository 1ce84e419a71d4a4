import Catalogue
import Messages

/// One of several that can be chosen.
struct Choice {
  var text: Message
  /// Keys, a count, an address.
  var detail: Message
  /// What choosing it leads to; nothing for what is only there to be read.
  var outcomes: [Outcome]
  /// Why it cannot be chosen now.
  var reason: Message?
  var isHeading = false
  /// Words that mean just this where they are all that is typed.
  var names: [String] = []

  init(_ text: Message, detail: Message = .data(""), reason: Message? = nil, _ outcomes: Outcome...) {
    (self.text, self.detail, self.reason, self.outcomes) = (text, detail, reason, outcomes)
  }

  static func heading(_ text: Message) -> Choice {
    var choice = Choice(text)
    choice.isHeading = true
    return choice
  }
}

/// What can be chosen from: some choices that are ready, then those of a list, made when they are looked at.
struct Offer: RandomAccessCollection {
  /// What typing does beside narrowing.
  enum Typing {
    case words
    /// The choice with the typed number is selected.
    case numbers
    /// The typed words can be chosen as a name of their own.
    case names
  }

  let title: Message
  let prompt: Message
  /// What Enter does, in the footer.
  let act: Message
  var typing = Typing.words
  /// Whether what stands at the right is of no use without its end.
  var needsDetails = false
  /// What else can be done with the words that are typed, behind all choices that have them; nil for nothing.
  var further: ((String) -> Choice)?
  private let ready: [Choice]
  private var list = ChoiceList()
  private var choice: (FilterChoice) -> Choice = { Choice(.data($0.name)) }

  init(_ title: Message, prompt: Message, act: Message, _ ready: [Choice], typing: Typing = .words) {
    (self.title, self.prompt, self.act, self.ready, self.typing) = (title, prompt, act, ready, typing)
  }

  init(
    _ title: Message, prompt: Message, act: Message, _ ready: [Choice] = [], then list: ChoiceList,
    choice: @escaping (FilterChoice) -> Choice
  ) {
    self.init(title, prompt: prompt, act: act, ready)
    (self.list, self.choice) = (list, choice)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { ready.count + list.count }

  subscript(index: Int) -> Choice { index < ready.count ? ready[index] : choice(list[index - ready.count]) }

  /// Whether a choice is a heading; what comes from a list never is.
  func isHeading(_ index: Int) -> Bool { index < ready.count && ready[index].isHeading }

  /// The choice that a word is a name of; nil where it is of none.
  func index(named word: String) -> Int? { ready.firstIndex { $0.names.contains(word) } }

  /// The texts to look for words in: of what is ready all that is shown, of a list the names.
  func texts(_ world: World) -> PackedTexts {
    let folded = world.catalogue.folded
    var texts = PackedTexts()
    for choice in ready { texts.append([world.text(choice.text), world.text(choice.detail)], folded: folded) }
    texts.append(list.foldedNames(folded))
    return texts
  }
}
