import TestSupport
import Testing
import Typecast
import TypecastCassettes
import TypecastJSON

@testable import TypecastModels

/// What real servers answered: Ollama 0.32.15 and llama-server, with tiny models of random weights whose texts mean nothing.
@Suite("Cassettes of real servers")
struct RecordedCassetteTests {
  /// What an exchange has to give.
  enum Outcome {
    /// A text of so many bytes, and why it ended.
    case reply(bytes: Int, FinishReason = .stop)
    /// A failure, by the row that tells it.
    case failure(String)
  }

  private static let cases: [(file: String, streams: Bool, outcome: Outcome)] = [
    ("ollama/recorded-busy", false, .failure("ollama.busy")),
    ("ollama/recorded-empty-body", false, .failure("ollama.request.json")),
    ("ollama/recorded-format", false, .failure("ollama.schema")),
    ("ollama/recorded-images", false, .failure("ollama.images")),
    ("ollama/recorded-length", false, .reply(bytes: 11, .length)),
    ("ollama/recorded-length-stream", true, .reply(bytes: 11, .length)),
    ("ollama/recorded-model-missing", false, .failure("ollama.model.missing")),
    ("ollama/recorded-not-running", false, .failure("ollama.notRunning")),
    ("ollama/recorded-schema", false, .failure("ollama.schema")),
    ("ollama/recorded-text", false, .reply(bytes: 25)),
    ("ollama/recorded-thinking", false, .failure("ollama.thinking")),
    ("ollama/recorded-thoughts", false, .reply(bytes: 474, .length)),
    ("ollama/recorded-tools", false, .reply(bytes: 17)),
    ("compatible/recorded-context", false, .reply(bytes: 1771, .length)),
    ("compatible/recorded-error-in-stream", true, .failure("compatible.output")),
    ("compatible/recorded-key", false, .failure("compatible.key")),
    ("compatible/recorded-length", false, .reply(bytes: 6, .length)),
    ("compatible/recorded-malformed-tools", false, .failure("compatible.request.json")),
    ("compatible/recorded-refused", false, .failure("transport.refused")),
    ("compatible/recorded-schema", false, .failure("compatible.schema.said")),
    ("compatible/recorded-stream", true, .reply(bytes: 5)),
    ("compatible/recorded-text", false, .reply(bytes: 5)),
    ("compatible/recorded-tools", false, .reply(bytes: 5)),
  ]

  @Test(
    "Each gives what it has to, whole, as it came, and cut at every byte",
    arguments: [ReplayOptions.Cuts.whole, .recorded, .every(1), .random(upTo: 9, seed: 3)])
  func played(cuts: ReplayOptions.Cuts) async throws {
    for (file, streams, outcome) in Self.cases {
      let path = "Golden/cassettes/\(file).xml"
      let cassette = try Cassette(PackageRoot.bytes(of: path), path: path)
      #expect(cassette.origin == .recorded)
      let player = CassettePlayer(
        cassette, path: path, matching: Matching(comparesBodies: false), options: ReplayOptions(cuts: cuts))
      let isOllama = file.hasPrefix("ollama/")
      let model = try RemoteModel(
        isOllama ? "ollama:tiny" : "compatible:tiny",
        options: ModelOptions(baseURL: isOllama ? nil : "http://127.0.0.1:11436/v1", retries: .never),
        environment: { _ in nil })
      do {
        let reply = try await CallEnvironment.with(transport: player) {
          let request = ModelRequest([Message(.user, "hello")])
          guard streams else { return try await model.reply(to: request) }
          var reply = ModelReply("")
          for try await piece in model.stream(request) { reply.append(piece) }
          return reply
        }
        guard case .reply(let bytes, let finish) = outcome else {
          Issue.record("\(path) gave an answer: \(reply)")
          continue
        }
        #expect(reply.text.utf8.count == bytes, "\(path)")
        #expect(reply.finish == finish, "\(path)")
      } catch let error as ModelError {
        guard case .failure(let row) = outcome else {
          Issue.record("\(path) failed: \(error.row) \(error)")
          continue
        }
        #expect(error.row == row, "\(path): \(error)")
      }
      #expect(player.unused.isEmpty && player.misses.isEmpty, "\(path)")
    }
  }

  @Test("No cassette of a real server is there that no case claims")
  func orphans() {
    let files = PackageRoot.files(below: "Golden/cassettes", suffix: ".xml").filter { $0.contains("/recorded-") }
    #expect(Set(files) == Set(Self.cases.map { "Golden/cassettes/\($0.file).xml" }))
  }
}
