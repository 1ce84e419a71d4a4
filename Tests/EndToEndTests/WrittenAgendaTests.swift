import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// The fourth journey of the design from what an organiser has written: a document of a word processor, and an
  /// agenda in words in the place of a bundle's JSON.
  struct WrittenAgendaTests {
    private static let agenda = """
      # River days

      Time zone: America/New_York
      Rooms: Hall, Library

      ## Monday 4 December 2017

      9:00-10:00 Opening by Marie Curie and Ann Lee (Hall)
      10:00 Coffee break
      11:00-12:30 Panel: what next? (Library) (optional)

        This hour is off the record.

      ## Tuesday 5 December 2017

      10-11 Rivers of the world (Hall)
      """

    /// A folder with a program pandoc that is a script, for the path.
    private static func pandoc(_ script: String, in home: Home) throws -> [String: String] {
      try home.folder.program("bin/pandoc", "#!/bin/sh\n" + script)
      return ["PATH": "\(home.folder.path)/bin:/usr/bin:/bin"]
    }

    /// The agenda as pandoc writes it.
    private static let page = agenda.split(separator: "\n").map { line in
      let level = line.prefix { $0 == "#" }.count
      let name = level > 0 ? "h\(level)" : "p"
      return "<\(name)>\(line.drop { "# ".contains($0) })</\(name)>\n"
    }.joined()

    /// What is a Word document by its beginning and its directory.
    private static let document = [0x50, 0x4B, 0x03, 0x04] + Array("    word/document.xml    ".utf8)

    @Test("A Word document becomes a bundle by pandoc in its sandbox, is checked and opened")
    func document() throws {
      let home = try Home()
      let file = try home.folder.write("days.docx", Self.document)
      try home.folder.write("agenda.html", Self.page)
      let changes = try Self.pandoc(
        "echo \"$@\" > \(home.folder.path)/asked; pwd > \(home.folder.path)/where; ls -A >> \(home.folder.path)/where; "
          + "cat > \(home.folder.path)/given; cat \(home.folder.path)/agenda.html\n",
        in: home)
      let bundle = home.folder.path + "/days"
      let run = try home.run(["import", file, bundle], environment: changes)
      #expect(run.exit == .status(0), "\(run)")
      #expect(
        run.output.contains("a document of a word processor") && run.output.contains("4 sessions on 2 days in 2 rooms"))
      #expect(run.output.contains("Off the record"), "\(run.output)")
      let asked = String(decoding: try TemporaryFolder.bytes(of: home.folder.path + "/asked"), as: UTF8.self)
      #expect(asked.contains("--sandbox") && asked.contains("+RTS -M512M -RTS") && asked.contains("--from docx"))
      let place = String(decoding: try TemporaryFolder.bytes(of: home.folder.path + "/where"), as: UTF8.self).split(
        separator: "\n")
      #expect(place.count == 1 && place[0].contains("/plenary-"), "\(place)")
      #expect(access(String(place[0]), F_OK) != 0, "its folder is gone")
      #expect(try TemporaryFolder.bytes(of: home.folder.path + "/given") == Self.document)

      #expect(try home.run(["check", bundle]).exit == .status(0))
      let story = try home.open(bundle)
      try story.see("River days", "Opening", "Coffee break", "Panel: what")
      story.press("]")
      try story.see("Rivers of the world")
      story.press("q")
      try story.expectExit()
    }

    @Test("Without pandoc, with one that fails, and with one that never ends, it is said what is wrong")
    func failures() throws {
      let home = try Home()
      let file = try home.folder.write("days.docx", Self.document)
      let empty = try home.run(["import", file], environment: ["PATH": home.folder.path + "/empty"])
      #expect(
        empty.exit == .status(2) && empty.errors.contains("the program pandoc; expected that to be installed"),
        "\(empty)")
      let failing = try Self.pandoc("echo 'couldn'\\''t unpack docx container' >&2; exit 63\n", in: home)
      let failed = try home.run(["import", file], environment: failing)
      #expect(
        failed.exit == .status(2) && failed.errors.contains("pandoc cannot read: couldn't unpack docx container"),
        "\(failed)")
      let slow = try Self.pandoc("exec sleep 600\n", in: home)
      let waited = try home.run(["import", file], environment: slow)
      #expect(waited.exit == .status(2) && waited.errors.contains("after 10 seconds"), "\(waited)")
    }

    @Test("The pandoc that is installed reads what it has written, and nothing that a document names is looked at")
    func real() throws {
      guard access("/usr/bin/pandoc", X_OK) == 0 else { return print("No pandoc: it is not tried.") }
      let home = try Home()
      let text = try home.folder.write(
        "agenda.md", Self.agenda.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "  \n"))
      let file = home.folder.path + "/days.docx"
      #expect(try ProgramRun("/usr/bin/pandoc", [text, "-o", file], environment: home.environment).exit == .status(0))
      let run = try home.run(["import", file, home.folder.path + "/days"])
      #expect(run.exit == .status(0) && run.output.contains("4 sessions on 2 days in 2 rooms"), "\(run)")
      // A table whose cells have several paragraphs, which Markdown has no form for.
      let page = try home.folder.write(
        "table.html",
        "<h1>Days</h1><h2>Tuesday 12 May 2026</h2><table><tr><th>Time</th><th>Session</th></tr>"
          + "<tr><td>9:00</td><td><p>Opening</p><p>by Ann Lee</p></td></tr><tr><td>10:00</td><td>Panel</td></tr></table>"
          + "<p>14:00 Closing</p>")
      let table = home.folder.path + "/table.docx"
      #expect(try ProgramRun("/usr/bin/pandoc", [page, "-o", table], environment: home.environment).exit == .status(0))
      let tabled = try home.run(["import", table, home.folder.path + "/tabled"])
      #expect(tabled.exit == .status(0) && tabled.output.contains("3 sessions on 1 day"), "\(tabled)")
    }

    private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A Word document with macros, and with pictures, texts and links that stand elsewhere: in a file, and on the web.
    private static func hostile(_ file: String, _ address: String) -> [UInt8] {
      let header = #"<?xml version="1.0" encoding="UTF-8"?>"#
      func relation(_ id: String, _ kind: String, _ target: String) -> String {
        "<Relationship Id=\"\(id)\" Type=\"\(relationships)/\(kind)\" Target=\"\(target)\" TargetMode=\"External\"/>"
      }
      func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
      func picture(_ id: String) -> String {
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"9525\" cy=\"9525\"/><wp:docPr id=\"1\" name=\"p\"/><a:graphic>"
          + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:blipFill>"
          + "<a:blip r:link=\"\(id)\" r:embed=\"\(id)\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>"
          + "</w:drawing></w:r></w:p>"
      }
      let body =
        paragraph("River days") + paragraph("Monday 4 May 2026") + paragraph("9:00-10:00 Opening") + picture("r1")
        + "<w:p><w:hyperlink r:id=\"r3\"><w:r><w:t>10:00-11:00 Panel</w:t></w:r></w:hyperlink></w:p>" + picture("r2")
        + "<w:altChunk r:id=\"r4\"/>" + "<w:p><w:r><w:instrText>INCLUDETEXT \"\(file)\"</w:instrText></w:r></w:p>"
      let drawing = "http://schemas.openxmlformats.org/drawingml/2006"
      return StoredArchive([
        "[Content_Types].xml":
          "\(header)<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
          + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" "
          + "ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>",
        "_rels/.rels":
          "\(header)<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
          + "Type=\"\(relationships)/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
        "word/vbaProject.bin": "a macro",
        "word/_rels/document.xml.rels":
          "\(header)<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + relation("r1", "image", "file://\(file)") + relation("r2", "image", "\(address)/picture.png")
          + relation("r3", "hyperlink", "file://\(file)") + relation("r4", "aFChunk", "file://\(file)")
          + relation("r5", "attachedTemplate", "\(address)/template.dotm") + "</Relationships>",
        "word/document.xml":
          "\(header)<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
          + "xmlns:r=\"\(relationships)\" xmlns:a=\"\(drawing)/main\" xmlns:pic=\"\(drawing)/picture\" "
          + "xmlns:wp=\"\(drawing)/wordprocessingDrawing\"><w:body>\(body)</w:body></w:document>",
      ]).bytes
    }

    @Test(
      "Of a document with macros, and with pictures and links that stand in files or on the web, nothing is looked at")
    func elsewhere() throws {
      guard access("/usr/bin/pandoc", X_OK) == 0 else { return print("No pandoc: it is not tried.") }
      let home = try Home()
      let server = try WebServer { _ in .init(200, [], "found") }
      defer { server.close() }
      // Whoever opened this would wait for somebody who writes into it.
      let trap = home.folder.path + "/secret"
      #expect(mkfifo(trap, 0o600) == 0)
      let file = try home.folder.write("days.docx", Self.hostile(trap, server.address("")))
      let bundle = home.folder.path + "/days"
      let run = try home.run(["import", file, bundle])
      #expect(run.exit == .status(0) && run.output.contains("2 sessions on 1 day"), "\(run)")
      #expect(server.requests.isEmpty, "\(server.requests)")
      let agenda = String(decoding: try TemporaryFolder.bytes(of: bundle + "/agenda.json"), as: UTF8.self)
      #expect(!agenda.contains("file:") && !agenda.contains("secret") && agenda.contains("Panel"), "\(agenda)")
    }

    @Test("An agenda.md stands in a bundle in the place of agenda.json, is shown live, and both are an error")
    func written() throws {
      let home = try Home()
      try home.folder.write("days/agenda.md", Self.agenda)
      let bundle = home.folder.path + "/days"
      let check = try home.run(["check", bundle])
      #expect(check.exit == .status(0) && check.output.contains("4 sessions"), "\(check)")
      let story = try home.open(bundle)
      try story.see("River days", "Panel: what")
      try home.folder.write("days/agenda.md", Self.agenda.replacingFirst("Coffee break", with: "Green tea"))
      try story.see("Green tea")
      story.press("q")
      try story.expectExit()
      #expect(try home.run(["import", bundle]).errors.contains("needs no import"))
      let other = try home.folder.write("other.md", Self.agenda)
      #expect(try home.run(["import", "--update", other, bundle]).errors.contains("an agenda.md is there"))

      try home.folder.write(
        "days/agenda.json",
        """
        {"format": "plenary-agenda", "formatVersion": 1, "conference": {"id": "c", "title": "C", "timeZone": "UTC",
          "start": "2017-12-04", "end": "2017-12-04"}, "sessions": [{"id": "a", "title": "A", "start": "2017-12-04T09:00"}]}
        """)
      let both = try home.run(["check", bundle])
      #expect(both.exit == .status(1) && both.output.contains("an agenda.json and an agenda.md"), "\(both)")
    }

    @Test("A table's columns are told as they were guessed, and --map corrects them, now and at the next update")
    func columns() throws {
      let home = try Home()
      let file = try home.folder.write(
        "days.csv", "Was;Wann;Langer Name\nEins;2017-12-04 09:00;Opening\nZwei;2017-12-04 10:00;Closing\n")
      let bundle = home.folder.path + "/days"
      let guessed = try home.run(["import", file, bundle])
      #expect(guessed.output.contains("columns: ") && guessed.output.contains("time=Wann"), "\(guessed)")
      let mapped = try home.run(["import", "--update", "--map", "title=Was,start=Wann", file, bundle])
      #expect(mapped.exit == .status(0) && mapped.output.contains("columns: title=Was,start=Wann"), "\(mapped)")
      let again = try home.run(["import", "--update", file, bundle])
      #expect(again.output.contains("columns: title=Was,start=Wann"), "\(again)")
      #expect(try home.run(["import", "--map", "nonsense", file]).exit == .status(2))
    }
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let place = utf8.firstRange(of: part.utf8) else { return self }
    return self[..<place.lowerBound] + other + self[place.upperBound...]
  }
}
