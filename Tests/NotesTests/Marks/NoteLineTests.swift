import Notes
import Testing

/// A line of a note.
struct NoteLineTests {
  private func marked(_ line: String, _ kind: NoteMark.Kind, _ person: String = "") -> String {
    var line = NoteLine(line)
    (line.kind, line.person) = (kind, person)
    return line.string
  }

  @Test("A line is marked in the one form that is written, with its stamp behind the sign")
  func writes() {
    #expect(marked("send it", .action, "Jane Doe") == "- [ ] **Action (Jane Doe):** send it")
    #expect(marked("[14:32 +02:30] send it", .action) == "- [ ] [14:32 +02:30] **Action:** send it")
    #expect(marked("- [14:32 +02:30] agreed", .decision) == "- [14:32 +02:30] **Decision:** agreed")
    #expect(marked("who?", .question, "Ábel (Chair)") == "- **Question (Ábel (Chair)):** who?")
    #expect(marked("[14:32] We must act.", .quote, "Jane Doe") == "> [14:32] We must act. — Jane Doe")
  }

  @Test("What is written is read again as the same line", arguments: NoteMark.Kind.allCases)
  func reads(kind: NoteMark.Kind) {
    for line in ["", "one", "  [14:32 -05:00] two: **x**", "- three — and more"] {
      let written = marked(line, kind, kind == .decision ? "" : "Zoë Müller")
      let read = NoteLine(written)
      #expect(read.string == written && read.kind == kind, "\(written)")
      #expect(String(decoding: Array(written.utf8)[..<read.prefixLength], as: UTF8.self).isEmpty == false)
    }
  }

  @Test(
    "An ordinary line stays as it is, whatever its list's sign",
    arguments: ["text", "2. two", "* star", "- [x] done", "  + in"])
  func ordinary(line: String) {
    #expect(NoteLine(line).string == line && NoteLine(line).kind == nil)
  }
}
