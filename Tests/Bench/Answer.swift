/// What a program wrote in one go.
struct Answer {
  var first: ContinuousClock.Instant
  var last: ContinuousClock.Instant
  var bytes: Int
}
