import Testing

/// All stories of the built program, one after the other: each has a program and a terminal of its own, and times that
/// it is held to.
@Suite(.serialized)
enum EndToEnd {}
