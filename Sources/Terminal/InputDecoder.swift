import Cells

struct InputDecoder {
  mutating func feed(_ bytes: [UInt8], now: Int64) {}
  mutating func take(now: Int64) -> [Input] { [] }
  var deadline: Int64? { nil }
}
