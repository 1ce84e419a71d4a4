/// A JSON value that is made, changed and written (RFC 8259): members keep their order, numbers their digits.
public enum JSONTree: Equatable, Sendable {
  case null
  case boolean(Bool)
  /// As it is written.
  case number(String)
  case string(String)
  case array([JSONTree])
  case object(JSONMembers)

  public static func number(_ number: Int) -> JSONTree { .number(String(number)) }

  /// A string, or null without one.
  public static func orNull(_ string: String?) -> JSONTree { string.map { .string($0) } ?? .null }

  /// A value that was read; what was left out of it is null.
  public init(_ value: JSONValue) {
    switch value.kind {
    case .null, .omitted: self = .null
    case .false: self = .boolean(false)
    case .true: self = .boolean(true)
    case .number: self = .number(value.digits ?? "0")
    case .string: self = .string(value.rawString ?? "")
    case .array: self = .array(value.values.map { JSONTree($0) })
    case .object:
      var members = JSONMembers()
      for name in value.names { members.append(name.rawString ?? "", JSONTree(name.valueOfName)) }
      self = .object(members)
    }
  }

  /// The value of a text that is JSON to the letter; nil of any other, whatever could be read of it.
  public init?(strict bytes: [UInt8]) {
    guard let document = try? JSONReader().read(bytes), document.isStrict, let root = document.root else { return nil }
    self.init(root)
  }

  /// The first member of a name; nil where this is no object, or has none.
  public subscript(name: String) -> JSONTree? {
    get {
      guard case .object(let members) = self else { return nil }
      return members[name]
    }
    set {
      guard case .object(var members) = self else { return }
      members[name] = newValue
      self = .object(members)
    }
  }

  public var string: String? {
    guard case .string(let string) = self else { return nil }
    return string
  }

  /// The values of an array; nil where this is none.
  public var array: [JSONTree]? {
    guard case .array(let values) = self else { return nil }
    return values
  }
}

/// The members of an object, in their order.
public struct JSONMembers: Equatable, Sendable, ExpressibleByDictionaryLiteral {
  struct Member: Equatable, Sendable {
    var name: String
    var value: JSONTree
  }

  private(set) var members: [Member] = []

  public init() {}

  /// Names and values, in their order.
  public var pairs: [(name: String, value: JSONTree)] { members.map { ($0.name, $0.value) } }

  public init(dictionaryLiteral members: (String, JSONTree)...) {
    self.members = members.map { Member(name: $0, value: $1) }
  }

  public init(_ members: some Sequence<(String, JSONTree)>) {
    self.members = members.map { Member(name: $0, value: $1) }
  }

  /// Puts members at the end, whether or not there are some of those names.
  public static func += (members: inout JSONMembers, further: JSONMembers) { members.members += further.members }

  /// Puts a member at the end, whether or not there is one of that name.
  public mutating func append(_ name: String, _ value: JSONTree) { members.append(Member(name: name, value: value)) }

  /// The first member of a name.
  ///
  /// A new one comes at the end; nil takes all of that name away.
  public subscript(name: String) -> JSONTree? {
    get { members.first { $0.name == name }?.value }
    set {
      guard let newValue else {
        members.removeAll { $0.name == name }
        return
      }
      if let index = members.firstIndex(where: { $0.name == name }) {
        members[index].value = newValue
      } else {
        members.append(Member(name: name, value: newValue))
      }
    }
  }
}
