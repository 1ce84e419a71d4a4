internal import CExpat

/// The encoding of Windows' western files, which expat does not know by itself (it knows UTF-8, UTF-16, ISO 8859-1 and
/// ASCII).
enum LegacyEncoding {
  /// What the bytes 0x80 to 0x9F mean in windows-1252; those without a meaning are -1.
  private static let upper: [Int32] = [
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
