/// What a program did while nobody touched it.
struct Rest {
  let processorSeconds: Double
  let wakeUps: Int
}
