import Testing

/// All stories of the built program: each has a program, a home and a terminal of its own, and times that it is held to.
enum EndToEnd {}
