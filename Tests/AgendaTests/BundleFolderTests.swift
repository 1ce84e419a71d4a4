import Foundation
import Testing

@testable import Agenda

/// The two ways to open a file below a folder refuse the same paths.
@Suite struct BundleFolderTests {
  @Test(arguments: [true, false])
  func opensOnlyWhatIsInside(usesOpenat2: Bool) throws {
    let bundle = try TemporaryBundle()
    try bundle.write("a/b/c.md", "text")
    try bundle.write("../secret", "secret")
    try bundle.link("out", to: "..")
    try bundle.link("a/link", to: "b/c.md")
    let folder = try BundleFolder(path: bundle.folder.path, usesOpenat2: usesOpenat2)
    func outcome(_ path: String) -> String {
      do throws(FileFailure) {
        return try folder.read(path, limit: 100).withBytes { String(decoding: $0, as: UTF8.self) }
      } catch {
        return "\(error)"
      }
    }
    #expect(outcome("a/b/c.md") == "text")
    #expect(outcome("./a/b/c.md") == "text")
    #expect(outcome("a/b/d.md") == "missing")
    #expect(outcome("a/b/c.md/d") == "missing")
    #expect(outcome("out/secret") == "link")
    #expect(outcome("a/link") == "link")
    #expect(outcome("../secret") == "unsafePath")
    #expect(outcome("a/b/../b/c.md") == "unsafePath")
    #expect(outcome("") == "unsafePath")
    #expect(outcome("a\0b") == "unsafePath")
    #expect(outcome("a") == "notRegular")
    #expect(folder.names(in: "a") == ["b", "link"])
    #expect(folder.names(in: "out") == [])
    #expect(folder.names(in: "") == ["a", "out"])
  }
}
