import Foundation
import Schemas
import TestSupport
import Testing
import Typecast
import TypecastModels
import TypecastTesting

@Suite("Lines of dialogue that models write")
struct DialogueLineTests {
  /// What a file of `Golden/texts` holds.
  private static func read<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(PackageRoot.bytes(of: "Golden/texts/" + name)))
  }

  private static func speak(with model: String) async throws -> Reply<DialogueLine> {
    let input = DialogueLineSpeakInput(
      character: try read(DialogueLineSpeakInput.Character.self, "character.json"),
      mood: "afraid, and too proud to show it", scene: try PackageRoot.text(of: "Golden/texts/scene.txt"),
      said: try read([DialogueLineSpeakInput.Turn].self, "said.json"))
    return try await DialogueLineClient(RemoteModel(model)).speak(input)
  }

  @Test("The cassette of a whole line is what the client makes of it")
  func wholeWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/ollama/dialogue-line.xml", note: "A model that is held to the schema.",
      .ollama(
        """
        {"innerThought": "If she gets on that bus, she won't be back.", \
        "emotion": {"name": "fear", "intensity": 8, "isHidden": true}, \
        "line": "There's no bus in this wind. There's soup.", \
        "delivery": {"volume": "quiet", "pace": "slow", "pause": 2.5, "direction": "Keeps his eyes on the stove."}, \
        "addressee": "Edith"}
        """)
    ) { _ = try await Self.speak(with: "ollama:llama3.2") }
  }

  @Test("A line has words, a way to say them and a thought behind them", .cassette("ollama/dialogue-line"))
  func whole() async throws {
    let reply = try await Self.speak(with: "ollama:llama3.2")
    let line = reply.value
    #expect(reply.repairs.isEmpty)
    #expect(line.innerThought == "If she gets on that bus, she won't be back.")
    #expect((line.emotion.name, line.emotion.intensity, line.emotion.isHidden) == (.fear, 8, true))
    #expect(line.line == "There's no bus in this wind. There's soup.")
    #expect((line.delivery.volume, line.delivery.pace, line.delivery.pause) == (.quiet, .slow, 2.5))
    #expect(line.delivery.direction == "Keeps his eyes on the stove.")
    #expect(line.addressee == "Edith")
  }

  @Test("The cassette of a careless line is what the client makes of it")
  func messyWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/groq/dialogue-line-messy.xml", note: "Arguments of a tool, as a model wrote them.",
      .chatTool(
        """
        {"innerThought": "Don't go. Say it. No.", "emotion": {"name": "Fear", "intensity": "7",},
        "line": "You'll want the good lamp, then. It's dark on the "cliff" road.",
        "delivery": {"volume": "Quiet", "pace": "halting", "direction": "holds the lamp too long"}, "addressee": "Edith",}
        """, tool: "DialogueLine", from: "llama-3.3-70b-versatile")
    ) { _ = try await Self.speak(with: "groq:llama-3.3-70b-versatile") }
  }

  @Test(
    "Quotation marks within a line, and words with other capitals, are mended", .cassette("groq/dialogue-line-messy"))
  func messy() async throws {
    let reply = try await Self.speak(with: "groq:llama-3.3-70b-versatile")
    let line = reply.value
    #expect(line.innerThought == "Don't go. Say it. No.")
    #expect((line.emotion.name, line.emotion.intensity) == (.fear, 7))
    #expect(line.emotion.isHidden == nil)
    #expect(line.emotion.isHiddenOrDefault == false)
    #expect(line.line == #"You'll want the good lamp, then. It's dark on the "cliff" road."#)
    #expect((line.delivery.volume, line.delivery.pace) == (.quiet, .halting))
    #expect(line.delivery.pause == nil)
    #expect(line.delivery.pauseOrDefault == 0)
    #expect(line.delivery.direction == "holds the lamp too long")
    #expect(line.addressee == "Edith")
    #expect(
      reply.repairs.map { "\($0.rule) \($0.pointer)" } == [
        "extraComma /emotion/intensity", "innerQuote /line", "extraComma /addressee", "enumSpelling /emotion/name",
        "textToNumber /emotion/intensity", "enumSpelling /delivery/volume",
      ])
  }

  @Test("The cassette of a refusal is what the client makes of it")
  func refusalWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/openai/dialogue-line-refusal.xml", note: "A model that does not want to write the line.",
      .chatRefusal("I'm sorry, but I can't write this line.", from: "gpt-5-mini-2025-08-07")
    ) { _ = try await Self.speak(with: "openai:gpt-5-mini") }
  }

  @Test("A refusal is an error with the words of the model", .cassette("openai/dialogue-line-refusal"))
  func refusal() async throws {
    let error = await #expect(throws: ReplyError.self) { try await Self.speak(with: "openai:gpt-5-mini") }
    #expect(error?.kind == .refusal)
    #expect(error?.attempts.count == 1)
    #expect(error?.reply?.ending.explanation == "I'm sorry, but I can't write this line.")
  }
}
