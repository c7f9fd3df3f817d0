import Foundation
import Typecast
import TypecastCassettes

#if canImport(Glibc)
  import Glibc
#endif

/// Prints what it takes to load a cassette, checked by its grammar, and to play each of its exchanges, found by its body.
func printReplayingCosts(_ works: Works, _ measurement: Measurement) async throws {
  for count in [100, 10_000] {
    let work = "replay \(count)"
    guard measurement.filter.hasPrefix(work) || work.hasPrefix(measurement.filter) else { continue }
    let path = works.folder.appendingPathComponent("cassette-\(count).xml").path
    try CassetteFile.save(Cassette(.authored, (0..<count).map(exchange)), to: path)
    let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
    var samples: [Double] = []
    var memory: [Int] = []
    while samples.count < 5 {
      let clock = ContinuousClock()
      let start = clock.now
      let player = CassettePlayer(try Cassette(path: path), redaction: Redaction())
      for number in 0..<count {
        let response = try await player.send(HTTPRequest("POST", url, body: body(number)))
        guard try await response.body.bytes().count > 100 else { throw BenchmarkError(message: "There is no answer.") }
      }
      samples.append(start.duration(to: clock.now) / .nanoseconds(1))
      memory.append(residentKilobytes())
      guard player.unused.isEmpty else { throw BenchmarkError(message: "Not everything was played.") }
    }
    Swift.print("\(work)\tTypecast\t\(samples.sorted()[samples.count / 2])\t\(size)")
    FileHandle.standardError.write(Data("\(work): resident after each round, in KB: \(memory)\n".utf8))
  }
}

private let url = "http://127.0.0.1:11434/v1/chat/completions"

private func body(_ number: Int) -> [UInt8] {
  Array(#"{"model":"m","messages":[{"role":"user","content":"What is number \#(number)?"}],"temperature":0}"#.utf8)
}

private func exchange(_ number: Int) -> Exchange {
  let answer = """
    {"id":"chatcmpl-\(number)","object":"chat.completion","created":1790000000,"model":"m","choices":[{"index":0,\
    "message":{"role":"assistant","content":"It is number \(number), as you said."},"finish_reason":"stop"}],\
    "usage":{"prompt_tokens":12,"completion_tokens":9,"total_tokens":21}}
    """
  let headers = [RecordedHeader("content-type", "application/json")]
  return Exchange(
    RecordedRequest("POST", url, headers: headers, body: body(number)),
    .response(RecordedResponse(200, headers: headers, chunks: [RecordedResponse.Chunk(Array(answer.utf8))])))
}

private func residentKilobytes() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
  return Int(line.filter(\.isNumber)) ?? 0
}
