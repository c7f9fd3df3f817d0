import Testing
import TypecastJSON

@Suite("Padded bytes")
struct PaddedBytesTests {
  @Test("Zeros follow the bytes, wherever these come from", arguments: ["", "a", "{\"Malmö\": [1, 2]}"])
  func arePadded(_ text: String) {
    let bytes = Array(text.utf8)
    let copies = [
      PaddedBytes(text), PaddedBytes(bytes), bytes.withUnsafeBufferPointer { PaddedBytes(copying: $0) },
    ]
    for copy in copies {
      #expect(copy.count == bytes.count)
      #expect(Array(copy.buffer) == bytes)
      #expect((0..<PaddedBytes.padding).allSatisfy { copy.start[bytes.count + $0] == 0 })
    }
  }
}
