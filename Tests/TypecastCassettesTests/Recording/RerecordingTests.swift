import Testing
import Typecast

@testable import TypecastCassettes

@Suite("What several uses record anew into one file")
struct RerecordingTests {
  private let matching = Matching()

  private func exchange(_ question: String, _ answer: String, id: String? = nil) -> Exchange {
    var exchange = sample(question, answer: [answer])
    exchange.id = id
    return exchange
  }

  private func said(_ exchanges: [Exchange]) -> [String] {
    exchanges.map {
      "\(String(decoding: $0.request.body, as: UTF8.self)) \(String(decoding: $0.response?.body ?? [], as: UTF8.self))"
    }
  }

  @Test("Nothing changes where nothing has changed, whichever use ends first and whatever it sends first")
  func anyOrder() {
    var dice = Dice(state: 1)
    for _ in 0..<200 {
      let count = Int.random(in: 1...8, using: &dice)
      let before = (0..<count).map { exchange("\($0)", "\(Int.random(in: 0...2, using: &dice))", id: "\($0)") }
      var uses: [[Exchange]] = [[], [], []]
      for old in before.shuffled(using: &dice) {
        var new = old
        new.id = nil
        new.date = .now
        // A request of several uses is one of the file.
        let mine = uses.indices.randomElement(using: &dice) ?? 0
        for use in uses.indices where use == mine || Bool.random(using: &dice) { uses[use].append(new) }
      }
      var anew = Rerecording(before: before)
      for use in uses.shuffled(using: &dice) { anew.add(use, replacing: nil, matching) }
      #expect(anew.exchanges(matching) == before)
    }
  }

  @Test("Answers to the same request keep the order in which they came, and names their places")
  func equalRequests() {
    let before = [exchange("a", "wait", id: "first"), exchange("b", "x"), exchange("a", "done", id: "last")]
    var anew = Rerecording(before: before)
    anew.add([exchange("a", "done"), exchange("a", "wait"), exchange("b", "x")], replacing: nil, matching)
    #expect(said(anew.exchanges(matching)) == ["a done", "b x", "a wait"])
    #expect(anew.exchanges(matching).map(\.id) == ["first", nil, "last"])
  }

  @Test("A request that one use sends more often than another is kept as often")
  func counts() {
    var anew = Rerecording(before: [])
    anew.add([exchange("a", "1")], replacing: nil, matching)
    anew.add([exchange("a", "2"), exchange("a", "3")], replacing: nil, matching)
    #expect(said(anew.exchanges(matching)) == ["a 1", "a 3"])
  }

  @Test("Where the order counts, it is that of the new recording")
  func ordered() {
    let ordered = Matching(isOrdered: true)
    var anew = Rerecording(before: ["a", "b", "c"].map { exchange($0, "old") })
    let old = [exchange("a", "old"), exchange("b", "old")]
    anew.add([exchange("b", "new"), exchange("a", "new")], replacing: old, ordered)
    #expect(said(anew.exchanges(ordered)) == ["b new", "a new", "c old"])
  }

  @Test("What a use asked for goes or is recorded anew, and what others ask for stays")
  func parts() {
    var anew = Rerecording(before: ["a", "b", "a", "c", "d"].map { exchange($0, "old") })
    anew.add([exchange("d", "new"), exchange("e", "new")], replacing: [exchange("b", "old")], matching)
    anew.add([exchange("a", "new")], replacing: [exchange("a", "old")], matching)
    // What it got for a request is not behind what was there.
    #expect(said(anew.exchanges(matching)) == ["a new", "a old", "c old", "d new", "e new"])
    // Two that asked for the same have it taken out once.
    anew.add([], replacing: [exchange("a", "old")], matching)
    #expect(said(anew.exchanges(matching)) == ["a new", "a old", "c old", "d new", "e new"])
  }

  @Test("While a use fails, nothing goes")
  func failing() {
    var anew = Rerecording(before: ["a", "b"].map { exchange($0, "old") })
    anew.add([exchange("b", "new")], replacing: nil, matching)
    #expect(said(anew.exchanges(matching)) == ["b new"])
    anew.hasFailedUse = true
    #expect(said(anew.exchanges(matching)) == ["a old", "b new"])
  }
}
