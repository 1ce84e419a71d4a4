internal import CYajl

/// Reads a JSON text (RFC 8259) with libyajl into a tape.
///
/// Comments and commas at the end of a list are errors, as the RFC has it; invalid UTF-8 inside texts is let through
/// and repaired when the text is read.
package struct JSONParser {
  package enum Failure: Error, Equatable {
    case syntax(JSONSyntaxError)
    case tooManyValues(limit: Int)
  }

  package var depthLimit: Int
  package var valueLimit: Int

  package init(depthLimit: Int = 64, valueLimit: Int = 16_000_000) {
    (self.depthLimit, self.valueLimit) = (depthLimit, valueLimit)
  }

  package func parse(_ source: FileBytes) throws(Failure) -> JSONTape {
    let skipped = source.byteOrderMarkLength
    let builder = try source.withBytes { bytes throws(Failure) in try build(bytes, skipping: skipped) }
    return JSONTape(source: source, nodes: builder.nodes, copied: builder.copied, omitted: builder.omitted)
  }

  private func build(_ source: UnsafeBufferPointer<UInt8>, skipping skipped: Int) throws(Failure) -> JSONBuilder {
    let text = UnsafeBufferPointer(rebasing: source[skipped...])
    var builder = JSONBuilder(source: source, depthLimit: depthLimit, valueLimit: valueLimit)
    let isWhole = withUnsafeMutablePointer(to: &builder) { builder -> Bool in
      // The parser keeps the address of its callbacks: both live until it is freed at the end of this closure.
      var callbacks = JSONParser.callbacks
      return withUnsafePointer(to: &callbacks) { callbacks in
        guard let parser = YajlParser(callbacks: callbacks, context: builder) else { return false }
        builder.pointee.parser = parser.handle
        builder.pointee.base = skipped
        let isSound = parser.parse(text)
        builder.pointee.stopped()
        return isSound && parser.complete()
      }
    }
    if builder.stop == .tooManyValues { throw .tooManyValues(limit: valueLimit) }
    guard isWhole, !builder.nodes.isEmpty else {
      throw .syntax(JSONDiagnosis(source: source, skipped: skipped, builder: builder).error)
    }
    return builder
  }

  private static let callbacks = yajl_callbacks(
    yajl_null: { JSONParser.builder($0) { $0.addScalar(.null) } },
    yajl_boolean: { context, value in JSONParser.builder(context) { $0.addScalar(value == 0 ? .falsehood : .truth) } },
    yajl_integer: nil,
    yajl_double: nil,
    yajl_number: { context, text, length in
      JSONParser.builder(context) { builder in
        guard let text else { return 0 }
        return text.withMemoryRebound(to: UInt8.self, capacity: length) {
          builder.addText(.number, UnsafeBufferPointer(start: $0, count: length))
        }
      }
    },
    yajl_string: { context, text, length in
      JSONParser.builder(context) {
        $0.addText(.text, UnsafeBufferPointer(start: text, count: text == nil ? 0 : length))
      }
    },
    yajl_start_map: { JSONParser.builder($0) { $0.begin(.object) } },
    yajl_map_key: { context, text, length in
      JSONParser.builder(context) {
        $0.addText(.text, UnsafeBufferPointer(start: text, count: text == nil ? 0 : length), isName: true)
      }
    },
    yajl_end_map: { JSONParser.builder($0) { $0.finish() } },
    yajl_start_array: { JSONParser.builder($0) { $0.begin(.list) } },
    yajl_end_array: { JSONParser.builder($0) { $0.finish() } })

  /// Hands the builder behind a context to a callback; without one, the parser is told to stop.
  @inline(__always)
  private static func builder(_ context: UnsafeMutableRawPointer?, _ body: (inout JSONBuilder) -> Int32) -> Int32 {
    guard let context else { return 0 }
    return body(&context.assumingMemoryBound(to: JSONBuilder.self).pointee)
  }
}

/// The owner of libyajl's parser.
private struct YajlParser: ~Copyable {
  let handle: yajl_handle

  /// Nil without memory.
  ///
  /// Both pointers must outlive the parser.
  init?(callbacks: UnsafePointer<yajl_callbacks>, context: UnsafeMutablePointer<JSONBuilder>) {
    guard let handle = yajl_alloc(callbacks, nil, context) else { return nil }
    self.handle = handle
    _ = plenary_yajl_switch(handle, yajl_dont_validate_strings, 1)
  }

  /// False where the text is no JSON, or a callback stopped.
  func parse(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    yajl_parse(handle, text.baseAddress, text.count) == yajl_status_ok
  }

  /// False where the text ends too soon.
  ///
  /// From here on the parser has forgotten how far it had come.
  func complete() -> Bool { yajl_complete_parse(handle) == yajl_status_ok }

  deinit { yajl_free(handle) }
}
