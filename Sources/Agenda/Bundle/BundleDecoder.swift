import JSON
import Markup

/// Makes values of a bundle's JSON: everything that is sound, and a problem for everything that is not.
final class BundleDecoder {
  let log: ProblemLog
  let limits: BundleReader.Limits
  let texts: TextFiles
  var rooms = IdentifierRegistry()
  var tracks = IdentifierRegistry()
  var people = IdentifierRegistry()
  var sessions = IdentifierRegistry()
  var meetings = IdentifierRegistry()
  var documents = IdentifierRegistry()
  /// Where each session stands, if that is to be known.
  var valuesOfSessions: [Session.ID: JSONValue] = [:]
  var keepsPlaces = false
  /// Nothing is against JSON's grammar: what is missing was not lost by that.
  var isSound = true
  /// A list was longer than any conference's: nothing is made of the whole.
  var isTooLarge = false
  /// The venue's, as soon as the conference was read.
  var zone = OffsetTable.utc

  init(log: ProblemLog, limits: BundleReader.Limits, texts: TextFiles) {
    (self.log, self.limits, self.texts) = (log, limits, texts)
  }

  // MARK: Values

  /// The text of a string, cleaned; nil where it is missing, empty or (with a problem) no string.
  func string(
    _ value: JSONValue?, lines: TextCleaner.Lines = .single, expected: ExpectedValue = .line
  ) -> String? {
    guard let value else { return nil }
    guard value.kind == .string else {
      if value.kind != .omitted { log.report(.value(.wrongType(found: value.found, expected: expected)), at: value) }
      return nil
    }
    let (string, finding, length) = value.withBytes { bytes in
      let kept = bytes.count > limits.text ? UnsafeBufferPointer(rebasing: bytes[..<limits.text]) : bytes
      let cleaned = TextCleaner(lines: lines).clean(utf8: kept)
      return (cleaned.string, cleaned.finding, bytes.count)
    }
    if length > limits.text { log.report(.value(.longText(bytes: length, limit: limits.text)), at: value) }
    if finding.hasInvalidUTF8, length <= limits.text { log.report(.value(.invalidUTF8), at: value) }
    if let hidden = finding.firstHidden {
      log.report(.value(.hiddenCharacters(hidden, count: finding.hiddenCount)), at: value)
    }
    return string.isEmpty ? nil : string
  }

  /// A string, or a map from language tags to strings.
  func text(_ value: JSONValue?, lines: TextCleaner.Lines = .single, expected: ExpectedValue = .text) -> Text? {
    guard let value, value.kind == .object else {
      return string(value, lines: lines, expected: expected).map { Text($0) }
    }
    if value.names.isEmpty { log.report(.value(.wrongType(found: .object, expected: expected)), at: value) }
    var variants: [Text.Variant] = []
    var known: [String: (index: Int, line: Int)] = [:]
    for name in value.names {
      let tag = name.rawString ?? ""
      guard LanguageTag.isWellFormed(tag) else {
        log.report(.value(.malformed(found: name.excerpt, expected: .languageTag)), at: name.valueOfName)
        continue
      }
      guard let string = string(name.valueOfName, lines: lines) else { continue }
      if let first = known[tag] {
        log.report(.grammar(.duplicateField(name: tag, firstLine: first.line)), at: name.valueOfName)
        variants[first.index].string = string
      } else {
        known[tag] = (variants.count, name.line)
        variants.append(Text.Variant(language: tag, string: string))
      }
    }
    return variants.isEmpty ? nil : Text(variants: variants)
  }

  /// Markdown, which may stand in a file of its own: `{"file": "texts/about.md"}`.
  func markdown(_ value: JSONValue?) -> Text? {
    guard let value else { return nil }
    let isFile = value.names.contains { $0.rawString == TextFileField.file.rawValue }
    guard isFile else {
      return text(value, lines: .multiple, expected: .textOrFile).map { withoutHidden($0, at: value) }
    }
    guard let object = ObjectReader<TextFileField>(value, log), let path = object[.file] else { return nil }
    guard let name = path.rawString else {
      log.report(.value(.wrongType(found: path.found, expected: .path)), at: path)
      return nil
    }
    return texts.text(at: name, namedBy: path, log: log)
  }

  /// References of HTML are resolved when Markdown is read, those to hidden characters too.
  private func withoutHidden(_ text: Text, at value: JSONValue) -> Text {
    var text = text
    for index in text.variants.indices {
      let (visible, found) = HTMLEntities.withoutHidden(text.variants[index].string)
      guard let found else { continue }
      log.report(.value(.hiddenCharacters(found.first, count: found.count)), at: value)
      text.variants[index].string = visible
    }
    return text
  }

  /// `true` or `false`; false where it is missing.
  func flag(_ value: JSONValue?) -> Bool {
    guard let value else { return false }
    switch value.kind {
    case .true: return true
    case .false, .omitted: return false
    case .null, .number, .string, .array, .object:
      log.report(.value(.wrongType(found: value.found, expected: .boolean)), at: value)
      return false
    }
  }

  /// One of the words that the format has; nil where it is missing or another.
  func choice<Choice>(_ value: JSONValue?, _ type: Choice.Type) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let value else { return nil }
    guard let word = value.rawString else {
      log.report(.value(.wrongType(found: value.found, expected: .line)), at: value)
      return nil
    }
    if let choice = Choice(rawValue: word) { return choice }
    log.report(.value(.notAllowed(found: value.excerpt, allowed: Choice.allCases.map(\.rawValue))), at: value)
    return nil
  }

  /// The values of a list; none where it is missing.
  func list(_ value: JSONValue?) -> [JSONValue] {
    guard let value else { return [] }
    guard value.kind == .array else {
      log.report(.value(.wrongType(found: value.found, expected: .list)), at: value)
      return []
    }
    if isLonger(value, than: limits.parts) {
      log.report(.file(.tooManyValues(limit: limits.parts)), at: value)
      isTooLarge = true
      return []
    }
    return value.values.filter { $0.kind != .omitted }
  }

  /// Counts no further than it has to.
  func isLonger(_ list: JSONValue, than limit: Int) -> Bool {
    var count = 0
    for _ in list.values {
      count += 1
      if count > limit { return true }
    }
    return false
  }

  /// A language tag (BCP 47).
  func languageTag(_ value: JSONValue?) -> String? {
    guard let value, let tag = string(value) else { return nil }
    if LanguageTag.isWellFormed(tag) { return tag }
    log.report(.value(.malformed(found: value.excerpt, expected: .languageTag)), at: value)
    return nil
  }

  /// An address of a kind that is safe to open, with what would hide in it percent-encoded.
  func address(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    guard let raw = value.rawString, !raw.isEmpty else {
      _ = string(value, expected: .address)
      return nil
    }
    let address = HiddenCharacter.encoded(raw.trimmingBlanks)
    switch WebAddress.check(address) {
    case .safe: return address
    case .malformed: log.report(.value(.malformed(found: value.excerpt, expected: .address)), at: value)
    case .unsafeScheme: log.report(.value(.unsafeAddress(found: value.excerpt, schemes: WebAddress.schemes)), at: value)
    }
    return nil
  }

  /// A name that must be there: where it is not, a problem with the object, and nil.
  func required(_ text: Text?, _ name: String, of object: JSONValue, given value: JSONValue?) -> Text? {
    if let text { return text }
    guard let value else {
      log.report(.value(.missingField(name: name, expected: .text)), at: object)
      return nil
    }
    // Anything but an empty text, or a map of them, has had its problem already.
    if value.kind == .string { log.report(.value(.malformed(found: value.excerpt, expected: .text)), at: value) }
    if value.kind == .object, !value.names.isEmpty {
      log.report(.value(.wrongType(found: .object, expected: .text)), at: value)
    }
    return nil
  }
}

extension BundleDecoder {
  func date(_ value: JSONValue?) -> CalendarDate? {
    read(value, expected: .date) { text throws(StrictTime.Failure) in try StrictTime.date(text) }
  }

  func partialDate(_ value: JSONValue?) -> PartialDate? {
    read(value, expected: .partialDate) { text throws(StrictTime.Failure) in try StrictTime.partialDate(text) }
  }

  /// In minutes after midnight.
  func timeOfDay(_ value: JSONValue?) -> Int? {
    read(value, expected: .timeOfDay) { text throws(StrictTime.Failure) in try StrictTime.timeOfDay(text) }
  }

  /// The instant of a local time at the venue, or of a time with its own offset, which then rules.
  func instant(_ value: JSONValue?) -> Instant? {
    let read = read(value, expected: .time) { text throws(StrictTime.Failure) in try StrictTime.dateTime(text) }
    guard let (local, offset) = read, let value else { return nil }
    guard let offset else { return zone.instant(local) }
    let instant = local.instant(offset: offset)
    let expected = zone.transition(at: instant).offset
    // Z says which instant it is, not which clock hangs at the venue: it disagrees with nothing.
    let isUTC = value.rawString?.utf8.last.map { $0 | 0x20 == UInt8(ascii: "z") } ?? false
    if offset != expected, !isUTC {
      log.report(.value(.offsetDisagrees(found: offset, zone: zone.identifier, expected: expected)), at: value)
    }
    return instant
  }

  private func read<Result>(
    _ value: JSONValue?, expected: ExpectedValue, _ parse: (String) throws(StrictTime.Failure) -> Result
  ) -> Result? {
    guard let value else { return nil }
    guard let raw = value.rawString else {
      log.report(.value(.wrongType(found: value.found, expected: expected)), at: value)
      return nil
    }
    do throws(StrictTime.Failure) {
      return try parse(raw)
    } catch {
      switch error {
      case .malformed: log.report(.value(.malformed(found: value.excerpt, expected: expected)), at: value)
      case .impossibleDate: log.report(.value(.impossibleDate(found: value.excerpt)), at: value)
      case .impossibleTime: log.report(.value(.impossibleTime(found: value.excerpt)), at: value)
      }
      return nil
    }
  }
}
