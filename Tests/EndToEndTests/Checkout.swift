/// The checkout that these tests belong to.
enum Checkout {
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")
  static let resources = root + "/Resources"
  static let shippedBundle = resources + "/conferences/human-rights-elections-2017"
}
