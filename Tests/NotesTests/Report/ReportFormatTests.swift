import Agenda
import Testing

@testable import Notes

struct ReportFormatTests {
  @Test(arguments: [
    ("a\nb", "a  \nb"), ("# A\ntext", "#### A\ntext"), ("##### A", "###### A"), ("#no", "#no"),
    ("- a\n- b", "- a\n- b"),
    ("- a\n  b", "- a\n  b"), ("> a\n> b", "> a  \n> b"), ("```\n# a\nb", "```\n# a\nb\n```"), ("a\n\nb\n\n", "a\n\nb"),
    ("    # code", "# code"), ("- a\nb", "- a\n\nb"), ("- a\n| b |\n| - |\n| c |", "- a\n\n| b |\n| - |\n| c |"),
    ("1. a\n2. b\n   - c\n7. d\n8. e", "1. a\n2. b\n   - c\n\n<!-- -->\n\n7. d\n8. e"), ("a\n| b |", "a\n\n| b |"),
    ("1. a\n1. b", "1. a\n1. b"),
  ])
  func aNoteStandsUnderItsHeadingAsItWasTyped(text: String, expected: String) {
    let body = NoteBody.markdown(text, below: 3)
    #expect(text.hasPrefix("    ") ? body == "#### code" : body == expected)
  }

  @Test func nothingOfANoteIsLostOrObeyedOnThePage() {
    let text = "a <b>bold</b> <script>alert(1)</script> <https://a.org/> `<i>`\n```\n<u>\n```\n- [ ] c <unknown\n"
    let notes = [ReportSample.note(.session("opening"), text)]
    let page = String(decoding: ReportSample.report(notes: notes).bytes(as: .html), as: UTF8.self)
    for piece in [
      "a &lt;b&gt;bold&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;", "<a href=\"https://a.org/\">",
      "<code>&lt;i&gt;</code>",
      "<pre><code>&lt;u&gt;", "<li dir=\"auto\">☐ c &lt;unknown", "<td dir=\"auto\">c &lt;unknown</td>",
    ] {
      #expect(page.contains(piece), "\(piece)")
    }
    #expect(!page.contains("<script") && !page.contains("<b>"))
  }

  @Test func theTableIsReadBackCellByCell() throws {
    let rows = try Self.rows(ReportSample.text(.csv))
    #expect(rows.allSatisfy { $0.count == 15 }, "\(rows.map(\.count))")
    #expect(rows.first?.first == "\u{FEFF}Kind")
    #expect(rows.count { $0[0] == "Action" } == 6 && rows.count { $0[0] == "Note" } == 6)
    let action = try #require(rows.first { $0[0] == "Action" })
    #expect(
      action == [
        "Action", "1", "2031-03-12", "09:00", "10:30", "Opening: why counts are doubted", "Great Hall",
        "Ilze Kalniņa (Chair)",
        "", "09:58", "", "Ilze Kalniņa", "", "", "send the questionnaire to all, with the translations",
      ])
    #expect(rows.first { $0[0] == "Note" && $0[5] == "Talk over dinner" }?[14].hasPrefix("'=HYPERLINK(\"http") == true)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), (" =1", "' =1"), ("\t=1", "\"'\t=1\""), ("a", "a"),
    ("＝1", "'＝1"), ("a,\"b\"", "\"a,\"\"b\"\"\""), ("a\nb", "\"a\nb\""), ("", ""),
  ])
  func nothingInATableIsCalculated(cell: String, expected: String) { #expect(TableReport.quoted(cell) == expected) }

  /// The cells of a table (RFC 4180 §2).
  private static func rows(_ text: String) throws -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    var signs = Array(text.unicodeScalars)[...]
    while let sign = signs.popFirst() {
      switch sign {
      case "\"" where isQuoted && signs.first == "\"":
        signs.removeFirst()
        cell += "\""
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        rows[rows.count - 1].append(cell)
        cell = ""
      case "\r" where !isQuoted && signs.first == "\n":
        signs.removeFirst()
        rows[rows.count - 1].append(cell)
        cell = ""
        rows.append([])
      default: cell.unicodeScalars.append(sign)
      }
    }
    #expect(!isQuoted && cell.isEmpty && rows.last == [])
    return rows.dropLast()
  }
}
