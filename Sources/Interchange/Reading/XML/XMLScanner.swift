internal import Agenda
internal import CExpat

/// Reads an XML text (XML 1.0) with expat, one part after the other.
///
/// A document type is refused: it could name entities that grow without end, or files. Nothing is fetched.
struct XMLScanner {
  enum Failure: Error, Equatable {
    /// `reason` is expat's.
    case syntax(line: Int, column: Int, reason: String, isCutShort: Bool)
    case documentType(line: Int)
    case tooDeep(line: Int, limit: Int)
    case longText(line: Int, limit: Int)
    case tooManyElements(limit: Int)
    case cancelled
    case noMemory
    /// Well-formed, but no schedule: what its outermost element is called.
    case wrongRoot(String)
  }

  var depthLimit = 64
  /// Bytes of one text.
  var textLimit = 8 << 20
  /// The bytes are wanted again after this.
  var keepsBytes = true
  /// Elements of one part.
  var elementLimit = 400_000
  /// How many bytes are given to the parser at a time.
  private static let step = 1 << 18

  /// Reads the text; `receive` gets each child of a container once it is whole, and gives false to stop.
  func scan(
    _ source: FileBytes, isContainer: @escaping (XMLElement) -> Bool,
    receive: @escaping (XMLElement, _ parents: [XMLElement]) -> Bool, progress: (Int) -> Bool
  ) throws(Failure) {
    guard let parser = XML_ParserCreate(nil) else { throw .noMemory }
    defer { XML_ParserFree(parser) }
    var builder = XMLTreeBuilder(
      depthLimit: depthLimit, textLimit: textLimit, elementLimit: elementLimit, isContainer: isContainer,
      receive: receive)
    builder.parser = parser
    let failure = withUnsafeMutablePointer(to: &builder) { builder -> Failure? in
      XML_SetUserData(parser, builder)
      XMLScanner.connect(parser)
      return source.withBytes { bytes in
        parse(bytes, parser, builder) { position in
          // expat has a copy of what it still needs.
          if !keepsBytes { source.release(upTo: position) }
          return progress(position)
        }
      }
    }
    if let failure { throw failure }
  }

  private func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, _ parser: XML_Parser, _ builder: UnsafeMutablePointer<XMLTreeBuilder>,
    _ progress: (Int) -> Bool
  ) -> Failure? {
    var position = 0
    repeat {
      let count = min(XMLScanner.step, bytes.count - position)
      let isLast = position + count == bytes.count
      let status = bytes.baseAddress.map { base in
        (base + position).withMemoryRebound(to: CChar.self, capacity: count) {
          XML_Parse(parser, $0, Int32(count), isLast ? 1 : 0)
        }
      }
      guard status == XML_STATUS_OK else { return failure(parser, builder.pointee.stop) }
      position += count
      // expat looks at what it has of a tag or a comment again each time, from its beginning.
      let unread = position - Int(plenary_offset(parser))
      if unread > textLimit { return .longText(line: Int(plenary_line(parser)), limit: textLimit) }
      if !progress(position) { return .cancelled }
    } while position < bytes.count
    return nil
  }

  private func failure(_ parser: XML_Parser, _ stop: XMLTreeBuilder.Stop?) -> Failure {
    let line = Int(plenary_line(parser))
    switch stop {
    case .documentType: return .documentType(line: line)
    case .tooDeep: return .tooDeep(line: line, limit: depthLimit)
    case .tooManyElements: return .tooManyElements(limit: elementLimit)
    case .longText: return .longText(line: line, limit: textLimit)
    case .cancelled: return .cancelled
    case nil: break
    }
    let code = XML_GetErrorCode(parser)
    if code == XML_ERROR_NO_MEMORY { return .noMemory }
    let isUnknown = code == XML_ERROR_UNKNOWN_ENCODING
    let isCutShort =
      code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN || code == XML_ERROR_PARTIAL_CHAR
      || code == XML_ERROR_UNCLOSED_CDATA_SECTION
    return .syntax(
      line: line, column: Int(plenary_column(parser)) + 1,
      reason: isUnknown
        ? ReadingWords.unknownEncoding : XML_ErrorString(code).map { String(cString: $0) } ?? "error \(code.rawValue)",
      isCutShort: isCutShort)
  }

  private static func connect(_ parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name else { return }
        XMLScanner.builder(context) { $0.begin(name, attributes) }
      },
      { context, name in
        guard let name else { return }
        XMLScanner.builder(context) { $0.finish(name) }
      })
    XML_SetCharacterDataHandler(parser) { context, text, length in
      guard let text, length > 0 else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) { bytes in
        XMLScanner.builder(context) { $0.characters(UnsafeBufferPointer(start: bytes, count: Int(length))) }
      }
    }
    XML_SetUnknownEncodingHandler(parser, { _, name, info in LegacyEncoding.fill(info, for: name) }, nil)
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      XMLScanner.builder(context) { $0.documentType() }
    }
  }

  @inline(__always)
  private static func builder(_ context: UnsafeMutableRawPointer?, _ body: (inout XMLTreeBuilder) -> Void) {
    guard let context else { return }
    body(&context.assumingMemoryBound(to: XMLTreeBuilder.self).pointee)
  }
}

/// The encoding of Windows' western files, which expat does not know by itself (it knows UTF-8, UTF-16, ISO 8859-1 and
/// ASCII).
enum LegacyEncoding {
  /// What the bytes 0x80 to 0x9F mean in windows-1252; those without a meaning are -1.
  static let upper: [Int32] = [
    0x20AC, -1, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, -1, 0x017D, -1,
    -1, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, -1, 0x017E,
    0x0178,
  ]

  /// Tells expat what the bytes of an encoding mean: 1, or 0 where it is none of these.
  static func fill(_ info: UnsafeMutablePointer<XML_Encoding>?, for name: UnsafePointer<CChar>?) -> Int32 {
    guard let info, let name else { return 0 }
    let wanted = String(cString: name).lowercased()
    guard ["windows-1252", "cp1252", "iso-8859-15", "latin-1", "latin1"].contains(wanted) else { return 0 }
    withUnsafeMutableBytes(of: &info.pointee.map) { bytes in
      let map = bytes.bindMemory(to: Int32.self)
      for byte in map.indices { map[byte] = Int32(byte) }
      if wanted == "iso-8859-15" {
        for (byte, scalar) in [
          (0xA4, 0x20AC), (0xA6, 0x160), (0xA8, 0x161), (0xB4, 0x17D), (0xB8, 0x17E), (0xBC, 0x152), (0xBD, 0x153),
          (0xBE, 0x178),
        ] { map[byte] = Int32(scalar) }
      } else if wanted != "latin-1", wanted != "latin1" {
        for (index, scalar) in upper.enumerated() { map[0x80 + index] = scalar }
      }
    }
    info.pointee.data = nil
    info.pointee.convert = nil
    info.pointee.release = nil
    return 1
  }
}
