/// Why a case has failed, in words.
struct Failure: Error {
  var sentence: String
}
