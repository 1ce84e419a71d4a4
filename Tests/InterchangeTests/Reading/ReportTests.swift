import Agenda
import Glibc
import Interchange
import JSON
import Messages
import Testing

/// What a check and an import say for programs, as Resources/schema describes it.
@Suite struct ReportTests {
  private let definitions: JSONValue

  init() throws {
    let path = Checkout.root + "/Resources/schema/plenary-report-1.schema.json"
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    definitions = try #require(JSONReader().read(bytes).root?["$defs"])
  }

  /// What of a value is not as a definition has it.
  private func faults(_ value: JSONValue, _ schema: JSONValue) -> [String] {
    if let name = schema["$ref"]?.rawString?.split(separator: "/").last {
      return definitions[String(name)].map { self.faults(value, $0) } ?? ["no \(name)"]
    }
    if let choices = schema["oneOf"] {
      return choices.values.contains { $0["const"]?.rawString == value.rawString }
        ? [] : ["\(value.path): none of these"]
    }
    if let words = schema["enum"] {
      return words.values.contains { $0.rawString == value.rawString } ? [] : ["\(value.path): no such word"]
    }
    let kinds: [JSONValue.Kind: String] = [
      .string: "string", .number: "integer", .array: "array", .object: "object", .null: "null",
    ]
    let types = schema["type"]?.rawString.map { [$0] } ?? schema["type"]?.values.compactMap(\.rawString) ?? []
    guard types.contains(kinds[value.kind] ?? "") else { return ["\(value.path): is no \(types)"] }
    var faults = value.values.flatMap { item in schema["items"].map { self.faults(item, $0) } ?? ["\(item.path)"] }
    for name in value.names {
      let property = schema["properties"]?[name.rawString ?? ""]
      faults += property.map { self.faults(name.valueOfName, $0) } ?? ["\(name.valueOfName.path): not described"]
    }
    for name in (schema["required"]?.values.compactMap(\.rawString) ?? []) where value.kind == .object {
      if value[name] == nil { faults.append("\(value.path): no \(name)") }
    }
    return faults
  }

  private func reading() throws -> ImportReading {
    try ReadingSample.read(
      ReadingSample.xml(
        days: "<day date='2024-12-27'><room name='R'><event id='1'><start>10:00</start><duration>1:00</duration>"
          + "<title>A</title></event><event id='1'><start>never</start><title>B</title></event></room></day>"))
  }

  @Test func anImportSaysWhatTheSchemaDescribes() throws {
    let text = ImportReport(try reading(), file: "a.xml").json(bundle: "b", in: .english)
    let root = try #require(JSONReader().read(Array(text.utf8)).root)
    #expect(try faults(root, #require(definitions["import"])) == [])
    #expect(root["findings"]?.values.contains { $0["finding"]?.rawString == "sharedID" } ?? false)
  }

  @Test func changesSayWhatTheSchemaDescribes() throws {
    let old = try reading().agenda
    let new = try ReadingSample.read(
      ReadingSample.xml(
        conference: "<city>Paris</city>",
        days: "<day date='2024-12-27'><room name='S'><event id='1'><start>10:30</start><duration>1:00</duration>"
          + "<title>A</title></event><event id='3'><start>12:00</start><title>C</title></event></room></day>")
    ).agenda
    let changes = AgendaChanges(old: old, new: new)
    #expect(!changes.conference.isEmpty && changes.sessions.count > 2)
    let report = ChangeReport(changes, oldName: "a", newName: "b", languages: [], messages: .english)
    let root = try #require(JSONReader().read(Array(report.json.utf8)).root)
    #expect(try faults(root, #require(definitions["changes"])) == [])
    #expect(root["sessions"]?.values.map(\.kind).count == changes.sessions.count)
  }

  @Test func aCheckSaysWhatTheSchemaDescribes() throws {
    let reading = try reading()
    let whole = CheckReport(
      file: "a.xml", format: reading.format, agenda: reading.agenda, problems: reading.problems, furtherProblems: 0)
    let refused = CheckReport(
      file: "a.xml", format: nil, agenda: nil, problems: [ImportFailure(.file(.noSessions)).problem(file: "a.xml")],
      furtherProblems: 1)
    for report in [whole, refused] {
      let root = try #require(JSONReader().read(Array(report.json(in: .english).utf8)).root)
      #expect(try faults(root, #require(definitions["check"])) == [])
      #expect(root["errors"]?.digits == "\(report.count(.error))" && report.count(.error) > 0)
    }
  }
}
