import Foundation
import Testing
import TypecastJSON

@Suite("Values so far on other threads")
struct SharedSnapshotsTests {
  /// Reads every byte of every text, in code that a thread sanitizer watches: the standard library's own is not.
  private static func sum(_ value: PartialJSON) -> Int {
    switch value {
    case .string(let text): return sum(text)
    case .array(let elements): return elements.reduce(1) { $0 &* 31 &+ sum($1) }
    case .object(let members): return members.reduce(2) { $0 &* 31 &+ sum($1.value) &+ $1.key.utf8.count }
    default: return 3
    }
  }

  private static func sum(_ text: GrowingText) -> Int {
    text.withUTF8 { bytes in
      var sum = bytes.count
      guard let start = bytes.baseAddress else { return sum }
      for offset in 0..<bytes.count { sum = sum &* 31 &+ Int(start[offset]) }
      return sum
    }
  }

  @Test("are read while the reader goes on, and give what they give afterwards")
  func concurrentReading() async throws {
    var text = #"{"items":["#
    for number in 0..<100 {
      text += #"{"id":\#(number),"name":"größe \#(number)","note":"a\nb","tags":["x","y"]},"#
    }
    text += #"null],"text":""# + String(repeating: "words and \\u00e9scapes ", count: 100) + "\"}"
    let bytes = Array(text.utf8)

    let results = try await withThrowingTaskGroup(of: (PartialJSON, Int, String).self) { group in
      var reader = JSONStreamReader()
      for (turn, start) in stride(from: 0, to: bytes.count, by: 5).enumerated() {
        try reader.append(bytes[start..<min(start + 5, bytes.count)])
        // Each task knows of nothing that the reader does after this.
        guard turn % 10 == 0, let value = reader.value else { continue }
        group.addTask { (value, Self.sum(value), JSONValue(value).description) }
        // Time for another thread to read before this one writes on; suspending would put both on one thread.
        usleep(200)
      }
      try reader.finish()
      var results: [(PartialJSON, Int, String)] = []
      for try await result in group { results.append(result) }
      return results
    }

    #expect(results.count == (bytes.count + 49) / 50)
    for (value, sum, shown) in results {
      #expect(Self.sum(value) == sum)
      #expect(JSONValue(value).description == shown)
    }
    let longest = results.map(\.2.utf8.count).max() ?? 0
    #expect(longest > 6000)
  }
}
