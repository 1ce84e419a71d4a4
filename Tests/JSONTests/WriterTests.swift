import JSON
import Testing

/// What is written is JSON to the letter, in the order in which it was made.
@Suite struct WriterTests {
  @Test func prettyTextHasALineForEachValue() {
    let tree = JSONTree.object([
      "name": .string("Opening"), "count": .number(3), "ratio": .number("1.50"),
      "list": .array([.null, .boolean(true)]),
      "none": .array([]), "empty": .object([:]), "inner": .object(["a": .boolean(false)]),
    ])
    #expect(
      tree.text() == """
        {
          "name": "Opening",
          "count": 3,
          "ratio": 1.50,
          "list": [
            null,
            true
          ],
          "none": [],
          "empty": {},
          "inner": {
            "a": false
          }
        }

        """)
    #expect(
      tree.text(.compact)
        == #"{"name":"Opening","count":3,"ratio":1.50,"list":[null,true],"none":[],"empty":{},"inner":{"a":false}}"#)
  }

  @Test func onlyWhatMustBeEscapedIs() {
    let string = "\"\\/\u{8}\u{c}\n\r\t\u{0}\u{1f}\u{7f}\u{2028}é🌀</script>"
    let text = JSONTree.array([.string(string)]).text(.compact)
    #expect(text == #"["\"\\/\u0008\u000c\n\u000d\u0009\u0000\u001f"# + "\u{7f}\u{2028}é🌀</script>\"]")
    #expect(JSONTree(strict: Array(text.utf8)) == .array([.string(string)]))
  }

  @Test func whatIsReadIsWrittenAsItWas() {
    let text = #"{"b":1.0e+2,"a":-0,"b":[{"":"\n"},[[]],{}],"c":null}"#
    #expect(JSONTree(strict: Array(text.utf8))?.text(.compact) == text)
    let pretty = JSONTree(strict: Array(text.utf8))?.text() ?? ""
    #expect(JSONTree(strict: Array(pretty.utf8))?.text(.compact) == text)
  }

  @Test func aMemberIsReplacedInItsPlaceAddedAtTheEndOrTakenAway() {
    var tree = JSONTree.object(["a": .number(1), "b": .number(2)])
    tree["a"] = .number(3)
    tree["c"] = .null
    tree["d"] = nil
    #expect(tree.text(.compact) == #"{"a":3,"b":2,"c":null}"#)
    tree["b"] = nil
    #expect(tree.text(.compact) == #"{"a":3,"c":null}"#)
    #expect(tree["a"] == .number("3"))
    #expect(JSONTree.array([])["a"] == nil)
  }
}
