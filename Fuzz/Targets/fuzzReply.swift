import Typecast
import TypecastModels

/// Reads a provider's answer, whole and in pieces: however it is cut, the same has to come of it.
func fuzzReply(_ input: FuzzInput, _ format: String) {
  var input = input
  let cuts = input.cuts()
  let bytes = Array(input.rest)
  let atOnce = ReaderProbe.stream(format, bytes, cutAt: [])
  let inPieces = ReaderProbe.stream(format, bytes, cutAt: cuts)
  require(atOnce == inPieces, "in pieces: \(inPieces); at once: \(atOnce)")
  require(!atOnce.hasSuffix(" ends"), "a stream has \(atOnce)")
  _ = ReaderProbe.whole(format, bytes)
}

/// Cuts a stream of events, which has to give the same events wherever the pieces end.
func fuzzEvents(_ input: FuzzInput) {
  var input = input
  let limit = [16, 64, 1 << 20][Int(input.byte() % 3)]
  let cuts = input.cuts()
  let bytes = Array(input.rest)
  let (atOnce, inPieces) = (
    ReaderProbe.events(bytes, cutAt: [], limit: limit), ReaderProbe.events(bytes, cutAt: cuts, limit: limit)
  )
  requireSame(atOnce, inPieces)
}

/// The same for one JSON text per line.
func fuzzLines(_ input: FuzzInput) {
  var input = input
  let limit = [16, 64, 1 << 20][Int(input.byte() % 3)]
  let cuts = input.cuts()
  let bytes = Array(input.rest)
  requireSame(
    ReaderProbe.lines(bytes, cutAt: [], limit: limit), ReaderProbe.lines(bytes, cutAt: cuts, limit: limit))
}

/// Judges an answer by every table: there is always a verdict, whatever stands in headers and body.
func fuzzFailure(_ input: FuzzInput) {
  var input = input
  let status = [200, 400, 401, 404, 413, 429, 499, 500, 503, 529][Int(input.byte() % 10)]
  var headers = HTTPHeaders()
  for _ in 0..<(input.byte() % 4) {
    let text = input.text()
    let parts = text.split(separator: ":", maxSplits: 1)
    headers.add(parts.first.map(String.init) ?? "", parts.last.map(String.init) ?? "")
  }
  let body = Array(input.rest)
  for provider in ["openai", "anthropic", "gemini", "groq", "ollama", "other"] {
    let verdict = ReaderProbe.verdict(provider, status, headers, body)
    require(status == 200 || verdict.hasPrefix("error "), "\(verdict) for a status of \(status)")
  }
}

/// A line that is too long ends a stream earlier when less of it comes at once; what came before has to be the same.
private func requireSame(_ atOnce: String, _ inPieces: String) {
  let mark = "a line of the answer has more than"
  let isTooLong = atOnce.hasSuffix("bytes") && atOnce.contains(mark) || inPieces.contains(mark)
  require(isTooLong || atOnce == inPieces, "in pieces: \(inPieces); at once: \(atOnce)")
}

extension FuzzInput {
  /// Takes places to cut at, in their order.
  fileprivate mutating func cuts() -> [Int] {
    var place = 0
    return (0..<Int(byte() % 16)).map { _ in
      place += Int(byte())
      return place
    }
  }
}
