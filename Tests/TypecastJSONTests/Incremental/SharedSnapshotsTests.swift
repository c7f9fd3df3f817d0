import Testing
import TypecastJSON

@Suite("Values so far on other threads")
struct SharedSnapshotsTests {
  @Test("are read while the reader goes on, and give what they give afterwards")
  func concurrentReading() async throws {
    var text = #"{"items":["#
    for number in 0..<400 {
      text += #"{"id":\#(number),"name":"größe \#(number)","note":"a\nb","tags":["x","y"]},"#
    }
    text += #"null],"text":""# + String(repeating: "words and \\u00e9scapes ", count: 200) + "\"}"
    let bytes = Array(text.utf8)

    let results = try await withThrowingTaskGroup(of: [(PartialJSON, String)].self) { group in
      let streams = (0..<4).map { _ in AsyncStream.makeStream(of: PartialJSON.self) }
      for (stream, _) in streams {
        group.addTask {
          var read: [(PartialJSON, String)] = []
          for await value in stream {
            // What is new lies at the end; reading all of every value would take a while.
            let open = value.openPath.flatMap { value[$0] } ?? value
            let items = value["items"]?.array ?? []
            read.append((value, "\(items.suffix(3).map { JSONValue($0) }) \(JSONValue(open).description.utf8.count)"))
          }
          return read
        }
      }
      var reader = JSONStreamReader()
      for (turn, start) in stride(from: 0, to: bytes.count, by: 5).enumerated() {
        try reader.append(bytes[start..<min(start + 5, bytes.count)])
        if let value = reader.value { streams[turn % 4].1.yield(value) }
      }
      try reader.finish()
      for (_, continuation) in streams { continuation.finish() }
      var all: [(PartialJSON, String)] = []
      for try await read in group { all += read }
      return all
    }

    #expect(results.count == (bytes.count + 4) / 5)
    for (value, shown) in results {
      let open = value.openPath.flatMap { value[$0] } ?? value
      let items = value["items"]?.array ?? []
      #expect("\(items.suffix(3).map { JSONValue($0) }) \(JSONValue(open).description.utf8.count)" == shown)
    }
  }
}
