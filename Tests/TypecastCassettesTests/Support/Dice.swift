import Typecast

@testable import TypecastCassettes

/// Dice that fall the same way each time.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Exchanges of every kind, as far as formats can keep them.
func randomExchanges(_ count: Int, _ dice: inout Dice) -> [Exchange] {
  (0..<count).map { number in
    func time(_ dice: inout Dice) -> Duration { .microseconds(Int64.random(in: 0...5_000_000, using: &dice)) }
    func bytes(_ dice: inout Dice) -> [UInt8] {
      let texts = ["", "{\"a\":1}", "data: é\n\n", "\u{2028}\u{0}\u{7F}\"\\", "\r\n"]
      if Bool.random(using: &dice) { return Array((texts.randomElement(using: &dice) ?? "").utf8) }
      return (0..<Int.random(in: 0...20, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
    }
    let kinds: [TransportError.Kind] = [.cut, .reset, .dns, .firstByteTimeout, .tooLarge]
    let words = ["truncated (somewhere)", "cancelled by client", "Nobody answered.", ""]
    func failure(_ dice: inout Dice) -> RecordedFailure {
      let kind = kinds.randomElement(using: &dice) ?? .other
      return RecordedFailure(TransportError(kind, words.randomElement(using: &dice) ?? ""), at: time(&dice))
    }
    let urls = ["http://h:1/p?a=b&c", "https://h/p#f", "http://h:1", "http://other/é?x=%20", "http://h:1/a?b?c=d=e"]
    let headers = [
      RecordedHeader("Host", "h:1"), RecordedHeader("transfer-encoding", "chunked"), RecordedHeader("Location", "é"),
    ]
    let request = RecordedRequest(
      ["GET", "POST"].randomElement(using: &dice) ?? "", urls.randomElement(using: &dice) ?? "",
      headers: headers.filter { _ in Bool.random(using: &dice) }, body: bytes(&dice))
    var outcome = Exchange.Outcome.failure(failure(&dice))
    if Int.random(in: 0...4, using: &dice) > 0 {
      let length = [0, 1, 1, 3].randomElement(using: &dice) ?? 0
      outcome = .response(
        RecordedResponse(
          Int.random(in: 100...599, using: &dice), headers: headers.filter { _ in Bool.random(using: &dice) },
          at: time(&dice),
          chunks: (0..<length).map { _ in RecordedResponse.Chunk(bytes(&dice), at: time(&dice)) },
          failure: Int.random(in: 0...3, using: &dice) == 0 ? failure(&dice) : nil))
    }
    return Exchange(
      id: "n\(number)", note: Bool.random(using: &dice) ? "a note" : nil,
      date: Bool.random(using: &dice) ? RecordingDate(seconds: Int.random(in: 0...2_000_000_000, using: &dice)) : nil,
      request, outcome)
  }
}
