public import Cells
import Glibc
public import Testing

/// Reads QR codes off a screen with zbar, a program that is not ours.
public enum CodeReader {
  private static let program = "/usr/bin/zbarimg"
  /// Pixels of a cell, and thus of two modules above each other.
  private static let cell = (width: 4, height: 8)

  /// A screen as a grey picture (PGM), cells drawn as a terminal with dark or light colours of its own does.
  public static func image(of buffer: CellBuffer, isLightTerminal: Bool = false) -> [UInt8] {
    let (columns, rows) = (buffer.size.width, buffer.size.height)
    var pixels = [UInt8](repeating: 0, count: columns * cell.width * rows * cell.height)
    for y in 0..<rows {
      for (x, place) in buffer.cells(inRow: y).enumerated() {
        var fore = grey(place.style.foreground) ?? (isLightTerminal ? 0 : 230)
        var back = grey(place.style.background) ?? (isLightTerminal ? 255 : 20)
        if place.style.attributes.contains(.reverse) { swap(&fore, &back) }
        for row in 0..<cell.height {
          let isInk =
            switch place.base {
            case 0x2588: true
            case 0x2580: row < cell.height / 2
            case 0x2584: row >= cell.height / 2
            default: false
            }
          let start = ((y * cell.height + row) * columns + x) * cell.width
          for column in 0..<cell.width { pixels[start + column] = isInk ? fore : back }
        }
      }
    }
    return Array("P5 \(columns * cell.width) \(rows * cell.height) 255\n".utf8) + pixels
  }

  private static func grey(_ color: Color) -> UInt8? {
    switch color {
    case .terminal: nil
    case .indexed(16), .indexed(0): 0
    case .indexed(231), .indexed(15), .indexed(7): 255
    case .indexed: 128
    }
  }

  /// Expects a code of each of these texts in a picture, and no other; without zbar that is said, and nothing is expected.
  public static func expect(
    _ texts: String..., in image: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    guard access(program, X_OK) == 0 else {
      print("NOT TESTED: zbarimg is not installed (package zbar-tools), so no QR code is read back")
      return
    }
    try #require(image.count > 0, sourceLocation: sourceLocation)
    var template = Array("/tmp/plenary-code-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    let path = template.withUnsafeBufferPointer {
      String(decoding: $0.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    defer { unlink(path) }
    _ = image.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    let command = "LC_ALL=C.UTF-8 \(program) -q --raw -Sdisable -Sqrcode.enable \(path) 2>/dev/null"
    let output = try #require(popen(command, "r"))
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = fread(&bytes, 1, bytes.count, output)
    pclose(output)
    let read = String(decoding: bytes[..<count], as: UTF8.self)
    #expect(Set(read.split(separator: "\n").map(String.init)) == Set(texts), sourceLocation: sourceLocation)
  }
}
