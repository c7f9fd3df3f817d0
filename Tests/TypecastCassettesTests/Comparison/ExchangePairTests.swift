import Testing
import Typecast

@testable import TypecastCassettes

@Suite("Which exchanges of two recordings belong together")
struct ExchangePairTests {
  private func compared(_ exchange: Exchange, file: String = "") -> ComparedExchange {
    ComparedExchange(exchange, file: file)
  }

  /// Pairs as texts: old, new, and `m` for another model, `?` for something else.
  private func pairs(_ old: [ComparedExchange], _ new: [ComparedExchange]) -> [String] {
    ExchangePair.all(old, new).map { pair in
      let places = [pair.old, pair.new].map { $0.map { String($0) } ?? "-" }.joined(separator: ">")
      return places + (pair.question == .same ? "" : pair.question == .ofAnotherModel ? "m" : "?")
    }
  }

  private func pairs(_ old: [Exchange], _ new: [Exchange]) -> [String] {
    pairs(old.map { compared($0) }, new.map { compared($0) })
  }

  @Test("Those that ask the same, wherever they are, each once and in order")
  func same() {
    let (a, b, c) = (sample(#"{"q":"a"}"#), sample(#"{"q":"b","r":1}"#), sample("c", url: "http://127.0.0.1/c"))
    #expect(pairs([a, b], [sample(#"{"r":1.0,"q":"b"}"#), a]) == ["1>0", "0>1"])
    #expect(pairs([a, a, b], [a, b, a, c]) == ["0>0", "2>1", "1>2", "->3"])
    #expect(pairs([a, b, c], [c, a]) == ["2>0", "0>1", "1>-"])
    #expect(pairs([], [a]) == ["->0"])
    #expect(pairs([a], []) == ["0>-"])
  }

  @Test("A recording of this machine stands for every host, and the same host is nearer")
  func hosts() {
    let (one, two) = (sample(url: "https://one.example/v1"), sample(url: "https://two.example/v1"))
    #expect(pairs([one], [sample(url: "http://localhost:1/v1")]) == ["0>0"])
    #expect(pairs([one, two], [two, one]) == ["1>0", "0>1"])
    #expect(pairs([one], [two]) == ["0>0"])
    let (otherOne, otherTwo) = (
      sample(#"{"a":2}"#, url: "https://one.example/v1"), sample(#"{"a":2}"#, url: "https://two.example/v1")
    )
    #expect(pairs([one, two], [otherTwo, otherOne]) == ["1>0?", "0>1?"])
  }

  @Test("Then those of one name, of another model, and of one address")
  func others() {
    let (a, b) = (sample(#"{"q":"a"}"#, id: "x"), sample(#"{"q":"b"}"#, id: "y"))
    let (otherA, otherB) = (sample(#"{"q":"c"}"#, id: "x"), sample(#"{"q":"d"}"#, id: "y"))
    #expect(pairs([a, b], [otherB, otherA]) == ["1>0?", "0>1?"])
    let (m, n) = (sample(#"{"model":"m"}"#, id: "x"), sample(#"{"model":"n"}"#, id: "x"))
    #expect(pairs([sample(#"{"model":"m"}"#), m], [n, sample(#"{"model":"o"}"#)]) == ["1>0m", "0>1m"])
    // A name that means another place.
    #expect(pairs([a], [sample(#"{"q":"a"}"#, url: "http://127.0.0.1/other", id: "x")]) == ["->0", "0>-"])
    #expect(
      pairs(
        [sample(#"{"model":"m","q":1}"#), sample(#"{"model":"m","q":2}"#)],
        [sample(#"{"q":2,"model":"n"}"#), sample(#"{"q":1,"model":"n"}"#)]) == ["1>0m", "0>1m"])
    func gemini(_ model: String, _ body: String = "{}") -> Exchange {
      sample(body, url: "https://g.example/v1beta/models/\(model):generateContent?alt=sse")
    }
    #expect(pairs([gemini("a", "[1]"), gemini("a", "[2]")], [gemini("b", "[2]")]) == ["1>0m", "0>-"])
    #expect(pairs([sample(#"{"q":1}"#)], [sample(#"{"q":2}"#)]) == ["0>0?"])
  }

  @Test("Those that a person gave different names are others, whatever their address")
  func names() {
    let (x, y, none) = (sample(#"{"q":1}"#, id: "x"), sample(#"{"q":2}"#, id: "y"), sample(#"{"q":3}"#))
    #expect(pairs([x], [y]) == ["->0", "0>-"])
    #expect(pairs([x], [sample(#"{"q":1}"#, id: "y")]) == ["0>0"])
    #expect(pairs([x, y], [none]) == ["0>0?", "1>-"])
    #expect(pairs([none], [x, y]) == ["0>0?", "->1"])
    #expect(pairs([x, none], [sample(#"{"q":4}"#), y]) == ["1>0?", "->1", "0>-"])
  }

  @Test("A stream is rather compared with a stream")
  func streams() {
    let (whole, stream) = (sample(#"{"q":1,"stream":false}"#), sample(#"{"q":2,"stream":true}"#))
    let (otherWhole, otherStream) = (sample(#"{"q":3,"stream":false}"#), sample(#"{"q":4,"stream":true}"#))
    #expect(pairs([whole, stream], [otherStream, otherWhole]) == ["1>0?", "0>1?"])
    #expect(pairs([whole], [otherStream]) == ["0>0?"])
  }

  @Test("Of those that ask the same, those are nearer that are in files of one name")
  func files() {
    let a = sample()
    #expect(
      pairs(
        [compared(a, file: "one.xml"), compared(a, file: "two.xml")],
        [compared(a, file: "two.xml"), compared(a, file: "new.xml")]) == ["1>0", "0>1"])
  }

  @Test("A recording is paired with itself, and both ways are the same pairs")
  func mirrored() {
    var dice = Dice(state: 3)
    for _ in 0..<50 {
      let old = randomExchanges(Int.random(in: 0...12, using: &dice), &dice).map { compared($0) }
      let new = randomExchanges(Int.random(in: 0...12, using: &dice), &dice).map { compared($0) }
      #expect(ExchangePair.all(old, old) == old.indices.map { ExchangePair(old: $0, new: $0) })
      let there = Set(ExchangePair.all(old, new))
      let back = Set(
        ExchangePair.all(new, old).map { ExchangePair(old: $0.new, new: $0.old, question: $0.question) })
      #expect(there == back)
      #expect(Set(there.compactMap(\.old)).count == old.count && Set(there.compactMap(\.new)).count == new.count)
    }
  }
}
