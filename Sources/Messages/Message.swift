/// A sentence for people, not yet in a language: its English words, which are its key in the catalogue, and what goes into
/// them.
///
/// `Message("Starred: %s", title)`, `Message("Needs %1$dx%2$d", width, height)`. The words are a literal without
/// interpolation, which their type demands: `make messages` reads them from the source. In them, `%s` and `%d` stand for
/// the arguments in their order, `%2$s` for the second, `%%` for the sign itself, as gettext's tools check them in every
/// translation. They stand beside the view, verb or problem that says them; `Messages` puts them into a language.
public struct Message: Hashable, Sendable {
  /// What goes into a sentence: data as they are, a number, another sentence.
  public enum Argument: Hashable, Sendable {
    case text(String)
    case number(Int)
    case message(Message)
  }

  enum Words: Hashable, Sendable {
    case data(String)
    case one(Key)
    case counted(Key, other: Key, count: Int)
  }

  let words: Words
  /// What tells equal English words apart that another language has two for (gettext's msgctxt); nil as a rule.
  let context: Key?
  let arguments: [Argument]

  /// A sentence and its arguments.
  public init(_ english: StaticString, _ arguments: any MessageArgument...) {
    self.init(.one(Key(english)), context: nil, arguments.map(\.argument))
  }

  /// A sentence that a count changes: `Message("1 note", "%d notes", count: notes.count)`.
  ///
  /// The count is the first argument. Where others follow it, the singular names it too (`"%d note by %s"`), since a
  /// translation may have one form for several counts.
  public init(_ one: StaticString, _ other: StaticString, count: Int, _ arguments: any MessageArgument...) {
    self.init(
      .counted(Key(one), other: Key(other), count: count), context: nil,
      [.number(count)] + arguments.map(\.argument))
  }

  /// A sentence whose English words mean something else elsewhere: `.within("verb", "Open")`.
  public static func within(
    _ context: StaticString, _ english: StaticString, _ arguments: any MessageArgument...
  ) -> Message {
    Message(.one(Key(english)), context: Key(context), arguments.map(\.argument))
  }

  /// What is shown as it is in every language: a title, a path, a key's sign.
  public static func data(_ text: String) -> Message { Message(.data(text), context: nil, []) }

  init(_ words: Words, context: Key?, _ arguments: [Argument]) {
    (self.words, self.context, self.arguments) = (words, context, arguments)
  }
}

/// What can go into a message.
public protocol MessageArgument {
  var argument: Message.Argument { get }
}

extension String: MessageArgument {
  public var argument: Message.Argument { .text(self) }
}

extension Int: MessageArgument {
  public var argument: Message.Argument { .number(self) }
}

extension Message: MessageArgument {
  public var argument: Message.Argument { .message(self) }
}

extension Message {
  /// A literal of the source, compared by what it says.
  struct Key: Hashable, Sendable {
    let literal: StaticString

    init(_ literal: StaticString) {
      precondition(literal.hasPointerRepresentation, "a key is a literal of more than one character")
      self.literal = literal
    }

    /// Ends with a zero behind its bytes.
    var start: UnsafePointer<UInt8> { literal.utf8Start }
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: literal.utf8CodeUnitCount) }
    var string: String { String(decoding: bytes, as: UTF8.self) }

    static func == (a: Key, b: Key) -> Bool { a.start == b.start || a.bytes.elementsEqual(b.bytes) }

    func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
  }
}
