import Cells
import Testing

@Suite struct CellBufferTests {
  @Test func textIsPutWhereItIsAskedFor() {
    var buffer = CellBuffer(size: Size(width: 6, height: 2))
    #expect(buffer.put("abc", at: Point(x: 1, y: 1), style: .plain, in: buffer.bounds) == 3)
    #expect(buffer.text == "\n abc")
  }
}
