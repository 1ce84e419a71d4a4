import Agenda
import Foundation
import Messages
import Testing

/// Texts in files of their own, and paths that want to leave the bundle.
@Suite struct TextFileTests {
  private func agenda(_ path: String) -> String {
    SampleAgenda.sessions(
      #"{"id": "a", "title": "A", "start": "2017-12-04T09:00", "description": {"file": "\#(path)"}}"#)
  }

  @Test func aTextIsReadWithItsTranslationsBesideIt() throws {
    let bundle = try TemporaryBundle(agenda: agenda("texts/a.md"))
    try bundle.write("texts/a.md", "One\r\ntwo\n")
    try bundle.write("texts/a.fr.md", "Un")
    try bundle.write("texts/a.pt-BR.md", "Um")
    try bundle.write("texts/a.b.c.md", "not one")
    try bundle.write("texts/ab.de.md", "not one")
    let reading = bundle.read()
    #expect(
      reading.agenda?.sessions[0].details?.variants == [
        Text.Variant(language: "", string: "One\ntwo\n"), Text.Variant(language: "fr", string: "Un"),
        Text.Variant(language: "pt-BR", string: "Um"),
      ])
    #expect(reading.files == ["agenda.json", "texts/a.md", "texts/a.fr.md", "texts/a.pt-BR.md"])
    #expect(reading.problems == [])
  }

  @Test func theBaseTextIsInTheConferencesLanguage() throws {
    let bundle = try TemporaryBundle(
      agenda: agenda("./a.md").replacing(#""title": "C""#, with: #""title": "C", "language": "de""#))
    try bundle.write("a.md", "Eins")
    #expect(bundle.read().agenda?.sessions[0].details?.variants == [.init(language: "de", string: "Eins")])
  }

  @Test(arguments: ["../secret.md", "/etc/passwd", "texts/../../secret.md", "texts//a.md", "texts/"])
  func aPathOutOfTheBundleIsRefused(path: String) throws {
    let bundle = try TemporaryBundle(agenda: agenda(path))
    try bundle.write("texts/a.md", "A")
    try bundle.write("../secret.md", "secret")
    let reading = bundle.read()
    #expect(reading.agenda?.sessions[0].details == nil)
    #expect(
      reading.problems.map { $0.line(in: .english) } == [
        "agenda.json:5: $.sessions[0].description.file: found \"\(path)\", expected a path inside the bundle's folder"
      ])
    #expect(reading.files == ["agenda.json"])
  }

  @Test(arguments: ["link.md", "folder/secret.md", "inside.md"])
  func aLinkIsNotFollowed(path: String) throws {
    let bundle = try TemporaryBundle(agenda: agenda(path))
    try bundle.write("../outside/secret.md", "secret")
    try bundle.write("real.md", "real")
    try bundle.link("link.md", to: "../outside/secret.md")
    try bundle.link("folder", to: "../outside")
    try bundle.link("inside.md", to: "real.md")
    #expect(bundle.read().agenda?.sessions[0].details == nil)
    #expect(
      bundle.lines() == [
        "agenda.json:5: $.sessions[0].description.file: found \"\(path)\", whose way goes through a symbolic link, "
          + "expected a file inside the bundle"
      ])
  }

  @Test func aPipeIsNotWaitedFor() throws {
    let bundle = try TemporaryBundle(agenda: agenda("pipe.md"))
    #expect(mkfifo(bundle.folder.appending(path: "pipe.md").path, 0o600) == 0)
    #expect(
      bundle.lines() == [
        #"agenda.json:5: $.sessions[0].description.file: found that "pipe.md" is no regular file, expected one"#
      ])
  }

  @Test func aMissingTextAndAFolderAreNamed() throws {
    let bundle = try TemporaryBundle(agenda: agenda("texts"))
    #expect(
      bundle.lines() == [
        #"agenda.json:5: $.sessions[0].description.file: found no file "texts", expected one"#
      ])
    try bundle.write("texts/a.md", "A")
    #expect(
      bundle.lines() == [
        #"agenda.json:5: $.sessions[0].description.file: found that "texts" is no regular file, expected one"#
      ])
  }

  @Test func whatIsHiddenInATextIsNamedWithItsOwnLine() throws {
    let bundle = try TemporaryBundle(agenda: agenda("a.md"))
    try bundle.write("a.md", bytes: Array("one\ntwo \u{1B}[31m\n".utf8) + [0xC3, 0x28])
    #expect(bundle.read().agenda?.sessions[0].details == Text("one\ntwo ␛[31m\n\u{FFFD}("))
    #expect(
      bundle.lines() == [
        "a.md:2: found bytes that are no UTF-8, expected text; shown as \u{FFFD}",
        "a.md:2: found U+001B, expected no control characters; made visible",
      ])
  }

  @Test func sizesAreLimitedForOneTextAndForAll() throws {
    let bundle = try TemporaryBundle(
      agenda: SampleAgenda.sessions(
        #"{"id": "a", "title": "A", "start": "2017-12-04T09:00", "description": {"file": "a.md"}}"#,
        #"{"id": "b", "title": "B", "start": "2017-12-04T10:00", "description": {"file": "a.md"}}"#))
    try bundle.write("a.md", "0123456789")
    var limits = BundleReader.Limits()
    limits.allTextFiles = 15
    #expect(
      bundle.lines(limits: limits) == [
        #"agenda.json:6: $.sessions[1].description.file: found "a.md" after 15 bytes of texts, expected fewer; not read"#
      ])
    limits.textFile = 9
    #expect(bundle.read(limits: limits).agenda?.sessions.count == 2)
    #expect(
      bundle.lines(limits: limits).first
        == #"agenda.json:5: $.sessions[0].description.file: found that "a.md" has 10 bytes, expected at most 9 bytes"#)
  }

  @Test func anAgendaThatIsALinkOutOfTheBundleIsRefused() throws {
    let bundle = try TemporaryBundle()
    try bundle.write("../outside.json", SampleAgenda.sessions(SampleAgenda.opening))
    try bundle.link("agenda.json", to: "../outside.json")
    #expect(bundle.read().agenda == nil)
    #expect(bundle.lines()[0].contains("symbolic link"))
  }

  @Test func anAgendaMayBeALinkInsideTheBundleAndTheBundleItselfReachedByOne() throws {
    let bundle = try TemporaryBundle()
    try bundle.write("versions/2.json", SampleAgenda.sessions(SampleAgenda.opening))
    try bundle.link("agenda.json", to: "versions/2.json")
    #expect(bundle.read().agenda?.sessions.count == 1)
    try bundle.link("../alias", to: "bundle")
    let alias = bundle.folder.deletingLastPathComponent().appending(path: "alias").path
    #expect(BundleReader().read(alias).agenda?.sessions.count == 1)
  }
}
