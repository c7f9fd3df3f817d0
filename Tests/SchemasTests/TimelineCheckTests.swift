import Foundation
import Schemas
import TestSupport
import Testing
import Typecast
import TypecastModels
import TypecastTesting

@Suite("Story branches that models check")
struct TimelineCheckTests {
  private static func input() throws -> TimelineCheckCheckInput {
    let timeline = try JSONDecoder().decode(
      [TimelineCheckCheckInput.Event].self, from: Data(PackageRoot.bytes(of: "Golden/texts/timeline.json")))
    return TimelineCheckCheckInput(timeline: timeline, branch: try PackageRoot.text(of: "Golden/texts/branch.txt"))
  }

  private static func check(with model: String) async throws -> Reply<TimelineCheck> {
    try await TimelineCheckClient(RemoteModel(model)).check(input())
  }

  private static let answer = """
    {"issues":[\
    {"quote":"Tomas handed her the lantern.","event":"E1","kind":"place","severity":"fatal",\
    "reason":"Tomas stayed behind in Port Maro with fever.","fix":"Let the helmsman hand her the lantern."},\
    {"quote":"\\"Wen always laughed,\\" he said.","event":"E3","kind":"knowledge","severity":"major",\
    "reason":"Tomas speaks of Wen as of a dead man, but nobody in Port Maro knows before June."},\
    {"quote":"She bent over the compass","event":"E2","kind":"possession","severity":"major",\
    "reason":"The only compass went overboard on 3 May.","fix":"Let her take the bearing by the stars."}],\
    "explanation":"The time and the bay agree with E4. But Tomas can't be aboard, since E1 leaves him in Port Maro, and the \
    compass is lost since E2.","score":20,"verdict":"contradictory"}
    """

  @Test("The cassette of a score that does not go with its verdict is what the client makes of its answers")
  func written() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/anthropic/timeline-check.xml",
      note: "No provider enforces if and then: a score that is too good for its verdict has to be asked for again.",
      .anthropic(Self.answer.replacing("\"score\":20", with: "\"score\":80")), .anthropic(Self.answer)
    ) { _ = try await Self.check(with: "anthropic:claude-sonnet-4-5") }
  }

  @Test("A score that does not go with its verdict is asked for again", .cassette("anthropic/timeline-check"))
  func contradiction() async throws {
    let reply = try await Self.check(with: "anthropic:claude-sonnet-4-5")
    #expect(reply.attempts.count == 2)
    #expect(reply.attempts.first?.problem?.problems.map(\.pointer.description) == ["/score"])
    let check = reply.value
    #expect((check.score, check.verdict) == (20, .contradictory))
    #expect(check.issues.map(\.event) == ["E1", "E3", "E2"])
    #expect(check.issues.map(\.kind) == [.place, .knowledge, .possession])
    #expect(check.issues.map(\.severity) == [.fatal, .major, .major])
    #expect(check.issues.map { $0.fix == nil } == [false, true, false])
    #expect(check.issues[0].reason == "Tomas stayed behind in Port Maro with fever.")
    let branch = try PackageRoot.text(of: "Golden/texts/branch.txt")
    for issue in check.issues { #expect(branch.contains(issue.quote)) }
    #expect(check.explanation.contains("E4"))
  }

  @Test("The cassette of a model that never gets it right is what the client makes of its answers")
  func stubbornWritten() async throws {
    func answer(_ event: String, _ score: String) -> String {
      """
      {"issues": [{"quote": "Tomas handed her the lantern.", "event": "\(event)", "kind": "place", "severity": "fatal", \
      "reason": "Tomas is in Port Maro."}], "explanation": "Tomas can't be there.", "score": \(score), \
      "verdict": "contradictory"}
      """
    }
    try await WrittenCassette.expect(
      "Golden/cassettes/ollama/timeline-check-stubborn.xml",
      note: "A model that is told twice what is wrong, and gets something else wrong.",
      .ollama(answer("Tomas stays behind", "12")), .ollama(answer("1 May", "95")), .ollama(answer("the fever", "90"))
    ) { _ = try await Self.check(with: "ollama:llama3.2") }
  }

  @Test(
    "What never becomes valid is an error with the places of its faults", .cassette("ollama/timeline-check-stubborn"))
  func stubborn() async throws {
    let error = await #expect(throws: ReplyError.self) { try await Self.check(with: "ollama:llama3.2") }
    #expect(error?.kind == .invalidOutput)
    #expect(error?.attempts.count == 3)
    #expect(
      error?.attempts.map { $0.problem?.problems.map(\.pointer.description) ?? [] } == [
        ["/issues/0/event"], ["/issues/0/event", "/score"], ["/issues/0/event", "/score"],
      ])
    #expect(error?.problem?.kind == .invalid)
    #expect(error?.text?.contains("the fever") == true)
    #expect(error?.message.contains("/issues/0/event") == true)
  }
}
