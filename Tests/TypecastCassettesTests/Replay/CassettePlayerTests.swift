import Testing
import Typecast

@testable import TypecastCassettes

@Suite("A cassette answers in the place of a server")
struct CassettePlayerTests {
  private func player(
    _ exchanges: [Exchange], _ matching: Matching = Matching(), _ options: ReplayOptions = ReplayOptions()
  ) -> CassettePlayer {
    CassettePlayer(
      Cassette(.recorded, exchanges), path: "a.xml", matching: matching, options: options, redaction: Redaction())
  }

  private func miss(_ player: CassettePlayer, _ request: HTTPRequest) async -> CassetteMiss? {
    do {
      _ = try await player.send(request)
      return nil
    } catch {
      return error as? CassetteMiss
    }
  }

  @Test("An answer comes with its status, its headers and its chunks")
  func answer() async throws {
    var exchange = sample(answer: ["a", "", "b"], status: 201)
    exchange.outcome = .response(
      RecordedResponse(201, headers: [RecordedHeader("X", "1")], chunks: exchange.response?.chunks ?? []))
    let response = try await player([exchange]).send(request())
    #expect(response.status == 201 && response.headers["x"] == "1")
    var pieces: [String] = []
    for try await bytes in response.body { pieces.append(String(decoding: bytes, as: UTF8.self)) }
    #expect(pieces == ["a", "b"])
  }

  @Test("Failures come back, before an answer and in the middle of it")
  func failures() async throws {
    var refused = sample()
    refused.outcome = .failure(RecordedFailure(TransportError(.refused, "Nobody.")))
    let error = await #expect(throws: TransportError.self) { try await player([refused]).send(request()) }
    #expect(error == TransportError(.refused, "Nobody."))
    var cut = sample()
    cut.outcome = .response(
      RecordedResponse(
        200, chunks: [RecordedResponse.Chunk([1])], failure: RecordedFailure(TransportError(.cut, "Gone."))))
    let response = try await player([cut]).send(request())
    await #expect(throws: TransportError(.cut, "Gone.")) { try await response.body.bytes() }
  }

  @Test(
    "Requests that are the same",
    arguments: [
      (
        #"{"a":1,"b":[2]}"#, #"{ "b": [2.0], "a": 1e0 }"#, "http://127.0.0.1:1/v?x=1&y=2",
        "http://localhost:9/v?y=2&x=1"
      ),
      ("text", "text", "http://h/v", "http://127.0.0.1/v"), ("", "", "http://h", "http://H/"),
      ("", "", "http://h/v#a", "http://h/v#b"),
    ])
  func same(recorded: String, sent: String, at url: String, to address: String) async throws {
    let player = player([sample(recorded, url: url)])
    #expect(try await player.text(request(sent, url: address)) == "yes")
    #expect(player.unused.isEmpty && player.misses.isEmpty)
  }

  @Test(
    "Requests that are not the same, and what is said of them",
    arguments: [
      (#"{"a":2}"#, "http://127.0.0.1:1/v1/chat", "body /a: sent 2, recorded 1"),
      (#"{"b":1}"#, "http://127.0.0.1:1/v1/chat", "body /b: sent 1, not recorded"),
      (#"[1]"#, "http://127.0.0.1:1/v1/chat", "body as a whole: sent [1]"),
      ("text", "http://127.0.0.1:1/v1/chat", "4 bytes were sent"),
      (#"{"a":1}"#, "http://127.0.0.1:1/v1/other", "path: sent '/v1/other', recorded '/v1/chat'"),
      (#"{"a":1}"#, "http://127.0.0.1:1/v1/chat?a=1", "query: sent 'a=1', recorded ''"),
    ])
  func different(body: String, url: String, line: String) async {
    let player = player([sample(id: "one")])
    let miss = await miss(player, request(body, url: url))
    #expect(miss?.description.contains(line) == true, "\(miss?.description ?? "played")")
    #expect(miss?.description.contains("exchange 1 'one'") == true)
    #expect(player.misses.count == 1 && player.unused.count == 1)
  }

  @Test("Two hosts that are not of this machine are not the same")
  func hosts() async {
    let player = player([sample(url: "https://api.openai.com/v1/chat")])
    let miss = await miss(player, request(url: "https://api.groq.com/v1/chat"))
    #expect(miss?.reason.contains("host: sent 'api.groq.com', recorded 'api.openai.com'") == true)
  }

  @Test("The nearest request is named, not the first")
  func nearest() async {
    let player = player([
      sample(#"{"model":"m","messages":[{"a":1},{"b":2}]}"#, id: "far"),
      sample(#"{"model":"n","messages":[]}"#, id: "near"),
    ])
    let miss = await miss(player, request(#"{"model":"n","messages":[],"seed":1}"#))
    #expect(miss?.reason.contains("'near'") == true)
  }

  @Test("Each exchange is played once, in any order")
  func once() async throws {
    let player = player([sample("1", answer: ["one"]), sample("2", answer: ["two"]), sample("1", answer: ["three"])])
    #expect(try await player.text(request("2")) == "two")
    #expect(try await player.text(request("1")) == "one")
    #expect(player.unused.map(\.place) == [2])
    #expect(try await player.text(request("1")) == "three")
    #expect(await miss(player, request("1"))?.reason.contains("played already") == true)
  }

  @Test("Repeats, where they are allowed")
  func repeats() async throws {
    let player = player([sample("1", answer: ["one"]), sample("1", answer: ["two"])], Matching(allowsRepeats: true))
    for answer in ["one", "two", "two"] { #expect(try await player.text(request("1")) == answer) }
  }

  @Test("The order, where it counts")
  func order() async throws {
    let player = player([sample("1"), sample("2")], Matching(isOrdered: true))
    #expect(await miss(player, request("2"))?.reason.contains("the order counts") == true)
    #expect(try await player.text(request("1")) == "yes")
    #expect(await miss(player, request("1")) != nil)
    #expect(try await player.text(request("2")) == "yes")
    let patient = self.player([sample("1"), sample("2")], Matching(isOrdered: true, allowsRepeats: true))
    for body in ["1", "1", "2", "2"] { #expect(try await patient.text(request(body)) == "yes") }
  }

  @Test("Places that do not count, headers that do, and bodies that don't")
  func matching() async throws {
    let body = #"{"seed":1,"messages":[{"id":"a","text":"x"},{"id":"b","text":"y"}]}"#
    let other = #"{"seed":2,"messages":[{"id":"c","text":"x"},{"id":"d","text":"y"}]}"#
    let ignoring = Matching(ignoredPaths: ["/seed", "/messages/*/id"])
    #expect(try await player([sample(body)], ignoring).text(request(other)) == "yes")
    #expect(
      await miss(player([sample(body)], Matching(ignoredPaths: ["/seed", "/messages/0/id"])), request(other)) != nil)
    #expect(try await player([sample(body)], Matching(comparesBodies: false)).text(request("x")) == "yes")
    let headed = sample(headers: [RecordedHeader("X-Version", "1")])
    var asking = request()
    let wanting = Matching(headers: ["x-version"])
    #expect(await miss(player([headed], wanting), asking)?.reason.contains("header x-version") == true)
    asking.headers.add("x-Version", "1")
    #expect(try await player([headed], wanting).text(asking) == "yes")
  }

  @Test("A request is compared without its secrets")
  func redacted() async throws {
    let recorded = sample(url: "https://h/v?key=REDACTED", headers: [RecordedHeader("authorization", "REDACTED")])
    var asking = request(url: "https://h/v?key=abc")
    asking.headers.add("authorization", "Bearer abc")
    let player = player([recorded], Matching(headers: ["authorization"]))
    #expect(try await player.text(asking) == "yes")
    let miss = await miss(player, request(url: "https://h/v?key=abcdef"))
    #expect(miss?.description.contains("abcdef") == false)
  }

  @Test("Nothing waits at once; at the recorded pace the clock of the call does")
  func pace() async throws {
    for (pace, waits) in [
      (ReplayOptions.Pace.atOnce, [Duration]()), (.recorded, [.milliseconds(5), .milliseconds(5), .milliseconds(10)]),
      (.faster(5), [.milliseconds(1), .milliseconds(1), .milliseconds(2)]), (.faster(0), []),
    ] {
      let clock = VirtualClock(skippingSleep: true)
      try await CallEnvironment.with(clock: clock) {
        let options = ReplayOptions(pace: pace)
        let text = try await player([sample(answer: ["a", "b"])], Matching(), options).text(request())
        #expect(text == "ab")
      }
      #expect(clock.sleeps == waits)
    }
  }

  @Test("Limits of time and of length are kept")
  func limits() async throws {
    let options = ReplayOptions(pace: .recorded)
    func kind(_ limits: TimeLimits, _ bodyLimit: Int = 100) async -> TransportError.Kind? {
      var asking = request()
      (asking.limits, asking.bodyLimit) = (limits, bodyLimit)
      let error = await CallEnvironment.with(clock: VirtualClock(skippingSleep: true)) {
        await #expect(throws: TransportError.self) {
          try await player([sample(answer: ["a", "b"])], Matching(), options).text(asking)
        }
      }
      return error?.kind
    }
    #expect(await kind(TimeLimits(firstByte: .milliseconds(4))) == .firstByteTimeout)
    #expect(await kind(TimeLimits(idle: .milliseconds(9))) == .idleTimeout)
    #expect(await kind(TimeLimits(total: .milliseconds(19))) == .totalTimeout)
    #expect(await kind(TimeLimits(), 1) == .tooLarge)
  }

  @Test(
    "Bodies are cut anew",
    arguments: [ReplayOptions.Cuts.recorded, .whole, .every(1), .every(3), .every(0), .random(upTo: 4, seed: 7)])
  func cuts(cuts: ReplayOptions.Cuts) async throws {
    let exchange = sample(answer: ["data: é", "\r", "\n\n", "data: [DONE]\n\n"])
    let response = try await player([exchange], Matching(), ReplayOptions(cuts: cuts)).send(request())
    var pieces: [[UInt8]] = []
    for try await bytes in response.body { pieces.append(bytes) }
    #expect(Array(pieces.joined()) == exchange.response?.body)
    switch cuts {
    case .recorded: #expect(pieces.count == 4)
    case .whole: #expect(pieces.count == 1)
    case .every(let count): #expect(pieces.dropLast().allSatisfy { $0.count == max(count, 1) })
    case .random(let most, _):
      #expect(pieces.allSatisfy { (1...most).contains($0.count) } && Set(pieces.map(\.count)).count > 1)
    }
  }

  @Test("Faults, and what comes after them")
  func faults() async throws {
    func play(_ fault: Fault) -> CassettePlayer {
      player([sample(answer: ["abc", "def"])], Matching(), ReplayOptions(faults: [fault]))
    }
    let busy = play(Fault(.status(503, headers: [RecordedHeader("retry-after", "1")], body: "{}"), on: 1...2))
    for _ in 1...2 {
      let response = try await busy.send(request())
      #expect(response.status == 503 && response.headers["retry-after"] == "1")
    }
    #expect(try await busy.text(request()) == "abcdef")
    #expect(busy.unused.isEmpty)
    let reset = play(Fault(.reset))
    #expect(await #expect(throws: TransportError.self) { try await reset.send(request()) }?.kind == .reset)
    #expect(reset.unused.isEmpty)
    for length in 0...6 {
      var got: [UInt8] = []
      let response = try await play(Fault(.cut(after: length))).send(request())
      let error = await #expect(throws: TransportError.self) { for try await bytes in response.body { got += bytes } }
      #expect(error?.kind == .cut && got.count == length)
    }
    let garbage = try await play(Fault(.garbage(seed: 1))).send(request()).body.bytes()
    #expect(garbage.count == 6 && garbage != Array("abcdef".utf8))
    #expect(try await play(Fault(.garbage(seed: 1))).send(request()).body.bytes() == garbage)
    let clock = VirtualClock(skippingSleep: true)
    try await CallEnvironment.with(clock: clock) {
      let slow = player(
        [sample()], Matching(), ReplayOptions(pace: .recorded, faults: [Fault(.delay(.seconds(2)), on: 1...1)]))
      let text = try await slow.text(request())
      #expect(text == "yes")
      #expect(await miss(slow, request()) != nil)
    }
    #expect(clock.sleeps.first == .milliseconds(2005))
  }

  @Test("Many at once: each exchange goes to one of them")
  func manyAtOnce() async throws {
    let player = player((0..<500).map { sample("7", answer: ["\($0)"]) })
    let answers = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<500 { group.addTask { try await player.text(request("7")) } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(answers.count == 500 && player.unused.isEmpty)
  }

  @Test("Many equal requests get their answers in order, without looking at each other", .timeLimit(.minutes(15)))
  func manyEqual() async throws {
    let count = 40_000
    let player = player((0..<count).map { sample(answer: [String($0)]) })
    for index in 0..<count {
      let answer = try await player.text(request())
      #expect(answer == String(index))
    }
    #expect(player.unused.isEmpty)
  }

  @Test("Equal requests to several hosts get what was recorded first")
  func equalToHosts() async throws {
    let player = player([
      sample(url: "http://a/v", answer: ["a"]), sample(url: "http://127.0.0.1/v", answer: ["any"]),
      sample(url: "http://b/v", answer: ["b"]), sample(url: "http://a/v", answer: ["a2"]),
    ])
    var answers: [String] = []
    for url in ["http://b/v", "http://a/v", "http://127.0.0.1/v", "http://127.0.0.1/v"] {
      answers.append(try await player.text(request(url: url)))
    }
    #expect(answers == ["any", "a", "b", "a2"])
  }

  @Test("Misses are kept without their bodies, and not for ever")
  func manyMisses() async throws {
    let player = player([sample()])
    let name = String(repeating: "n", count: 10_000)
    for _ in 0..<200 { _ = await miss(player, request("{\"\(name)\": 1}")) }
    #expect(player.misses.count == 100)
    #expect(player.misses.allSatisfy { $0.request.body.isEmpty && $0.reason.count < 4000 })
  }

  @Test("No pace is too slow for the clock, nor too fast", arguments: [1e-300, 0.001, 1e300, .infinity])
  func oddPaces(times: Double) async {
    let player = player([sample()], Matching(), ReplayOptions(pace: .faster(times)))
    let answer = await CallEnvironment.with(clock: VirtualClock(skippingSleep: true)) {
      try? await player.text(request())
    }
    #expect(answer == "yes")
  }
}
