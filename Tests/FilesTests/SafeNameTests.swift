import Testing

@testable import Files

struct SafeNameTests {
  @Test(arguments: [
    ("opening", "opening"), ("a b", "a%20b"), ("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd"), (".", "%2E"),
    ("..", "%2E."), ("", "%"), ("%", "%25"), ("é", "%C3%A9"), ("a\0b", "a%00b"), (".hidden", "%2Ehidden"),
    ("a.b_c-D9", "a.b_c-D9"), ("~", "%7E"),
  ])
  func aNameIsSafeAndLeadsBack(id: String, name: String) {
    #expect(SafeName.of(id) == name)
    #expect(SafeName.identifier(of: name) == id)
  }

  @Test func longIdentifiersAreShortAndStillDiffer() {
    let long = String(repeating: "é", count: 5_000)
    let names = [long, long + "a", long + "b", String(long.dropLast())].map(SafeName.of)
    #expect(Set(names).count == 4)
    #expect(names.allSatisfy { $0.utf8.count == SafeName.limit })
    #expect(names.allSatisfy { SafeName.identifier(of: $0) == nil })
    let edge = String(repeating: "x", count: SafeName.limit)
    #expect(SafeName.of(edge) == edge)
  }

  @Test(arguments: ["a%2", "a%2f", "a b", "%41", ".", "..", "~", "a/b", "%C3"])
  func aNameThatIsNotOursHasNoIdentifier(name: String) {
    #expect(SafeName.identifier(of: name) == nil)
  }
}
