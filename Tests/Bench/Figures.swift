/// What one program was measured to do.
struct Figures {
  /// Milliseconds from the start of the process to the last byte of its first screen.
  var start = Samples()
  /// Milliseconds from a key to the last byte of the answer.
  var key = Samples()
  /// Bytes of that answer.
  var bytes = Samples()
  /// Megabytes, proportional set size, after the keys.
  var memory = Samples()
}
